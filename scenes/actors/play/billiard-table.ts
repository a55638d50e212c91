import { z } from 'zod'
import { Color } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

type Point = [number, number]

/** Metres: of the cushions, the wooden rails, and the mouths between two cushions (half of each). */
const CUSHION = { wide: 0.05, tall: 0.036 }
const RAIL = { wide: 0.11, tall: 0.04, deep: 0.1 }
const JAW = { corner: 0.085, middle: 0.07 }
/** Metres: how thick the slate is, how far from the cushions it ends, and how much lower its border lies. */
const SLATE = 0.03
const EDGE = 0.02
const STEP = 0.001
/** Metres: the radius of the holes, and how far beyond the field their middles lie. */
const POCKET = { radius: 0.062, corner: 0.028, middle: 0.045 }

export const billiardTable = defineKind({
  kind: 'billiard-table',
  doc: 'A pool table; balls roll on it at `height`, and fall through its six holes into what hangs there.',
  fields: {
    length: z
      .number()
      .min(1)
      .max(4)
      .default(2.24)
      .describe('Of the field between the cushions, along X, metres; it is half as deep.'),
    height: z.number().min(0.3).max(1.2).default(0.78).describe('Of the cloth, metres.'),
    cloth: Color.default('#1f7a4d').describe('Of the cloth.'),
    color: Color.default('#6b3f22').describe('Of the wood.'),
  },
  blueprint: ({ length, height, cloth, color }) => {
    const [x, z] = [length / 2, length / 4]
    const wood = { surface: 'wood', color, roughness: 0.4 } as const
    const felt = { surface: 'fabric', color: cloth } as const
    // Plain, for its bounce: cloth over rubber.
    const nose = { color: cloth, roughness: 0.95 } as const
    const flat = (outline: Point[], [low, high]: Point, material: Part['material']): Part => ({
      shape: { kind: 'prism', outline, depth: high - low },
      at: [0, (low + high) / 2, 0],
      rotation: [-90, 0, 0],
      material,
    })
    const rails = [...quarters(railAlong(x, z)), ...halves(railAcross(x, z))]
    const cushions = [...quarters(cushionAlong(x, z)), ...halves(cushionAcross(x, z))]
    const [ox, oz] = [x, z].map((half) => half + CUSHION.wide + RAIL.wide) as Point
    const apron = height - RAIL.deep
    return {
      parts: [
        block([2 * (x - EDGE), SLATE, 2 * (z - EDGE)], [0, height - SLATE, 0], felt, 0),
        ...quarters(border(x, z)).map((line) => flat(line, [height - SLATE, height - STEP], felt)),
        ...cushions.map((line) => flat(line, [height - STEP, height + CUSHION.tall], nose)),
        ...rails.map((line) => flat(line, [apron, height + RAIL.tall], wood)),
        ...[-1, 1].map((s) =>
          block([2 * ox - 0.1, 0.09, 0.03], [0, apron - 0.09, s * (oz - 0.07)], wood, 0.004),
        ),
        ...[-1, 1].map((s) =>
          block([0.03, 0.09, 2 * oz - 0.17], [s * (ox - 0.07), apron - 0.09, 0], wood, 0.004),
        ),
        ...[-1, 1].flatMap((a) =>
          [-1, 1].map((b): Part => ({
            shape: { kind: 'cylinder', radius: 0.05, topRadius: 0.075, height: apron, sides: 8 },
            at: [a * (ox - 0.13), 0, b * (oz - 0.13)],
            material: wood,
          })),
        ),
        ...sights(x, z).map(([sx, sz]): Part => ({
          shape: { kind: 'cylinder', radius: 0.007, height: 0.0015, sides: 12 },
          at: [sx, height + RAIL.tall - 0.0003, sz],
          material: { color: '#efe8d8', roughness: 0.3 },
        })),
      ],
    }
  },
})

/** Points on a circle, both ends among them; degrees from +X, counter-clockwise. */
function arc([cx, cy]: Point, radius: number, from: number, to: number): Point[] {
  const steps = Math.max(2, Math.ceil(Math.abs(to - from) / 18))
  return Array.from({ length: steps + 1 }, (_, i): Point => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180
    return [cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]
  })
}

/** Degrees below the horizontal at which the circle of a pocket meets a line so far beyond its middle. */
function bite(beyond: number): number {
  return (Math.acos(beyond / POCKET.radius) * 180) / Math.PI
}

/**
 * The slate is a box as far as the middle of a ball can get: where pieces meet, and on hulls, a fast ball would hop.
 * Around it lies this border, as far as the back of the cushions, with a bite out of it at each pocket.
 */
function border(x: number, z: number): Point[] {
  const [a, m] = [bite(CUSHION.wide - POCKET.corner), bite(CUSHION.wide - POCKET.middle)]
  return [
    [0, z - EDGE],
    [x - EDGE, z - EDGE],
    [x - EDGE, 0],
    [x + CUSHION.wide, 0],
    ...arc([x + POCKET.corner, z + POCKET.corner], POCKET.radius, 360 - a, 90 + a),
    ...arc([0, z + POCKET.middle], POCKET.radius, 360 + 90 - m, 270),
  ]
}

/** Half of the rail along the field, right of the middle pocket; and the rail across it. Mitred at the corners. */
function railAlong(x: number, z: number): Point[] {
  const [ox, oz] = [x, z].map((half) => half + CUSHION.wide + RAIL.wide) as Point
  const [a, m] = [bite(CUSHION.wide - POCKET.corner), bite(CUSHION.wide - POCKET.middle)]
  return [
    ...arc([x + POCKET.corner, z + POCKET.corner], POCKET.radius, 90 + a, 45),
    [ox, oz],
    [0, oz],
    ...arc([0, z + POCKET.middle], POCKET.radius, 90, 90 - m),
  ]
}
function railAcross(x: number, z: number): Point[] {
  const [ox, oz] = [x, z].map((half) => half + CUSHION.wide + RAIL.wide) as Point
  const a = bite(CUSHION.wide - POCKET.corner)
  return [
    ...arc([x + POCKET.corner, -z - POCKET.corner], POCKET.radius, a, -45),
    [ox, -oz],
    [ox, oz],
    ...arc([x + POCKET.corner, z + POCKET.corner], POCKET.radius, 45, -a),
  ]
}

/** The cushion before each, its ends cut back towards the pockets. */
function cushionAlong(x: number, z: number): Point[] {
  return [
    [JAW.middle, z],
    [x - JAW.corner, z],
    [x - JAW.corner + 0.04, z + CUSHION.wide],
    [JAW.middle - 0.012, z + CUSHION.wide],
  ]
}
function cushionAcross(x: number, z: number): Point[] {
  return [
    [x, z - JAW.corner],
    [x, -z + JAW.corner],
    [x + CUSHION.wide, -z + JAW.corner - 0.04],
    [x + CUSHION.wide, z - JAW.corner + 0.04],
  ]
}

/** Mirrored into all four quarters, or to the left; a mirrored outline runs the other way round. */
function quarters(line: Point[]): Point[][] {
  return [...halves(line), ...halves(line).map((one) => mirrored(one, [1, -1]))]
}
function halves(line: Point[]): Point[][] {
  return [line, mirrored(line, [-1, 1])]
}
function mirrored(line: Point[], [a, b]: Point): Point[] {
  return line.map(([px, pz]): Point => [a * px, b * pz]).toReversed()
}

/** Where the inlaid dots of the rails are, at the eighths of the field. */
function sights(x: number, z: number): Point[] {
  const out = CUSHION.wide + RAIL.wide * 0.6
  const along = [-0.75, -0.5, -0.25, 0.25, 0.5, 0.75].flatMap((share): Point[] => [
    [share * x, z + out],
    [share * x, -z - out],
  ])
  const across = [-0.5, 0, 0.5].flatMap((share): Point[] => [
    [x + out, share * z],
    [-x - out, share * z],
  ])
  return [...along, ...across]
}
