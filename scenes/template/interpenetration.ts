import type { Actor, SolidActor } from '../actors/index.ts'
import type { Fault, JsonPath } from '../problems/fault.ts'
import type { Scene } from '../schema/scene.ts'
import type { Vec3 } from '../schema/values.ts'
import { blueprintOf } from '../shape/blueprint.ts'
import { around, boundsOf, corners, type Bounds } from '../shape/bounds.ts'
import { partContains } from '../shape/contains.ts'
import type { Part } from '../shape/shape.ts'
import { place, unplace } from '../take/pose.ts'
import { poseAtFrame, type Take } from '../take/take.ts'
import type { Pose } from '../take/take.ts'

/** Metres that two things may sink into each other: feet in a rug, a mug on planks. */
const TOLERANCE = 0.005

/** Places looked at along each side of what two boxes share. */
const PLACES = 6

/**
 * Solids that stand in each other at t = 0. Those of one body, and what holds still in one group, belong together; what
 * can be seen through or has no inside (panes, vessels, leaves, the ground) is left out, and so are bodies that a joint
 * ties: an axle is in its wheel. At most one fault per actor.
 */
export function interpenetrations(scene: Scene, take: Take): Fault[] {
  const areTied = tiesOf(scene)
  const faults: Fault[] = []
  const told = new Set<string>()
  for (const [solid, other] of overlapping(solidsAtStart(scene, take))) {
    if (solid.whole === other.whole || told.has(solid.id) || told.has(other.id)) continue
    const shared = overlap(solid.box, other.box)
    if (!shared || areTied(solid, other) || !meet(solid, other, shared)) continue
    const [first, second] = isBefore(solid.path, other.path) ? [solid, other] : [other, solid]
    told.add(second.id)
    faults.push({
      path: [...second.path, 'position'],
      got: null,
      wanted: `is inside \`${first.id}\` at the start`,
      hint:
        solid.root === other.root
          ? 'move one of them; a joint may tie what belongs together'
          : 'move one of them, or put both into a group if they belong together',
    })
  }
  return faults
}

interface Solid {
  id: string
  /** Its own id and those of the groups around it. */
  ids: string[]
  path: JsonPath
  /** Index of the top-level actor that it belongs to. */
  root: number
  /** The body that it is, or is a part of; what is none is one with its top-level actor. */
  whole: string
  parts: Boxed[]
  pose: Pose
  /** In the world. */
  box: Bounds
}

interface Boxed {
  part: Part
  /** In the actor's own metres, and in the world. */
  own: Bounds
  world: Bounds
}

type Opened = Pick<Solid, 'path' | 'ids' | 'whole'> & { actor: SolidActor }

/**
 * Pairs whose boxes overlap along the axis on which they lie farthest apart: sorted and swept, so that a scene full of
 * actors costs what lies side by side in it, not every pair.
 */
function* overlapping(solids: Solid[]): Generator<[Solid, Solid]> {
  const axis = ([0, 1, 2] as const).reduce((a, b) =>
    spreadAlong(solids, b) > spreadAlong(solids, a) ? b : a,
  )
  const sorted = solids.toSorted((a, b) => a.box.min[axis] - b.box.min[axis])
  let open: Solid[] = []
  for (const solid of sorted) {
    open = open.filter(({ box }) => box.max[axis] - TOLERANCE > solid.box.min[axis])
    for (const other of open) yield [other, solid]
    open.push(solid)
  }
}

/** The variance of their middles. */
function spreadAlong(solids: readonly Solid[], axis: 0 | 1 | 2): number {
  const middles = solids.map(({ box }) => (box.min[axis] + box.max[axis]) / 2)
  const mean = middles.reduce((sum, x) => sum + x, 0) / middles.length
  return middles.reduce((sum, x) => sum + (x - mean) ** 2, 0)
}

/** Tells whether a joint holds one to the other. */
function tiesOf({ physics }: Scene): (one: Solid, other: Solid) => boolean {
  const tied = new Map<string, Set<string>>()
  for (const { body, base } of physics?.joints ?? [])
    if (base !== undefined)
      for (const [a, b] of [
        [body, base],
        [base, body],
      ] as const)
        tied.set(a, (tied.get(a) ?? new Set()).add(b))
  return (one, other) => one.ids.some((a) => other.ids.some((b) => tied.get(a)?.has(b)))
}

function solidsAtStart(scene: Scene, take: Take): Solid[] {
  const open = (
    actor: Actor,
    path: JsonPath,
    { ids: above, whole: around, isBody }: Pick<Solid, 'ids' | 'whole'> & { isBody: boolean },
  ): Opened[] => {
    const ids = [...above, actor.id]
    const isOwn = !isBody && actor.body?.type === 'dynamic'
    const whole = isOwn ? actor.id : around
    const inside = { ids, whole, isBody: isOwn || isBody }
    return actor.kind === 'group'
      ? actor.children.flatMap((child, i) => open(child, [...path, 'children', i], inside))
      : [{ actor, path, ids, whole }]
  }
  // `take.actors` are the solids in this very order.
  return scene.actors
    .flatMap((actor, i) => open(actor, ['actors', i], { ids: [], whole: actor.id, isBody: false }))
    .flatMap(({ actor, path, ids, whole }, i) => {
      const track = take.actors[i]?.track
      const parts = blueprintOf(actor, scene.seed).parts.filter(isMassive)
      if (!track || parts.length === 0) return []
      const pose = poseAtFrame(track, 0)
      const box = around(corners(boundsOf(parts)).map((corner) => place(corner, pose)))
      const boxed = parts.map((part): Boxed => {
        const own = boundsOf([part])
        return { part, own, world: around(corners(own).map((corner) => place(corner, pose))) }
      })
      return [{ id: actor.id, ids, path, root: path[1] as number, whole, parts: boxed, pose, box }]
    })
}

function isMassive({ shape, material }: Part): boolean {
  const hollow = ['terrain', 'plane', 'lathe', 'foliage', 'bough', 'tufts', 'text'].includes(
    shape.kind,
  )
  return !hollow && (material.opacity ?? 1) >= 0.5
}

/** What two boxes share, if it is more than the tolerance in every direction. */
function overlap(a: Bounds, b: Bounds): Bounds | undefined {
  const min = a.min.map((value, k) => Math.max(value, b.min[k] as number)) as Vec3
  const max = a.max.map((value, k) => Math.min(value, b.max[k] as number)) as Vec3
  return max.every((value, k) => value - (min[k] as number) > TOLERANCE) ? { min, max } : undefined
}

/** Whether some place of a box, away from its faces, is in the matter of both. */
function meet(one: Solid, other: Solid, shared: Bounds): boolean {
  const near = ({ parts, pose }: Solid) => ({
    pose,
    parts: parts.filter(({ world }) => overlap(world, shared)),
  })
  const [a, b] = [near(one), near(other)]
  if (a.parts.length === 0 || b.parts.length === 0) return false
  const { min, max } = shared
  const at = (k: 0 | 1 | 2, i: number) => {
    const [low, high] = [min[k] + TOLERANCE / 2, max[k] - TOLERANCE / 2]
    return low + ((i + 0.5) / PLACES) * (high - low)
  }
  for (let i = 0; i < PLACES; i++)
    for (let j = 0; j < PLACES; j++)
      for (let k = 0; k < PLACES; k++) {
        const point: Vec3 = [at(0, i), at(1, j), at(2, k)]
        if (holds(a, point) && holds(b, point)) return true
      }
  return false
}

function holds({ parts, pose }: Pick<Solid, 'parts' | 'pose'>, point: Vec3): boolean {
  const own = unplace(point, pose)
  return parts.some(({ part, own: box }) => isWithin(own, box) && partContains(part, own))
}

function isWithin(point: Vec3, { min, max }: Bounds): boolean {
  return point.every((value, k) => value > (min[k] as number) && value < (max[k] as number))
}

function isBefore(a: JsonPath, b: JsonPath): boolean {
  const at = a.findIndex((step, i) => step !== b[i])
  return at === -1 || (a[at] as number) < (b[at] as number)
}
