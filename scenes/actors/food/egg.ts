import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { lathed } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import { defineKind } from '../kind.ts'

/** Half the height of the blunt end's ellipse over the whole height. */
const BLUNT = 0.42
const STEPS = 28
/** Two half ellipses that meet at the widest place. */
const SHELL = Array.from({ length: STEPS + 1 }, (_, i): [number, number] => {
  const angle = (i / STEPS - 0.5) * Math.PI
  const high = angle < 0 ? BLUNT : 1 - BLUNT
  return [0.37 * Math.cos(angle), BLUNT + high * Math.sin(angle)]
})

export const egg = defineKind({
  kind: 'egg',
  doc: "A hen's egg, on its blunt end.",
  fields: {
    height: z.number().min(0.01).max(5).default(0.06).describe('Metres.'),
    color: Color.default('#e3b48c').describe('Of the shell.'),
  },
  blueprint: ({ height: h, color }) => ({
    parts: [lathed(scaled(SHELL, h, h), { color, roughness: 0.55 })],
  }),
})
