import {
  blueprintOf,
  boundsOf,
  poseAtFrame,
  solidActors,
  type Part,
  type Pose,
  type Scene,
  type SolidActor,
  type Take,
} from '#scenes'
import {
  minus,
  plus,
  scaled,
  turn,
  turnBack,
  turnEuler,
  turnEulerBack,
  type Vec3,
} from './space.ts'
import { surfacePoints } from './surface-points.ts'

export interface Box {
  min: Vec3
  max: Vec3
}

/** One solid of an actor: what it is, points on its surface and its box at rest, in its own metres. */
export interface Solid {
  actor: string
  part: Part
  points: Vec3[]
  box: Box
}

/** The body of a cast member: solids that are posed frame by frame from the baked take. */
export class Body {
  readonly solids: Solid[]
  readonly actors: SolidActor[]
  readonly #poses: Map<string, (frame: number) => Pose>
  readonly #clouds = new Map<number, Vec3[]>()
  readonly moves: boolean

  /** @param begins the frame of the take that counts as the first */
  constructor(scene: Scene, take: Take, member: number, begins = 0) {
    const ids = take.cast[member]?.solids ?? []
    this.actors = solidActors(scene).filter(({ id }) => ids.includes(id))
    const parts = this.actors.map((actor) => blueprintOf(actor, scene.seed).parts)
    const many = parts.flat().length > 60
    this.solids = this.actors.flatMap((actor, i) =>
      (parts[i] as Part[]).map((part): Solid => {
        const box = boundsOf([{ shape: part.shape, material: part.material }])
        return { actor: actor.id, part, box, points: surfacePoints(part.shape, box, many) }
      }),
    )
    const tracks = take.actors.filter(({ id }) => ids.includes(id))
    this.moves = tracks.some(({ track }) => track.samples > 1)
    this.#poses = new Map(
      tracks.map(({ id, track }) => [id, (n) => poseAtFrame(track, n + begins)]),
    )
  }

  pose(actor: string, frame: number): Pose {
    return (this.#poses.get(actor) as (n: number) => Pose)(frame)
  }

  /** Points all over its surface, world metres. */
  points(frame: number): Vec3[] {
    const key = this.moves ? frame : 0
    const known = this.#clouds.get(key)
    if (known) return known
    const cloud = this.solids.flatMap(({ actor, part, points }) => {
      const pose = this.pose(actor, key)
      return points.map((point) => toWorld(point, part, pose))
    })
    this.#clouds.set(key, cloud)
    return cloud
  }

  box(frame: number): Box {
    const min: Vec3 = [Infinity, Infinity, Infinity]
    const max: Vec3 = [-Infinity, -Infinity, -Infinity]
    for (const point of this.points(frame))
      for (const k of [0, 1, 2] as const) {
        min[k] = Math.min(min[k], point[k])
        max[k] = Math.max(max[k], point[k])
      }
    return { min, max }
  }

  middle(frame: number): Vec3 {
    const { min, max } = this.box(frame)
    return scaled(plus(min, max), 0.5)
  }

  size(frame: number): Vec3 {
    const { min, max } = this.box(frame)
    return minus(max, min)
  }

  /** Where a ray enters and leaves each of its solids, in lengths of `way`; entries behind it are negative. */
  pierced(from: Vec3, way: Vec3, frame: number): [number, number][] {
    return this.solids.flatMap(({ actor, part, box }) => {
      const pose = this.pose(actor, frame)
      const origin = toPart(from, part, pose)
      const ahead = minus(toPart(plus(from, way), part, pose), origin)
      const span = ROUND.has(part.shape.kind)
        ? throughBall(origin, ahead, box)
        : throughBox(origin, ahead, box)
      return span ? [span] : []
    })
  }
}

const ROUND = new Set(['sphere', 'blob', 'foliage'])

function toWorld(point: Vec3, part: Part, { position, rotation, scale }: Pose): Vec3 {
  const [sx, sy, sz] = part.scale ?? [1, 1, 1]
  const own = turnEuler(part.rotation ?? [0, 0, 0], [point[0] * sx, point[1] * sy, point[2] * sz])
  return plus(position, turn(rotation, scaled(plus(part.at ?? [0, 0, 0], own), scale)))
}

function toPart(point: Vec3, part: Part, { position, rotation, scale }: Pose): Vec3 {
  const own = scaled(turnBack(rotation, minus(point, position)), 1 / scale)
  const [x, y, z] = turnEulerBack(part.rotation ?? [0, 0, 0], minus(own, part.at ?? [0, 0, 0]))
  const [sx, sy, sz] = part.scale ?? [1, 1, 1]
  return [x / sx, y / sy, z / sz]
}

/** The slab method: the ray is inside where it is between all three pairs of faces. */
function throughBox(origin: Vec3, way: Vec3, { min, max }: Box): [number, number] | undefined {
  let [enter, leave] = [-Infinity, Infinity]
  for (const k of [0, 1, 2] as const) {
    if (Math.abs(way[k]) < 1e-12) {
      if (origin[k] < min[k] - 1e-9 || origin[k] > max[k] + 1e-9) return undefined
      continue
    }
    const [a, b] = [(min[k] - origin[k]) / way[k], (max[k] - origin[k]) / way[k]]
    enter = Math.max(enter, Math.min(a, b))
    leave = Math.min(leave, Math.max(a, b))
  }
  return enter <= leave ? [enter, leave] : undefined
}

/** The ellipsoid that fills the box. */
function throughBall(origin: Vec3, way: Vec3, { min, max }: Box): [number, number] | undefined {
  const half = scaled(minus(max, min), 0.5)
  const unit = (v: Vec3): Vec3 => [v[0] / half[0], v[1] / half[1], v[2] / half[2]]
  const [o, d] = [unit(minus(origin, scaled(plus(min, max), 0.5))), unit(way)]
  const a = d[0] ** 2 + d[1] ** 2 + d[2] ** 2
  const b = o[0] * d[0] + o[1] * d[1] + o[2] * d[2]
  const inside = b * b - a * (o[0] ** 2 + o[1] ** 2 + o[2] ** 2 - 1)
  return inside < 0 ? undefined : [(-b - Math.sqrt(inside)) / a, (-b + Math.sqrt(inside)) / a]
}
