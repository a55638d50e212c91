import {
  COCO_JOINTS,
  poseAtFrame,
  solidActors,
  takenSubject,
  type Bounds,
  type CastMember,
  type CocoJoint,
  type Quaternion,
  type Scene,
  type SolidActor,
  type Take,
  type TakeEvent,
} from '#scenes'
import type { Vec3 } from './geometry.ts'
import { nounOf } from './facts/noun.ts'
import { categoryOf } from './facts/member.ts'
import { substanceOf } from './facts/substance.ts'
import type { NounClass } from './words/nouns.ts'

/**
 * annotations.json: who is in the clip and what happens; with dense truth, where everybody is at every frame. Metres,
 * seconds, world axes with Y up; pixels from the top left, right and bottom exclusive. Columns have one entry per frame.
 */
export interface Annotations {
  actors: AnnotatedActor[]
  /** What the columns of `joints` hold, with dense truth: COCO's keypoints in their order; left is the person's own. */
  joints?: readonly CocoJoint[]
  /** With the frame at or after which each is seen. */
  events: (TakeEvent & { frame: number })[]
}

export interface AnnotatedActor {
  id: string
  /** Its number in the passes: 1 + index in the cast. */
  instance: number
  kind: string
  noun: string
  category: NounClass
  attributes: {
    /** Base colours that the scene names, sRGB 0..255, and materials; with their share of the surface. */
    colors: { rgb: Vec3; share: number }[]
    surfaces: { surface: string; share: number }[]
    /** Share of its surface that is seen through: passes tell what is behind it. Absent where there is none. */
    veil?: number
  }
  /** `position`, `rotation` (quaternion x, y, z, w) and `scale` in the world; one entry when it never moves. */
  pose: { position: Vec3[]; rotation: Quaternion[]; scale: number[] }
  /** Metres a second of the pose's position, by central differences; absent when it never moves. */
  velocity?: Vec3[]
  /** Its 3D box in the frame of its pose, before scaling; one entry when it never changes. */
  box3d: Bounds[]
  truth?: DenseTruth
}

/** What the passes say of one actor; null where nothing of it is in the picture. */
export interface DenseTruth {
  /** Tight, of its pixels in `instance`: `[left, top, right, bottom]`. */
  box: (Box | null)[]
  /** As if nothing hid it and the picture had no edge, to about a hundredth of its size. */
  amodalBox: (Box | null)[]
  pixels: number[]
  /** Visible pixels over those it would have inside the picture with nothing in front of it. */
  visibility: number[]
  /** Share of the amodal box outside the picture. */
  truncation: number[]
  /** Of an actor that is a person, or a group of people: one entry for each of them. */
  joints?: JointTruth[]
}

/** A person's joints: of each frame all of them, in the order of `Annotations.joints`. */
export interface JointTruth {
  person: string
  /** World metres, to the millimetre: middles of the joints, the tip of the nose, pupils, middles of the ears. */
  world: Vec3[][]
  /**
   * `[x, y, v]`: pixels to a tenth, centres at +0.5, and COCO's visibility. 2: the person is seen there, and nothing of its
   * own body is before the joint. 1: in the picture, but something hides it. 0: outside the picture, x and y tell where;
   * behind the camera, and then they are 0 as well.
   */
  picture: [x: number, y: number, v: 0 | 1 | 2][][]
}

export type Box = [left: number, top: number, right: number, bottom: number]

/** @param truth of every member of the cast, when passes were asked for */
export function annotate(scene: Scene, take: Take, truth?: readonly DenseTruth[]): Annotations {
  const solids = new Map(solidActors(scene).map((actor) => [actor.id, actor]))
  return {
    actors: take.cast.map((member, index): AnnotatedActor => {
      const actors = member.solids.flatMap((id) => solids.get(id) ?? [])
      const noun = nounOf(member, actors[0] as SolidActor)
      const { colors, surfaces, veil } = substanceOf(actors, scene.seed)
      const own = truth?.[index]
      return {
        id: member.id,
        instance: index + 1,
        kind: member.kind,
        noun: noun.en,
        category: categoryOf(member, noun),
        attributes: {
          colors: colors.map(({ rgb, share }) => ({ rgb, share: rounded(share, 3) })),
          surfaces: surfaces.map(({ surface, share }) => ({ surface, share: rounded(share, 3) })),
          ...(veil > 0 && { veil: rounded(veil, 3) }),
        },
        ...placesOf(member, take),
        box3d: boxesOf(scene, take, member.id),
        ...(own && { truth: own }),
      }
    }),
    ...(truth?.some(({ joints }) => joints) && { joints: COCO_JOINTS }),
    events: take.events.map((event) => ({
      ...event,
      frame: Math.min(take.frames - 1, Math.ceil(event.t * take.fps - 1e-6)),
    })),
  }
}

function placesOf({ track }: CastMember, take: Take): Pick<AnnotatedActor, 'pose' | 'velocity'> {
  const poses = Array.from({ length: track.samples }, (_, frame) => poseAtFrame(track, frame))
  const pose = {
    position: poses.map(({ position }) => roundedVector(position)),
    rotation: poses.map(({ rotation }) => rotation.map((q) => rounded(q, 6)) as Quaternion),
    scale: poses.map(({ scale }) => rounded(scale, 6)),
  }
  if (poses.length === 1) return { pose }
  const velocity = poses.map((_, frame) => {
    const [from, to] = [Math.max(frame - 1, 0), Math.min(frame + 1, poses.length - 1)]
    const [a, b] = [poses[from]?.position as Vec3, poses[to]?.position as Vec3]
    return roundedVector(
      ([0, 1, 2] as const).map((k) => ((b[k] - a[k]) * take.fps) / (to - from)) as Vec3,
    )
  })
  return { pose, velocity }
}

/** One box, unless parts of a group go their own ways. */
function boxesOf(scene: Scene, take: Take, id: string): Bounds[] {
  const subject = takenSubject(scene, take, [id])
  if (!subject) return []
  const boxes = Array.from({ length: take.frames }, (_, frame): Bounds => {
    const { min, max } = subject.box(frame).bounds
    return { min: roundedVector(min), max: roundedVector(max) }
  })
  const [first] = boxes as [Bounds]
  const isOne = boxes.every(({ min, max }) =>
    ([0, 1, 2] as const).every(
      (k) => Math.abs(min[k] - first.min[k]) < 1e-3 && Math.abs(max[k] - first.max[k]) < 1e-3,
    ),
  )
  return isOne ? [first] : boxes
}

function roundedVector(vector: Readonly<Vec3>): Vec3 {
  return vector.map((value) => rounded(value, 5)) as Vec3
}

function rounded(value: number, digits: number): number {
  const unit = 10 ** digits
  return Math.round(value * unit) / unit
}
