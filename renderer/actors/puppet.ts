import { Matrix4, Quaternion, Vector3, type Mesh, type Object3D } from 'three'
import { poseAtFrame, type ActorTrack, type Track, type Turn } from '#scenes'
import type { CarriedOccluder } from '../contact/occluder.ts'
import type { CarriedSupport } from '../contact/support.ts'

/** An actor on the stage: its meshes for the passes, and how a frame's pose is put on. */
export interface Puppet {
  meshes: Mesh[]
  /** Neither moves nor turns in the whole clip. */
  isStill: boolean
  /** What of it darkens the place where it stands, and what of it others can stand on. */
  occluders: CarriedOccluder[]
  supports: CarriedSupport[]
  /** Of a person: where its joints are as posed, metres, in the order of COCO_JOINTS. */
  joints?: () => Vector3[]
  pose(frame: number): void
}

/** Puts the pose of a frame on an object; the stage has no other way of moving things. */
export function applyPose(object: Object3D, track: Track, frame: number): void {
  const { position, rotation, scale } = poseAtFrame(track, frame)
  object.matrix.compose(
    new Vector3(...position),
    new Quaternion(...rotation),
    new Vector3(scale, scale, scale),
  )
  object.matrixWorldNeedsUpdate = true
}

/** A turning part at a frame: a wheel as it was driven, else by the distance travelled; a fan by time. */
export function applyTurn(
  object: Object3D,
  turn: Turn,
  { track, wheels }: Pick<ActorTrack, 'track' | 'wheels'>,
  frame: number,
  fps: number,
): void {
  const travelled = track.travel[Math.min(frame, track.samples - 1)] as number
  const driven = wheels?.find(({ pivot }) => pivot.every((x, k) => x === turn.pivot[k]))
  const at = (values: number[] | undefined) => values?.[frame] ?? 0
  const angle = driven
    ? radians(at(driven.spin))
    : turn.by === 'travel'
      ? travelled / turn.radius
      : radians((frame / fps) * turn.degreesPerSecond)
  const pivot = new Vector3(...turn.pivot)
  object.matrix
    .makeTranslation(pivot.x, pivot.y + at(driven?.rise), pivot.z)
    .multiply(new Matrix4().makeRotationY(radians(at(driven?.steer))))
    .multiply(new Matrix4().makeRotationAxis(new Vector3(...turn.axis).normalize(), angle))
    .multiply(new Matrix4().makeTranslation(pivot.negate()))
  object.matrixWorldNeedsUpdate = true
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
