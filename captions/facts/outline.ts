import { poseAtFrame } from '#scenes'
import { rotate, unproject, type Vec3, type View } from '../geometry.ts'
import type { Member } from './member.ts'

/** How a body stands out at one sampled frame: the edges of its visible pixels, in the world. */
export interface Outline {
  frame: number
  /** Of its own height: how far its upper and lower edge are above its feet's ground, and how wide it is. */
  top: number
  bottom: number
  width: number
}

/** Cut off by the edge of the picture, or hidden, it has no outline. */
const WHOLE = { truncation: 0.02, visibility: 0.85 }

/** Outlines of one that keeps upright, by box and depth, wherever it is seen whole. */
export function outlinesOf(
  member: Member,
  views: readonly (View | undefined)[],
  aspect: number,
): Outline[] {
  const { track } = member.cast
  return member.samples.flatMap(
    ({ frame, seen, box, depth, truncation, visibility }): Outline[] => {
      const view = views[frame]
      const whole = truncation <= WHOLE.truncation && visibility >= WHOLE.visibility
      if (!seen || !box || !depth || !view || !whole) return []
      const pose = poseAtFrame(track, frame)
      const tall = member.size[1] * (pose.scale / poseAtFrame(track, 0).scale)
      const at = (x: number, y: number) => unproject(x, y, depth[1], view, aspect)
      const up = rotate([0, 1, 0], pose.rotation)
      const over = (point: Vec3) =>
        (point[0] - pose.position[0]) * up[0] +
        (point[1] - pose.position[1]) * up[1] +
        (point[2] - pose.position[2]) * up[2]
      const x = (box[0] + box[2]) / 2
      const [left, right] = [at(box[0], box[1]), at(box[2], box[1])]
      return [
        {
          frame,
          top: over(at(x, box[1])) / tall,
          bottom: over(at(x, box[3])) / tall,
          width: Math.hypot(...left.map((value, k) => value - (right[k] as number))) / tall,
        },
      ]
    },
  )
}
