import {
  blueprintOf,
  boundsOf,
  poseAtFrame,
  solidActors,
  type Bounds,
  type CameraTrack,
  type Scene,
  type SolidActor,
  type Take,
} from '#scenes'
import { place, project, times, add, viewAt } from '../geometry.ts'
import type { Observations } from '../observation.ts'
import { nounOf, type NounWords } from './noun.ts'

/**
 * Cast members that stand in the picture by the take, at least so high in it, and of which no sample saw
 * anything: hidden, or hard to tell from what is behind them. Nobody may say that they are not there.
 */
const TALL = 0.01

export function unseenOf(
  scene: Scene,
  take: Take,
  camera: CameraTrack,
  observations: Observations,
): NounWords[] {
  const solids = new Map(solidActors(scene).map((actor) => [actor.id, actor]))
  const aspect = scene.clip.width / scene.clip.height
  const seen = new Set(
    observations.members.filter((member) => member.seen.includes(true)).map(({ member }) => member),
  )
  // In a part of a picture: their boxes reach into it, and nobody knows whether they do.
  const perhaps = new Set(camera.axis ? observations.members.map(({ member }) => member) : [])
  return take.cast.flatMap((cast, index) => {
    if (seen.has(index)) return []
    const actors = cast.solids.flatMap((id) => solids.get(id) ?? [])
    const framed =
      perhaps.has(index) ||
      actors.some((actor) => {
        const bounds = boundsOf(blueprintOf(actor, scene.seed).parts)
        return observations.frames.some((frame) => isFramed(actor, bounds, frame))
      })
    return framed ? [nounOf(cast, actors[0] as SolidActor)] : []
  })

  function isFramed(actor: SolidActor, { min, max }: Bounds, frame: number): boolean {
    const track = take.actors.find(({ id }) => id === actor.id)?.track
    if (!track) return false
    const pose = poseAtFrame(track, frame)
    const view = viewAt(camera, frame)
    const { x, y, depth } = project(place(times(add(min, max), 0.5), pose), view, aspect)
    const tall = ((max[1] - min[1]) * pose.scale) / (2 * view.half * depth)
    return depth > 0 && x > 0 && x < 1 && y > 0 && y < 1 && tall >= TALL
  }
}
