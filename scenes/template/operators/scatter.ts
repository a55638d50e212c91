import { z } from 'zod'
import type { Random } from '../../random.ts'
import { Id, Metres, Size, type Vec3 } from '../../schema/values.ts'
import type { Bounds } from '../../shape/bounds.ts'
import { Count, defineOperator, Later, Lets, Spliced, type Call } from '../operator.ts'
import { tidy } from '../tidy.ts'

/** Places tried for each before a round is given up, and rounds: a lucky start leaves more room. */
const TRIES = 100
const ROUNDS = 20

const Spot = z.tuple([Metres, Metres]).meta({ title: 'a place [x, z] in metres' })

/** Where none may stand: a circle, or about an actor that is there. */
const KeepOut = z.union([
  z.strictObject({
    center: Spot.describe('Its middle.'),
    radius: Size.describe('Metres.'),
  }),
  z.strictObject({
    actor: Id.describe('About its box.'),
    margin: Metres.default(0).describe('Metres beside it that stay free too.'),
  }),
])

export const scatter = defineOperator({
  name: '$scatter',
  doc: 'Copies of an actor at places of chance in an area, none touching another.',
  args: z.strictObject({
    count: Count.describe('How many.'),
    center: Spot.optional().describe('The middle of the area; default is [0, 0], or that of `on`.'),
    size: z
      .tuple([Size, Size])
      .optional()
      .describe('Width (X) and depth (Z) of a rectangle, metres.')
      .meta({ title: 'width and depth in metres' }),
    radius: Size.optional().describe('Of a circle instead, metres.'),
    on: Id.optional().describe(
      'An actor that they stand on: a table, hilly ground; its box is the area by default.',
    ),
    spacing: z.number().min(0).max(1000).default(0.02).describe('Metres left free between two.'),
    turn: z.number().min(0).max(180).default(0).describe('Turned by chance up to so far, degrees.'),
    keepOut: z.array(KeepOut).max(100).default([]).describe('Where none may stand.'),
    let: Lets,
    of: Later.describe('The actor; its own position and rotation are added.'),
  }),
  later: ['of', 'let'],
  copies: true,
  example: {
    $scatter: { count: 6, size: [12, 12], spacing: 0.2, of: { id: 'stone', kind: 'rock' } },
  },
  cast(args, call) {
    const area = areaOf(args, call)
    const blocks = args.keepOut.map((zone) => blockOf(zone, call))
    const radii = Array.from({ length: args.count }, (_, i) => {
      const size = call.measure(['of'], i)
      return size ? reach(size) : 0
    })
    const free = { spacing: args.spacing, blocks }
    let furthest = 0
    for (let round = 0; round < ROUNDS; round++) {
      const chance = round === 0 ? call.random : call.random.fork(`again ${round}`)
      const points = placesFor(radii, area, { chance, ...free })
      furthest = Math.max(furthest, points.length)
      if (points.length < args.count) continue
      call.record(points.map(([x, , z]) => [x, z]))
      return new Spliced(
        points.map((position, i) => {
          const turn = call.random.fork(`${i}/turn`)
          const heading = args.turn === 0 ? 0 : tidy(turn.between(-args.turn, args.turn))
          return call.copy(['of'], i, { placement: { position, heading } })
        }),
      )
    }
    const wide = Math.round((radii[furthest] ?? 0) * 2000) / 1000
    return call.misfit(
      `found no room for ${furthest + 1} of ${args.count} in ${ROUNDS} rounds of ${TRIES} tries: it is ${wide} m wide in ${area.words}`,
      'ask for fewer, a larger area or less `spacing`',
    )
  },
})

interface Free {
  chance: Random
  spacing: number
  blocks: ((point: Vec3, radius: number) => boolean)[]
}

/** A place for one after the other; fewer than asked for where one found none. */
function placesFor(
  radii: readonly number[],
  area: Area,
  { chance, spacing, blocks }: Free,
): Vec3[] {
  const taken: Disc[] = []
  const points: Vec3[] = []
  for (const [i, radius] of radii.entries()) {
    const position = area.draw(chance.fork(String(i)), radius, ([x, y, z]) => {
      const isApart = taken.every(
        (other) => Math.hypot(other.x - x, other.z - z) >= other.radius + radius + spacing,
      )
      return isApart && blocks.every((isIn) => !isIn([x, y, z], radius))
    })
    if (!position) break
    taken.push({ x: position[0], z: position[2], radius })
    points.push(position)
  }
  return points
}

interface Disc {
  x: number
  z: number
  /** Metres. */
  radius: number
}

interface Area {
  /** `an area of 4 x 3 m` */
  words: string
  /** A free place for something of that radius; undefined where none was found. */
  draw(random: Random, radius: number, isFree: (point: Vec3) => boolean): Vec3 | undefined
}

interface AreaArgs {
  center?: [number, number] | undefined
  size?: [number, number] | undefined
  radius?: number | undefined
  on?: string | undefined
}

function areaOf({ center, size, radius, on }: AreaArgs, call: Call): Area {
  if (size && radius !== undefined) call.fail('needs `size` or `radius`, not both', { got: null })
  const base = on === undefined ? undefined : call.actor(on)
  if (!base && !size && radius === undefined)
    call.fail('needs an area: `size`, `radius` or `on`', { got: null })
  const box = base?.bounds
  const own = box ? ([box.max[0] - box.min[0], box.max[2] - box.min[2]] as const) : undefined
  const [width, depth] = radius === undefined ? (size ?? own ?? [0, 0]) : [2 * radius, 2 * radius]
  const [x0, z0] =
    center ?? (box ? [mean(box.min[0], box.max[0]), mean(box.min[2], box.max[2])] : [0, 0])
  const place = (x: number, z: number): Vec3 | undefined => (base ? base.topAt(x, z) : [x, 0, z])
  return {
    words:
      radius === undefined
        ? `an area of ${short(width)} x ${short(depth)} m`
        : `a circle of ${short(radius)} m radius`,
    draw(random, wide, isFree) {
      for (let tries = 0; tries < TRIES; tries++) {
        const [u, v] = [2 * random.unit() - 1, 2 * random.unit() - 1]
        if (radius !== undefined && Math.hypot(u, v) > 1) continue
        const [x, z] = [u * (width / 2 - wide), v * (depth / 2 - wide)]
        if (width < 2 * wide || depth < 2 * wide) return undefined
        const point = place(tidy(x0 + x), tidy(z0 + z))
        if (point && isFree(point)) return point
      }
      return undefined
    },
  }
}

/** Whether a thing of that radius at that point would stand where none may. */
function blockOf(zone: z.output<typeof KeepOut>, call: Call) {
  if ('center' in zone) {
    const { center, radius } = zone
    return (point: Vec3, wide: number) =>
      Math.hypot(point[0] - center[0], point[2] - center[1]) < radius + wide
  }
  const { bounds, toOwn } = call.actor(zone.actor)
  return (point: Vec3, wide: number) => {
    const [x, , z] = toOwn(point)
    const free = wide + zone.margin
    return (
      x > bounds.min[0] - free &&
      x < bounds.max[0] + free &&
      z > bounds.min[2] - free &&
      z < bounds.max[2] + free
    )
  }
}

/** Radius of the upright cylinder about where it is put that holds all of it, metres. */
function reach({ min, max }: Bounds): number {
  return Math.hypot(Math.max(-min[0], max[0]), Math.max(-min[2], max[2]))
}

function mean(a: number, b: number): number {
  return (a + b) / 2
}

function short(metres: number): number {
  return Math.round(metres * 100) / 100
}
