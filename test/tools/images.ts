import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import type { AssetManifest } from '../../capture/assets/manifest.ts'
import { root } from '../examples.ts'

/**
 * Draws our own images into assets/images/ and lists them in assets/manifest.json; entries of other ids
 * stay as they are. The same pixels every time: no chance, no clock. `npx tsx test/tools/images.ts`
 */
type Rgb = readonly [number, number, number]

interface Drawing {
  id: string
  title: string
  width: number
  height: number
  /** sRGB at a point; x from the left and y from the top, both in pixels. */
  colorAt: (x: number, y: number) => Rgb
}

/** Points looked at along each side of a pixel, so that edges are smooth. */
const SAMPLES = 4

const drawings: Drawing[] = [
  {
    id: 'hills',
    title: 'Green hills under a blue sky, a yellow sun on the right.',
    width: 384,
    height: 288,
    colorAt: hillsAt,
  },
  {
    id: 'checks',
    title: 'A poster of red and cream checks in a dark blue border.',
    width: 240,
    height: 320,
    colorAt: checksAt,
  },
]

const listing = join(root, 'assets/manifest.json')
mkdirSync(join(root, 'assets/images'), { recursive: true })
const { assets, library } = JSON.parse(readFileSync(listing, 'utf8')) as AssetManifest
for (const drawing of drawings) {
  const file = `images/${drawing.id}.png`
  const bytes = draw(drawing)
  writeFileSync(join(root, 'assets', file), bytes)
  const { id, title, width, height } = drawing
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const entry = { id, kind: 'image', file, title, width, height, sha256 } as const
  const at = assets.findIndex((known) => known.id === id)
  assets.splice(at === -1 ? assets.length : at, 1, {
    ...entry,
    licence: 'CC0-1.0',
    source: 'own work, drawn by test/tools/images.ts',
  })
  process.stderr.write(`${file}: ${bytes.length} bytes\n`)
}
writeFileSync(listing, `${JSON.stringify({ assets, library }, undefined, 2)}\n`)

function draw({ width, height, colorAt }: Drawing): Buffer {
  const png = new PNG({ width, height, colorType: 2, inputHasAlpha: false, bitDepth: 8 })
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) data.set(meanOver(x, y, colorAt), (y * width + x) * 3)
  png.data = data
  return PNG.sync.write(png, { colorType: 2, inputHasAlpha: false, inputColorType: 2 } as object)
}

function meanOver(x: number, y: number, colorAt: Drawing['colorAt']): number[] {
  const sums = [0, 0, 0]
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const color = colorAt(
      x + ((i % SAMPLES) + 0.5) / SAMPLES,
      y + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES,
    )
    color.forEach((value, k) => (sums[k] = (sums[k] ?? 0) + value))
  }
  return sums.map((sum) => Math.round(sum / SAMPLES ** 2))
}

/** Three rows of hills, the nearest in front; each a sum of two waves. */
function hillsAt(x: number, y: number): Rgb {
  const rows: [base: number, rise: number, wave: number, shift: number, color: Rgb][] = [
    [228, 16, 140, 90, [58, 118, 52]],
    [192, 20, 190, 10, [104, 156, 70]],
    [158, 24, 250, 200, [150, 184, 128]],
  ]
  for (const [base, rise, wave, shift, color] of rows) {
    const turn = (2 * Math.PI * (x + shift)) / wave
    if (y > base - rise * (Math.sin(turn) + 0.35 * Math.sin(2.3 * turn + 1))) return color
  }
  if (Math.hypot(x - 290, y - 66) < 28) return [250, 208, 72]
  const share = y / 190
  return [Math.round(70 + 110 * share), Math.round(140 + 70 * share), Math.round(215 + 20 * share)]
}

/** Squares of 40 pixels in a border of 20. */
function checksAt(x: number, y: number): Rgb {
  if (Math.min(x, y, 240 - x, 320 - y) < 20) return [28, 44, 91]
  const isRed = (Math.floor((x - 20) / 40) + Math.floor((y - 20) / 40)) % 2 === 0
  return isRed ? [200, 32, 31] : [242, 230, 201]
}
