import { poseAtFrame, takenSubject, type CameraTrack } from '#scenes'
import type { StageJob } from '../../protocol.ts'
import type { Surroundings } from './treaty.ts'

/** The ways of the camera and of the middles of all who move: the foot of a ball that rolls goes round and round. */
export function surroundingsOf({ scene, take, camera }: StageJob): Surroundings {
  // A job's camera is one of its take.
  const { track, fov } = take.cameras[camera] as CameraTrack
  const samples = Math.max(track.samples, fov.length)
  return {
    camera: Array.from({ length: samples }, (_, frame) => {
      const { position, rotation } = poseAtFrame(track, frame)
      return { position, rotation, fov: fov[Math.min(frame, fov.length - 1)] as number }
    }),
    ways: take.cast
      .map(({ id, track }, i) => ({ id, instance: i + 1, track }))
      .filter(({ track }) => (track.travel.at(-1) ?? 0) > SHORTEST)
      .slice(0, MOST)
      .map(({ id, instance, track }) => {
        const middle = takenSubject(scene, take, [id])?.middle
        const frames = Array.from({ length: track.samples }, (_, frame) => frame)
        return { id, instance, points: middle ? frames.flatMap(middle) : [] }
      }),
  }
}

/** Metres: less is no way. */
const SHORTEST = 0.02
const MOST = 120
