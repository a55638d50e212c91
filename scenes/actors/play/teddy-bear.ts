import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { ball } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

export const teddyBear = defineKind({
  kind: 'teddy-bear',
  doc: 'A teddy bear that sits, a bow round its neck.',
  fields: {
    height: z.number().min(0.03).max(4).default(0.36).describe('Metres.'),
    color: Color.default('#a8713d').describe('Of the fur.'),
    bow: Color.default('red').describe('Of the bow.'),
  },
  blueprint: ({ height: h, color, bow }) => {
    const fur = { surface: 'fabric', color, roughness: 1 } as const
    const pale = { surface: 'fabric', color: shade(color, 1.4) } as const
    const black = { color: '#191514', roughness: 0.15 } as const
    const silk = { color: bow, roughness: 0.35 } as const
    const egg = (size: Vec3, at: Vec3, material: Part['material'], rotation?: Vec3): Part => ({
      ...ball(size.map((v) => v * h) as Vec3, at.map((v) => v * h) as Vec3, material),
      ...(rotation && { rotation }),
    })
    const both = [-1, 1].flatMap((s): Part[] => [
      egg([0.17, 0.17, 0.09], [s * 0.18, 0.83, -0.02], fur),
      egg([0.1, 0.1, 0.05], [s * 0.18, 0.86, 0.015], pale),
      egg([0.045, 0.05, 0.03], [s * 0.075, 0.74, 0.205], black),
      egg([0.15, 0.15, 0.36], [s * 0.26, 0.005, 0.12], fur, [0, s * 24, 0]),
      egg([0.17, 0.19, 0.1], [s * 0.345, 0.0, 0.28], fur, [0, s * 24, 0]),
      egg([0.11, 0.12, 0.04], [s * 0.36, 0.035, 0.325], pale, [0, s * 24, 0]),
      egg([0.14, 0.36, 0.14], [s * 0.3, 0.22, 0.08], fur, [-24, 0, s * 34]),
      egg([0.15, 0.1, 0.05], [s * 0.075, 0.49, 0.16], silk, [0, 0, s * 14]),
    ])
    return {
      parts: [
        egg([0.46, 0.52, 0.38], [0, 0, 0], fur),
        egg([0.3, 0.34, 0.1], [0, 0.09, 0.13], pale),
        egg([0.46, 0.42, 0.4], [0, 0.5, 0.01], fur),
        egg([0.2, 0.16, 0.16], [0, 0.58, 0.16], pale),
        egg([0.075, 0.05, 0.05], [0, 0.68, 0.222], black),
        egg([0.06, 0.06, 0.05], [0, 0.51, 0.175], silk),
        ...both,
      ],
    }
  },
})
