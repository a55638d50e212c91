import type { Camera, Shot } from '../schema/camera.ts'
import type { Random } from '../random.ts'
import type { CameraTrack } from '../take/take.ts'
import { trackOf } from '../take/track.ts'
import { rotationOf, type CameraPose } from './camera-pose.ts'
import { handheld } from './handheld.ts'
import { byKeys } from './keys.ts'
import type { Framer } from './framing/framer.ts'
import { byMoves, startOf } from './moves.ts'
import type { Subjects } from './subjects.ts'

/** A stretch of the clip, frames `[from, to)`. */
export interface Span {
  from: number
  to: number
}

/**
 * Bakes a camera: every pose at every frame, shot by shot.
 * @param framer finds how shots begin that are framed in the words of film
 * @param random forked by the camera's id
 */
export function shootCamera(
  camera: Camera,
  { frames, fps }: { frames: number; fps: number },
  subjects: Subjects,
  framer: Framer,
  random: Random,
): CameraTrack {
  const shots = shotsOf(camera, frames, fps)
  const posesOf = ({ shot, span }: (typeof shots)[number], i: number): CameraPose[] => {
    const play = (first: CameraPose) => byMoves(shot, first, span, fps, subjects)
    if (shot.frame) return play(framer(shot.frame, shot, camera.shots ? i : undefined, span, play))
    return shot.moves.length > 0
      ? play(startOf(shot, span.from, subjects))
      : byKeys(shot, span, fps, subjects)
  }
  const poses = shots.flatMap(({ shot, span }, i) => {
    const own = posesOf({ shot, span }, i)
    return shot.handheld > 0 ? handheld(own, shot.handheld, fps, random.fork(`shot ${i}`)) : own
  })
  const fov = poses.map((pose) => pose.fov)
  return {
    id: camera.id,
    track: trackOf(
      poses.map((pose) => ({ position: pose.position, rotation: rotationOf(pose), scale: 1 })),
    ),
    fov: fov.every((f) => f === fov[0]) ? fov.slice(0, 1) : fov,
    shots: shots.map(({ span }) => span),
  }
}

/** The shots of a camera and their frames; one that the clip does not reach is left out. */
export function shotsOf(camera: Camera, frames: number, fps: number): { shot: Shot; span: Span }[] {
  if (!camera.shots) return [{ shot: camera, span: { from: 0, to: frames } }]
  let from = 0
  return camera.shots.flatMap((shot, i) => {
    const isLast = i === (camera.shots?.length ?? 0) - 1
    const to =
      isLast || shot.to === undefined ? frames : Math.min(Math.round(shot.to * fps), frames)
    const span = { from, to }
    from = to
    return span.to > span.from ? [{ shot, span }] : []
  })
}
