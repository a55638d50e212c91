import { drum, MOST_CORNERS, piece, ring, type Piece } from './form.ts'
import type { Vec3 } from '../../schema/values.ts'
import { simplified, turnAt, type Point } from './line.ts'

/** Pieces that a hollow wall is made of, and chords on the outside of each: 48 sides in all. */
const STAVES = 12
const CHORDS = 4
/** Shares of its size: what a profile may be off by, on the whole and where it bounds a hollow. */
const FINE = 0.006
const COARSE = 0.03
/** A stretch is a drum when its radius changes by less than this share of the size; feet and tops are so thick. */
const EVEN = 0.02
/** A cavity is one when it is deeper than this share of the height. */
const DEEP = 0.2
/** Of a turned sheet without an inside of its own, share of its radius. */
const WALL = 0.06

/**
 * A turned profile as convex pieces: a solid one as a stack of hulls, cut where it is waisted; a mug or bowl as a
 * solid foot and a wall of staves, so that things can lie in it.
 */
export function lathePieces(profile: readonly Point[]): Piece[] {
  const [wide, tall] = [spread(profile, 0), spread(profile, 1)]
  const size = Math.max(wide, tall)
  const first = profile[0] as Point
  const last = profile.at(-1) as Point
  const closed = Math.hypot(last[0] - first[0], last[1] - first[1]) < 1e-6
  const top = profile.reduce(
    (best, point, i) => (point[1] > (profile[best]?.[1] ?? 0) ? i : best),
    0,
  )
  const inner = profile.slice(top)
  const floor = Math.min(...inner.map(([, y]) => y))
  const opens = (profile[top]?.[0] ?? 0) > 0.2 * Math.max(...profile.map(([r]) => r))
  const deep = last[0] < 0.05 * wide && (profile[top]?.[1] ?? 0) - floor > DEEP * tall
  if (!closed && opens && deep) return hollow(profile.slice(0, top + 1), inner, size)
  const sheet = !closed && opens && last[0] > 0.05 * wide && inner.length < 3
  if (sheet && first[0] < 0.05 * wide) {
    const lining = profile.map(([r, y]): Point => [r * (1 - WALL), y + WALL * wide]).toReversed()
    return hollow([...profile], lining, size)
  }
  return solid(profile, size)
}

/** A stack of hulls, one for each stretch of the profile that bulges. */
function solid(profile: readonly Point[], size: number): Piece[] {
  const line = withExtremes(profile, FINE * size)
  const stretches: Point[][] = [[]]
  for (const point of line) {
    const open = stretches.at(-1) as Point[]
    const [a, b] = [open.at(-2), open.at(-1)]
    // Outside is to the right going up, so a bulge turns to the left.
    if (a && b && turnAt(a, b, point) < -1e-4 * size * size) stretches.push([b, point])
    else open.push(point)
  }
  const hulls = stretches.flatMap((stretch) => {
    const points = stretch.flatMap(([r, y]): Vec3[] =>
      r < 1e-6 ? [[0, y, 0]] : ring(r, y, MOST_CORNERS),
    )
    return spread(stretch, 1) < 1e-4 * size ? [] : [piece({ kind: 'hull', points })]
  })
  return [...hulls, ...drums(line, size)]
}

/** Drums in its even stretches, and discs in its flat ends: a hull of few sides neither stands nor rolls well. */
function drums(line: readonly Point[], size: number): Piece[] {
  const thick = EVEN * size
  return line.slice(1).flatMap(([r, y], i) => {
    const [r0, y0] = line[i] as Point
    const wide = Math.max(r, r0)
    const level = Math.abs(y - y0) < 0.1 * Math.abs(r - r0) && Math.abs(r - r0) > thick
    // Going out it is an underside, coming in a top.
    const [low, high] = [Math.min(y, y0), Math.max(y, y0)]
    if (level) return [r > r0 ? drum(wide, low, low + thick) : drum(wide, high - thick, high)]
    const even = Math.abs(r - r0) < thick && Math.abs(y - y0) > thick && wide > thick
    return even ? [drum(Math.min(r, r0), Math.min(y, y0), Math.max(y, y0))] : []
  })
}

function hollow(outer: readonly Point[], inner: readonly Point[], size: number): Piece[] {
  const floor = Math.min(...inner.map(([, y]) => y))
  const rim = Math.max(...outer.map(([, y]) => y))
  const foot = outer.filter(([, y]) => y <= floor)
  const footed: Point[] = [...foot, [radiusAt(outer, floor), floor], [0, floor]]
  const levels = [floor, rim]
  for (const [, y] of [...simplified(outer, COARSE * size), ...simplified(inner, COARSE * size)])
    if (levels.every((level) => Math.abs(level - y) > 0.05 * (rim - floor)) && y > floor && y < rim)
      levels.push(y)
  levels.sort((a, b) => a - b)
  const wall = levels.slice(1).flatMap((high, i) => {
    const low = levels[i] as number
    return Array.from({ length: STAVES }, (_, n) => {
      const [from, to] = [(n * 360) / STAVES, ((n + 1) * 360) / STAVES]
      const points = [low, high].flatMap((y) => [
        ...ring(radiusAt(outer, y), y, CHORDS, from, to),
        ...ring(Math.min(radiusAt(inner, y), 0.98 * radiusAt(outer, y)), y, 1, from, to),
      ])
      return piece({ kind: 'hull', points })
    })
  })
  return [...solid(footed, size), ...wall]
}

/** The widest that a line is at a height; of its nearest point beyond its ends. */
function radiusAt(line: readonly Point[], y: number): number {
  const crossings = line.slice(1).flatMap(([r1, y1], i) => {
    const [r0, y0] = line[i] as Point
    if (y < Math.min(y0, y1) || y > Math.max(y0, y1)) return []
    return [y1 === y0 ? Math.max(r0, r1) : r0 + ((r1 - r0) * (y - y0)) / (y1 - y0)]
  })
  if (crossings.length > 0) return Math.max(...crossings)
  return line.reduce((a, b) => (Math.abs(b[1] - y) < Math.abs(a[1] - y) ? b : a))[0]
}

/** Simplified, but standing and reaching exactly as far as it did. */
function withExtremes(line: readonly Point[], tolerance: number): Point[] {
  const pick = (better: (a: Point, b: Point) => boolean) =>
    line.reduce((best, point, i) => (better(point, line[best] as Point) ? i : best), 0)
  const cuts = [
    0,
    // The rim of its foot, and of its top: without it the foot would be a point.
    pick((a, b) => a[1] < b[1] || (a[1] === b[1] && a[0] > b[0])),
    pick((a, b) => a[0] > b[0]),
    pick((a, b) => a[1] > b[1] || (a[1] === b[1] && a[0] > b[0])),
    line.length - 1,
  ].sort((a, b) => a - b)
  const parts = cuts.slice(1).flatMap((cut, i) => {
    const from = cuts[i] as number
    return from === cut ? [] : [simplified(line.slice(from, cut + 1), tolerance)]
  })
  return parts.flatMap((part, i) => (i === 0 ? part : part.slice(1)))
}

function spread(line: readonly Point[], k: 0 | 1): number {
  const values = line.map((point) => point[k])
  return Math.max(...values) - Math.min(...values)
}
