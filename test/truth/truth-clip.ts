import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shoot, type Cameras, type Scene, type Take } from '#scenes'
import { physicsFor } from '#scenes/physics'
import { decodeRaw, decodeRgb } from '../oracle/decode.ts'
import { lensOf, type Lens } from '../oracle/lens.ts'
import type { Vec3 } from '../oracle/space.ts'

/** The passes of a finished clip as they lie on the disk, read by code that shares nothing with what wrote them. */
export interface TruthClip {
  scene: Scene
  take: Take
  width: number
  height: number
  frames: number
  lens(frame: number): Lens
  /** 0 the sky, else 1 + index in the cast. */
  id(frame: number, x: number, y: number): number
  /** Planar metres; infinite for the sky. */
  depth(frame: number, x: number, y: number): number
  /** Camera space, y up, z to the camera; undefined for the sky. */
  normal(frame: number, x: number, y: number): Vec3 | undefined
  /** Pixels, y down; undefined where it is not valid. */
  flow(way: 'forward' | 'backward', frame: number, x: number, y: number): Flow | undefined
  /** 0..255, three of a pixel. */
  color(frame: number, x: number, y: number): Vec3
}

export type Flow = [dx: number, dy: number]

export async function openTruth(folder: string, ffmpeg: string): Promise<TruthClip> {
  const read = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
  const scene = read<Scene>('scene.json')
  const cameras = read<Cameras>('cameras.json')
  const { width, height, frames } = scene.clip
  const pixels = width * height
  const pass = async (name: string, pixelFormat: string, bytes: number) => {
    const raw = await decodeRaw(ffmpeg, join(folder, `passes/${name}.mkv`), pixelFormat)
    if (raw.length !== pixels * bytes * frames)
      throw new RangeError(`${name}: ${raw.length} bytes for ${frames} frames of ${pixels} pixels`)
    return raw
  }
  const ids = words(await pass('instance', 'gray16le', 2))
  const depths = words(await pass('depth', 'gray16le', 2))
  const normals = await pass('normal', 'rgb24', 3)
  const flows = {
    forward: words(await pass('flow_forward', 'gbrp16le', 6)),
    backward: words(await pass('flow_backward', 'gbrp16le', 6)),
  }
  const rgb = await decodeRgb(ffmpeg, join(folder, 'video.mp4'))
  const lenses = cameras.frames.map((frame) => lensOf(frame, { width, height }))
  const at = (frame: number, x: number, y: number) => frame * pixels + y * width + x
  return {
    scene,
    take: shoot(scene, await physicsFor(scene)),
    width,
    height,
    frames,
    lens: (frame) => lenses[frame] as Lens,
    id: (frame, x, y) => ids[at(frame, x, y)] as number,
    depth(frame, x, y) {
      const code = depths[at(frame, x, y)] as number
      return code === 0 ? Infinity : 0.1 * 1e5 ** ((code - 1) / 65_534)
    },
    normal(frame, x, y) {
      const from = 3 * at(frame, x, y)
      const [r, g, b] = [normals[from], normals[from + 1], normals[from + 2]] as Vec3
      return r === 0 && g === 0 && b === 0
        ? undefined
        : [r / 127.5 - 1, g / 127.5 - 1, b / 127.5 - 1]
    },
    flow(way, frame, x, y) {
      const planes = flows[way].subarray(3 * frame * pixels, 3 * (frame + 1) * pixels)
      const i = y * width + x
      const [green, blue, red] = [planes[i], planes[pixels + i], planes[2 * pixels + i]] as Vec3
      return blue === 0 ? undefined : [(red - 32_768) / 64, (green - 32_768) / 64]
    },
    color(frame, x, y) {
      const from = 3 * at(frame, x, y)
      return [rgb[from], rgb[from + 1], rgb[from + 2]] as Vec3
    },
  }
}

function words(bytes: Buffer): Uint16Array {
  return new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
