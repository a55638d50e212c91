import type { Scene } from '../../schema/scene.ts'
import type { Vec3 } from '../../schema/values.ts'
import { blueprintOf, solidActors } from '../../shape/blueprint.ts'
import { boundsOf, corners, type Bounds } from '../../shape/bounds.ts'
import { inverse, place, rotate, subtract } from '../../take/pose.ts'
import { poseAtFrame, type CameraTrack, type Take } from '../../take/take.ts'
import type { VisibleExpectation } from './expectation.ts'
import { matches } from './glob.ts'

/** Moments looked at. */
const MOMENTS = 13

/** What is amiss with an expected view; undefined where everyone is seen as expected. */
export function visibleFault(
  { visible, share, often, camera: id }: VisibleExpectation,
  scene: Scene,
  take: Take,
): string | undefined {
  const camera = id === undefined ? take.cameras[0] : take.cameras.find((one) => one.id === id)
  if (!camera) return `has no camera \`${id}\` to look through`
  const members = take.cast.filter((one) => matches(visible, one.id))
  if (members.length === 0) return `names no actor: there is no \`${visible}\``
  const aspect = scene.clip.width / scene.clip.height
  const boxes = new Map(solidActors(scene).map((actor) => [actor.id, actor]))
  const frames = moments(take.frames)
  for (const member of members) {
    const solids = take.actors.flatMap(({ id: solid, track }) => {
      const actor = member.solids.includes(solid) ? boxes.get(solid) : undefined
      return actor ? [{ track, bounds: boundsOf(blueprintOf(actor, scene.seed).parts) }] : []
    })
    const shares = frames.map((frame) =>
      covered(
        camera,
        frame,
        aspect,
        solids.flatMap(({ track, bounds }) => cornersAt(bounds, poseAtFrame(track, frame))),
      ),
    )
    const seen = shares.filter((one) => one >= share).length / shares.length
    if (seen < often || shares.every((one) => one < share)) {
      const most = Math.max(...shares)
      return `covers ${percent(share)} of the picture or more in ${percent(seen)} of the moments instead of ${percent(often)}: \`${member.id}\` covers at most ${percent(most)}`
    }
  }
  return undefined
}

/**
 * The part of the picture that the box around some points covers, 0 to 1. What is behind the lens is cut off:
 * a box that reaches there counts as far as its points in front do.
 * @param aspect width / height
 */
export function covered(
  camera: CameraTrack,
  frame: number,
  aspect: number,
  points: readonly Vec3[],
): number {
  const { position, rotation } = poseAtFrame(camera.track, frame)
  const fov = camera.fov[Math.min(frame, camera.fov.length - 1)] as number
  const up = Math.tan((fov * Math.PI) / 360)
  const back = inverse(rotation)
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const point of points) {
    const [x, y, z] = rotate(subtract(point, position), back)
    if (z > -NEAR) continue
    ;[left, right] = [
      Math.min(left, x / -z / (up * aspect)),
      Math.max(right, x / -z / (up * aspect)),
    ]
    ;[low, high] = [Math.min(low, y / -z / up), Math.max(high, y / -z / up)]
  }
  const within = (from: number, to: number) => Math.max(0, Math.min(to, 1) - Math.max(from, -1)) / 2
  return within(left, right) * within(low, high)
}

/** Metres before the lens. */
const NEAR = 0.01

function cornersAt(bounds: Bounds, pose: ReturnType<typeof poseAtFrame>): Vec3[] {
  return corners(bounds).map((corner) => place(corner, pose))
}

/** Frames spread evenly, the first and the last among them. */
function moments(frames: number): number[] {
  const count = Math.min(frames, MOMENTS)
  const spread = Array.from({ length: count }, (_, i) =>
    Math.round((i * (frames - 1)) / Math.max(count - 1, 1)),
  )
  return [...new Set(spread)]
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`
}
