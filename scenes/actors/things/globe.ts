import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { aligned, bar, lathed } from '../../shape/place.ts'
import { scaled } from '../../shape/profile.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Radians that the axis leans, as the earth's does. */
const TILT = (23.5 * Math.PI) / 180
/** Round patches that make the lands: degrees north, degrees east, radius in degrees. */
const LANDS = [
  ...[
    [62, -110, 15],
    [66, -150, 9],
    [52, -85, 14],
    [42, -105, 14],
    [35, -88, 10],
    [25, -103, 7],
    [16, -91, 4],
  ],
  ...[
    [72, -42, 9],
    [3, -68, 10],
    [-8, -52, 14],
    [-14, -66, 9],
    [-28, -62, 10],
    [-42, -70, 6],
  ],
  ...[
    [60, 15, 7],
    [47, 4, 8],
    [50, 22, 12],
    [40, -4, 5],
    [58, 45, 16],
    [62, 80, 18],
    [63, 115, 18],
    [66, 160, 9],
  ],
  ...[
    [45, 70, 14],
    [38, 95, 17],
    [32, 110, 13],
    [30, 52, 10],
    [24, 45, 8],
    [21, 79, 9],
    [14, 102, 8],
  ],
  ...[
    [20, 0, 14],
    [20, 22, 14],
    [8, 8, 9],
    [6, 34, 11],
    [-8, 24, 13],
    [-24, 24, 9],
    [-19, 46, 4],
  ],
  ...[
    [-24, 122, 9],
    [-24, 138, 11],
    [-30, 148, 6],
    [-3, 113, 6],
    [-6, 142, 6],
    [37, 138, 4],
    [-88, 0, 18],
  ],
] as [number, number, number][]

const FOOT = [
  [0, 0],
  [0.24, 0],
  [0.25, 0.02],
  [0.2, 0.05],
  [0.05, 0.08],
  [0.03, 0.14],
  [0.03, 0.22],
  [0, 0.22],
] as const

export const globe = defineKind({
  kind: 'globe',
  doc: 'A globe of the earth on a stand.',
  fields: {
    height: z.number().min(0.03).max(5).default(0.4).describe('Metres.'),
    color: Color.default('blue').describe('Of the seas.'),
    land: Color.default('#7ba556').describe('Of the lands.'),
  },
  blueprint: ({ height: h, color, land }) => {
    const brass = { surface: 'metal', color: '#b98f3e', roughness: 0.3 } as const
    const [r, middle] = [h * 0.34, h * 0.6]
    const out = (north: number, east: number): Vec3 => {
      const [a, b] = [(north * Math.PI) / 180, (east * Math.PI) / 180]
      const [x, y] = [Math.cos(a) * Math.sin(b), Math.sin(a)]
      const [cos, sin] = [Math.cos(TILT), Math.sin(TILT)]
      return [x * cos + y * sin, y * cos - x * sin, Math.cos(a) * Math.cos(b)]
    }
    const cap = ([north, east, wide]: [number, number, number]): Part => {
      const [x, y, z] = out(north, east)
      const profile = Array.from({ length: 6 }, (_, i): [number, number] => {
        const angle = ((wide * (5 - i)) / 5) * (Math.PI / 180)
        return [Math.sin(angle) * r * 1.012, Math.cos(angle) * r * 1.012]
      })
      return lathed(
        profile,
        { color: land, roughness: 0.6 },
        [0, middle, 0],
        aligned(Math.hypot(x, z) < 1e-6 ? [1, 0, 0] : [z, 0, -x], [x, y, z]),
      )
    }
    const ring = Array.from({ length: 13 }, (_, i): Vec3 => {
      const angle = TILT + (i * Math.PI) / 12
      return [Math.sin(angle) * h * 0.39, middle + Math.cos(angle) * h * 0.39, 0]
    })
    return {
      parts: [
        lathed(scaled(FOOT, h, h), { color: '#5e3a20', roughness: 0.4 }),
        {
          shape: { kind: 'sphere', radius: r },
          at: [0, middle - r, 0],
          material: { color, roughness: 0.35 },
        },
        ...LANDS.map(cap),
        bar(ring, h * 0.013, brass),
        bar([ring[0] as Vec3, ring[12] as Vec3], h * 0.01, brass),
      ],
    }
  },
})
