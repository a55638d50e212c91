import type { Picture } from '#renderer/protocol'
import type { JointTruth } from '#captions'
import {
  COCO_JOINTS,
  partOf,
  pixelOf,
  poseAtFrame,
  type CameraFrame,
  type CocoPart,
  type Person,
  type Vec3,
} from '#scenes'
import { StageError } from '../errors.ts'
import { metresOf } from './depth-code.ts'

/** What is needed of a frame to tell who sees which joint. */
export interface JointPictures {
  joints: Picture
  /** Both at the clip's size. */
  instance: Picture
  depth: Picture
}

/**
 * How deep in the flesh a joint may lie, as a share of its person's height: where the person's own surface is nearer to
 * the camera than that, another limb, the head or the trunk hides the joint. Measured on all builds from all sides, the
 * two cases lie far apart for the head, arms and legs; hips and shoulders turned away pass into those that are seen.
 */
const FLESH: Record<CocoPart, number> = {
  nose: 0.015,
  eye: 0.015,
  // Its mark is a centimetre inside.
  ear: 0.02,
  shoulder: 0.07,
  elbow: 0.06,
  wrist: 0.06,
  hip: 0.1,
  knee: 0.08,
  ankle: 0.06,
}

/** Joints of all people at a frame, in the world and in the picture of a camera. */
export function observeJoints(
  { joints, instance, depth }: JointPictures,
  people: readonly Person[],
  camera: CameraFrame,
): { world: Vec3[]; picture: JointTruth['picture'][number] }[] {
  const numbers = new Float32Array(aligned(joints))
  if (numbers.length !== people.length * COCO_JOINTS.length * 3)
    throw new StageError(
      `frame ${joints.frame} (joints): ${numbers.length} numbers came for ${people.length} people of ${COCO_JOINTS.length} joints`,
    )
  const { width, height } = instance
  const ids = new Uint16Array(aligned(instance))
  const depths = new Uint16Array(aligned(depth))
  return people.map((person, index) => {
    const tall = person.height * poseAtFrame(person.track, camera.frame).scale
    const places = COCO_JOINTS.map((_, joint): Vec3 => {
      const at = 3 * (index * COCO_JOINTS.length + joint)
      return [numbers[at], numbers[at + 1], numbers[at + 2]] as Vec3
    })
    const picture = COCO_JOINTS.map((name, joint): [number, number, 0 | 1 | 2] => {
      const seen = pixelOf(camera, places[joint] as Vec3)
      if (seen.depth <= 0) return [0, 0, 0]
      const [x, y] = [rounded(seen.x, 1), rounded(seen.y, 1)]
      if (x < 0 || y < 0 || x >= width || y >= height) return [x, y, 0]
      const pixel = Math.floor(y) * width + Math.floor(x)
      const isOwn = ids[pixel] === person.member + 1
      const inFront = seen.depth - metresOf(depths[pixel] as number)
      const isBare = inFront <= FLESH[partOf(name)] * tall
      return [x, y, isOwn && isBare ? 2 : 1]
    })
    return { world: places.map((place) => place.map((cell) => rounded(cell, 3)) as Vec3), picture }
  })
}

/** A copy whose bytes begin at 0: typed arrays need them aligned, and a socket's buffer may begin anywhere. */
function aligned({ bytes }: Picture): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

function rounded(value: number, digits: number): number {
  const unit = 10 ** digits
  return Math.round(value * unit) / unit
}
