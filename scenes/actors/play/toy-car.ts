import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block, roller } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const toyCar = defineKind({
  kind: 'toy-car',
  doc: 'A chunky wooden toy car; its wheels turn by the way it goes.',
  fields: {
    length: z.number().min(0.02).max(2).default(0.14).describe('Metres.'),
    color: Color.default('green').describe('Of the body.'),
    wheels: Color.default('yellow').describe('Of the hubs.'),
  },
  blueprint: ({ length: l, color, wheels }) => {
    const paint = { color, roughness: 0.3 } as const
    const r = l * 0.14
    const side = (
      outline: [number, number][],
      wide: number,
      material: Part['material'],
      bevel: number,
    ): Part => ({
      shape: {
        kind: 'prism',
        outline: outline.map(([z, y]) => [z * l, y * l]),
        depth: wide * l,
        bevel: bevel * l,
      },
      rotation: [0, -90, 0],
      material,
    })
    const wheel = (s: number, z: number): Part[] => {
      const center: Vec3 = [s * l * 0.25, r, z]
      const turns = { by: 'travel', radius: r, axis: [1, 0, 0] as Vec3, pivot: center } as const
      return [
        { ...roller(r, l * 0.1, center, { color: '#232326', roughness: 0.5 }, l * 0.022), turns },
        {
          ...roller(r * 0.5, l * 0.115, center, { color: wheels, roughness: 0.5 }, l * 0.01),
          turns,
        },
        {
          ...block(
            [l * 0.122, r * 0.14, r * 0.74],
            [center[0], r * 0.93, z],
            { color: '#8a5a33', roughness: 0.5 },
            0,
          ),
          turns,
        },
      ]
    }
    return {
      parts: [
        side(
          [
            [-0.47, 0.13],
            [0.47, 0.13],
            [0.5, 0.2],
            [0.46, 0.29],
            [0.28, 0.32],
            [-0.42, 0.34],
            [-0.5, 0.26],
            [-0.5, 0.18],
          ],
          0.44,
          paint,
          0.035,
        ),
        side(
          [
            [-0.36, 0.3],
            [0.24, 0.3],
            [0.1, 0.5],
            [0.02, 0.54],
            [-0.26, 0.54],
            [-0.32, 0.5],
          ],
          0.38,
          paint,
          0.03,
        ),
        side(
          [
            [-0.27, 0.355],
            [-0.08, 0.355],
            [-0.08, 0.48],
            [-0.24, 0.48],
          ],
          0.39,
          { color: '#bfe0ec', roughness: 0.15 },
          0.006,
        ),
        side(
          [
            [-0.03, 0.355],
            [0.15, 0.355],
            [0.07, 0.48],
            [-0.03, 0.48],
          ],
          0.39,
          { color: '#bfe0ec', roughness: 0.15 },
          0.006,
        ),
        {
          ...block(
            [l * 0.28, l * 0.18, l * 0.012],
            [0, l * 0.34, l * 0.206],
            { color: '#bfe0ec', roughness: 0.15 },
            l * 0.005,
          ),
          rotation: [-35, 0, 0] as Vec3,
        },
        ...[-1, 1].map((s): Part => ({
          shape: { kind: 'cylinder', radius: l * 0.045, height: l * 0.03, bevel: l * 0.01 },
          at: [s * l * 0.13, l * 0.22, l * 0.48],
          rotation: [90, 0, 0],
          material: { color: '#fbf0c8', roughness: 0.2 },
        })),
        ...[-1, 1].flatMap((s) => [...wheel(s, l * 0.28), ...wheel(s, -l * 0.28)]),
      ],
    }
  },
})
