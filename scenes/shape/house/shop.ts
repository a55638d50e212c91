import type { Random } from '../../random.ts'
import type { Vec3 } from '../../schema/values.ts'
import { block } from '../place.ts'
import { shade } from '../shade.ts'
import type { Part } from '../shape.ts'
import {
  AMBER,
  BRIGHT,
  DIM,
  INDOORS,
  LOW,
  PANE,
  RECESS,
  STOREY,
  WARM,
  type House,
} from './house.ts'

/** Metres from the window to the wall behind the counter. */
const ROOM = 3.4
/** Where the window begins and ends above the pavement, metres. */
const [BELOW, ABOVE] = [0.5, 2.55]

/** A shop's window and awning; when lamps burn one sees the room behind it. */
export function shopFront(
  { width, depth, trim, litWindows }: House,
  awning: string,
  random: Random,
): Part[] {
  const out = depth / 2
  const wide = width - 3.2
  const x = -width / 2 + 0.45 + wide / 2
  const paint = { surface: 'wood', color: awning, roughness: 0.5 } as const
  const stripes = Math.max(3, Math.round(wide / 0.42) | 1)
  const each = wide / stripes
  const beside = width / 2 - 0.25 - (x + wide / 2)
  const pane = block([wide - 0.1, ABOVE - BELOW, 0.04], [x, BELOW, out - 0.14], PANE, 0)
  return [
    block(
      [beside, STOREY - 0.15, 0.1],
      [width / 2 - 0.25 - beside / 2, 0, out - RECESS - 0.02],
      paint,
      0,
    ),
    block([wide + 0.4, 0.7, 0.1], [x, STOREY - 0.85, out - RECESS - 0.02], paint, 0),
    block([wide + 0.4, BELOW, 0.24], [x, 0, out - 0.12], paint, 0.02),
    ...(litWindows > 0 ? room(x, wide, out - RECESS, random) : [pane]),
    ...[0, 1, 2, 3].map((i) =>
      block(
        [0.08, ABOVE - BELOW, 0.1],
        [x - wide / 2 + 0.04 + (i / 3) * (wide - 0.08), BELOW, out - 0.1],
        trim,
        0.01,
      ),
    ),
    block([width - 0.4, 0.5, 0.14], [0, STOREY - 0.68, out - 0.02], paint, 0.02),
    ...Array.from({ length: stripes }, (_, i): Part => ({
      shape: {
        kind: 'prism',
        outline: [
          [0, 0],
          [1.15, -0.5],
          [1.15, -0.68],
          [1.13, -0.68],
          [1.13, -0.52],
          [0, -0.03],
        ],
        depth: each,
      },
      at: [x - wide / 2 + (i + 0.5) * each, STOREY - 0.25, out],
      rotation: [0, -90, 0],
      material: { surface: 'fabric', color: i % 2 ? 'cream' : awning },
    })),
  ]
}

/**
 * A lit room behind the window. Its walls glow by how far they are from its lamps, as no light is spent
 * inside: real lamps would cost time in every pixel of the picture.
 */
function room(x: number, wide: number, front: number, random: Random): Part[] {
  const wall = INDOORS
  const back = front - ROOM
  const top = STOREY - 0.3
  const sides = [-1, 1].flatMap((s) => {
    const at = (y: number, inward: number, z = front - ROOM / 2): Vec3 => [
      x + s * (wide / 2 - inward),
      y,
      z,
    ]
    return [
      block([0.06, top, ROOM], at(0, 0), { ...wall, ...LOW }, 0),
      block([0.04, 0.95, ROOM], at(0, 0.05), WOOD, 0),
      block([0.04, 0.45, ROOM], at(top - 0.45, 0.05), { ...wall, ...DIM }, 0),
      ...[-0.7, 0.7].flatMap((dz) => [
        block([0.04, 0.62, 0.5], at(1.25, 0.05, front - ROOM / 2 + dz), WOOD, 0),
        block([0.04, 0.5, 0.38], at(1.31, 0.06, front - ROOM / 2 + dz), { ...wall, ...WARM }, 0),
      ]),
    ]
  })
  const hung = Math.max(2, Math.round(wide / 2))
  const lamps = Array.from({ length: hung }, (_, i): Part[] => {
    const at: Vec3 = [x + ((i + 0.5) / hung - 0.5) * wide, 1.95, front - 1.1]
    return [
      block([0.02, top - at[1], 0.02], at, { color: '#2a2420', roughness: 0.8 }, 0),
      {
        shape: { kind: 'cylinder', radius: 0.16, topRadius: 0.05, height: 0.15, sides: 12 },
        at,
        material: { color: '#2f3a34', roughness: 0.8 },
      },
      {
        shape: { kind: 'blob', size: [0.15, 0.15, 0.15], lumps: 0, seed: 0, detail: 2 },
        at: [at[0], at[1] - 0.12, at[2]],
        material: { color: '#fff6e4', glow: 5, glowColor: '#ffd9a0' },
      },
      // What a lamp throws on the wall behind it, in two steps.
      block([1.25, 1.5, 0.02], [at[0], 0.9, back + 0.03], { ...wall, ...WARM }, 0),
      block([0.75, 0.9, 0.02], [at[0], 1.25, back + 0.04], { ...wall, ...BRIGHT }, 0),
    ]
  })
  return [
    block([wide, top, 0.06], [x, 0, back], { ...wall, ...AMBER }, 0),
    block([wide, 0.05, ROOM], [x, top, front - ROOM / 2], { ...wall, ...AMBER }, 0),
    block([wide, 0.04, ROOM], [x, 0, front - ROOM / 2], { ...wall, ...DIM }, 0),
    ...sides,
    ...lamps.flat(),
    ...furniture(x, wide, front, random),
  ]
}

/** A counter with bottles on the shelves behind it, and tables by the window. */
function furniture(x: number, wide: number, front: number, random: Random): Part[] {
  const back = front - ROOM
  const left = x - wide / 2
  const goods = [1.28, 1.72].flatMap((y) =>
    Array.from({ length: Math.floor((wide - 0.6) / 0.42) }, (_, i): Part => {
      const tall = random.between(0.12, 0.3)
      const color = random.pick(['#6b3a22', '#3d5a3a', '#7a2f2a', '#b98f4f', '#3c4a66'])
      return block(
        [random.between(0.12, 0.32), tall, 0.08],
        [left + 0.4 + i * 0.42, y, back + 0.2],
        { color: shade(color, 1.15), roughness: 0.8 },
        0,
      )
    }),
  )
  const count = Math.max(1, Math.round(wide / 2.8))
  const tables = Array.from({ length: count }, (_, i): Part[] => {
    const at = left + ((i + 0.5) / count) * wide
    return [
      {
        shape: { kind: 'cylinder', radius: 0.36, height: 0.03, sides: 16 },
        at: [at, 0.74, front - 0.75],
        material: WOOD,
      },
      block([0.06, 0.74, 0.06], [at, 0, front - 0.75], { color: '#2a2420', roughness: 0.8 }, 0),
      ...[-0.6, 0.6].map((dx) =>
        block([0.3, 0.86, 0.36], [at + dx * 1.1, 0, front - 0.75], WOOD, 0),
      ),
      block([0.1, 0.16, 0.1], [at + random.between(-0.15, 0.15), 0.77, front - 0.75], CUP, 0),
    ]
  })
  return [
    block([wide * 0.7, 1.02, 0.5], [x - wide * 0.1, 0, back + 0.9], WOOD, 0.02),
    block(
      [wide * 0.72, 0.05, 0.6],
      [x - wide * 0.1, 1.02, back + 0.9],
      { color: '#b58a5c', roughness: 0.8 },
      0,
    ),
    ...[1.24, 1.68].map((y) => block([wide - 0.4, 0.04, 0.24], [x, y, back + 0.16], WOOD, 0)),
    ...goods,
    ...tables.flat(),
  ]
}

/** Of panels, tables and shelves; dark, as the room is lit from their far side. */
const WOOD = { color: '#5a3a24', roughness: 0.8 } as const
const CUP = { color: '#e8ddc8', roughness: 0.8 } as const
