import {
  blueprintOf,
  isQuadruped,
  poseAtFrame,
  solidActors,
  type Bounds,
  type CameraTrack,
  type CastMember,
  type Done,
  type Quadruped,
  type Scene,
  type SolidActor,
  type Take,
  type Track,
} from '#scenes'
import { median, unproject, viewAt, type Vec3 } from '../geometry.ts'
import type { MemberObservation, Observations } from '../observation.ts'
import type { Rgb } from '../words/colors.ts'
import { classOf, type NounClass } from '../words/nouns.ts'
import { extentOf, solidsOf, type SolidPart } from './extent.ts'
import { nounOf, type NounWords } from './noun.ts'
import { substanceOf, type Substance } from './substance.ts'

/** One actor as seen at one sampled frame. Places and sizes are shares of the picture. */
export interface Sample {
  frame: number
  seen: boolean
  /** left, top, right, bottom of its visible pixels; null when hidden. */
  box: [number, number, number, number] | null
  /** Middle of the box. */
  x: number
  y: number
  /** Visible pixels over the picture's pixels. */
  area: number
  /** Planar depth quantiles 0.1, 0.5, 0.9, metres. */
  depth: [number, number, number] | null
  visibility: number
  truncation: number
  color: Rgb | null
  /** dE2000 to what surrounds it; null when hidden or when nothing does. */
  contrast: number | null
  /** Where its pixels are in the world, by box and depth; null when hidden. */
  spot: Vec3 | null
}

/** The solids of one actor and how they move. */
export interface MovingParts {
  solids: SolidPart[]
  track: Track
}

/** Everything that is known about one member of the cast that was seen at least once. */
export interface Member {
  id: string
  kind: string
  cast: CastMember
  noun: NounWords
  class: NounClass
  substance: Substance
  /** It is or holds a person or an animal, whose legs go when it does. */
  walks: boolean
  /** Of a four-legged animal: how high it is there, metres. */
  withers: number | null
  /** What a person does besides going its way. */
  done: Done[]
  samples: Sample[]
  /** Share of the samples in which it is seen (contract 7). */
  seen: number
  /** Median area over the samples in which it is seen. */
  area: number
  /** Median pixel count over the same samples. */
  pixels: number
  parts: MovingParts[]
  /** World box at a frame, metres. */
  bounds(frame: number): Bounds
  /** Width, height, depth of the world box at the first frame, metres. */
  size: Vec3
}

/** What these kinds are does not depend on what their author calls them. */
const CLASS_OF_KIND: Partial<Record<string, NounClass>> = {
  ground: 'ground',
  road: 'road',
  room: 'room',
  person: 'person',
  dog: 'animal',
  cat: 'animal',
  horse: 'animal',
  deer: 'animal',
  'teddy-bear': 'object',
  robot: 'object',
  'rubber-duck': 'object',
  hoop: 'structure',
}

export function categoryOf({ kind }: CastMember, { en }: NounWords): NounClass {
  return CLASS_OF_KIND[kind] ?? classOf(en) ?? 'object'
}

export function membersOf(
  scene: Scene,
  take: Take,
  camera: CameraTrack,
  seen: Observations,
): Member[] {
  const solids = new Map(solidActors(scene).map((actor) => [actor.id, actor]))
  return seen.members.map((observed) => {
    const cast = take.cast[observed.member] as CastMember
    const actors = cast.solids.flatMap((id) => solids.get(id) ?? [])
    const parts = partsOf(actors, scene, take, cast)
    const bounds = boundsAt(parts)
    const { min, max } = bounds(0)
    const noun = nounOf(cast, actors[0] as SolidActor)
    const samples = samplesOf(observed, seen, camera, scene.clip.width / scene.clip.height)
    const times = samples.filter((sample) => sample.seen)
    return {
      id: cast.id,
      kind: cast.kind,
      cast,
      noun,
      class: categoryOf(cast, noun),
      substance: substanceOf(actors, scene.seed),
      walks: actors.some(({ kind }) => kind === 'person' || isQuadruped(kind)),
      withers: withersOf(actors, cast),
      done: doneOf(cast, take),
      samples,
      parts,
      seen: times.length / samples.length,
      area: times.length ? median(times.map((sample) => sample.area)) : 0,
      pixels: times.length
        ? median(times.map((sample) => sample.area)) * seen.width * seen.height
        : 0,
      bounds,
      size: [max[0] - min[0], max[1] - min[1], max[2] - min[2]],
    }
  })
}

function withersOf([actor]: SolidActor[], { track }: CastMember): number | null {
  if (!actor || !isQuadruped(actor.kind)) return null
  return (actor as Extract<SolidActor, { kind: Quadruped }>).height * (track.scale[0] as number)
}

/** Of several that are one, nobody could tell who does it. */
function doneOf({ solids: [id, ...more] }: CastMember, take: Take): Done[] {
  const played = more.length === 0 ? take.actors.find((actor) => actor.id === id) : undefined
  return played?.done ?? []
}

function partsOf(actors: SolidActor[], scene: Scene, take: Take, cast: CastMember): MovingParts[] {
  return actors.map((actor) => ({
    solids: solidsOf(blueprintOf(actor, scene.seed).parts),
    track: take.actors.find((played) => played.id === actor.id)?.track ?? cast.track,
  }))
}

/** The world box of all solids of a member, per frame; kept, for it is asked for again and again. */
function boundsAt(boxes: MovingParts[]): (frame: number) => Bounds {
  const known = new Map<number, Bounds>()
  const still = boxes.every(({ track }) => track.samples === 1)
  return (frame) => {
    const at = still ? 0 : frame
    const before = known.get(at)
    if (before) return before
    const bounds: Bounds = {
      min: [Infinity, Infinity, Infinity],
      max: [-Infinity, -Infinity, -Infinity],
    }
    for (const { solids, track } of boxes) {
      const pose = poseAtFrame(track, at)
      for (const solid of solids) {
        const { min, max } = extentOf(solid, pose)
        for (const k of [0, 1, 2] as const) {
          bounds.min[k] = Math.min(bounds.min[k], min[k])
          bounds.max[k] = Math.max(bounds.max[k], max[k])
        }
      }
    }
    known.set(at, bounds)
    return bounds
  }
}

function samplesOf(
  observed: MemberObservation,
  { frames, width, height }: Observations,
  camera: CameraTrack,
  aspect: number,
): Sample[] {
  return frames.map((frame, i) => {
    const pixels = observed.box[i] ?? null
    const box =
      pixels &&
      ([
        pixels[0] / width,
        pixels[1] / height,
        pixels[2] / width,
        pixels[3] / height,
      ] as Sample['box'])
    const depth = observed.depth[i] ?? null
    const [x, y] = box ? [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] : [Number.NaN, Number.NaN]
    return {
      frame,
      seen: observed.seen[i] ?? false,
      box,
      x,
      y,
      area: (observed.pixels[i] ?? 0) / (width * height),
      depth,
      visibility: observed.visibility[i] ?? 0,
      truncation: observed.truncation[i] ?? 0,
      color: observed.color[i] ?? null,
      contrast: observed.contrast[i] ?? null,
      spot: box && depth ? unproject(x, y, depth[1], viewAt(camera, frame), aspect) : null,
    }
  })
}
