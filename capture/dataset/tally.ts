import type { Unfit } from './window.ts'

/** Clips that were not exported, and why. */
export interface Reject {
  reason: string
  clips: number
  /** What to render instead. */
  render?: string
  /** The first of them. */
  example: string
}

/** Counts while clips go by; holds no more than there are reasons, windows and lengths. */
export function openTally() {
  const rejects = new Map<string, Reject>()
  const windows = new Map<string, number>()
  const forms = new Map<string, number>()
  const lengths = new Map<number, number>()
  const one = (counts: Map<string, number>, key: string) =>
    counts.set(key, (counts.get(key) ?? 0) + 1)
  return {
    reject({ reason, render }: Partial<Unfit> & { reason: string }, id: string) {
      const known = rejects.get(reason) ?? {
        reason,
        clips: 0,
        ...(render && { render }),
        example: id,
      }
      rejects.set(reason, { ...known, clips: known.clips + 1 })
    },
    window: (words: string) => one(windows, words),
    form: (words: string) => one(forms, words),
    tokens: (count: number) => lengths.set(count, (lengths.get(count) ?? 0) + 1),
    rejects: () => [...rejects.values()].sort((a, b) => b.clips - a.clips),
    windows: () => sorted(windows),
    forms: () => sorted(forms),
    lengths: () => spreadOf(lengths),
  }
}
export type Tally = ReturnType<typeof openTally>

export interface Spread {
  least: number
  median: number
  most: number
}

function sorted(counts: Map<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)))
}

function spreadOf(counts: Map<number, number>): Spread | undefined {
  const ordered = [...counts].sort(([a], [b]) => a - b)
  const all = ordered.reduce((sum, [, n]) => sum + n, 0)
  let passed = 0
  const median = ordered.find(([, n]) => (passed += n) * 2 >= all)?.[0]
  const [least, most] = [ordered[0]?.[0], ordered.at(-1)?.[0]]
  return least === undefined || most === undefined || median === undefined
    ? undefined
    : { least, median, most }
}
