import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { around, bar, block } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

export const lantern = defineKind({
  kind: 'lantern',
  doc: 'A lantern with four panes and a ring to carry it by.',
  fields: {
    height: z.number().min(0.1).max(3).default(0.36).describe('Metres.'),
    color: Color.default('#2b2d2f').describe('Of the frame.'),
    on: z.boolean().default(true).describe('It burns.'),
    light: Color.default('#ffb65c').describe('Colour of its light.'),
  },
  blueprint: ({ height: h, color, on, light }) => {
    const iron = { color, roughness: 0.45, metalness: 0.4 } as const
    const half = h * 0.2
    return {
      parts: [
        block([h * 0.5, h * 0.05, h * 0.5], [0, 0, 0], iron, h * 0.012),
        block([h * 0.44, h * 0.03, h * 0.44], [0, h * 0.05, 0], iron, h * 0.008),
        ...[-1, 1].flatMap((x) =>
          [-1, 1].map((z) =>
            block([h * 0.03, h * 0.5, h * 0.03], [x * half, h * 0.08, z * half], iron, h * 0.006),
          ),
        ),
        ...[0, 90, 180, 270].map((heading) => ({
          ...block([half * 2, h * 0.014, h * 0.014], around(heading, half, h * 0.33), iron, 0),
          rotation: [0, heading, 0] as Vec3,
        })),
        block([h * 0.46, h * 0.035, h * 0.46], [0, h * 0.58, 0], iron, h * 0.01),
        {
          shape: {
            kind: 'cylinder',
            radius: h * 0.3,
            topRadius: h * 0.08,
            height: h * 0.16,
            sides: 4,
          },
          at: [0, h * 0.61, 0],
          rotation: [0, 45, 0],
          material: iron,
        },
        {
          shape: { kind: 'cylinder', radius: h * 0.06, height: h * 0.06, bevel: h * 0.01 },
          at: [0, h * 0.76, 0],
          material: iron,
        },
        bar(
          Array.from({ length: 13 }, (_, i): Vec3 => [
            Math.cos((i * Math.PI) / 6) * h * 0.085,
            h * 0.9 + Math.sin((i * Math.PI) / 6) * h * 0.085,
            0,
          ]),
          h * 0.013,
          iron,
        ),
        {
          shape: { kind: 'cylinder', radius: h * 0.09, height: h * 0.2, bevel: h * 0.015 },
          at: [0, h * 0.08, 0],
          material: { color: 'cream', roughness: 0.5, ...(on && { glow: 0.6, glowColor: light }) },
        },
        ...(on
          ? [
              {
                shape: {
                  kind: 'lathe',
                  profile: scaled(
                    [
                      [0, 0],
                      [0.032, 0.02],
                      [0.045, 0.05],
                      [0.035, 0.09],
                      [0.012, 0.14],
                      [0, 0.17],
                    ],
                    h,
                    h,
                  ),
                } as const,
                at: [0, h * 0.29, 0] as Vec3,
                material: { color: light, glow: 2.2 },
              },
            ]
          : []),
        ...[0, 90, 180, 270].map((heading) => ({
          ...block(
            [half * 2, h * 0.5, h * 0.006],
            around(heading, half, h * 0.08),
            {
              surface: 'glass' as const,
              color: on ? '#140a02' : '#cfe3e0',
              opacity: on ? 0.45 : 0.22,
              ...(on && { glow: 0.8, glowColor: shade(light, 1, 0.1) }),
            },
            0,
          ),
          rotation: [0, heading, 0] as Vec3,
        })),
      ],
      ...(on && {
        lights: [
          {
            // Its roof keeps the light from the hand that carries it.
            kind: 'spot',
            at: [0, h * 0.42, 0],
            color: light,
            strength: 0.5 + 8 * h,
            reach: 4 + 8 * h,
            angle: 125,
          },
        ],
      }),
    }
  },
})
