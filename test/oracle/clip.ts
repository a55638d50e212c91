import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shoot, type Cameras, type Scene, type SolidActor, type Take } from '#scenes'
import { physicsFor } from '#scenes/physics'
import type { PredicateArgs, PredicateName } from '../../captions/claim.ts'
import { decodeIds, decodeRgb } from './decode.ts'
import { lensOf, type Lens } from './lens.ts'
import { masksIn, type Mask } from './masks.ts'
import { Body } from './solids.ts'

/** A claim as caption.json holds it. */
export type StoredClaim = {
  [P in PredicateName]: {
    id: string
    predicate: P
    args: PredicateArgs[P]
    frames: [number, number]
    shot?: number
    status: string
  }
}[PredicateName]

/** A finished clip as it lies on the disk, and the take that its scene plays. */
export interface Clip {
  scene: Scene
  take: Take
  claims: StoredClaim[]
  /** Id of the camera that filmed, and which of its shots this is. */
  camera: string
  index: number
  /** How the shot before this one ended. */
  before?: Lens
  /** Each shot as a clip of its own; the clip itself where there is no cut. */
  parts(): Clip[]
  width: number
  height: number
  fps: number
  frames: number
  /** Ids of the cast, in the order of the pass. */
  cast: string[]
  lens(frame: number): Lens
  body(actor: string): Body
  /** The actors that a cast member is made of, as written in the scene. */
  actors(actor: string): SolidActor[]
  mask(actor: string, frame: number): Mask | null
  /** Pixels of one frame: 1 + index in the cast, 0 the sky. */
  ids(frame: number): Uint16Array
  id(actor: string): number
  /** Three bytes a pixel, as a player shows them. */
  rgb(frame: number): Uint8Array
}

/**
 * @param told claims to look into; default is those of caption.json
 * @throws where a file is missing, or when pictures, ids and cameras are not of one number of frames
 */
export async function openClip(
  folder: string,
  ffmpeg: string,
  told?: StoredClaim[],
): Promise<Clip> {
  const read = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
  const scene = read<Scene>('scene.json')
  const cameras = read<Cameras>('cameras.json')
  const claims = told ?? read<{ claims: StoredClaim[] }>('caption.json').claims
  const [rgb, ids] = await Promise.all([
    decodeRgb(ffmpeg, join(folder, 'video.mp4')),
    decodeIds(ffmpeg, join(folder, 'passes/instance.mkv')),
  ])
  const { width, height, frames, fps } = scene.clip
  const pixels = width * height
  if (
    rgb.length !== 3 * pixels * frames ||
    ids.length !== pixels * frames ||
    cameras.frames.length !== frames
  )
    throw new RangeError(
      `${folder}: ${rgb.length / (3 * pixels)} pictures, ${ids.length / pixels} id frames and ` +
        `${cameras.frames.length} cameras for ${frames} frames`,
    )
  const take = shoot(scene, await physicsFor(scene))
  const cast = take.cast.map(({ id }) => id)
  const idOf = (actor: string) => {
    const index = cast.indexOf(actor)
    if (index === -1) throw new RangeError(`${actor} is not in the cast`)
    return index + 1
  }
  const idsAt = (frame: number) => ids.subarray(frame * pixels, (frame + 1) * pixels)
  const lenses = cameras.frames.map((frame) => lensOf(frame, { width, height }))
  const masks = remember((frame: number) => masksIn(idsAt(frame), width, height, cast.length + 1))
  const body = remember((actor: string) => new Body(scene, take, idOf(actor) - 1))
  const lastFrame = (n: number) => lenses[Math.max(0, Math.min(n, frames - 1))] as Lens
  const whole = { from: 0, to: frames }
  const part = (index: number, { from, to }: typeof whole): Clip => {
    const last = to - from - 1
    const bodyFrom =
      from === 0 ? body : remember((actor: string) => new Body(scene, take, idOf(actor) - 1, from))
    const at = (n: number) => from + Math.max(0, Math.min(n, last))
    return {
      scene,
      take,
      claims: claims
        .filter(({ shot = 0 }) => shot === index || cameras.shots.length === 1)
        .map((claim) => ({ ...claim, frames: [claim.frames[0] - from, claim.frames[1] - from] })),
      camera: cameras.camera,
      index,
      ...(from > 0 && { before: lastFrame(from - 1) }),
      parts: () =>
        cameras.shots.length === 1
          ? [part(0, whole)]
          : cameras.shots.map((span, i) => part(i, span)),
      width,
      height,
      fps,
      frames: to - from,
      cast,
      lens: (n) => lastFrame(at(n)),
      body: bodyFrom,
      actors: (actor) => bodyFrom(actor).actors,
      mask: (actor, n) => masks(at(n))[idOf(actor)] ?? null,
      ids: (n) => idsAt(from + n),
      id: idOf,
      rgb: (n) => rgb.subarray(3 * (from + n) * pixels, 3 * (from + n + 1) * pixels),
    }
  }
  return part(0, whole)
}

function remember<K, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>()
  return (key) => {
    if (!known.has(key)) known.set(key, make(key))
    return known.get(key) as V
  }
}

/** Up to `most` frames spread evenly over [from, to). */
export function spread([from, to]: [number, number], most: number): number[] {
  const count = Math.max(1, Math.min(most, to - from))
  return Array.from({ length: count }, (_, i) =>
    Math.round(from + ((to - 1 - from) * i) / Math.max(1, count - 1)),
  )
}
