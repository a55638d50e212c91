import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { around, bar, block, lathed } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const RUNGS = 7

export const windmill = defineKind({
  kind: 'windmill',
  doc: 'A tower windmill, its four sails turning in front.',
  fields: {
    height: z.number().min(0.2).max(40).default(11).describe('Of the tower, metres.'),
    color: Color.default('#efe9dc').describe('Of the tower.'),
    speed: z.number().min(-360).max(360).default(40).describe('Degrees a second; 0 stands still.'),
  },
  blueprint: ({ height: h, color, speed }) => {
    const wall = { surface: 'plaster', color } as const
    const wood = { surface: 'wood', color: '#6b4325' } as const
    const cloth = { surface: 'fabric', color: '#ece4d0' } as const
    const dark = { color: '#3d2c20', roughness: 0.7 } as const
    const hub: Vec3 = [0, h * 0.86, h * 0.3]
    const turns = {
      by: 'time',
      degreesPerSecond: speed,
      axis: [0, 0, 1] as Vec3,
      pivot: hub,
    } as const
    const arm = (turn: number): Part[] => {
      const angle = (turn * Math.PI) / 180
      const at = (x: number, y: number, z = 0): Vec3 => [
        hub[0] + (x * Math.cos(angle) - y * Math.sin(angle)) * h,
        hub[1] + (x * Math.sin(angle) + y * Math.cos(angle)) * h,
        hub[2] + z * h,
      ]
      return [
        bar([at(0, 0), at(0, 0.62)], h * 0.012, wood),
        bar([at(0.13, 0.14), at(0.13, 0.61)], h * 0.006, wood),
        ...Array.from({ length: RUNGS }, (_, i) => {
          const y = 0.14 + (0.47 * i) / (RUNGS - 1)
          return bar([at(-0.012, y), at(0.135, y)], h * 0.006, wood)
        }),
        {
          shape: {
            kind: 'prism',
            outline: [
              [0.012, 0.14],
              [0.128, 0.14],
              [0.128, 0.61],
              [0.012, 0.61],
            ].map(([x, y]) => [(x as number) * h, (y as number) * h]),
            depth: h * 0.004,
          },
          at: [hub[0], hub[1], hub[2] - h * 0.007],
          rotation: [0, 0, turn] as Vec3,
          material: cloth,
        },
      ]
    }
    const sails = [0, 1, 2, 3].flatMap((i) => arm(35 + i * 90)).map((part) => ({ ...part, turns }))
    const pane = (turn: number, y: number, radius: number) => ({
      ...block([h * 0.07, h * 0.1, h * 0.03], around(turn, h * radius, h * y), dark, h * 0.004),
      rotation: [-5, turn, 0] as Vec3,
    })
    return {
      parts: [
        lathed(
          scaled(
            [
              [0, 0],
              [0.27, 0],
              [0.26, 0.03],
              [0.245, 0.04],
              [0.165, 0.8],
              [0, 0.8],
            ],
            h,
            h,
          ),
          wall,
        ),
        lathed(
          scaled(
            [
              [0.18, 0.79],
              [0.19, 0.8],
              [0.185, 0.83],
              [0.14, 0.93],
              [0.06, 1],
              [0, 1.01],
            ],
            h,
            h,
          ),
          { color: '#7b4030', roughness: 0.7 },
        ),
        block([h * 0.11, h * 0.2, h * 0.04], [0, 0, h * 0.24], wood, h * 0.006),
        pane(0, 0.4, 0.206),
        pane(90, 0.3, 0.216),
        pane(-90, 0.3, 0.216),
        pane(0, 0.63, 0.182),
        bar(
          [
            [0, hub[1], 0],
            [0, hub[1], hub[2] + h * 0.03],
          ],
          h * 0.022,
          wood,
        ),
        ...sails,
        {
          shape: { kind: 'cylinder', radius: h * 0.035, height: h * 0.05, bevel: h * 0.008 },
          at: [0, hub[1], hub[2] - h * 0.01],
          rotation: [90, 0, 0],
          material: wood,
          turns,
        },
      ],
    }
  },
})
