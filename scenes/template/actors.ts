import type { StageSet } from './set.ts'

/**
 * The list of actors while it is cast. An actor that rests on a later one has that one cast first; the values
 * are the same in whatever order, since each draws from a stream of its own.
 */
export interface Actors {
  castAll(keys: readonly string[], cast: (index: number) => unknown, set: StageSet): unknown[]
  /** Casts what is not yet begun, likely ones first, until one of the ids stands. */
  find(ids: readonly string[]): string | undefined
  /** What is being cast just now, outermost first. */
  begun(): string[]
}

export function openActors(): Actors {
  let keys: readonly string[] = []
  let cast: (index: number) => unknown = () => undefined
  let set: StageSet | undefined
  const done = new Map<number, unknown>()
  const begun: number[] = []

  const castOne = (index: number) => {
    begun.push(index)
    done.set(index, cast(index))
    begun.pop()
  }
  const isWaiting = (index: number) => !done.has(index) && !begun.includes(index)

  return {
    castAll(ownKeys, ownCast, ownSet) {
      ;[keys, cast, set] = [ownKeys, ownCast, ownSet]
      keys.forEach((_, i) => isWaiting(i) && castOne(i))
      return keys.map((_, i) => done.get(i))
    },
    find(ids) {
      const standing = () => ids.find((id) => set?.has(id))
      const isLikely = (i: number) =>
        ids.some((id) => id === keys[i] || id.startsWith(`${keys[i]}_`))
      const order = keys.map((_, i) => i).sort((a, b) => Number(isLikely(b)) - Number(isLikely(a)))
      for (const index of order) {
        if (standing() !== undefined) break
        if (isWaiting(index)) castOne(index)
      }
      return standing()
    },
    begun: () => begun.map((index) => keys[index] as string),
  }
}
