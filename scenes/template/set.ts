import { Actor } from '../actors/index.ts'
import type { Vec3 } from '../schema/values.ts'
import { blueprintOf } from '../shape/blueprint.ts'
import { around, boundsOf, corners, type Bounds } from '../shape/bounds.ts'
import { topOf } from '../shape/top.ts'
import type { Part } from '../shape/shape.ts'
import { inverse, multiply, place, quaternionOf, unplace, within } from '../take/pose.ts'
import { WORLD } from '../take/poses.ts'
import type { Pose } from '../take/take.ts'
import type { Standing } from './operator.ts'

/** The actors that are cast so far, as they stand before anything moves. */
export interface StageSet {
  /** @param frame of the group around, in the world */
  add(id: string, raw: unknown, frame: Pose): void
  has(id: string): boolean
  ids(): string[]
  /** Undefined for one that is not there, or not a valid actor. @param frame of who asks */
  standing(id: string, frame: Pose): Standing | undefined
}

/** @param seed of the scene: shapes grow from it */
export function openSet(seed: number): StageSet {
  const actors = new Map<string, { raw: unknown; frame: Pose }>()
  return {
    add: (id, raw, frame) => void actors.set(id, { raw, frame }),
    has: (id) => actors.has(id),
    ids: () => [...actors.keys()],
    standing(id, asker) {
      const found = actors.get(id)
      const actor = found && Actor.safeParse(found.raw).data
      return found && actor && standing(actor, found.frame, { asker, seed })
    },
  }
}

/** The box of a raw actor in the frame around it; undefined for what is no valid actor. */
export function boxOf(raw: unknown, seed: number): Bounds | undefined {
  const actor = Actor.safeParse(raw).data
  if (!actor) return undefined
  return around(
    solidsIn(actor, WORLD, seed).flatMap(({ parts, pose }) =>
      corners(boundsOf(parts)).map((corner) => place(corner, pose)),
    ),
  )
}

/** The pose that a raw actor gives itself in the frame around it. */
export function poseOf(raw: Readonly<Record<string, unknown>>): Pose {
  const vector = (value: unknown): Vec3 =>
    Array.isArray(value) && value.length === 3 && value.every((one) => typeof one === 'number')
      ? (value as Vec3)
      : [0, 0, 0]
  const scale = raw['scale']
  return {
    position: vector(raw['position']),
    rotation: quaternionOf(vector(raw['rotation'])),
    scale: typeof scale === 'number' && scale > 0 ? scale : 1,
  }
}

interface Solid {
  parts: Part[]
  /** In the world, or in the frame asked for. */
  pose: Pose
}

function solidsIn(actor: Actor, frame: Pose, seed: number): Solid[] {
  const pose = within(frame, poseOf(actor as unknown as Record<string, unknown>))
  return actor.kind === 'group'
    ? actor.children.flatMap((child) => solidsIn(child, pose, seed))
    : [{ parts: blueprintOf(actor, seed).parts, pose }]
}

function standing(
  actor: Actor,
  frame: Pose,
  { asker, seed }: { asker: Pose; seed: number },
): Standing {
  const world = within(frame, poseOf(actor as unknown as Record<string, unknown>))
  const own: Pose = { ...world, scale: 1 }
  const solids = solidsIn(actor, frame, seed)
  const bounds = around(
    solids.flatMap(({ parts, pose }) =>
      corners(boundsOf(parts)).map((corner) => unplace(place(corner, pose), own)),
    ),
  )
  return {
    bounds,
    toOwn: (point) => unplace(place(point, asker), own),
    topAt(x, z) {
      const tops = solids.flatMap(
        ({ parts, pose }) => topOf(parts, relative(pose, own), x, z) ?? [],
      )
      if (tops.length === 0) return undefined
      return unplace(place([x, Math.max(...tops), z], own), asker)
    },
  }
}

/** A world pose seen in a frame that is not scaled. */
function relative(pose: Pose, frame: Pose): Pose {
  return {
    position: unplace(pose.position, frame),
    rotation: multiply(inverse(frame.rotation), pose.rotation),
    scale: pose.scale,
  }
}
