import { vec3 } from 'gl-matrix'
import type { Frame } from '../../schema/framing.ts'
import type { Vec3 } from '../../schema/values.ts'
import { add, inverse, rotate, subtract, times } from '../../take/pose.ts'
import { rotationOf, type CameraPose } from '../camera-pose.ts'
import { extentOf, heightAt, sizeOf } from '../labels/size.ts'
import type { View } from '../labels/view.ts'
import { boxEntry } from '../../shape/entry.ts'
import { cornersOf, pointIn, WORLD, type SubjectBox } from '../subject-box.ts'
import type { Candidate } from './candidates.ts'
import { CROWN, EYES, fovOfLens, HEADROOM, isWhole, LENS, PLACES, SIDES } from './scale.ts'

/** Rounds of putting right: a camera that moves nearer sees another part of the box in its middle. */
const ROUNDS = 10

/** Metres over its base that a camera hugging a subject is. */
const LOW = 0.115

export function viewOf(pose: CameraPose): View {
  const rotation = rotationOf(pose)
  return {
    position: pose.position,
    rotation,
    right: rotate([1, 0, 0], rotation),
    up: rotate([0, 1, 0], rotation),
    forward: rotate([0, 0, -1], rotation),
    focal: 1 / Math.tan((pose.fov * Math.PI) / 360),
  }
}

/** Where the camera is and how it is turned for a candidate; undefined where no lens or distance makes its size. */
export function poseOf(
  frame: Frame,
  candidate: Candidate,
  box: SubjectBox,
  heading: Vec3,
  aspect: number,
): CameraPose | undefined {
  const bearing = ((SIDES[frame.side] + candidate.bearing) * Math.PI) / 180
  const [sin, cos] = [Math.sin(bearing), Math.cos(bearing)]
  // Level, from the subject to the camera; to the subject's left is counter-clockwise seen from above.
  const out: Vec3 = [heading[0] * cos + heading[2] * sin, 0, heading[2] * cos - heading[0] * sin]
  const turned = {
    yaw: (Math.atan2(-out[0], out[2]) * 180) / Math.PI,
    pitch: candidate.pitch,
    roll: frame.dutch,
  }
  const { by } = candidate
  return 'gap' in by
    ? hugging(frame, candidate.size, by, out, turned, box, aspect)
    : placed(frame, candidate, by.lens, turned, box, aspect)
}

type Turned = Pick<CameraPose, 'yaw' | 'pitch' | 'roll'>

/** Behind a given lens: the distance makes the size, the place of the anchor in the picture the rest. */
function placed(
  frame: Frame,
  { size, shift }: Candidate,
  lens: number,
  turned: Turned,
  box: SubjectBox,
  aspect: number,
): CameraPose | undefined {
  const { point, across, upwards } = anchorOf(frame, size, box)
  const pose: CameraPose = { ...turned, position: [0, 0, 0], fov: fovOfLens(lens) }
  const view = viewOf(pose)
  let depth = (size * extentOf(view, aspect, box) * view.focal) / 2
  for (let round = 0; round < ROUNDS; round++) {
    const height = (2 * depth) / view.focal
    const off = add(
      times(view.right, across * aspect * height),
      times(view.up, (upwards + shift) * height),
    )
    pose.position = subtract(subtract(point, times(view.forward, depth)), off)
    const measured = sizeOf({ ...view, position: pose.position }, aspect, box)
    if (measured === undefined) depth *= 1.5
    else if (Math.abs(measured / size - 1) < 1e-3) return pose
    else depth *= Math.min(Math.max(size / measured, 0.4), 2.5)
  }
  return pose
}

/** Close by the subject and low: the lens makes the size. */
function hugging(
  frame: Frame,
  size: number,
  { gap, lens }: { gap: number; lens: number | undefined },
  out: Vec3,
  turned: Turned,
  box: SubjectBox,
  aspect: number,
): CameraPose | undefined {
  const centre = pointIn(box, [0.5, 0.5, 0.5])
  const base = Math.min(...cornersOf(box).map(([, y]) => y))
  const leaves = boxEntry(
    box.bounds,
    pointIn({ ...box, pose: WORLD }, [0.5, 0.5, 0.5]),
    times(rotate(out, inverse(box.pose.rotation)), 1 / box.pose.scale),
  )?.leaves
  if (leaves === undefined) return undefined
  const [x, , z] = add(centre, times(out, leaves + gap))
  const pose: CameraPose = {
    ...turned,
    position: [x, base + LOW, z],
    fov: fovOfLens(lens ?? 24),
  }
  for (let round = 0; round < ROUNDS; round++) {
    const view = viewOf(pose)
    const measured = sizeOf(view, aspect, box)
    const height = heightAt(view, aspect, box)
    if (measured === undefined || height === undefined) return undefined
    const off = times(view.right, -PLACES[frame.place][0] * aspect * height)
    pose.position = [x + off[0], pose.position[1], z + off[2]]
    if (lens === undefined) pose.fov = (Math.atan(size / measured / view.focal) * 360) / Math.PI
  }
  const focal = 12 / Math.tan((pose.fov * Math.PI) / 360)
  return focal >= LENS.shortest && focal <= LENS.longest ? pose : undefined
}

/** The point of the subject that has a place in the picture, and that place: in widths and heights from the middle. */
function anchorOf(
  { size, angle, place }: Frame,
  heights: number,
  box: SubjectBox,
): { point: Vec3; across: number; upwards: number } {
  const [across, upwards] = PLACES[place]
  const at = (share: number) => pointIn(box, [0.5, share, 0.5])
  const steep = angle === "bird's eye" || angle === "worm's eye"
  if (!box.isPerson || isWhole(size)) return { point: at(0.5), across, upwards }
  if (steep) return { point: at(EYES), across, upwards }
  const overEyes = (CROWN - EYES) / heights
  if (size === 'extreme close-up') return { point: at(EYES), across, upwards }
  if (upwards !== 0)
    return { point: at(EYES), across, upwards: Math.min(upwards, 0.5 - HEADROOM / 2 - overEyes) }
  return { point: at(CROWN), across, upwards: 0.5 - HEADROOM }
}

/** A point's distance ahead of a view, metres. */
export function depthIn({ position, forward }: View, point: Vec3): number {
  return vec3.dot(subtract(point, position), forward)
}
