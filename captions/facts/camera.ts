import { labelShot, type CameraTrack, type LabelledShot } from '#scenes'
import { anglesOf, degrees, dot, median, unit, viewAt, type Vec3, type View } from '../geometry.ts'
import type { Filmed } from './facts.ts'
import type { Member } from './member.ts'

/** What one shot's camera did: measured on the poses, never taken from how the scene asks for it. */
export interface CameraFacts extends LabelledShot {
  /** Metres to what is seen on the whole. */
  distance: number
  views: View[]
  /** Medians over the shot: pitch in degrees (positive looks up), height of the lens in metres. */
  pitch: number
  height: number
}

export function cameraFacts(filmed: Filmed, members: Member[]): CameraFacts {
  const { scene, take, camera, index: shot = 0 } = filmed
  const track = take.cameras[camera] as CameraTrack
  const views = Array.from({ length: take.frames }, (_, n) => viewAt(track, n))
  const distance = distanceOf(members)
  return {
    ...labelShot({ scene, take, camera, shot }, distance),
    distance,
    views,
    pitch: median(views.map((view) => anglesOf(view).pitch)),
    height: median(views.map(({ position }) => position[1])),
  }
}

/** Share of the shorter of two spans that they have in common. */
export function overlap(a: { from: number; to: number }, b: { from: number; to: number }): number {
  return (
    (Math.min(a.to, b.to) - Math.max(a.from, b.from)) /
    Math.max(1, Math.min(a.to - a.from, b.to - b.from))
  )
}

/** Median depth of what is seen, ground and walls left out when there is anything else; weighted by area. */
function distanceOf(members: Member[]): number {
  const things = members.filter((member) => !['ground', 'road', 'wall'].includes(member.class))
  const depths = (things.length > 0 ? things : members).flatMap((member) =>
    member.samples.flatMap(({ depth, area, seen }) =>
      depth && seen ? [{ depth: depth[1], area }] : [],
    ),
  )
  depths.sort((a, b) => a.depth - b.depth)
  const half = depths.reduce((sum, { area }) => sum + area, 0) / 2
  let passed = 0
  return depths.find(({ area }) => (passed += area) >= half)?.depth ?? 5
}

/** Degrees between where light comes from and where the camera looks, and its sideways part (right positive). */
export function sideOf(from: Vec3, view: View): { across: number; ahead: number; angle: number } {
  const level = unit([from[0], 0, from[2]])
  const across = dot(level, view.right)
  const ahead = dot(level, unit([view.forward[0], 0, view.forward[2]]))
  return { across, ahead, angle: degrees(Math.atan2(across, ahead)) }
}
