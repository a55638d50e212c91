import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { encodePng, openSession, SessionOptions, type RgbaPicture, type Session } from '#capture'
import { example, EXAMPLES, root } from '../examples.ts'

/**
 * Every example scene is a golden test: frames compared with test/golden/<scene>/<back end>/<frame>.png.
 * `UPDATE_GOLDENS=1 npm test` writes them; look at the picture before you accept it, and say in the
 * commit why it changed. A failing frame is left beside its difference in test/out/.
 */
const SIZE = { width: 320, height: 192 }

/** Same back end, other CPU family or browser build: 40 dB is the promise (contract 10). */
const WORST_PSNR = 40

const out = join(root, 'test/out/golden')
let session: Session

beforeAll(async () => {
  // `GL=swiftshader npm test` compares with another back end's goldens.
  session = await openSession({ gl: SessionOptions.shape.gl.parse(process.env['GL']) })
})
afterAll(() => session?.close())

describe.each(EXAMPLES)('%s', (name) => {
  test('looks as it did', async () => {
    const pictures = await filmed(name)
    const wanted = framesOf(name)
    const folder = join(root, 'test/golden', name, session.identity.browser.backend)
    for (const [i, picture] of pictures.entries()) {
      const frame = wanted[i] as number
      const file = join(folder, `${frame}.png`)
      if (process.env['UPDATE_GOLDENS']) {
        mkdirSync(folder, { recursive: true })
        writeFileSync(file, encodePng(picture))
      }
      expect(
        existsSync(file),
        `${file} is missing: look at the frame, then UPDATE_GOLDENS=1 npm test`,
      ).toBe(true)
      const golden = PNG.sync.read(readFileSync(file))
      const quality = psnr(golden.data, picture.bytes)
      if (quality < WORST_PSNR) keepDifference(name, frame, golden, picture)
      expect(quality, `frame ${frame} of ${name}, PSNR in dB; see ${out}`).toBeGreaterThanOrEqual(
        WORST_PSNR,
      )
    }
  })

  test('is neither dark nor blown out, and something moves', async () => {
    const pictures = await filmed(name)
    for (const { bytes } of pictures) {
      const mean = luminance(bytes)
      expect(mean).toBeGreaterThan(20)
      expect(mean).toBeLessThan(140)
    }
    const [first, , last] = pictures as [RgbaPicture, RgbaPicture, RgbaPicture]
    expect(psnr(first.bytes, last.bytes)).toBeLessThan(WORST_PSNR)
  })
})

const films = new Map<string, Promise<RgbaPicture[]>>()

/** First, middle and last frame of an example, drawn once for all tests. */
function filmed(name: string): Promise<RgbaPicture[]> {
  const film = films.get(name) ?? session.stills(example(name, SIZE), framesOf(name))
  films.set(name, film)
  return film
}

function framesOf(name: string): number[] {
  const { frames } = example(name).clip
  return [0, Math.floor(frames / 2), frames - 1]
}

/** Peak signal-to-noise ratio over RGB in dB; Infinity for equal pictures. */
export function psnr(a: Uint8Array, b: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++)
    if (i % 4 !== 3) sum += ((a[i] as number) - (b[i] as number)) ** 2
  const mean = sum / (a.length * 0.75)
  return mean === 0 ? Infinity : 10 * Math.log10(255 ** 2 / mean)
}

/** Mean Rec. 709 luma, 0..255. */
function luminance(rgba: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < rgba.length; i += 4)
    sum +=
      0.2126 * (rgba[i] as number) +
      0.7152 * (rgba[i + 1] as number) +
      0.0722 * (rgba[i + 2] as number)
  return sum / (rgba.length / 4)
}

function keepDifference(name: string, frame: number, golden: PNG, picture: RgbaPicture): void {
  const { width, height } = golden
  const difference = new PNG({ width, height })
  pixelmatch(golden.data, picture.bytes, difference.data, width, height, { threshold: 0.05 })
  mkdirSync(out, { recursive: true })
  writeFileSync(join(out, `${name}-${frame}-now.png`), encodePng(picture))
  writeFileSync(join(out, `${name}-${frame}-difference.png`), PNG.sync.write(difference))
}
