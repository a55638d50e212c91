import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import type { Random } from '../../random.ts'
import { aligned, around, bar } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const BODY = [
  [0, 0],
  [0.52, 0],
  [0.56, 0.02],
  [0.68, 0.12],
  [0.92, 0.3],
  [1, 0.46],
  [0.93, 0.62],
  [0.7, 0.76],
  [0.47, 0.86],
  [0.42, 0.91],
  [0.47, 0.96],
  [0.56, 1],
  [0.53, 1],
  [0.38, 0.9],
  [0, 0.6],
] as const

export const vase = defineKind({
  kind: 'vase',
  doc: 'A bellied vase, with or without a bunch of tulips.',
  fields: {
    height: z.number().min(0.03).max(3).default(0.28).describe('Of the vase, metres.'),
    color: Color.default('navy').describe('Of the glaze.'),
    tulips: z.int().min(0).max(15).default(0).describe('How many stand in it.'),
    blossom: Color.default('red').describe('Of the tulips.'),
  },
  blueprint: ({ height: h, color, tulips, blossom }, random) => {
    const glaze = { color, roughness: 0.2 } as const
    const r = h * 0.32
    const band = (y: number, radius: number): Part => ({
      shape: { kind: 'torus', radius, tube: h * 0.006 },
      at: [0, y, 0],
      material: { color: '#d8b45a', roughness: 0.3, metalness: 0.6 },
    })
    return {
      parts: [
        { shape: { kind: 'lathe', profile: scaled(BODY, r, h) }, material: glaze },
        band(h * 0.86, r * 0.475),
        band(h * 0.98, r * 0.545),
        ...Array.from({ length: tulips }, (_, i) => tulip(i, tulips, h, r, blossom, random)).flat(),
      ],
    }
  },
})

function tulip(
  i: number,
  count: number,
  h: number,
  r: number,
  color: string,
  random: Random,
): Part[] {
  const heading = i * 137.5
  const spread = Math.sqrt((i + 0.4) / count)
  const tall = h * (1.95 - 0.35 * spread) * random.between(0.93, 1.05)
  const tip = around(heading, h * 0.42 * spread, tall)
  const cup: [number, number][] = [
    [0, 0],
    [0.7, 0.06],
    [1, 0.3],
    [0.98, 0.6],
    [0.72, 1],
    [0.6, 0.96],
    [0, 0.4],
  ]
  const leaf: Part = {
    shape: {
      kind: 'prism',
      outline: scaled(
        [
          [0, 0],
          [0.5, -0.1],
          [1, 0],
          [0.5, 0.1],
        ],
        h * 0.75,
        h * 0.75,
      ),
      depth: 0.003,
    },
    at: around(heading + 60, r * 0.25, h * 0.9),
    rotation: aligned(around(heading + 60, 0.5, 1), around(heading + 150, 1)),
    material: { color: '#4d8a46', roughness: 0.6 },
  }
  return [
    bar(
      [
        around(heading, r * 0.2, h * 0.6),
        around(heading, r * 0.3 + h * 0.1 * spread, h * 1.2),
        tip,
      ],
      h * 0.012,
      { color: '#5b9448', roughness: 0.6 },
    ),
    {
      shape: { kind: 'lathe', profile: scaled(cup, h * 0.085, h * 0.2) },
      at: tip,
      rotation: [24 * spread, heading, 0],
      material: { color: shade(color, random.pick([0.92, 1, 1.06])), roughness: 0.5 },
    },
    ...(i % 2 === 0 ? [leaf] : []),
  ]
}
