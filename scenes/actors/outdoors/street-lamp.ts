import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { bar, block } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

export const streetLamp = defineKind({
  kind: 'street-lamp',
  doc: 'A street lamp whose arm reaches to the front.',
  fields: {
    height: z.number().min(2).max(15).default(5.5).describe('Metres.'),
    color: Color.default('#2f3a38').describe('Of the pole.'),
    on: z.boolean().default(false).describe('It shines down on the street.'),
    light: Color.default('#ffd9a0').describe('Colour of its light.'),
  },
  blueprint: ({ height, color, on, light }) => {
    const iron = { color, roughness: 0.4, metalness: 0.3 } as const
    const reach = height * 0.2
    const neck = height - 0.55
    return {
      parts: [
        {
          shape: {
            kind: 'lathe',
            profile: [
              [0, 0],
              [0.2, 0],
              [0.2, 0.08],
              [0.15, 0.12],
              [0.14, 0.7],
              [0.1, 0.82],
              [0.075, 0.9],
            ],
          },
          material: iron,
        },
        {
          shape: { kind: 'cylinder', radius: 0.075, topRadius: 0.05, height: neck - 0.85 },
          at: [0, 0.85, 0],
          material: iron,
        },
        ...[1.2, neck - 0.1].map((y) => ({
          shape: { kind: 'torus', radius: 0.06, tube: 0.025 } as const,
          at: [0, y, 0] as [number, number, number],
          material: iron,
        })),
        bar(
          [
            [0, neck - 0.05, 0],
            [0, height - 0.25, reach * 0.12],
            [0, height, reach * 0.5],
            [0, height - 0.02, reach],
          ],
          0.045,
          iron,
          0.035,
        ),
        {
          shape: {
            kind: 'lathe',
            profile: [
              [0.24, 0],
              [0.235, 0.05],
              [0.16, 0.12],
              [0.07, 0.2],
              [0.04, 0.24],
              [0, 0.25],
            ],
          },
          at: [0, height - 0.2, reach + 0.02],
          material: iron,
        },
        {
          shape: { kind: 'blob', size: [0.34, 0.2, 0.34], lumps: 0, seed: 0, detail: 3 },
          at: [0, height - 0.29, reach + 0.02],
          material: { color: '#fff6e4', roughness: 0.3, ...(on && { glow: 6, glowColor: light }) },
        },
        block([0.1, 0.3, 0.02], [0, 0.3, 0.142], { color: '#1f2625', roughness: 0.5 }, 0.004),
      ],
      ...(on && {
        lights: [
          {
            kind: 'spot',
            at: [0, height - 0.32, reach],
            toward: [0, 0, reach + 0.6],
            color: light,
            strength: 170,
            reach: height * 3.2,
            angle: 62,
          },
        ],
      }),
    }
  },
})
