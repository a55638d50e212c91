import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { scaled } from '../../shape/profile.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Radius by height, both in heights of the pin: the turning drawing of a tenpin, 15 inches tall. */
const BODY = [
  [0, 0],
  [0.0677, 0],
  [0.076, 0.012],
  [0.0943, 0.05],
  [0.1302, 0.15],
  [0.1503, 0.225],
  [0.1589, 0.3],
  [0.1521, 0.392],
  [0.1234, 0.483],
  [0.0824, 0.575],
  [0.0655, 0.625],
] as const
const NECK = [
  [0.0655, 0.625],
  [0.0599, 0.667],
  [0.0605, 0.695],
  [0.0623, 0.725],
] as const
const HEAD = [
  [0.0623, 0.725],
  [0.0698, 0.783],
  [0.0802, 0.842],
  [0.0849, 0.9],
  [0.0795, 0.945],
  [0.062, 0.978],
  [0.035, 0.995],
  [0, 1],
] as const

export const bowlingPin = defineKind({
  kind: 'bowling-pin',
  doc: 'A turned bowling pin with a painted neck.',
  fields: {
    height: z.number().min(0.03).max(2).default(0.381).describe('Metres; a tenpin has 0.381.'),
    color: Color.default('#f6f3ea').describe('Of its body and head.'),
    stripe: Color.default('red').describe('Of its neck.'),
  },
  blueprint: ({ height: h, color, stripe }) => {
    const turned = (line: typeof BODY | typeof NECK | typeof HEAD, hue: string): Part => ({
      shape: { kind: 'lathe', profile: scaled(line, h, h) },
      material: { color: hue, roughness: 0.22 },
    })
    return { parts: [turned(BODY, color), turned(NECK, stripe), turned(HEAD, color)] }
  },
})
