import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { bar, lathed, sideways } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const sailboat = defineKind({
  kind: 'sailboat',
  doc: 'A sailing boat with a mainsail and a jib, its bow to the front.',
  fields: {
    length: z.number().min(0.1).max(30).default(6).describe('Metres.'),
    color: Color.default('white').describe('Of the hull.'),
    sail: Color.default('#f4efe2').describe('Of the sails.'),
  },
  blueprint: ({ length: l, color, sail }) => {
    const paint = { color, roughness: 0.3 } as const
    const wood = { surface: 'wood', color: '#9c6a3c' } as const
    const cloth = { surface: 'fabric', color: sail } as const
    const rope = { color: '#c9bd9c', roughness: 0.8 } as const
    // Half a turned spindle: its upper half is the deck's hollow, hidden below the planks.
    const spindle = (grow: number): [number, number][] =>
      [
        [0.02, 0.5],
        [0.1, 0.36],
        [0.165, 0.12],
        [0.18, -0.1],
        [0.16, -0.32],
        [0.125, -0.46],
        [0, -0.48],
      ]
        .map(([r, y]): [number, number] => [(r as number) * grow * l, (y as number) * l])
        .reverse()
    const hull: Part = {
      ...lathed(spindle(1), paint, [0, l * 0.17, 0], [90, 0, 0]),
      scale: [1, 1, 0.94],
    }
    const deck: [number, number][] = [
      [0.47, 0],
      [0.36, 0.095],
      [0.12, 0.16],
      [-0.1, 0.174],
      [-0.32, 0.155],
      [-0.455, 0.122],
    ]
    const sheet: Part = {
      shape: {
        kind: 'prism',
        outline: [
          ...deck.map(([z, x]): [number, number] => [x * l, z * l]).reverse(),
          ...deck.slice(1).map(([z, x]): [number, number] => [-x * l, z * l]),
        ],
        depth: l * 0.15,
      },
      at: [0, l * 0.185, 0],
      rotation: [90, 0, 0],
      material: wood,
    }
    const rim = [-1, 1].map((s) =>
      bar(
        deck.map(([z, x]): Vec3 => [s * x * l, l * 0.262, z * l]),
        l * 0.012,
        { color: '#6b4325', roughness: 0.4 },
      ),
    )
    const flat = (outline: [number, number][], turn: number, at: Vec3): Part => ({
      ...sideways(
        outline.map(([z, y]) => [z * l, y * l]),
        l * 0.006,
        cloth,
        at,
      ),
      rotation: [0, -90 + turn, 0],
    })
    return {
      parts: [
        hull,
        sheet,
        ...rim,
        bar(
          [
            [0, l * 0.2, l * 0.08],
            [0, l * 1.32, l * 0.08],
          ],
          l * 0.012,
          wood,
          l * 0.008,
        ),
        bar(
          [
            [0, l * 0.37, l * 0.08],
            [l * 0.09, l * 0.36, -l * 0.4],
          ],
          l * 0.009,
          wood,
        ),
        flat(
          [
            [0, 0.39],
            [-0.08, 0.385],
            [-0.47, 0.38],
            [-0.3, 0.75],
            [-0.12, 1.1],
            [0, 1.28],
          ].reverse() as [number, number][],
          -10,
          [0, 0, l * 0.07],
        ),
        flat(
          [
            [-0.36, 0.34],
            [0, 0.3],
            [-0.18, 0.78],
            [-0.345, 1.12],
          ],
          -8,
          [0, 0, l * 0.47],
        ),
        bar(
          [
            [0, l * 1.3, l * 0.08],
            [0, l * 0.27, l * 0.49],
          ],
          l * 0.003,
          rope,
        ),
        bar(
          [
            [0, l * 1.3, l * 0.08],
            [0, l * 0.27, -l * 0.46],
          ],
          l * 0.003,
          rope,
        ),
        ...[-1, 1].map((s) =>
          bar(
            [
              [0, l * 1.0, l * 0.08],
              [s * l * 0.16, l * 0.26, l * 0.05],
            ],
            l * 0.003,
            rope,
          ),
        ),
        bar(
          [
            [0, l * 0.28, -l * 0.3],
            [0, l * 0.31, -l * 0.44],
          ],
          l * 0.01,
          wood,
        ),
        sideways(
          [
            [-0.5, 0.06],
            [-0.45, 0.06],
            [-0.45, 0.26],
            [-0.49, 0.26],
          ].map(([z, y]) => [(z as number) * l, (y as number) * l]),
          l * 0.015,
          wood,
        ),
        {
          ...sideways(
            [
              [0.005, 1.26],
              [0.005, 1.32],
              [-0.11, 1.29],
            ].map(([z, y]) => [(z as number) * l, (y as number) * l]),
            l * 0.004,
            { color: 'red', roughness: 0.7 },
            [0, 0, l * 0.07],
          ),
        },
      ],
    }
  },
})
