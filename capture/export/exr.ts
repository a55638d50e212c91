import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DataTexture, FloatType, RGBAFormat } from 'three'
import { EXRExporter, ZIP_COMPRESSION } from 'three/addons/exporters/EXRExporter.js'
import { writeTrouble } from '../clip/folder.ts'
import { makeFolder } from '../clip/make-folder.ts'
import type { FieldKind } from '../passes/fields.ts'
import { frameName } from './frame-name.ts'
import type { Sink } from './sink.ts'

/** A file a frame, 32-bit floats, zip: three channels as R, G, B, a single one in each of them; A is 1. */
export async function exrSink(
  folder: string,
  { channels }: Pick<FieldKind, 'channels'>,
  { width, height }: { width: number; height: number },
): Promise<Sink> {
  await makeFolder(folder).catch((error: unknown) => {
    throw writeTrouble(folder, error)
  })
  const exporter = new EXRExporter()
  return {
    async write(values, frame) {
      const pixels = new Float32Array(4 * width * height)
      // Textures begin with their lowest row.
      for (let y = 0, from = 0; y < height; y++)
        for (let x = 0, to = 4 * (height - 1 - y) * width; x < width; x++, to += 4) {
          for (let k = 0; k < 3; k++)
            pixels[to + k] = values[channels === 3 ? from + k : from] as number
          pixels[to + 3] = 1
          from += channels
        }
      const texture = new DataTexture(pixels, width, height, RGBAFormat, FloatType)
      const file = join(folder, frameName(frame, 'exr'))
      const bytes = await exporter.parse(texture, { type: FloatType, compression: ZIP_COMPRESSION })
      await writeFile(file, bytes).catch((error: unknown) => {
        throw writeTrouble(file, error)
      })
    },
    finish: async () => {},
    abort: async () => {},
  }
}
