import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { around } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const pond = defineKind({
  kind: 'pond',
  doc: 'A still pond with stones around its edge.',
  fields: {
    width: z.number().min(0.5).max(100).default(5).describe('Along X, metres.'),
    depth: z.number().min(0.5).max(100).default(3.6).describe('Along Z, metres.'),
    color: Color.default('#2b4a52').describe('Of the water.'),
  },
  blueprint: ({ width, depth, color }, random) => {
    const sides = 40
    const wobble = [random.between(0, 6), random.between(0, 6)] as const
    const edge = (i: number, out: number): [number, number] => {
      const angle = (i / sides) * 2 * Math.PI
      const k =
        out * (1 + 0.07 * Math.sin(2 * angle + wobble[0]) + 0.05 * Math.sin(3 * angle + wobble[1]))
      return [(Math.cos(angle) * width * k) / 2, (Math.sin(angle) * depth * k) / 2]
    }
    const sheet = (out: number, height: number, y: number, material: Part['material']): Part => ({
      shape: {
        kind: 'prism',
        outline: Array.from({ length: sides }, (_, i) => edge(i, out)),
        depth: height,
      },
      at: [0, y + height / 2, 0],
      rotation: [-90, 0, 0],
      material,
    })
    const stones = Math.min(70, Math.round((width + depth) * 4))
    const shore = Array.from({ length: stones }, (_, i): Part => {
      const [x, z] = edge(
        (i / stones) * sides + random.between(-0.3, 0.3),
        random.between(0.97, 1.02),
      )
      const size = Math.min(width, depth) * random.between(0.06, 0.13)
      return {
        shape: {
          kind: 'blob',
          size: [size, size * 0.6, size * 0.8],
          lumps: 0.2,
          seed: random.int(0, 65535),
          detail: 2,
        },
        at: [x, -size * 0.15, -z],
        rotation: [0, random.between(0, 360), 0],
        material: { surface: 'rock', color: '#8b877f' },
      }
    })
    const pads = Array.from({ length: 7 }, (_, i): Part => {
      const [x, , z] = around(i * 51 + random.between(0, 30), random.between(0.25, 0.36))
      const r = Math.min(width, depth) * random.between(0.025, 0.045)
      return {
        shape: { kind: 'cylinder', radius: r, height: 0.008, sides: 24 },
        at: [x * width, 0.03, z * depth],
        material: { surface: 'leaves', color: '#5f7d3c' },
      }
    })
    return {
      parts: [
        sheet(1.03, 0.016, 0, { surface: 'earth', color: '#4d4033' }),
        // Near the bank the mud shows through and the bank's own image darkens the water.
        sheet(1, 0.01, 0.016, {
          surface: 'water',
          color: shade(color, 0.55, 0.2),
          roughness: 0.45,
        }),
        sheet(0.93, 0.002, 0.026, {
          surface: 'water',
          color: shade(color, 0.75, 0.1),
          roughness: 0.25,
        }),
        sheet(0.85, 0.002, 0.028, { surface: 'water', color }),
        ...shore,
        ...pads,
      ],
    }
  },
})
