import { around, boundsOf, corners, type Bounds } from '../shape/bounds.ts'
import { partEntry } from '../shape/crosses.ts'
import { boxEntry } from '../shape/entry.ts'
import { outermost, outlineOf } from '../shape/outline.ts'
import type { Part } from '../shape/shape.ts'
import { inverse, place, rotate, times, unplace } from '../take/pose.ts'
import type { Vec3 } from '../schema/values.ts'
import type { Pose } from '../take/take.ts'

/** The box around what a shot is about, at one moment: upright in the frame of its pose. */
export interface SubjectBox {
  bounds: Bounds
  pose: Pose
  /** Its outermost points in the frame of the pose: what they cast on a picture is its outline there. */
  outline: readonly Vec3[]
  /** What it is made of, each with its pose in the world. */
  solids: readonly PosedMatter[]
  /** It has a head that must not be cut off. */
  isPerson: boolean
}

export interface PosedMatter {
  matter: Matter
  pose: Pose
}

/** What an actor is made of, in its own metres. */
export interface Matter {
  parts: readonly MatterPart[]
  bounds: Bounds
  outline: readonly Vec3[]
}

export interface MatterPart {
  part: Part
  /** In the actor's own metres, and in the part's. */
  bounds: Bounds
  shapeBounds: Bounds
}

export function matterOf(parts: readonly Part[]): Matter {
  return {
    parts: parts.map((part) => ({
      part,
      bounds: boundsOf([part]),
      shapeBounds: boundsOf([{ shape: part.shape, material: part.material }]),
    })),
    bounds: boundsOf(parts),
    outline: outlineOf(parts),
  }
}

/** The box of solids in the frame of a pose. */
export function boxAround(
  solids: readonly PosedMatter[],
  pose: Pose,
  isPerson: boolean,
): SubjectBox {
  const inPose = (pick: (matter: Matter) => readonly Vec3[]) =>
    solids.flatMap((solid) =>
      pick(solid.matter).map((point) => unplace(place(point, solid.pose), pose)),
    )
  return {
    bounds: around(inPose(({ bounds }) => corners(bounds))),
    pose,
    outline: outermost(inPose(({ outline }) => outline)),
    solids,
    isPerson,
  }
}

/** Of what has no pose of its own. */
export const WORLD: Pose = { position: [0, 0, 0], rotation: [0, 0, 0, 1], scale: 1 }

/** One box around several, upright in the world. */
export function boxTogether(boxes: readonly SubjectBox[]): SubjectBox {
  const [first] = boxes
  if (first && boxes.length === 1) return first
  return {
    bounds: around(boxes.flatMap(cornersOf)),
    pose: WORLD,
    outline: outermost(boxes.flatMap(outlineIn)),
    solids: boxes.flatMap(({ solids }) => solids),
    isPerson: boxes.every(({ isPerson }) => isPerson),
  }
}

export function cornersOf({ bounds, pose }: SubjectBox): Vec3[] {
  return corners(bounds).map((corner) => place(corner, pose))
}

/** The outermost points in the world. */
export function outlineIn({ outline, pose }: SubjectBox): Vec3[] {
  return outline.map((point) => place(point, pose))
}

/** A point of the box by shares of its width, height and depth, 0..1 each. */
export function pointIn({ bounds: { min, max }, pose }: SubjectBox, shares: Vec3): Vec3 {
  return place(
    shares.map(
      (share, k) => (min[k] as number) + ((max[k] as number) - (min[k] as number)) * share,
    ) as Vec3,
    pose,
  )
}

/** Where a line in the world meets the subject first, in lengths of its way; undefined where it passes it by. */
export function metAt({ solids }: SubjectBox, from: Vec3, way: Vec3): number | undefined {
  let nearest = Infinity
  for (const { matter, pose } of solids) {
    const start = unplace(from, pose)
    const ahead = times(rotate(way, inverse(pose.rotation)), 1 / pose.scale)
    const mayMeet = (bounds: Bounds) =>
      (boxEntry(bounds, start, ahead)?.enters ?? Infinity) < nearest
    if (!mayMeet(matter.bounds)) continue
    for (const { part, bounds, shapeBounds } of matter.parts) {
      if (!mayMeet(bounds)) continue
      const entry = partEntry(part, shapeBounds, start, ahead)
      if (entry && entry.enters > 0) nearest = Math.min(nearest, entry.enters)
    }
  }
  return nearest < Infinity ? nearest : undefined
}
