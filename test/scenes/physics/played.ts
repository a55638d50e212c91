import { poseAtFrame, Scene, shoot, type Pose, type Take } from '#scenes'
import { physicsFor } from '#scenes/physics'

type Input = Parameters<typeof Scene.parse>[0]

/** A scene of these actors over two seconds at 24 fps, without a floor. */
export function sceneOf(
  actors: unknown[],
  more: { physics?: object; frames?: number; fps?: number } = {},
): Scene {
  const input: Input = {
    version: 1,
    name: 'played',
    clip: { width: 64, height: 64, fps: more.fps ?? 24, frames: more.frames ?? 49 },
    ...(more.physics && { physics: more.physics }),
    cameras: [{ position: [0, 1, 5], lookAt: [0, 0, 0] }],
    actors,
  }
  return Scene.parse(input)
}

export async function play(scene: Scene): Promise<Take> {
  return shoot(scene, await physicsFor(scene))
}

/** World poses of an actor, one per frame. */
export function posesOf(take: Take, id: string): Pose[] {
  const track = take.actors.find((actor) => actor.id === id)?.track
  if (!track) throw new Error(`no actor ${id}`)
  return Array.from({ length: take.frames }, (_, n) => poseAtFrame(track, n))
}
