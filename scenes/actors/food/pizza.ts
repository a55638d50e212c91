import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { ball, circle } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const SLICES = 6
/** Degrees between two slices. */
const GAP = 1.2

export const pizza = defineKind({
  kind: 'pizza',
  doc: 'A pizza cut into six, one slice drawn out: cheese, tomato, salami and basil.',
  fields: {
    width: z.number().min(0.05).max(5).default(0.32).describe('Metres.'),
    color: Color.default('#eebf4d').describe('Of the cheese.'),
  },
  blueprint: ({ width: w, color }) => {
    const r = w / 2
    const crust = { color: '#bf8442', roughness: 0.8 } as const
    const slice = (i: number): Part[] => {
      const [from, to] = [(i * 360) / SLICES + GAP, ((i + 1) * 360) / SLICES - GAP]
      const middle = ((from + to) * Math.PI) / 360
      const out = i === SLICES - 2 ? r * 0.36 : 0
      const [dx, dz] = [Math.cos(middle) * out, -Math.sin(middle) * out]
      const sheet = (
        radius: number,
        y: number,
        thick: number,
        material: Part['material'],
      ): Part => ({
        shape: {
          kind: 'prism',
          outline: [[0, 0], ...circle(radius, [0, 0], from, to, 10)],
          depth: thick,
        },
        at: [dx, y + thick / 2, dz],
        rotation: [-90, 0, 0],
        material,
      })
      const on = (share: number, along: number): Vec3 => {
        const angle = ((from + (to - from) * share) * Math.PI) / 180
        return [dx + Math.cos(angle) * r * along, w * 0.042, dz - Math.sin(angle) * r * along]
      }
      const salami = ([share, along]: readonly [number, number]): Part => ({
        shape: { kind: 'cylinder', radius: w * 0.042, height: w * 0.012, bevel: w * 0.004 },
        at: on(share, along),
        material: { color: '#a62f25', roughness: 0.5 },
      })
      const leaf = ([share, along]: readonly [number, number]): Part => ({
        ...ball([w * 0.07, w * 0.012, w * 0.035], on(share, along), {
          color: '#3f7d2c',
          roughness: 0.6,
        }),
        rotation: [0, i * 71 + along * 300, 8],
      })
      const rim: Part = {
        shape: {
          kind: 'tube',
          points: Array.from({ length: 7 }, (_, k): Vec3 => {
            const angle = ((from + ((to - from) * k) / 6) * Math.PI) / 180
            return [dx + Math.cos(angle) * r * 0.95, w * 0.035, dz - Math.sin(angle) * r * 0.95]
          }),
          radius: w * 0.035,
        },
        material: crust,
      }
      return [
        sheet(r * 0.95, 0, w * 0.03, crust),
        sheet(r * 0.91, w * 0.03, w * 0.006, { color: '#b5361f', roughness: 0.5 }),
        sheet(r * 0.87, w * 0.036, w * 0.006, { color, roughness: 0.45 }),
        rim,
        ...(
          [
            [0.3, 0.68],
            [0.72, 0.72],
            [0.5, 0.38],
          ] as const
        ).map(salami),
        ...(
          [
            [0.5, 0.62],
            [0.3, 0.45],
          ] as const
        ).map(leaf),
        ball([w * 0.05, w * 0.02, w * 0.04], on(0.72, 0.5), {
          color: shade(color, 1.2),
          roughness: 0.5,
        }),
      ]
    }
    return { parts: Array.from({ length: SLICES }, (_, i) => slice(i)).flat() }
  },
})
