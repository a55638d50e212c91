import { Box3, Quaternion, Vector3 } from 'three'
import { blueprintOf, boundsOf, poseAtFrame, type ActorTrack, type SolidActor } from '#scenes'
import type { StageJob } from './protocol.ts'

/** Frames at which distances are looked at. */
const SAMPLES = 9

/** Nearer than this nobody looks, metres. */
const NEAREST = 0.15

/**
 * Pixels that a metre covers where an actor comes nearest to the lens in the whole clip, rounded up to a
 * power of two so that equal shapes are made once. Chosen per clip: a level of detail that changed within
 * it would be seen. Measured to the actor's box: a ball about a long house beside the road holds the lens.
 */
export function nearnessOf({
  scene,
  take,
  camera,
  height,
}: StageJob): (actor: SolidActor, track: ActorTrack) => number {
  const film = take.cameras[camera]
  if (!film) throw new Error(`the take has no camera number ${camera}`)
  const frames = Array.from({ length: SAMPLES }, (_, i) =>
    Math.round((i / (SAMPLES - 1)) * (take.frames - 1)),
  )
  const lens = frames.map((frame) => {
    const fov = film.fov[Math.min(frame, film.fov.length - 1)] as number
    return {
      at: poseAtFrame(film.track, frame).position,
      scale: height / (2 * Math.tan((fov * Math.PI) / 360)),
    }
  })
  return (actor, { track }) => {
    const { min, max } = boundsOf(blueprintOf(actor, scene.seed).parts)
    const box = new Box3(new Vector3(...min), new Vector3(...max))
    const nearest = frames.map((frame, i) => {
      const film = lens[i] as (typeof lens)[number]
      const { position, rotation, scale } = poseAtFrame(track, frame)
      const eye = new Vector3(...film.at)
        .sub(new Vector3(...position))
        .applyQuaternion(new Quaternion(...rotation).invert())
        .divideScalar(scale)
      return (film.scale / Math.max(box.distanceToPoint(eye) * scale, NEAREST)) * scale
    })
    return 2 ** Math.ceil(Math.log2(Math.max(...nearest)))
  }
}
