import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { placed } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const cactus = defineKind({
  kind: 'cactus',
  doc: 'A ribbed saguaro with upturned arms.',
  fields: {
    height: z.number().min(0.2).max(12).default(3).describe('Metres.'),
    arms: z.int().min(0).max(5).default(3).describe('How many arms it has grown.'),
    color: Color.default('#4f7a45').describe('Of the skin.'),
  },
  blueprint: ({ height, arms, color }, random) => {
    const thick = height * 0.062
    const parts = limb(
      [
        [0, -0.02 * height],
        [0, height * 0.35],
        [0, height * 0.7],
        [0, height],
      ],
      thick,
      color,
      10,
    )
    const first = random.between(-30, 30)
    for (let i = 0; i < arms; i++) {
      const low = height * random.between(0.3, 0.5)
      const tip = Math.min(low + height * random.between(0.26, 0.42), height * 0.92)
      const out = height * random.between(0.15, 0.2)
      const arm = limb(
        [
          [0, low],
          [out * 0.72, low + 0.01 * height],
          [out, low + 0.09 * height],
          [out, tip],
        ],
        thick * 0.66,
        color,
        8,
      )
      parts.push(...placed(arm, [0, 0, 0], first + 90 + i * (i === 1 ? 180 : 360 / arms)))
    }
    return { parts: [...parts, foot(thick)] }
  },
})

/** The old skin at the ground has turned to bark and bulges a little. */
function foot(radius: number): Part {
  return {
    shape: {
      kind: 'lathe',
      profile: [
        [radius * 1.34, -0.6 * radius],
        [radius * 1.32, 0.05 * radius],
        [radius * 1.24, 0.4 * radius],
        [radius * 1.05, 1.1 * radius],
        [radius * 0.9, 1.5 * radius],
      ],
    },
    material: { surface: 'bark', color: '#8a7a55' },
  }
}

/** A stem along `[outward, up]` points in the X-Y plane: a core with ribs that close over its tip. */
function limb(line: [number, number][], radius: number, color: string, ribs: number): Part[] {
  const tip = line.at(-1) as [number, number]
  const stem: [number, number][] = [...line.slice(0, -1), [tip[0], tip[1] - radius * 1.2]]
  const offset = (i: number, cos: number): [number, number] => {
    const [before, after] = [stem[Math.max(i - 1, 0)], stem[Math.min(i + 1, stem.length - 1)]] as [
      [number, number],
      [number, number],
    ]
    const [dx, dy] = [after[0] - before[0], after[1] - before[1]]
    const length = Math.hypot(dx, dy)
    const [x, y] = stem[i] as [number, number]
    return [x + (dy / length) * radius * cos, y - (dx / length) * radius * cos]
  }
  const dark = { color: shade(color, 0.72), roughness: 0.75 }
  const core: Part = {
    shape: { kind: 'tube', points: stem.map(([x, y]): Vec3 => [x, y, 0]), radius: radius * 0.99 },
    material: dark,
  }
  const cap: Part = {
    shape: { kind: 'sphere', radius: radius * 0.99 },
    at: [tip[0], tip[1] - radius * 2.1, 0],
    material: dark,
  }
  return [
    core,
    cap,
    ...Array.from({ length: ribs }, (_, k): Part => {
      const angle = ((k + 0.5) / ribs) * 2 * Math.PI
      const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
      const side: Vec3[] = stem.map((_, i) => [...offset(i, cos), radius * sin])
      const crown: Vec3[] = [
        [tip[0] + radius * 0.72 * cos, tip[1] - radius * 0.45, radius * 0.72 * sin],
        [tip[0] + radius * 0.1 * cos, tip[1] - radius * 0.12, radius * 0.1 * sin],
      ]
      return {
        shape: {
          kind: 'tube',
          points: [...side, ...crown],
          radius: radius * 0.21,
          endRadius: radius * 0.12,
        },
        material: { color, roughness: 0.7 },
      }
    }),
  ]
}
