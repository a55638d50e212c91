import { Color } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import { defineKind } from '../kind.ts'

export const mailbox = defineKind({
  kind: 'mailbox',
  doc: 'A street mailbox with a rounded top.',
  fields: { color: Color.default('blue').describe('Of the paint.') },
  blueprint: ({ color }) => {
    const paint = { color, roughness: 0.35 } as const
    const dark = { color: '#16181b', roughness: 0.7 } as const
    const dome = Array.from({ length: 15 }, (_, i): [number, number] => {
      const angle = (Math.PI * i) / 14
      return [Math.cos(angle) * 0.27, 0.92 + Math.sin(angle) * 0.27]
    })
    return {
      parts: [
        ...[-1, 1].flatMap((x) =>
          [-1, 1].map((z) => block([0.06, 0.16, 0.06], [x * 0.2, 0, z * 0.2], dark, 0.01)),
        ),
        {
          shape: {
            kind: 'prism',
            outline: [[-0.27, 0.14], [0.27, 0.14], ...dome],
            depth: 0.5,
            bevel: 0.014,
          },
          rotation: [0, 90, 0],
          material: paint,
        },
        block([0.4, 0.3, 0.02], [0, 0.82, 0.258], paint, 0.008),
        block([0.36, 0.035, 0.03], [0, 1.03, 0.262], dark, 0.008),
        block([0.16, 0.03, 0.05], [0, 0.9, 0.275], { surface: 'metal' }, 0.008),
        block([0.3, 0.18, 0.012], [0, 0.5, 0.268], { color: 'white', roughness: 0.6 }, 0.004),
        block([0.22, 0.022, 0.006], [0, 0.62, 0.274], { color }, 0),
        block([0.22, 0.014, 0.006], [0, 0.575, 0.274], dark, 0),
        block([0.22, 0.014, 0.006], [0, 0.54, 0.274], dark, 0),
      ],
    }
  },
})
