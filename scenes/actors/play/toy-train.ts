import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block, placed, roller } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

const WOOD = { surface: 'wood', color: '#c08a52' } as const
/** The upper half of a ball: its lower half lies hidden in the wagon. */
const DOME = arcOfQuarter(5)
const CARGO = ['#2257c4', '#f2c81e', '#2f8f3a', '#ef7d1a'] as const

export const toyTrain = defineKind({
  kind: 'toy-train',
  doc: 'A wooden toy engine with wagons behind it; the wheels turn by the way it goes.',
  fields: {
    length: z.number().min(0.03).max(2).default(0.16).describe('Of the engine, metres.'),
    wagons: z.int().min(0).max(4).default(1).describe('How many it pulls.'),
    color: Color.default('red').describe('Of the engine.'),
  },
  blueprint: ({ length: l, wagons, color }) => ({
    parts: [
      ...engine(l, color),
      ...Array.from({ length: wagons }, (_, i) =>
        placed(wagon(l, CARGO[i % CARGO.length] as string), [0, 0, -l * (0.98 + i * 0.92)]),
      ).flat(),
    ],
  }),
})

function engine(l: number, color: string): Part[] {
  const paint = { color, roughness: 0.3 } as const
  const black = { color: '#26272b', roughness: 0.3 } as const
  const brass = { color: '#d9a83a', roughness: 0.3 } as const
  return [
    block([l * 0.36, l * 0.08, l * 0.94], [0, l * 0.16, 0], WOOD, l * 0.012),
    {
      shape: { kind: 'cylinder', radius: l * 0.155, height: l * 0.56, bevel: l * 0.012 },
      at: [0, l * 0.39, -l * 0.12],
      rotation: [90, 0, 0],
      material: paint,
    },
    ...[0.02, 0.28].map((z): Part => ({
      shape: { kind: 'cylinder', radius: l * 0.165, height: l * 0.026 },
      at: [0, l * 0.39, z * l],
      rotation: [90, 0, 0],
      material: brass,
    })),
    block([l * 0.36, l * 0.4, l * 0.3], [0, l * 0.24, -l * 0.3], paint, l * 0.012),
    ...[-1, 1].map((s) =>
      block(
        [l * 0.01, l * 0.14, l * 0.16],
        [s * l * 0.18, l * 0.43, -l * 0.3],
        { color: '#bfe0ec', roughness: 0.3 },
        0,
      ),
    ),
    block([l * 0.44, l * 0.05, l * 0.4], [0, l * 0.63, -l * 0.3], black, l * 0.015),
    {
      shape: {
        kind: 'lathe',
        profile: scaled(
          [
            [0, 0],
            [0.05, 0],
            [0.05, 0.14],
            [0.085, 0.22],
            [0.085, 0.25],
            [0.06, 0.25],
            [0, 0.2],
          ],
          l,
          l,
        ),
      },
      at: [0, l * 0.52, l * 0.3],
      material: black,
    },
    {
      shape: { kind: 'capsule', radius: l * 0.05, height: l * 0.14 },
      at: [0, l * 0.5, l * 0.1],
      material: brass,
    },
    {
      shape: { kind: 'cylinder', radius: l * 0.05, height: l * 0.03 },
      at: [0, l * 0.4, l * 0.43],
      rotation: [90, 0, 0],
      material: { color: '#fbf0c8', roughness: 0.3 },
    },
    ...wheels(l, [
      [-0.3, 0.15],
      [0.06, 0.105],
      [0.32, 0.105],
    ]),
  ]
}

function wagon(l: number, cargo: string): Part[] {
  const paint = { color: cargo, roughness: 0.3 } as const
  const coupling = { color: '#26272b', roughness: 0.3 } as const
  return [
    block([l * 0.34, l * 0.07, l * 0.76], [0, l * 0.15, 0], WOOD, l * 0.012),
    ...[-1, 1].map((s) => block([l * 0.03, l * 0.16, l * 0.74], [s * l * 0.15, l * 0.2, 0], paint)),
    ...[-1, 1].map((s) => block([l * 0.3, l * 0.16, l * 0.03], [0, l * 0.2, s * l * 0.355], paint)),
    roller(l * 0.02, l * 0.06, [0, l * 0.19, l * 0.46], coupling),
    block([l * 0.03, l * 0.03, l * 0.2], [0, l * 0.175, l * 0.46], coupling, 0),
    ...[-0.2, 0.02, 0.22].map((z, i): Part => ({
      shape: { kind: 'lathe', profile: scaled(DOME, l * 0.095, l * 0.095) },
      at: [(i - 1) * l * 0.03, l * 0.315, z * l],
      material: WOOD,
    })),
    ...wheels(l, [
      [-0.22, 0.1],
      [0.22, 0.1],
    ]),
  ]
}

/** Pairs of spoked discs at `[z, radius]`, in lengths of the engine; both of an axle turn about its middle, as one mesh. */
function wheels(l: number, axles: [number, number][]): Part[] {
  return axles.flatMap(([z, radius]) => {
    const r = radius * l
    const pivot: Vec3 = [0, r, z * l]
    const turns = { by: 'travel', radius: r, axis: [1, 0, 0] as Vec3, pivot } as const
    return [-1, 1].flatMap((s): Part[] => {
      const center: Vec3 = [s * l * 0.2, r, z * l]
      const disc: Part = {
        ...roller(r, l * 0.06, center, { color: '#2b2c31', roughness: 0.5 }, l * 0.012),
        turns,
      }
      const spokes = [0, 60, 120].map((angle): Part => ({
        shape: { kind: 'box', size: [l * 0.066, r * 1.5, r * 0.16], bevel: 0 },
        at: [
          center[0],
          r - r * 0.75 * Math.cos((angle * Math.PI) / 180),
          center[2] - r * 0.75 * Math.sin((angle * Math.PI) / 180),
        ],
        rotation: [angle, 0, 0],
        material: { color: '#d9b04a', roughness: 0.5 },
        turns,
      }))
      return [disc, ...spokes]
    })
  })
}

/** A quarter circle from `[1, 0]` to `[0, 1]`. */
function arcOfQuarter(steps: number): [number, number][] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = (i * Math.PI) / 2 / steps
    return [Math.cos(angle), i === steps ? 1 : Math.sin(angle)]
  })
}
