import type { Candidate, PlannedClip } from './planned.ts'
import type { Source } from './source.ts'

/** Clips that may still be planned. */
export interface Room {
  readonly total: number
  of(source: string): number
}

/** Deals seeds of the sources that have room, each by its weight. */
export function openSeeds(sources: readonly Source[], already: readonly PlannedClip[]) {
  const hands = sources.map((source) => ({
    source,
    next: already
      .filter((one) => one.source === source.name)
      .reduce((next, { seed }) => Math.max(next, seed + 1), source.seeds[0]),
    dealt: 0,
    /** Clips that a seed of it gives at least, as far as is known. */
    size: Infinity,
    weight: Math.max(source.count ?? source.weight, 1e-9),
  }))
  const withRoom = (room: Room) =>
    hands.filter(
      ({ source, next, size }) =>
        next < source.seeds[1] &&
        Math.min(room.of(source.name), room.total) >= (size === Infinity ? 1 : size),
    )
  return {
    areSpent: (room: Room) => withRoom(room).length === 0,
    note({ source, clips }: Candidate) {
      for (const hand of hands)
        if (hand.source.name === source) hand.size = Math.min(hand.size, clips.length)
    },
    deal(room: Room, count: number): { source: Source; seed: number }[] {
      const dealt: { source: Source; seed: number }[] = []
      while (dealt.length < count) {
        const [hand] = withRoom(room).sort((a, b) => a.dealt / a.weight - b.dealt / b.weight)
        if (!hand) break
        hand.dealt++
        dealt.push({ source: hand.source, seed: hand.next++ })
      }
      return dealt
    },
  }
}
