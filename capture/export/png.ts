import { join } from 'node:path'
import { imagesArguments, type RawPixels } from '../encode/arguments.ts'
import { openEncoder } from '../encode/encoder.ts'
import { writeTrouble } from '../clip/folder.ts'
import { makeFolder } from '../clip/make-folder.ts'
import type { FieldName } from '../passes/fields.ts'
import type { Decoder } from '../passes/stored-frames.ts'
import type { Field } from '../passes/values.ts'
import type { Sink } from './sink.ts'

/** How numbers become the whole numbers of a PNG. */
export interface PngCode {
  pixels: RawPixels
  units: string
  invalid: string
  code: (values: Field['values']) => Uint8Array | Uint16Array
}

const BYTE: Pick<PngCode, 'pixels' | 'code'> = {
  pixels: 'gray',
  code: (values) => values as Uint8Array,
}

const NORMAL: PngCode = {
  pixels: 'rgb48le',
  units: 'unit vector x, y, z in red, green, blue, code: 2 * c / 65535 - 1',
  invalid: '0, 0, 0: the sky',
  code: (values) => {
    const codes = new Uint16Array(values.length)
    for (let i = 0; i < values.length; i += 3) {
      const [x, y, z] = [values[i], values[i + 1], values[i + 2]] as [number, number, number]
      if (x === 0 && y === 0 && z === 0) continue
      codes.set(
        [x, y, z].map((value) => Math.round(32_767.5 * (value + 1))),
        i,
      )
    }
    return codes
  },
}

/** As KITTI has it. */
const FLOW: PngCode = {
  pixels: 'rgb48le',
  units: 'pixels right and down in red and green, code: (c - 32768) / 64; blue 1 where valid',
  invalid: 'blue 0',
  code: (values) =>
    Uint16Array.from(values, (value, i) => {
      if (i % 3 === 2) return value
      return values[i - (i % 3) + 2] === 0 ? 0 : Math.round(64 * value) + 32_768
    }),
}

export const PNG_CODES: Record<FieldName, PngCode> = {
  depth: {
    pixels: 'gray16le',
    units: 'millimetres',
    invalid: '0: the sky, and what is farther than 65.535 m',
    code: (values) =>
      Uint16Array.from(values, (metres) => {
        const millimetres = Math.round(1000 * metres)
        return millimetres <= 65_535 ? millimetres : 0
      }),
  },
  normal: NORMAL,
  normal_world: NORMAL,
  instance: {
    pixels: 'gray16le',
    units: 'id',
    invalid: '0: the sky',
    code: (values) => values as Uint16Array,
  },
  semantic: { ...BYTE, units: 'category', invalid: '0: the sky' },
  flow_forward: FLOW,
  flow_backward: FLOW,
  occlusion: { ...BYTE, units: '', invalid: '' },
  edges: { ...BYTE, units: '', invalid: '' },
}

/** A file a frame. */
export async function pngSink(
  folder: string,
  { pixels, code }: PngCode,
  { width, height }: { width: number; height: number },
  { ffmpeg, signal }: Decoder,
): Promise<Sink> {
  await makeFolder(folder).catch((error: unknown) => {
    throw writeTrouble(folder, error)
  })
  const args = imagesArguments({ width, height }, pixels, join(folder, '%05d.png'))
  const encoder = openEncoder(ffmpeg, args, signal)
  return {
    async write(values) {
      const { buffer, byteOffset, byteLength } = code(values)
      await encoder.write(new Uint8Array(buffer, byteOffset, byteLength))
    },
    finish: encoder.finish,
    abort: encoder.abort,
  }
}
