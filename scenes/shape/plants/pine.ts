import type { Random } from '../../random.ts'
import { around, bar } from '../place.ts'
import { shade } from '../shade.ts'
import type { Part } from '../shape.ts'
import type { Habit } from './habit.ts'

const TIERS = 15

/** A conifer: whorls of drooping boughs around a straight trunk, shorter towards the top. */
export function pineTree({ height, color, bark, spread, bare }: Habit, random: Random): Part[] {
  const girth = height * 0.024
  const parts = [
    bar(
      [
        [0, -0.02 * height, 0],
        [0, height * 0.5, 0],
        [0, height * 0.95, 0],
      ],
      girth,
      { surface: 'bark', color: bark },
      girth * 0.12,
    ),
  ]
  for (let tier = 0; tier < TIERS; tier++) {
    const share = tier / (TIERS - 1)
    const up = 1 - (1 - share) ** 1.35
    const y = height * (bare + (0.965 - bare) * up)
    const boughs = Math.round(7 - 3 * share)
    const length = height * spread * (0.1 + 0.9 * (1 - up) ** 0.85)
    const first = random.between(0, 360)
    parts.push({
      shape: {
        kind: 'cylinder',
        radius: length * 0.54,
        topRadius: 0,
        height: length * 0.9 + height * 0.05,
        sides: 9,
      },
      at: [0, y - length * 0.25, 0],
      rotation: [random.between(-4, 4), first, 0],
      material: { surface: 'leaves', color: shade(color, 0.62) },
    })
    for (let i = 0; i < boughs; i++) {
      const heading = first + (i * 360) / boughs + random.between(-14, 14)
      parts.push(
        ...bough(
          heading,
          y + random.between(-0.012, 0.012) * height,
          length * random.between(0.78, 1.12),
          share,
          color,
          random,
        ),
      )
    }
  }
  return parts
}

function bough(
  heading: number,
  y: number,
  length: number,
  share: number,
  color: string,
  random: Random,
): Part[] {
  const droop = 10 - 38 * share + random.between(-6, 6)
  const seed = random.int(0, 65535)
  const thick = length * 0.26 + 0.06
  const wide = length * random.between(0.46, 0.6) + 0.1
  const [x, , z] = around(heading, length * 0.46 * Math.cos((droop * Math.PI) / 180))
  const drop = length * 0.46 * Math.sin((droop * Math.PI) / 180)
  const tint = shade(color, random.pick([0.92, 1, 1.1]), random.pick([-0.03, 0.04]))
  const lying = { rotation: [droop, heading, 0] as [number, number, number] }
  return [
    {
      shape: {
        kind: 'foliage',
        size: [wide, thick, length],
        leaf: [0.1 + length * 0.1, 0.012 + length * 0.02],
        count: Math.round(130 - 60 * share),
        droop: 0.5,
        seed,
      },
      at: [x, y - drop - thick / 2, z],
      ...lying,
      material: { surface: 'leaves', color: tint },
    },
  ]
}
