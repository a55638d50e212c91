import type { Random } from '../../random.ts'
import type { Vec3 } from '../../schema/values.ts'
import { add, times } from '../../take/pose.ts'
import { around, bar } from '../place.ts'
import type { Part } from '../shape.ts'
import { clump } from './clump.ts'
import type { Habit } from './habit.ts'

const CLUMPS = 19

/** A broad-leaved tree: a leaning trunk that forks into boughs, each ending in clumps of leaves. */
export function leafyTree({ height, color, bark, spread, bare }: Habit, random: Random): Part[] {
  const wood = { surface: 'bark', color: bark } as const
  const girth = height * (0.022 + 0.03 * spread)
  const lean: Vec3 = [random.between(-0.04, 0.04) * height, 0, random.between(-0.04, 0.04) * height]
  const fork: Vec3 = [lean[0], height * (bare + 0.16), lean[2]]
  const top: Vec3 = [lean[0] * 1.6, height * 0.84, lean[2] * 1.6]
  const trunk: Vec3[] = [
    [0, -0.02 * height, 0],
    [lean[0] * 0.2, height * bare * 0.5, lean[2] * 0.2],
    fork,
    top,
  ]
  const middle: Vec3 = [lean[0], height * (0.5 + bare / 2), lean[2]]
  const reach = height * spread
  const rise = (height * (1 - bare)) / 2
  const parts = [bar(trunk, girth, wood, girth * 0.22), ...roots(girth, wood.color, random)]
  for (let i = 0; i < CLUMPS; i++) {
    // A sunflower spiral spreads the clumps evenly over the crown; chance breaks its regularity.
    const y = 1 - (2 * (i + 0.5)) / CLUMPS
    const wide = Math.sqrt(1 - y * y) * random.between(0.42, 0.8)
    const size = reach * random.between(0.62, 1.02)
    const center = add(
      middle,
      around(i * 137.5 + random.between(-25, 25), wide * reach, y * rise * 0.74),
    )
    parts.push(...clump({ center, size, color, light: 1.04 + 0.12 * y, crown: middle }, random))
    if (i % 2 === 0 || y < 0) parts.push(bough(fork, top, center, girth, wood))
  }
  return parts
}

/** A branch that leaves the trunk below its clump and bends up into it. */
function bough(
  fork: Vec3,
  top: Vec3,
  tip: Vec3,
  girth: number,
  wood: { surface: 'bark'; color: string },
): Part {
  const share = Math.min(Math.max((tip[1] - fork[1]) / (top[1] - fork[1]) - 0.35, -0.12), 0.7)
  const start = add(fork, times(add(top, times(fork, -1)), share))
  const bend = add(times(add(start, tip), 0.5), [0, -0.04 * (tip[1] + 1), 0])
  return bar([start, bend, tip], girth * (0.5 - 0.25 * share), wood, girth * 0.1)
}

function roots(girth: number, color: string, random: Random): Part[] {
  const first = random.between(0, 90)
  return [0, 1, 2, 3, 4].map((i) => {
    const heading = first + i * 72 + random.between(-18, 18)
    const points = [
      around(heading, girth * 0.35, girth * 2.2),
      around(heading, girth * 0.85, girth * 0.7),
      around(heading, girth * 2, -girth * 0.15),
    ]
    return bar(points, girth * 0.42, { surface: 'bark', color }, girth * 0.12)
  })
}
