import type { Vec3 } from '../schema/values.ts'
import { aligned, bar, block } from './place.ts'
import { eased } from './profile.ts'
import { shade } from './shade.ts'
import type { Part } from './shape.ts'
import { wheel } from './wheel.ts'

type Corner = readonly [along: number, up: number]

/** The lines of a road vehicle, metres: front +Z, its side view as `[z, y]`. */
export interface Model {
  width: number
  /** Height of the sill. */
  floor: number
  /** The lower body's side view without its underside, from the rear bumper over the top to the front bumper. */
  body: readonly Corner[]
  /** Rear lower, rear upper, front upper, front lower corner of the windows. */
  glass: readonly [Corner, Corner, Corner, Corner]
  /** How far each side window leans in, metres. */
  lean: number
  /** Where the doors meet, from rear to front. */
  posts: readonly number[]
  /** Radius. */
  wheel: number
  axles: readonly [number, number]
  /** A box behind the cab: from and to along, top of its floor and of all. */
  cargo?: { from: number; to: number; floor: number; top: number }
}

/** A metal tint, so that the sky shows in the panes: with glass's own 4 % they are black holes. */
const GLASS = { color: '#7f929e', roughness: 0.08, metalness: 0.85 } as const
/** A gleam across each pane: one tone all over says painted board. */
const GLEAM = { ...GLASS, color: '#b3c3cd' }
const TRIM = { color: '#202124', roughness: 0.7 } as const
const CHROME = { surface: 'metal', color: '#c9ccd0', roughness: 0.18 } as const
/** A prism's X turned to +Z, so that outlines are drawn from the side. */
const SIDEWAYS: Vec3 = [0, -90, 0]

export function bodywork(model: Model, color: string, lit: boolean): Part[] {
  const paint = { color, roughness: 0.22, metalness: 0.1 }
  const { width, body, floor, wheel: radius, axles } = model
  const side: Part = {
    shape: {
      kind: 'prism',
      outline: [...underside(model), ...eased([...body].reverse())],
      depth: width,
      bevel: 0.07,
    },
    rotation: SIDEWAYS,
    material: paint,
  }
  const belly = block(
    [width * 0.86, radius * 1.5, axles[1] - axles[0] + radius * 2.6],
    [0, floor * 0.7, (axles[0] + axles[1]) / 2],
    TRIM,
  )
  const wheels = axles.flatMap((z) =>
    ([-1, 1] as const).flatMap((s) =>
      wheel(radius, radius * 0.68, [s * (width / 2 - radius * 0.36), radius, z], s),
    ),
  )
  return [
    side,
    belly,
    ...cabin(model, paint),
    ...cargoBox(model),
    ...doors(model, color),
    ...ends(model, lit),
    ...wheels,
  ]
}

/** From rear to front along the sill, up around both wheels. */
function underside({ body, floor, wheel: radius, axles }: Model): [number, number][] {
  const arch = radius * 1.2
  const [tail, nose] = [(body[0] as Corner)[0], (body.at(-1) as Corner)[0]]
  const half = Math.sqrt(arch * arch - (radius - floor) ** 2)
  const from = Math.atan2(floor - radius, -half)
  const arches = axles.flatMap((z) =>
    Array.from({ length: 13 }, (_, i): [number, number] => {
      const start = from < 0 ? from + 2 * Math.PI : from
      const angle = start + ((Math.PI - 2 * start) * i) / 12
      return [z + Math.cos(angle) * arch, radius + Math.sin(angle) * arch]
    }),
  )
  return [[tail + 0.08, floor], ...arches, [nose - 0.06, floor]]
}

/** A closed box with a frame, two doors at its back. */
function cargoBox({ width, cargo }: Model): Part[] {
  if (!cargo) return []
  const { from, to, floor, top } = cargo
  const [long, high, middle] = [to - from, top - floor, (from + to) / 2]
  const sheet = { color: '#dfe1e2', roughness: 0.45 } as const
  const wide = width + 0.06
  return [
    block([wide - 0.04, high - 0.06, long - 0.04], [0, floor + 0.03, middle], sheet, 0.015),
    ...[floor, top - 0.1].map((up) =>
      block([wide, 0.1, long], [0, up, middle], { color: '#8d9296', roughness: 0.5 }, 0.02),
    ),
    ...[-1, 1].flatMap((s) =>
      [from, to].map((z) =>
        block(
          [0.09, high, 0.09],
          [s * (wide / 2 - 0.04), floor, z - Math.sign(z - middle) * 0.04],
          { color: '#8d9296', roughness: 0.5 },
          0.015,
        ),
      ),
    ),
    block([0.02, high - 0.24, 0.02], [0, floor + 0.12, from + 0.012], TRIM, 0),
  ]
}

/** Four leaning panes under a roof, their joints covered by painted pillars. */
function cabin({ width, glass, lean, posts }: Model, paint: Part['material']): Part[] {
  const [rearLow, rearTop, frontTop, frontLow] = glass
  const [low, top] = [width / 2 - 0.09, width / 2 - 0.09 - lean]
  const tall = (rearTop[1] + frontTop[1]) / 2 - rearLow[1]
  const corner = (s: number, [z, y]: Corner, half: number): Vec3 => [s * half, y, z]
  const pane = ([z, y]: Corner, [z2, y2]: Corner): Part[] => {
    const high = Math.hypot(z2 - z, y2 - y)
    const quad: Quad = [
      [-low, 0],
      [low, 0],
      [top, high],
      [-top, high],
    ]
    const rotation = aligned([1, 0, 0], [0, y2 - y, z2 - z])
    return glazed([quad], { at: [0, y, z], rotation })
  }
  const sides = [-1, 1].flatMap((s): Part[] => {
    const slant = Math.hypot(tall, lean) / tall
    const flat = ([z, y]: Corner): [number, number] => [z, (y - rearLow[1]) * slant]
    const edges: [Corner, Corner][] = [
      [rearLow, rearTop],
      ...posts.map((z): [Corner, Corner] => [
        [z, rearLow[1]],
        [z * 0.97, rearTop[1]],
      ]),
      [frontLow, frontTop],
    ]
    const quads = edges.slice(1).map(([ahead, over], i): Quad => {
      const [behind, above] = edges[i] as [Corner, Corner]
      return [flat(behind), flat(ahead), flat(over), flat(above)]
    })
    const windows = glazed(quads, {
      at: [s * low, rearLow[1], 0],
      rotation: aligned([0, 0, 1], [-s * lean, tall, 0]),
    })
    const pillar = (from: Corner, to: Corner, thick: number) =>
      bar([corner(s, from, low), corner(s, to, top)], thick, paint)
    const between = posts.map((z) => pillar([z, rearLow[1]], [z * 0.97, rearTop[1]], 0.03))
    return [
      ...windows,
      pillar(rearLow, rearTop, 0.042),
      pillar(frontLow, frontTop, 0.042),
      ...between,
      bar([corner(s, rearTop, top), corner(s, frontTop, top)], 0.05, paint),
    ]
  })
  const crown = (frontTop[0] - rearTop[0]) * 0.5
  const roof: Part = {
    shape: {
      kind: 'prism',
      outline: [
        [rearTop[0] - 0.05, rearTop[1] - 0.03],
        [frontTop[0] + 0.05, frontTop[1] - 0.03],
        [frontTop[0] - 0.02, frontTop[1] + 0.03],
        [rearTop[0] + crown, rearTop[1] + 0.07],
        [rearTop[0] + 0.02, rearTop[1] + 0.03],
      ],
      depth: 2 * top + 0.07,
      bevel: 0.028,
    },
    rotation: SIDEWAYS,
    material: paint,
  }
  return [...pane(rearLow, rearTop), ...pane(frontLow, frontTop), ...sides, roof]
}

type Quad = [Point, Point, Point, Point]
type Point = [number, number]

/** Panes by their corners, lower edge first, each with a gleam that leans across it. */
function glazed(quads: Quad[], place: Pick<Part, 'at' | 'rotation'>): Part[] {
  const sheet = (outline: Quad, depth: number, material: Part['material']): Part => ({
    shape: { kind: 'prism', outline, depth },
    ...place,
    material,
  })
  const along = (a: Point, b: Point, share: number): Point => [
    a[0] + (b[0] - a[0]) * share,
    a[1] + (b[1] - a[1]) * share,
  ]
  return quads.flatMap((quad) => {
    const [a, b, c, d] = quad
    const band: Quad = [along(a, b, 0.22), along(a, b, 0.38), along(d, c, 0.62), along(d, c, 0.46)]
    return [sheet(quad, 0.03, GLASS), sheet(band, 0.034, GLEAM)]
  })
}

/** Seams, handles, sills and mirrors. */
function doors({ width, glass, posts, floor, axles, wheel: radius }: Model, color: string): Part[] {
  const belt = glass[0][1]
  const seams = [
    Math.min(glass[3][0] - 0.12, axles[1] - radius * 1.45),
    ...posts,
    Math.max(glass[0][0] + 0.5, axles[0] + radius * 1.3),
  ]
  return [-1, 1].flatMap((s) => [
    ...seams.map((z) =>
      block([0.008, belt - floor - 0.2, 0.012], [s * (width / 2 - 0.002), floor + 0.14, z], {
        color: shade(color, 0.35),
      }),
    ),
    ...posts.map((z) =>
      block([0.03, 0.03, 0.17], [s * (width / 2 + 0.008), belt - 0.16, z + 0.2], CHROME, 0.01),
    ),
    block(
      [0.04, 0.07, axles[1] - axles[0] - radius * 2.5],
      [s * (width / 2 - 0.005), floor + 0.01, (axles[0] + axles[1]) / 2],
      TRIM,
      0.015,
    ),
    block(
      [0.2, 0.13, 0.09],
      [s * (width / 2 + 0.06), belt - 0.01, glass[3][0] - 0.2],
      { color, roughness: 0.25 },
      0.035,
    ),
  ])
}

/** Bumpers, lamps, grille and number plates. */
function ends({ width, body, glass }: Model, lit: boolean): Part[] {
  const nose = Math.max(...body.map(([z]) => z))
  const tail = Math.min(...body.map(([z]) => z))
  const low = (body.at(-1) as Corner)[1]
  const lamp = (s: number, z: number, y: number, color: string, glow: number): Part => ({
    ...block(
      [0.34, 0.15, 0.1],
      [s * (width / 2 - 0.26), y, z],
      { color, roughness: 0.12, ...(lit && { glow, glowColor: color }) },
      0.045,
    ),
    rotation: [0, s * Math.sign(z) * 10, 0],
  })
  const lampHeight = Math.min(low + 0.3, glass[0][1] - 0.35)
  return [
    ...[nose, tail].flatMap((z) => [
      block([width * 0.97, 0.2, 0.16], [0, low - 0.02, z - Math.sign(z) * 0.05], TRIM, 0.06),
      block(
        [0.5, 0.11, 0.02],
        [0, low + 0.05, z + Math.sign(z) * 0.035],
        { color: '#e8e6dc' },
        0.005,
      ),
    ]),
    block(
      [width * 0.46, 0.14, 0.06],
      [0, lampHeight + 0.01, nose - 0.035],
      { color: '#15161a', roughness: 0.35 },
      0.02,
    ),
    ...[0.03, 0.08].map((up) =>
      block([width * 0.44, 0.014, 0.02], [0, lampHeight + up, nose - 0.005], CHROME),
    ),
    ...[-1, 1].flatMap((s) => [
      lamp(s, nose - 0.06, lampHeight, '#fdf6e6', 5),
      lamp(s, tail + 0.035, lampHeight + 0.06, '#b0171c', 1.3),
    ]),
  ]
}
