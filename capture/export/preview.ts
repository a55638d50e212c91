import { videoArguments } from '../encode/arguments.ts'
import { openEncoder } from '../encode/encoder.ts'
import type { ClipTruth, FieldName } from '../passes/fields.ts'
import { type Decoder, truthFrames } from '../passes/stored-frames.ts'
import { metres, type Field } from '../passes/values.ts'
import type { Sink } from './sink.ts'

/** Fields that are shown as a picture, and the name of its file. */
export const PREVIEWS = {
  depth: 'depth',
  instance: 'seg',
  semantic: 'semantic',
  normal: 'normal',
  normal_world: 'normal_world',
  edges: 'edge',
} as const satisfies Partial<Record<FieldName, string>>
export type PreviewName = keyof typeof PREVIEWS

export function isPreview(name: FieldName): name is PreviewName {
  return name in PREVIEWS
}

/**
 * A video as control models take it: nearness from black to white over what the clip shows, ids and categories in
 * colours that stay, normals as colours, edges white on black. The same profile as the clip's own video.
 */
export async function previewSink(
  file: string,
  name: PreviewName,
  clip: ClipTruth,
  decoder: Decoder,
): Promise<Sink> {
  const paint = await painterOf(name, clip, decoder)
  const args = videoArguments({ ...clip, crf: 14 }, file, 'rgb24')
  const encoder = openEncoder(decoder.ffmpeg, args, decoder.signal)
  return {
    write: (values) => encoder.write(paint(values)),
    finish: encoder.finish,
    abort: encoder.abort,
  }
}

type Painter = (values: Field['values']) => Uint8Array

async function painterOf(name: PreviewName, clip: ClipTruth, decoder: Decoder): Promise<Painter> {
  if (name === 'depth') return nearnessPainter(await nearnessRange(clip, decoder))
  if (name === 'instance' || name === 'semantic') return (ids) => inColors(ids)
  if (name === 'edges') return (values) => gray(values, (value) => value)
  return (normals) => {
    const colors = new Uint8Array(normals.length)
    for (let i = 0; i < normals.length; i += 3) {
      const [x, y, z] = [normals[i], normals[i + 1], normals[i + 2]] as [number, number, number]
      if (x === 0 && y === 0 && z === 0) continue
      for (const [k, value] of [x, y, z].entries()) colors[i + k] = Math.round(127.5 * (value + 1))
    }
    return colors
  }
}

function nearnessPainter([far, near]: [far: number, near: number]): Painter {
  const scale = 255 / Math.max(near - far, 1e-9)
  return (depths) =>
    gray(depths, (depth) => Math.min(255, Math.max(0, Math.round((1 / depth - far) * scale))))
}

function gray(values: Field['values'], of: (value: number) => number): Uint8Array {
  const colors = new Uint8Array(3 * values.length)
  for (let i = 0, to = 0; i < values.length; i++, to += 3)
    colors[to] = colors[to + 1] = colors[to + 2] = of(values[i] as number)
  return colors
}

/** Shares of the clip's pixels that may be darker than black and lighter than white. */
const SHARES = [0.01, 0.99] as const

/** One over metres: from where to where the clip's pixels are, but for a few. Codes are counted, so any length will do. */
async function nearnessRange(clip: ClipTruth, decoder: Decoder): Promise<[number, number]> {
  const counts = new Uint32Array(65_536)
  for await (const { now } of truthFrames(clip, ['depth'], decoder))
    for (const code of now.get('depth') ?? []) (counts[code] as number)++
  const pixels = clip.frames * clip.width * clip.height
  // From the nearest on; the sky, 0, is the farthest.
  const codes = [...counts.keys()].slice(1)
  const at = (share: number) => {
    let left = (1 - share) * pixels
    const code = codes.find((one) => (left -= counts[one] as number) <= 0) ?? 0
    return 1 / (metres([code])[0] as number)
  }
  return [at(SHARES[0]), at(SHARES[1])]
}

/** The colour map of PASCAL VOC: the bits of an id dealt to red, green and blue, the highest first. */
function inColors(ids: Field['values']): Uint8Array {
  const colors = new Uint8Array(3 * ids.length)
  for (let i = 0; i < ids.length; i++) colors.set(colorOf(ids[i] as number), 3 * i)
  return colors
}

const known = new Map<number, readonly number[]>()

function colorOf(id: number): readonly number[] {
  const before = known.get(id)
  if (before) return before
  const color = [0, 0, 0]
  for (let bits = id, place = 7; bits > 0 && place >= 0; bits >>= 3, place--)
    for (let k = 0; k < 3; k++) color[k] = (color[k] as number) | (((bits >> k) & 1) << place)
  known.set(id, color)
  return color
}
