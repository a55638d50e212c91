import { differenceCiede2000, lab65 } from './reference.ts'
import { expect, test } from 'vitest'
import { Random } from '#scenes'
import { colorDifference, type Rgb } from '../../../capture/observe/color.ts'
import { metresOf } from '../../../capture/observe/depth-code.ts'
import { measure, ringWidth } from '../../../capture/observe/measure.ts'
import { parseSurvey, type Survey } from '../../../capture/observe/survey.ts'

test('CIEDE2000 agrees with culori', () => {
  const random = Random.of(7)
  const byte = () => Math.floor(random.unit() * 256)
  for (let i = 0; i < 2000; i++) {
    const a: Rgb = i % 9 === 0 ? [i % 256, i % 256, i % 256] : [byte(), byte(), byte()]
    const b: Rgb =
      i % 3 === 0 ? (a.map((v) => Math.min(255, v + (i % 5))) as Rgb) : [byte(), byte(), byte()]
    expect(colorDifference(a, b)).toBeCloseTo(differenceCiede2000(lab65(a), lab65(b)), 3)
  }
})

test('every number is what a plain count over the picture gives', () => {
  const survey = scribble(70, 40, 6)
  const sample = measure(survey)
  for (const [member, got] of sample.members.entries()) {
    const own = pixelsOf(survey, member + 1)
    expect(got.pixels).toBe(own.length)
    if (own.length === 0) {
      expect(got).toMatchObject({ box: null, depth: null, color: null, contrast: null })
      continue
    }
    const [xs, ys] = [own.map(([x]) => x), own.map(([, y]) => y)]
    expect(got.box).toEqual([
      Math.min(...xs),
      Math.min(...ys),
      Math.max(...xs) + 1,
      Math.max(...ys) + 1,
    ])
    const inside = own.filter(([x, y]) =>
      [
        [-1, 0],
        [1, 0],
        [0, -1],
        [0, 1],
      ].every(
        ([dx, dy]) =>
          idAt(survey, x + dx!, y + dy!) === member + 1 || isOutside(survey, x + dx!, y + dy!),
      ),
    )
    const color = medianOf(survey, inside.length >= 8 ? inside : own)
    expect(got.color).toEqual(color)
    const ring = everyPixel(survey).filter(
      ([x, y]) =>
        idAt(survey, x, y) !== member + 1 &&
        own.some(([ox, oy]) => Math.abs(ox - x) <= ringWidth && Math.abs(oy - y) <= ringWidth),
    )
    expect(got.contrast).toBeCloseTo(colorDifference(color, medianOf(survey, ring)), 9)
    expect(got.visibility).toBeCloseTo(own.length / 2000, 9)
    const depths = own
      .map(([x, y]) => metresOf(survey.depth[y * survey.width + x] as number))
      .sort((a, b) => a - b)
    expect(got.depth?.[1]).toBeCloseTo(depths[Math.round((depths.length - 1) / 2)] as number, 0)
    expect(got.depth?.[0]).toBeLessThanOrEqual(got.depth?.[2] as number)
  }
  const luma = everyPixel(survey).map(([x, y]) => {
    const at = 3 * (y * survey.width + x)
    return (
      0.2126 * (survey.rgb[at] as number) +
      0.7152 * (survey.rgb[at + 1] as number) +
      0.0722 * (survey.rgb[at + 2] as number)
    )
  })
  expect(sample.luminance).toBeCloseTo(luma.reduce((sum, y) => sum + y, 0) / luma.length, 6)
})

test('a survey that fills the picture with one member has no surroundings', () => {
  const survey = scribble(16, 16, 1)
  survey.ids.fill(1)
  expect(measure(survey).members[0]).toMatchObject({
    pixels: 256,
    box: [0, 0, 16, 16],
    contrast: null,
  })
  expect(measure(survey).sky).toBeNull()
})

test('survey bytes are read wherever they begin, and refused when they are too few', () => {
  const { rgb, ids, depth } = scribble(5, 3, 2)
  const members = Float32Array.of(9, -1, 0, 3, 4, 0.25, 7, 0, 0, 1, 1, 0)
  const packed = Buffer.concat([
    rgb,
    Buffer.alloc(3),
    bytesOf(ids),
    Buffer.alloc(2),
    bytesOf(depth),
    Buffer.alloc(2),
    bytesOf(members),
  ])
  for (const shift of [0, 1, 2, 3]) {
    const bytes = new Uint8Array(packed.length + shift).subarray(shift)
    bytes.set(packed)
    const survey = parseSurvey({ frame: 4, width: 5, height: 3, bytes }, 2)
    expect([...survey.ids]).toEqual([...ids])
    expect([...survey.depth]).toEqual([...depth])
    expect([...survey.rgb]).toEqual([...rgb])
    expect(survey.alone[0]).toEqual({ pixels: 9, box: [-1, 0, 3, 4], outside: 0.25 })
  }
  const short = new Uint8Array(packed.subarray(1))
  expect(() => parseSurvey({ frame: 4, width: 5, height: 3, bytes: short }, 2)).toThrow(
    /frame 4 \(survey\).*bytes/,
  )
})

/** Blots of members over each other on a noisy ground; the last member is nowhere. */
function scribble(width: number, height: number, members: number): Survey {
  const random = Random.of(3)
  const n = width * height
  const ids = new Uint16Array(n)
  for (let id = 1; id < members; id++) {
    const [cx, cy, r] = [random.unit() * width, random.unit() * height, 2 + random.unit() * 10]
    for (let i = 0; i < n; i++)
      if (Math.hypot((i % width) - cx, Math.floor(i / width) - cy) < r) ids[i] = id
  }
  return {
    frame: 0,
    width,
    height,
    rgb: new Uint8Array(3 * n).map(
      (_, i) => ((ids[Math.floor(i / 3)] as number) * 35 + random.unit() * 30) & 255,
    ),
    ids,
    depth: new Uint16Array(n).map((_, i) => (ids[i] as number) * 9000 + (i % width)),
    alone: Array.from({ length: members }, () => ({ pixels: 2000, box: [0, 0, 1, 1], outside: 0 })),
  }
}

function bytesOf(values: Uint16Array | Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
}

function everyPixel({ width, height }: Survey): [number, number][] {
  return Array.from({ length: width * height }, (_, i) => [i % width, Math.floor(i / width)])
}

function pixelsOf(survey: Survey, id: number): [number, number][] {
  return everyPixel(survey).filter(([x, y]) => idAt(survey, x, y) === id)
}

function idAt({ width, ids }: Survey, x: number, y: number): number | undefined {
  return ids[y * width + x]
}

function isOutside({ width, height }: Survey, x: number, y: number): boolean {
  return x < 0 || y < 0 || x >= width || y >= height
}

function medianOf({ width, rgb }: Survey, pixels: [number, number][]): Rgb {
  return [0, 1, 2].map((k) => {
    const values = pixels
      .map(([x, y]) => rgb[3 * (y * width + x) + k] as number)
      .sort((a, b) => a - b)
    return values[Math.ceil(values.length / 2) - 1] as number
  }) as Rgb
}
