import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const LENSES = [
  { state: 'red', y: 0.78, bright: '#ff2a1c', dull: '#4a1210' },
  { state: 'amber', y: 0.5, bright: '#ffb000', dull: '#4a3608' },
  { state: 'green', y: 0.22, bright: '#1fe06a', dull: '#0c3a20' },
] as const

export const trafficLight = defineKind({
  kind: 'traffic-light',
  doc: 'A traffic light on a pole.',
  fields: {
    height: z.number().min(1.5).max(8).default(3.4).describe('Metres.'),
    state: z.enum(['red', 'amber', 'green', 'off']).default('red').describe('Which lens is lit.'),
    color: Color.default('#343c40').describe('Of pole and housing.'),
  },
  blueprint: ({ height, state, color }) => {
    const iron = { color, roughness: 0.45 } as const
    const base = height - 1.08
    return {
      parts: [
        {
          shape: { kind: 'cylinder', radius: 0.15, topRadius: 0.11, height: 0.22, bevel: 0.02 },
          material: iron,
        },
        { shape: { kind: 'cylinder', radius: 0.06, height: height - 0.12 }, material: iron },
        block([0.36, 1.02, 0.24], [0, base, 0.12], iron, 0.06),
        block(
          [0.52, 1.18, 0.02],
          [0, base - 0.08, 0.03],
          { color: '#262c2f', roughness: 0.45 },
          0.008,
        ),
        ...LENSES.flatMap((lens): Part[] => {
          const middle: Vec3 = [0, base + lens.y, 0.235]
          return [
            {
              shape: { kind: 'cylinder', radius: 0.105, height: 0.03, bevel: 0.014 },
              at: middle,
              rotation: [90, 0, 0],
              material:
                lens.state === state
                  ? { color: lens.dull, glow: 1.4, glowColor: lens.bright, roughness: 0.3 }
                  : { color: lens.dull, roughness: 0.3 },
            },
            {
              shape: { kind: 'torus', radius: 0.115, tube: 0.016, arc: 220 },
              at: [0, base + lens.y, 0.24],
              rotation: [-90, 0, -20],
              material: iron,
            },
            visor(middle, color),
          ]
        }),
      ],
    }
  },
})

/** A half-round hood: an arch pushed out over the lens. */
function visor([x, y, z]: Vec3, color: string): Part {
  const arch = (radius: number) =>
    Array.from({ length: 9 }, (_, i): [number, number] => {
      const angle = ((-12 + (204 * i) / 8) * Math.PI) / 180
      return [Math.cos(angle) * radius, Math.sin(angle) * radius]
    })
  return {
    shape: { kind: 'prism', outline: [...arch(0.135), ...arch(0.12).reverse()], depth: 0.17 },
    at: [x, y, z + 0.085],
    material: { color, roughness: 0.5 },
  }
}
