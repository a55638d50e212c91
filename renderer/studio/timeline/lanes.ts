/** Puts spans into as few lanes as they need: each into the first one that is free where it begins. */
export function lanesOf(spans: readonly (readonly [number, number])[]): {
  lanes: number[]
  count: number
} {
  const ends: number[] = []
  const order = spans.map((_, i) => i).sort((a, b) => (spans[a]?.[0] ?? 0) - (spans[b]?.[0] ?? 0))
  const lanes = spans.map(() => 0)
  for (const i of order) {
    const [from, to] = spans[i] as readonly [number, number]
    const free = ends.findIndex((end) => end <= from)
    const lane = free === -1 ? ends.length : free
    ends[lane] = to
    lanes[i] = lane
  }
  return { lanes, count: ends.length }
}
