/** A stretch in which a curve goes one way: from its first frame to its last. */
export interface Stretch {
  from: number
  to: number
  /** Signed change of the curve. */
  change: number
}

/** Seconds of rest that end a movement. */
const REST = 0.5
/** Of the movement's mean rate; what is slower rests. */
const RESTING = 0.1

/**
 * Cuts a curve where it turns back and where it rests. A turn counts from `wobble` on, so that a hand's unrest neither hides a
 * movement nor makes one up; movements smaller than that are left out.
 */
export function movementsOf(curve: readonly number[], wobble: number, fps: number): Stretch[] {
  const turns = turningPoints(curve, wobble)
  const runs = turns.slice(1).map((to, i) => ({ from: turns[i] as number, to }))
  return runs
    .flatMap((run) => withoutRests(curve, run, fps))
    .map(({ from, to }) => ({ from, to, change: at(curve, to) - at(curve, from) }))
    .filter(({ change }) => Math.abs(change) > wobble)
}

interface Span {
  from: number
  to: number
}

/** Indices of the curve's ends and of the extremes between that stand out by `wobble`. */
function turningPoints(curve: readonly number[], wobble: number): number[] {
  const turns = [0]
  let [low, high, way] = [0, 0, 0]
  for (let i = 1; i < curve.length; i++) {
    if (at(curve, i) > at(curve, high)) high = i
    if (at(curve, i) < at(curve, low)) low = i
    if (way >= 0 && at(curve, high) - at(curve, i) > wobble) {
      if (way > 0 || high > 0) turns.push(high)
      ;[way, low] = [-1, i]
      high = i
    } else if (way <= 0 && at(curve, i) - at(curve, low) > wobble) {
      if (way < 0 || low > 0) turns.push(low)
      ;[way, high] = [1, i]
      low = i
    }
  }
  const last = way > 0 ? high : way < 0 ? low : curve.length - 1
  if (last > (turns.at(-1) as number)) turns.push(last)
  return turns
}

/** The parts of a run between its rests, and without those at its ends. */
function withoutRests(curve: readonly number[], { from, to }: Span, fps: number): Span[] {
  const total = Math.abs(at(curve, to) - at(curve, from))
  const mean = total / (to - from)
  const window = Math.max(1, Math.round(REST * fps))
  const gone = (a: number, b: number) => Math.abs(at(curve, b) - at(curve, a))
  const parts: Span[] = []
  let start = from
  for (let i = from; i + window <= to; i++) {
    if (gone(i, i + window) > RESTING * mean * window) continue
    let end = i + window
    while (end < to && gone(end, end + 1) <= RESTING * mean) end++
    if (i > start) parts.push({ from: start, to: i })
    start = end
    i = end - 1
  }
  if (to > start) parts.push({ from: start, to })
  return parts.map((part) => trimmed(curve, part))
}

/** Without ends in which next to nothing of it happens. */
function trimmed(curve: readonly number[], { from, to }: Span): Span {
  const little = 0.001 * Math.abs(at(curve, to) - at(curve, from))
  let [a, b] = [from, to]
  while (a < to - 1 && Math.abs(at(curve, a + 1) - at(curve, from)) <= little) a++
  while (b > a + 1 && Math.abs(at(curve, to) - at(curve, b - 1)) <= little) b--
  return { from: a, to: b }
}

function at(curve: readonly number[], i: number): number {
  return curve[i] as number
}
