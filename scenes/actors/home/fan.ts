import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { around, bar } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

export const fan = defineKind({
  kind: 'fan',
  doc: 'A fan whose blades turn. A ceiling fan hangs: its position is its lowest point, and it ends `height` above that.',
  fields: {
    type: z.enum(['ceiling', 'table']).default('table').describe('Where it hangs or stands.'),
    width: z
      .number()
      .min(0.1)
      .max(4)
      .optional()
      .describe('Across the blades, metres; by default 1.3 (ceiling) or 0.34 (table).'),
    height: z.number().min(0.1).max(4).optional().describe('Metres; by default 0.5.'),
    speed: z
      .number()
      .min(-3000)
      .max(3000)
      .default(300)
      .describe('Degrees per second; 0 stands still.'),
    color: Color.default('white').describe('Of the body, and of the blades of a table fan.'),
    blades: Color.default('#8a5a33').describe('Of the wooden blades of a ceiling fan.'),
  },
  blueprint: ({ type, width, height = 0.5, speed, color, blades }) => ({
    parts:
      type === 'ceiling'
        ? ceilingFan((width ?? 1.3) / 2, height, speed, color, blades)
        : tableFan((width ?? 0.34) / 2, height, speed, color),
  }),
})

function ceilingFan(r: number, height: number, speed: number, color: string, hue: string): Part[] {
  const body = { color, roughness: 0.35 } as const
  const turns = {
    by: 'time',
    degreesPerSecond: speed,
    axis: [0, 1, 0] as Vec3,
    pivot: [0, 0, 0] as Vec3,
  } as const
  const wings = [0, 72, 144, 216, 288].flatMap((heading): Part[] => [
    {
      shape: {
        kind: 'prism',
        outline: scaled(
          [
            [0.2, -0.07],
            [0.95, -0.1],
            [1, -0.06],
            [1, 0.06],
            [0.95, 0.1],
            [0.2, 0.07],
          ],
          r,
          r,
        ),
        depth: 0.01,
        bevel: 0.003,
      },
      at: [0, 0.11, 0],
      rotation: [-80, heading, 0],
      material: { surface: 'wood', color: hue },
    },
    bar([around(heading + 90, r * 0.08, 0.1), around(heading + 90, r * 0.3, 0.112)], 0.012, {
      surface: 'metal',
    }),
  ])
  return [
    {
      shape: {
        kind: 'lathe',
        profile: [
          [0, 0],
          [0.05, 0.005],
          [0.085, 0.03],
          [0.1, 0.07],
          [0.11, 0.09],
          [0.11, 0.16],
          [0.08, 0.2],
          [0.02, 0.22],
        ],
      },
      material: body,
    },
    {
      shape: { kind: 'cylinder', radius: 0.014, height: height - 0.24 },
      at: [0, 0.2, 0],
      material: body,
    },
    {
      shape: {
        kind: 'lathe',
        profile: [
          [0.02, 0],
          [0.055, 0.03],
          [0.065, 0.055],
          [0, 0.06],
        ],
      },
      at: [0, height - 0.06, 0],
      material: body,
    },
    ...wings.map((part): Part => ({ ...part, turns })),
  ]
}

function tableFan(r: number, height: number, speed: number, color: string): Part[] {
  const body = { color, roughness: 0.35 } as const
  const wire = { surface: 'metal', color: '#c4c8cb' } as const
  const hub: Vec3 = [0, height - r, 0.02]
  const turns = {
    by: 'time',
    degreesPerSecond: speed,
    axis: [0, 0, 1] as Vec3,
    pivot: hub,
  } as const
  const ring = (radius: number, z: number): Part => ({
    shape: { kind: 'torus', radius, tube: 0.0035 },
    at: [0, hub[1], hub[2] + z - 0.0035],
    rotation: [90, 0, 0],
    material: wire,
  })
  const spoke = (angle: number): Part => {
    const [a, b] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
    const at = (radius: number, z: number): Vec3 => [a * radius, hub[1] + b * radius, hub[2] + z]
    return bar(
      [
        at(r * 0.2, 0.06),
        at(r * 0.7, 0.055),
        at(r * 0.97, 0),
        at(r * 0.7, -0.05),
        at(r * 0.2, -0.055),
      ],
      0.0018,
      wire,
    )
  }
  const wings = [0, 90, 180, 270].map((angle): Part => ({
    shape: {
      kind: 'prism',
      outline: scaled(
        [
          [0.12, -0.1],
          [0.5, -0.28],
          [0.8, -0.22],
          [0.88, 0],
          [0.75, 0.2],
          [0.4, 0.2],
          [0.12, 0.08],
        ],
        r,
        r,
      ),
      depth: 0.006,
      bevel: 0.002,
    },
    at: hub,
    rotation: [
      angle % 180 === 0 ? (angle === 0 ? 18 : -18) : 0,
      angle % 180 === 0 ? 0 : angle === 90 ? -18 : 18,
      angle,
    ],
    material: { color: '#8fbfd8', roughness: 0.3 },
    turns,
  }))
  return [
    {
      shape: {
        kind: 'lathe',
        profile: [
          [0, 0],
          [r * 0.62, 0],
          [r * 0.62, 0.012],
          [r * 0.5, 0.03],
          [0.03, 0.045],
          [0.018, 0.07],
          [0, 0.07],
        ],
      },
      material: body,
    },
    {
      shape: { kind: 'cylinder', radius: 0.016, height: height - r - 0.04 },
      at: [0, 0.03, -0.06],
      material: body,
    },
    {
      shape: { kind: 'capsule', radius: r * 0.26, height: 0.16 },
      at: [0, hub[1], -0.16],
      rotation: [90, 0, 0],
      material: body,
    },
    {
      shape: { kind: 'cylinder', radius: r * 0.2, height: 0.012, bevel: 0.004 },
      at: [0, hub[1], hub[2] + 0.055],
      rotation: [90, 0, 0],
      material: body,
    },
    ring(r * 0.98, 0),
    ring(r * 0.62, 0.057),
    ...Array.from({ length: 20 }, (_, i) => spoke(i * 18)),
    ...wings,
    {
      shape: { kind: 'capsule', radius: r * 0.14, height: 0.06 },
      at: [0, hub[1], hub[2] - 0.03],
      rotation: [90, 0, 0],
      material: { color: '#8fbfd8', roughness: 0.3 },
      turns,
    },
  ]
}
