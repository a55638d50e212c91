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
    const boughs = Math.round(9 - 3 * share)
    const length = height * spread * (0.1 + 0.9 * (1 - up) ** 0.85)
    const first = random.between(0, 360)
    parts.push({
      shape: {
        kind: 'cylinder',
        radius: length * 0.5,
        topRadius: 0,
        height: length * 0.9 + height * 0.05,
        sides: 9,
      },
      at: [0, y - length * 0.25, 0],
      rotation: [random.between(-4, 4), first, 0],
      material: { surface: 'leaves', color: shade(color, 0.7) },
    })
    for (let i = 0; i < boughs; i++) {
      const heading = first + (i * 360) / boughs + random.between(-14, 14)
      parts.push(
        bough(
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
): Part {
  const rise = length * (0.62 - 0.2 * share + random.between(-0.08, 0.08))
  const [x, , z] = around(heading, length / 2)
  const tint = shade(color, random.pick([0.95, 1.15, 1.3]), random.pick([-0.03, 0.04]))
  return {
    shape: {
      kind: 'bough',
      size: [length * random.between(0.62, 0.76), rise, length],
      twigs: Math.round(11 - 4 * share),
      seed: random.int(0, 65535),
    },
    at: [x, y - rise * 0.7, z],
    rotation: [0, heading, 0],
    material: { surface: 'leaves', color: tint },
  }
}
