import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, planClip, type RgbaPicture, type Session } from '#capture'
import { readAssets } from '../../../capture/assets/assets.ts'
import { clipId } from '../../../capture/clip/clip-id.ts'
import { root } from '../../examples.ts'
import { pictureScene } from './picture-scene.ts'

let session: Session
let out: string

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'groundreel-picture-'))
  session = await openSession()
})
afterAll(async () => {
  await session.close()
  await rm(out, { recursive: true, force: true })
})

test.for(['hills', 'checks'])(
  'the colours of %s are in the frame, upright and unstretched',
  async (id) => {
    const image = PNG.sync.read(await readFile(join(root, `assets/images/${id}.png`)))
    const frame = await session.still(pictureScene(id), { frame: 0 })
    expect(likeness(frame, image)).toBeGreaterThan(0.95)
    expect(likeness(frame, turned(image))).toBeLessThan(0.9)
    const painting = await session.still(pictureScene(undefined), { frame: 0 })
    expect(likeness(painting, image)).toBeLessThan(0.9)
    // Another image has been on the page meanwhile, and this one was given back.
    const again = await session.still(pictureScene(id), { frame: 0 })
    expect(Buffer.compare(again.bytes, frame.bytes)).toBe(0)
  },
)

test('a clip carries the hash of its image, in its name too, and is a picture to the id pass', async () => {
  const scene = pictureScene('hills', 'checks')
  const { manifest, description } = await session.render(scene, { out })
  const hashes = readAssets().hashesFor(scene)
  expect(Object.keys(hashes)).toEqual(['checks', 'hills'])
  expect(manifest.assets).toEqual(hashes)
  expect(manifest.id).toBe(clipId({ scene, camera: 'main', assets: hashes }))
  expect(manifest.id).not.toBe(clipId({ scene, camera: 'main', assets: {} }))
  const [member] = description.observations.members
  expect(member?.id).toBe('picture-0')
  // 80 by 60 cm, seen from 90 cm: what it covers with frame, paper and image.
  expect(member?.pixels[0]).toBeGreaterThan(0.8 * 117 * 88)
  // Nothing of what the images show is told: the words are those of plain paintings.
  const plain = await session.render(pictureScene(undefined, undefined), { out, force: true })
  const words = ({ captions }: typeof description.captions) => captions.en.default.text
  expect(words(description.captions)).toBe(words(plain.description.captions))
})

test('a scene with an unknown image never reaches the stage', async () => {
  await expect(session.render(pictureScene('hils'), { out })).rejects.toThrow(
    /names an image "hils" that is unknown/,
  )
  await expect(planClip(pictureScene('hils'), {})).rejects.toThrow(/unknown/)
})

/**
 * How far one gain and offset in linear light, the same all over the picture, explain a frame's colours by the
 * image's: the least of the three channels' correlations, 1 for the same image under any even light.
 */
function likeness(frame: RgbaPicture, image: PNG): number {
  const points = evenPoints(frame, image)
  expect(points.length).toBeGreaterThan(300)
  const channels = [0, 1, 2].map((k) => {
    const seen = points.map(({ at }) => linear(frame.bytes[at.frame + k]))
    const wanted = points.map(({ at }) => linear(image.data[at.image + k]))
    return correlation(seen, wanted)
  })
  return Math.min(...channels)
}

/** Offsets of pixels of the frame and of the image's pixels at the same place, away from edges within the image. */
function evenPoints(frame: RgbaPicture, image: PNG) {
  // The paper in the frame, metres, as scenes/actors/home/picture.ts has it for 0.8 x 0.6 m.
  const [width, height] = [0.8 - 0.0936 * 2, 0.6 - 0.0936 * 2]
  const wide = Math.max(width, (height * image.width) / image.height)
  const tall = (wide * image.height) / image.width
  // Pixels a metre, 0.9 m before a lens of 40 degrees.
  const scale = frame.height / 2 / Math.tan((20 * Math.PI) / 180) / (0.9 - 0.0135)
  const points: { at: { frame: number; image: number } }[] = []
  for (let row = 0; row < frame.height; row++)
    for (let column = 0; column < frame.width; column++) {
      const x = (column + 0.5 - frame.width / 2) / scale
      const y = (row + 0.5 - frame.height / 2) / scale
      if (Math.abs(x) > width / 2 - 0.015 || Math.abs(y) > height / 2 - 0.015) continue
      const place = [(0.5 + x / wide) * image.width, (0.5 + y / tall) * image.height] as const
      const at = pixelIn(image, ...place)
      const isEven = [-5, 0, 5].every((dx) =>
        [-5, 0, 5].every((dy) => {
          const near = pixelIn(image, place[0] + dx, place[1] + dy)
          return [0, 1, 2].every(
            (k) => Math.abs(Number(image.data[near + k]) - Number(image.data[at + k])) < 12,
          )
        }),
      )
      if (isEven) points.push({ at: { frame: (row * frame.width + column) * 4, image: at } })
    }
  return points
}

function pixelIn({ width, height }: PNG, x: number, y: number): number {
  const [column, row] = [
    Math.min(Math.max(Math.floor(x), 0), width - 1),
    Math.min(Math.max(Math.floor(y), 0), height - 1),
  ]
  return (row * width + column) * 4
}

/** Upside down and mirrored, and a square further, so that checks do not fall onto themselves. */
function turned(image: PNG): PNG {
  const { width, height, data } = image
  const copy = new PNG({ width, height })
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data.copy(copy.data, (y * width + x) * 4, ...range(image, width - 1 - x, height - 1 - y + 40))
  return copy
}

function range({ width, height }: PNG, x: number, y: number): [number, number] {
  const start = ((y % height) * width + x) * 4
  return [start, start + 4]
}

function linear(byte = 0): number {
  return (byte / 255) ** 2.2
}

function correlation(a: number[], b: number[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanA, meanB] = [mean(a), mean(b)]
  const product = (one: number[], meanOne: number, other: number[], meanOther: number) =>
    one.reduce((sum, value, i) => sum + (value - meanOne) * (Number(other[i]) - meanOther), 0)
  return (
    product(a, meanA, b, meanB) /
    Math.sqrt(product(a, meanA, a, meanA) * product(b, meanB, b, meanB))
  )
}
