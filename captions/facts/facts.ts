import type { CameraTrack, Scene, Take } from '#scenes'
import type { Observations } from '../observation.ts'
import { holdsOf, type Hold } from './bodies.ts'
import { cameraFacts, type CameraFacts } from './camera.ts'
import { membersOf, type Member } from './member.ts'
import { motionsOf, type Motion } from './motion.ts'
import type { NounWords } from './noun.ts'
import type { View } from '../geometry.ts'
import { unseenOf } from './unseen.ts'

export type Crop = [x: number, y: number, width: number, height: number]

/** What a caption is made from: a scene, how it played, which camera filmed it, what was seen. */
export interface Filmed {
  scene: Scene
  take: Take
  /** Index into `take.cameras`. */
  camera: number
  observations: Observations
  /** The part of the clip's picture that all of this is about, [x, y, width, height] in pixels; all of it without. */
  crop?: Crop
  /** Index in the clip of the first shot that take and observations are of, where the camera makes cuts; 0 without. */
  index?: number
  /** How the shot before this one ended; none before the first. */
  before?: View
}

/** Numbers about everything that was seen, from which claims are proposed and proven. */
export interface Facts extends Filmed {
  index: number
  fps: number
  frames: number
  aspect: number
  /** Seen in >= 25 % of the samples (contract 7), largest first. Nothing else is ever said. */
  members: Member[]
  /** Seen at all: what a count must not overlook. */
  glimpsed: Member[]
  /** What is in the picture by the take though nothing of it was seen: a count must not deny it either. */
  unseen: NounWords[]
  /** What each member of the cast is to the physics. */
  holds: Map<string, Hold>
  motions: Map<string, Motion[]>
  shot: CameraFacts
  member(id: string): Member
}

/** Contract 7: below this share of the samples nothing is named. */
export const SEEN = 0.25

export function factsOf(filmed: Filmed): Facts {
  const { scene, take, observations } = filmed
  const camera = take.cameras[filmed.camera] as CameraTrack
  const glimpsed = membersOf(scene, take, camera, observations).filter((member) => member.seen > 0)
  const members = glimpsed.filter(({ seen }) => seen >= SEEN).sort((a, b) => b.area - a.area)
  const holds = holdsOf(scene, take.cast)
  const byId = new Map(glimpsed.map((member) => [member.id, member]))
  return {
    ...filmed,
    index: filmed.index ?? 0,
    fps: take.fps,
    frames: take.frames,
    aspect: scene.clip.width / scene.clip.height,
    members,
    glimpsed,
    unseen: unseenOf(scene, take, camera, observations),
    holds,
    motions: new Map(
      members.map((member) => [member.id, motionsOf(member, take, holds.get(member.id))]),
    ),
    shot: cameraFacts(filmed, members),
    member(id) {
      const member = byId.get(id)
      if (!member) throw new RangeError(`no actor '${id}' was seen`)
      return member
    },
  }
}
