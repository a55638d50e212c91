import type { Random } from '../../random.ts'
import type { Vec3 } from '../../schema/values.ts'
import { add, times } from '../../take/pose.ts'
import { aligned, around, bar } from '../place.ts'
import { shade } from '../shade.ts'
import type { Part } from '../shape.ts'
import type { Habit } from './habit.ts'

const FRONDS = 13
/** Straight pieces a frond is bent of, and leaflets on each side of a piece. */
const PIECES = 5
const LEAFLETS = 5

/** A coconut palm: a swaying, ringed trunk and arching fronds of narrow leaflets. */
export function palmTree({ height, color, bark, spread, bare }: Habit, random: Random): Part[] {
  const girth = height * 0.022
  const heading = random.between(0, 360)
  const sway = (share: number, y: number) => around(heading, height * 0.1 * share, y * height)
  const crown = sway(1, bare)
  const wood = { surface: 'bark', color: bark } as const
  const parts = [
    bar(
      [[0, -0.02 * height, 0], sway(0.25, bare * 0.35), sway(0.7, bare * 0.72), crown],
      girth * 1.25,
      wood,
      girth * 0.75,
    ),
    bar([[0, -0.02 * height, 0], sway(0.04, 0.05)], girth * 2, wood, girth * 1.15),
  ]
  for (let i = 0; i < FRONDS; i++)
    parts.push(
      ...frond(
        crown,
        i * 137.5 + random.between(-12, 12),
        height * spread * random.between(0.9, 1.1),
        62 - (i * 74) / FRONDS,
        color,
        random,
      ),
    )
  for (const side of [20, 140, 260])
    parts.push({
      shape: { kind: 'sphere', radius: girth * 0.75 },
      at: add(crown, around(side, girth * 1.1, -girth * 2)),
      material: { color: '#6b5a30', roughness: 0.6 },
    })
  return parts
}

/** One frond leaving the crown at `rise` degrees above level and arching over. */
function frond(
  crown: Vec3,
  heading: number,
  length: number,
  rise: number,
  color: string,
  random: Random,
): Part[] {
  const slope = Math.tan((rise * Math.PI) / 180)
  const reach = length / Math.hypot(1, slope * 0.5)
  const at = (share: number) =>
    add(
      crown,
      around(heading, reach * share, reach * (slope * share - (slope * 0.6 + 0.6) * share * share)),
    )
  const tint = shade(color, random.pick([0.86, 1, 1.12]))
  const parts = [
    bar(
      [0, 0.33, 0.66, 1].map(at),
      length * 0.014,
      { color: shade(color, 1.1, 0.12), roughness: 0.7 },
      length * 0.003,
    ),
  ]
  for (let i = 0; i < PIECES; i++) {
    const [from, to] = [0.08 + (0.92 * i) / PIECES, 0.08 + (0.92 * (i + 1)) / PIECES] as const
    const along = add(at(to), times(at(from), -1))
    for (const side of [-1, 1]) {
      const out = add(around(heading + side * 90, 1), [0, -0.55, 0])
      parts.push({
        shape: {
          kind: 'prism',
          outline: comb(Math.hypot(...along), length * 0.32, i, side),
          depth: 0.008,
        },
        at: at(from),
        rotation: aligned(along, side > 0 ? times(out, -1) : out),
        material: { surface: 'leaves', color: tint },
      })
    }
  }
  return parts
}

/** Leaflets side by side along X, swept towards the tip; longest in the middle of the frond. */
function comb(width: number, longest: number, piece: number, side: number): [number, number][] {
  const pitch = width / LEAFLETS
  const teeth = Array.from({ length: LEAFLETS }, (_, k): [number, number][] => {
    const share = (piece + (k + 0.5) / LEAFLETS) / PIECES
    const long = longest * Math.sin(Math.PI * (0.16 + 0.74 * share))
    const x = k * pitch
    return [
      [x, 0],
      [x + long * 0.42, long * 0.92],
      [x + pitch * 0.9, 0.004],
    ]
  }).flat()
  const line: [number, number][] = [...teeth, [width, -0.006], [0, -0.006]]
  return side > 0 ? line.map(([x, y]) => [x, -y]) : line.reverse()
}
