import { verifyText } from '#captions'
import { Scene, shoot } from '#scenes'
import type { Filmed } from '../../captions/facts/facts.ts'
import { factsOf, type Facts } from '../../captions/facts/facts.ts'
import type { Observations } from '../../captions/observation.ts'
import { observe } from './observe.ts'

type Input = Parameters<typeof Scene.parse>[0]

const seen = new Map<string, Observations>()

/** A scene shot and seen by the synthetic observer; who looks at the same one again sees the same. */
export function film(scene: Scene): Filmed {
  const take = shoot(scene)
  const key = JSON.stringify(scene)
  const observations = seen.get(key) ?? observe(scene, take, 0, 96)
  seen.set(key, observations)
  return { scene, take, camera: 0, observations }
}

/**
 * Facts of a small scene: two seconds at 12 fps over a gray ground, a camera 6 m in front at 1.4 m that looks
 * level at the middle.
 */
export function staged(
  actors: unknown[],
  more: { camera?: object; world?: object; frames?: number } = {},
): Facts {
  const input: Input = {
    version: 1,
    name: 'staged',
    clip: { width: 640, height: 352, fps: 12, frames: more.frames ?? 25 },
    world: more.world ?? {},
    cameras: [{ position: [0, 1.4, 6], lookAt: [0, 1.4, 0], fov: 45, ...more.camera }],
    actors: [
      { id: 'floor', kind: 'ground', size: [60, 60], material: { surface: 'concrete' } },
      ...actors,
    ],
  }
  return factsOf(film(Scene.parse(input)))
}

/** The same clip in which hardly a pixel of an actor stands out before a frame. */
export function faint(facts: Facts, actor: string, before: number): Facts {
  const { observations } = facts
  const members = observations.members.map((member) => ({
    ...member,
    seen: member.seen.map(
      (is, i) => is && (member.id !== actor || (observations.frames[i] as number) >= before),
    ),
  }))
  return factsOf({ ...facts, observations: { ...observations, members } })
}

/** How the phrases of a text fare. */
export function statuses(text: string, facts: Filmed) {
  return verifyText(text, facts).map(({ status }) => status)
}
