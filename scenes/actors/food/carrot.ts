import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { bar, lathed } from '../../shape/place.ts'
import { eased } from '../../shape/profile.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const carrot = defineKind({
  kind: 'carrot',
  doc: 'A carrot, lying, its leaves to the right.',
  fields: {
    length: z.number().min(0.02).max(3).default(0.28).describe('Metres, leaves included.'),
    color: Color.default('orange').describe('Of the root.'),
  },
  blueprint: ({ length: l, color }) => {
    const r = l * 0.075
    const root: [number, number][] = [
      [0, 0],
      [r * 0.18, l * 0.02],
      [r * 0.62, l * 0.3],
      [r * 0.95, l * 0.55],
      [r, l * 0.6],
      [r * 0.7, l * 0.63],
      [0, l * 0.625],
    ]
    const left = -l / 2
    const rings = [0.22, 0.34, 0.43, 0.55].map((along, i): Part => ({
      shape: { kind: 'torus', radius: r * (0.25 + along * 1.28), tube: r * 0.035 },
      at: [left + along * l, r, 0],
      rotation: [0, 0, -90],
      material: { color: shade(color, 0.75 + 0.05 * (i % 2)), roughness: 0.6 },
    }))
    const fronds = [-2, -1, 0, 1, 2].flatMap((i): Part[] => {
      const tip: Vec3 = [
        left + l * (1 - 0.03 * Math.abs(i)),
        r * (1.1 + 0.35 * (2 - Math.abs(i))),
        i * r * 0.75,
      ]
      const root: Vec3 = [left + l * 0.62, r, i * r * 0.12]
      const half = root.map((from, k) => (from + (tip[k] as number)) / 2) as Vec3
      const green = { color: shade('#4f9a35', 1 + 0.1 * (i % 2)), roughness: 0.6 }
      const leaf = (at: Vec3, long: number): Part => ({
        shape: {
          kind: 'blob',
          size: [long, r * 0.5, r * 0.55],
          lumps: 0.35,
          seed: i + 7,
          detail: 2,
        },
        at: [at[0], at[1] - r * 0.25, at[2]],
        material: green,
      })
      return [
        bar([root, half, tip], r * 0.12, green),
        leaf([tip[0] - l * 0.06, tip[1], tip[2]], l * 0.13),
        leaf([half[0] + l * 0.05, half[1], half[2]], l * 0.1),
      ]
    })
    return {
      parts: [
        lathed(eased(root), { color, roughness: 0.5 }, [left, r, 0], [0, 0, -90]),
        ...rings,
        ...fronds,
      ],
    }
  },
})
