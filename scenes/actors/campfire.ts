import { Color, Share, type Vec3 } from '../schema/values.ts'
import { z } from 'zod'
import { around, bar } from '../shape/place.ts'
import { scaled } from '../shape/profile.ts'
import type { Part } from '../shape/shape.ts'
import { defineKind } from './kind.ts'

/** Flames only glow: their own light, close by, would turn any base colour white. */
const TONGUES = [
  { color: '#ff5a00', glow: 0.5, size: 0.8, count: 7, ring: 0.14 },
  { color: '#ff8a0c', glow: 0.62, size: 1, count: 5, ring: 0.085 },
  { color: '#ffc84a', glow: 0.8, size: 0.62, count: 4, ring: 0.11 },
] as const

export const campfire = defineKind({
  kind: 'campfire',
  doc: 'Logs burning in a ring of stones.',
  fields: {
    size: z.number().min(0.3).max(4).default(1.1).describe('Across the ring of stones, metres.'),
    flames: Share.default(0.7).describe('0 burnt out ... 1 roaring.'),
    color: Color.default('orange').describe('Of the light it gives.'),
  },
  blueprint: ({ size, flames, color }, random) => {
    const logs = [0, 1, 2, 3, 4].map((i): Part => {
      const heading = i * 72 + random.between(-12, 12)
      return bar(
        [around(heading, size * 0.3, size * 0.05), around(heading + 180, size * 0.03, size * 0.2)],
        size * 0.055,
        { surface: 'bark', color: '#4a3628' },
        size * 0.048,
      )
    })
    const stones = Array.from({ length: 11 }, (_, i): Part => {
      const wide = size * random.between(0.16, 0.23)
      return {
        shape: {
          kind: 'blob',
          size: [wide, wide * 0.72, wide * 0.85],
          lumps: 0.22,
          seed: random.int(0, 65535),
          detail: 2,
        },
        at: around((i * 360) / 11, size * 0.42, -wide * 0.12),
        rotation: [0, random.between(0, 360), 0],
        material: { surface: 'rock', color: '#77736c' },
      }
    })
    const ash: Part = {
      shape: { kind: 'cylinder', radius: size * 0.36, topRadius: size * 0.2, height: size * 0.05 },
      material: { surface: 'earth', color: '#2b2724' },
    }
    const embers: Part = {
      shape: {
        kind: 'blob',
        size: [size * 0.36, size * 0.09, size * 0.36],
        lumps: 0.4,
        seed: 3,
        detail: 3,
        faceted: true,
      },
      at: [0, size * 0.02, 0],
      material: { color: '#3a1208', glow: 0.9, glowColor: '#ff3c00' },
    }
    const burning = TONGUES.flatMap(({ color: hue, glow, size: tall, count, ring }) =>
      Array.from({ length: count }, (_, i): Part =>
        tongue(
          around(i * (360 / count) + random.between(-20, 20), size * ring, size * 0.07),
          size * tall * (0.3 + 0.55 * flames) * random.between(0.42, 1.12),
          { color: '#2a0a00', roughness: 1, glow, glowColor: hue },
        ),
      ),
    )
    return {
      parts: [ash, ...stones, ...logs, ...(flames > 0 ? [embers, ...burning] : [])],
      ...(flames > 0 && {
        lights: [
          {
            kind: 'point',
            at: [0, size * 0.65, 0],
            color,
            strength: 3 + 7 * flames,
            reach: 10 + 8 * flames,
          },
        ],
      }),
    }
  },
})

/** A flame: fat and round below, drawn out to a bent tip. */
function tongue([x, y, z]: Vec3, tall: number, material: Part['material']): Part {
  const wide = tall * 0.19
  const profile: [number, number][] = [
    [0, 0],
    [0.55, 0.05],
    [0.95, 0.16],
    [1, 0.27],
    [0.82, 0.42],
    [0.5, 0.6],
    [0.24, 0.78],
    [0.08, 0.92],
    [0, 1],
  ]
  return {
    shape: { kind: 'lathe', profile: scaled(profile, wide, tall) },
    at: [x, y, z],
    rotation: [-2 - 10 * Math.hypot(x, z), (Math.atan2(x, z) * 180) / Math.PI, 0],
    material,
  }
}
