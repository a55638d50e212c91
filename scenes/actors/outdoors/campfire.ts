import { Color, Share } from '../../schema/values.ts'
import { z } from 'zod'
import { heart, tongue } from '../../shape/flame.ts'
import { around, bar } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Tongues of fire: how many, how tall and thick, and how far out, in sizes of the fire. */
const TONGUES = [
  { count: 9, tall: 0.72, thick: 0.05, ring: 0.13 },
  { count: 6, tall: 1, thick: 0.06, ring: 0.07 },
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
        material: {
          surface: 'rock',
          // Sooty: bare stone so near to the light is white.
          color: '#6b665e',
          // The bright ground shines back on their dark sides.
          ...(flames > 0 && { glow: 0.1 * flames, glowColor: color }),
        },
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
      material: { color: '#0a0302', roughness: 1, glow: 0.55, glowColor: '#ff3c00' },
    }
    const tall = size * (0.3 + 0.55 * flames)
    const burning = [
      ...TONGUES.flatMap(({ count, tall: share, thick, ring }) =>
        Array.from({ length: count }, (_, i) =>
          tongue(
            around(i * (360 / count) + random.between(-20, 20), size * ring, size * 0.06),
            tall * share * random.between(0.6, 1.1),
            size * thick * random.between(0.8, 1.15),
            random,
          ),
        ),
      ),
      ...[0, 1, 2].map((i) =>
        heart(
          around(i * 120 + random.between(-20, 20), size * 0.07, size * 0.05),
          tall * random.between(0.5, 0.68),
          size * 0.085,
        ),
      ),
    ]
    return {
      parts: [ash, ...stones, ...logs, ...(flames > 0 ? [embers, ...burning] : [])],
      ...(flames > 0 && {
        lights: [
          {
            kind: 'point',
            at: [0, size, 0],
            color,
            strength: 8 + 20 * flames,
            reach: 14 + 10 * flames,
            shadow: true,
          },
        ],
      }),
    }
  },
})
