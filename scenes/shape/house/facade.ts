import type { Random } from '../../random.ts'
import { block, placed } from '../place.ts'
import type { Part } from '../shape.ts'
import { INDOORS, LAMPLIGHT, LOW, PANE, RECESS, SILL, STOREY, WINDOW, type House } from './house.ts'

/** Above so many windows, sills run along a whole floor instead of under each. */
const MANY = 90

/**
 * The four walls. Panes are one dark core; piers and bands of wall stand before it, so that every window
 * is truly recessed while a row of them shares its parts.
 */
export function facades(house: House, random: Random): Part[] {
  const { width, depth, floors, office, shop } = house
  const height = floors * STOREY
  const low = shop || office ? STOREY : 0
  const wide = width - 2 * RECESS
  // One can look into a shop: there the core leaves out the front half of the ground floor.
  const hollow = shop ? STOREY - 0.1 : 0
  const core = block([wide, height - 0.1 - hollow, depth - 2 * RECESS], [0, hollow, 0], PANE, 0)
  const rear = shop
    ? [block([wide, hollow, depth / 2 - RECESS], [0, 0, RECESS / 2 - depth / 4], PANE, 0)]
    : []
  const sides = [0, 90, 180, 270].flatMap((heading) => {
    const across = heading % 180 === 0 ? width : depth
    const out = heading % 180 === 0 ? depth / 2 : width / 2
    const front = heading === 0
    return placed(wall(house, across, out, front ? low : 0, front, random), [0, 0, 0], heading)
  })
  return [core, ...rear, ...bands(house, low), ...corners(house), ...sides]
}

/**
 * A room's light in a window, at most two parts each: even, brighter above the cross bar, or with a curtain
 * drawn from one side.
 */
function litPane(
  x: number,
  y: number,
  open: number,
  tall: number,
  face: number,
  [above, below]: (typeof LAMPLIGHT)[number],
  shade: number,
): Part[] {
  const whole = (light: (typeof LAMPLIGHT)[number][number]) =>
    block([open, tall, 0.02], [x, y, face + 0.005], { ...INDOORS, ...light }, 0)
  if (shade < 0.2) return [whole(below)]
  const split = tall * 0.62
  if (shade < 0.6)
    return [
      block([open, split, 0.02], [x, y, face + 0.005], { ...INDOORS, ...below }, 0),
      block([open, tall - split, 0.02], [x, y + split, face + 0.005], { ...INDOORS, ...above }, 0),
    ]
  const curtain = open * (shade - 0.35)
  const side = shade < 0.8 ? -1 : 1
  return [
    whole(above),
    block(
      [curtain, tall, 0.02],
      [x + (side * (open - curtain)) / 2, y, face + 0.012],
      { ...INDOORS, ...LOW },
      0,
    ),
  ]
}

/** Bands of wall that go all round: from window head to next sill. The front of a shop's ground floor stays open. */
function bands({ width, depth, floors, office, shop, wall, trim }: House, low: number): Part[] {
  const ring = (from: number, to: number, out = 0, material = wall) =>
    block([width - 0.06 + 2 * out, to - from, depth - 0.06 + 2 * out], [0, from, 0], material, 0.01)
  if (office)
    return Array.from({ length: floors }, (_, floor) =>
      ring((floor + 1) * STOREY - 0.55, (floor + 1) * STOREY + (floor === floors - 1 ? 0.5 : 0.15)),
    )
  const first = shop
    ? []
    : [
        ring(0, SILL),
        block([width + 0.1, 0.45, depth + 0.1], [0, 0, 0], { surface: 'concrete' }, 0.02),
      ]
  const behind = shop
    ? [block([width - 0.06, SILL, depth / 2], [0, 0, -depth / 4 + 0.03], wall, 0.01)]
    : []
  const course = low > 0 || floors > 1 ? [ring(STOREY - 0.12, STOREY + 0.06, 0.07, trim)] : []
  return [
    ...first,
    ...behind,
    ...course,
    ...Array.from({ length: floors }, (_, floor) =>
      ring(
        floor * STOREY + SILL + WINDOW,
        (floor + 1) * STOREY + (floor === floors - 1 ? 0.1 : SILL),
      ),
    ),
  ]
}

function corners({ width, depth, floors, wall }: House): Part[] {
  return [-1, 1].flatMap((x) =>
    [-1, 1].map((z) =>
      block(
        [0.7, floors * STOREY, 0.7],
        [x * (width / 2 - 0.35), 0, z * (depth / 2 - 0.35)],
        wall,
        0.012,
      ),
    ),
  )
}

/** One side, built facing +Z at the distance `out`: piers, frames, sills, lamps and blinds, from `low` upwards. */
function wall(
  house: House,
  across: number,
  out: number,
  low: number,
  front: boolean,
  random: Random,
): Part[] {
  const { floors, office, wall: skin, trim, litWindows } = house
  const height = floors * STOREY
  const bay = office ? 1.6 : 2.4
  const inner = across - 1.4
  const columns = Math.max(1, Math.round(inner / bay))
  const pitch = inner / columns
  const open = office ? pitch - 0.1 : Math.min(1.25, pitch * 0.62)
  const center = (column: number) => (column + 0.5) * pitch - inner / 2
  const face = out - RECESS
  const parts: Part[] = []
  for (let column = 0; column <= columns; column++) {
    const edge = column === 0 || column === columns
    const wide = (pitch - open) * (edge ? 0.5 : 1)
    const x =
      column * pitch - inner / 2 + (column === 0 ? wide / 2 : column === columns ? -wide / 2 : 0)
    parts.push(
      block(
        [wide, height - low, RECESS + 0.2],
        [x, low, out - (RECESS + 0.2) / 2],
        office ? trim : skin,
        0,
      ),
    )
  }
  const bars = (x: number) =>
    (office
      ? []
      : [
          [-open / 2 + 0.03, 0.07],
          [0, 0.05],
          [open / 2 - 0.03, 0.07],
        ]
    ).map(([dx, w]) =>
      block(
        [w as number, height - low - 0.2, 0.07],
        [x + (dx as number), low, face + 0.03],
        trim,
        0,
      ),
    )
  const windows = columns * floors
  for (let column = 0; column < columns; column++) {
    const x = center(column)
    parts.push(...bars(x))
    for (let floor = 0; floor < floors; floor++) {
      const y = floor * STOREY + (office ? 0.15 : SILL)
      const tall = office ? STOREY - 0.7 : WINDOW
      const lit = random.unit() < litWindows
      const shade = random.unit()
      const lamp = random.pick(LAMPLIGHT)
      if (y < low || (front && floor === 0 && column === Math.floor(columns / 2))) continue
      if (!office && windows < MANY)
        parts.push(block([open + 0.24, 0.08, 0.16], [x, y - 0.07, out], trim, 0))
      if (lit) parts.push(...litPane(x, y, open, tall, face, lamp, office ? 0 : shade))
      else if (shade < 0.42) {
        const drawn = tall * (0.2 + shade)
        parts.push(
          block(
            [open, drawn, 0.02],
            [x, y + tall - drawn, face + 0.002],
            { color: office ? '#8f979c' : '#c9c2b2', roughness: 0.4 },
            0,
          ),
        )
      }
    }
  }
  const rows = Array.from({ length: floors }, (_, floor) => floor * STOREY).filter((y) => y >= low)
  const strips = rows.flatMap((y) =>
    (office
      ? []
      : [
          [SILL, 0.09],
          [SILL + WINDOW * 0.62, 0.05],
          [SILL + WINDOW - 0.08, 0.09],
        ]
    ).map(([up, t]) =>
      block([inner, t as number, 0.06], [0, y + (up as number), face + 0.03], trim, 0),
    ),
  )
  const long =
    !office && windows >= MANY
      ? rows.map((y) => block([across, 0.09, 0.14], [0, y + SILL - 0.08, out], trim, 0.012))
      : []
  return [...parts, ...strips, ...long]
}
