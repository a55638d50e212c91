import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { bar } from '../../shape/place.ts'
import { shade as shadeOf } from '../../shape/shade.ts'
import type { GlowStop, Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Fabric is brightest beside the bulb: the glow at shares of the height. */
const SHINING: GlowStop[] = [
  { at: 0, color: '#d8a050' },
  { at: 0.2, color: '#f6cc84' },
  { at: 0.38, color: '#fff4d8' },
  { at: 0.6, color: '#f0c078' },
  { at: 0.8, color: '#cc9048' },
  { at: 1, color: '#a86c30' },
]

export const lamp = defineKind({
  kind: 'lamp',
  doc: 'A lamp with a fabric shade. A ceiling lamp hangs: its position is its lowest point, and it ends `height` above that.',
  fields: {
    type: z
      .enum(['floor', 'table', 'ceiling'])
      .default('table')
      .describe('Where it stands or hangs.'),
    height: z
      .number()
      .min(0.15)
      .max(6)
      .optional()
      .describe('Metres; by default 1.6 (floor), 0.5 (table) or 0.9 (ceiling).'),
    color: Color.default('cream').describe('Of the shade.'),
    base: Color.default('#7b5a32').describe('Of the foot and stem.'),
    on: z.boolean().default(false).describe('It is lit.'),
    light: Color.default('#ffc88a').describe('Colour of its light.'),
  },
  blueprint: ({ type, height: given, color, base, on, light }) => {
    const height = given ?? { floor: 1.6, table: 0.5, ceiling: 0.9 }[type]
    const wide = { floor: 0.24, table: height * 0.34, ceiling: 0.22 }[type]
    const tall = wide * 1.05
    const low = type === 'ceiling' ? 0 : height - tall - 0.02
    const metal = { color: base, roughness: 0.3, metalness: 0.5 } as const
    const shade: Part = {
      shape: {
        kind: 'lathe',
        profile: [
          // A ring at every stop of the glow.
          ...SHINING.map(({ at }): [number, number] => [wide * (1 - 0.32 * at), tall * at]),
          [wide * 0.66, tall],
          [wide * 0.98, 0],
          [wide, 0],
        ],
      },
      at: [0, low, 0],
      material: {
        surface: 'fabric',
        color,
        ...(on && { glow: 1.1, glowColor: shadeOf(light, 1.2) }),
      },
      ...(on && { glowStops: SHINING }),
    }
    const bulb: Part = {
      shape: {
        kind: 'blob',
        size: [wide * 0.42, wide * 0.5, wide * 0.42],
        lumps: 0,
        seed: 0,
        detail: 3,
      },
      at: [0, low + tall * 0.3, 0],
      material: { color: 'white', roughness: 0.3, ...(on && { glow: 4, glowColor: light }) },
    }
    const bulbAt: Vec3 = [0, low + tall * (type === 'ceiling' ? 0.2 : 0.55), 0]
    return {
      parts: [
        shade,
        bulb,
        ...(type === 'ceiling'
          ? hanger(height, tall, metal)
          : stand(type, low + tall * 0.4, wide, metal)),
      ],
      ...(on && {
        lights: [
          {
            kind: 'point',
            at: bulbAt,
            color: light,
            strength: type === 'table' ? 2.2 : 6,
            reach: type === 'table' ? 6 : 10,
          },
        ],
      }),
    }
  },
})

function hanger(height: number, shade: number, metal: Part['material']): Part[] {
  return [
    bar(
      [
        [0, shade * 0.75, 0],
        [0, height - 0.01, 0],
      ],
      0.006,
      { color: '#26262a' },
    ),
    {
      shape: { kind: 'cylinder', radius: 0.035, height: 0.07, bevel: 0.008 },
      at: [0, shade * 0.72, 0],
      material: metal,
    },
    {
      shape: {
        kind: 'lathe',
        profile: [
          [0.012, 0],
          [0.05, 0.025],
          [0.06, 0.035],
          [0, 0.036],
        ],
      },
      at: [0, height - 0.036, 0],
      material: metal,
    },
  ]
}

function stand(
  type: 'floor' | 'table',
  top: number,
  wide: number,
  metal: Part['material'],
): Part[] {
  const rod: Part = { shape: { kind: 'cylinder', radius: 0.011, height: top }, material: metal }
  if (type === 'floor')
    return [
      rod,
      {
        shape: {
          kind: 'lathe',
          profile: [
            [0, 0],
            [0.15, 0],
            [0.15, 0.014],
            [0.13, 0.024],
            [0.03, 0.035],
            [0.02, 0.08],
            [0, 0.08],
          ],
        },
        material: metal,
      },
    ]
  const r = wide * 0.72
  const y = top * 0.82
  const body: [number, number][] = [
    [0, 0],
    [0.62, 0],
    [0.64, 0.05],
    [0.5, 0.09],
    [0.55, 0.16],
    [0.86, 0.34],
    [0.95, 0.48],
    [0.86, 0.62],
    [0.5, 0.82],
    [0.22, 0.93],
    [0.18, 1],
    [0, 1],
  ]
  return [
    rod,
    {
      shape: { kind: 'lathe', profile: body.map(([a, b]) => [a * r, b * y]) },
      material: { ...metal, roughness: 0.25, metalness: 0 },
    },
  ]
}
