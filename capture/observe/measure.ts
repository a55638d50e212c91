import { colorDifference, type Rgb } from './color.ts'
import { type Box, type Mask, maskOf } from './mask.ts'
import type { Survey } from './survey.ts'

/** What one survey says of one member; see `MemberObservation` for the units. */
export interface MemberSample {
  pixels: number
  box: Box | null
  visibility: number
  truncation: number
  depth: [number, number, number] | null
  color: Rgb | null
  contrast: number | null
}

export interface Sample {
  frame: number
  luminance: number
  sky: Rgb | null
  /** One per member of the cast. */
  members: MemberSample[]
}

/** Measures a survey: 1.3 ms for 30 members at 256x144. */
export function measure(survey: Survey): Sample {
  const { pixels, boxes } = countMembers(survey)
  const members = survey.alone.map((alone, member): MemberSample => {
    const count = pixels[member] as number
    const visibility = alone.pixels > 0 ? Math.min(1, count / alone.pixels) : 0
    const hidden = { pixels: 0, box: null, visibility: 0, truncation: alone.outside, depth: null, color: null, contrast: null }
    if (count === 0) return hidden
    const box = [...boxes.subarray(4 * member, 4 * member + 4)] as Box
    return { ...hidden, pixels: count, box, visibility, ...lookAt(survey, member, box) }
  })
  return { frame: survey.frame, ...wholePicture(survey), members }
}

/** Fewer pixels than this in a shrunken mask, and the whole mask speaks for the colour. */
const fewestInside = 8
/** Depths are ranked on at most so many pixels, evenly taken. */
const mostDepths = 2048

function countMembers({ width, height, ids, alone }: Survey): { pixels: Uint32Array; boxes: Int32Array } {
  const pixels = new Uint32Array(alone.length)
  const boxes = new Int32Array(4 * alone.length)
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const member = (ids[at] as number) - 1
      if (member < 0) continue
      const b = 4 * member
      if (pixels[member] === 0) boxes.set([x, y, x + 1, y + 1], b)
      ;(pixels[member] as number)++
      if (x < (boxes[b] as number)) boxes[b] = x
      if (x >= (boxes[b + 2] as number)) boxes[b + 2] = x + 1
      // Rows come from the top.
      boxes[b + 3] = y + 1
    }
  }
  return { pixels, boxes }
}

function wholePicture({ rgb, ids }: Survey): { luminance: number; sky: Rgb | null } {
  let skyPixels = 0
  let [r, g, b] = [0, 0, 0]
  let [skyR, skyG, skyB] = [0, 0, 0]
  for (let i = 0, at = 0; i < ids.length; i++, at += 3) {
    const [red, green, blue] = [rgb[at] as number, rgb[at + 1] as number, rgb[at + 2] as number]
    r += red
    g += green
    b += blue
    if (ids[i] !== 0) continue
    skyPixels++
    skyR += red
    skyG += green
    skyB += blue
  }
  const luminance = (0.2126 * r + 0.7152 * g + 0.0722 * b) / ids.length
  return { luminance, sky: skyPixels > 0 ? [skyR / skyPixels, skyG / skyPixels, skyB / skyPixels] : null }
}

function lookAt(survey: Survey, member: number, box: Box): Pick<MemberSample, 'depth' | 'color' | 'contrast'> {
  const mask = maskOf(survey, member + 1, box)
  const inside = medianColor(survey, mask, [2], fewestInside)
  const color = inside ?? (medianColor(survey, mask, [1, 2], 1) as Rgb)
  const ring = medianColor(survey, mask, [3], 1)
  return { depth: depthQuantiles(survey, member + 1, box), color, contrast: ring && colorDifference(color, ring) }
}

/** Median of each channel over some zones of a mask; null with fewer pixels than `fewest`. */
function medianColor({ width, rgb }: Survey, mask: Mask, zones: readonly number[], fewest: number): Rgb | null {
  const counts = new Uint32Array(3 * 256)
  let n = 0
  const wanted = zones.reduce((bits, zone) => bits | (1 << zone), 0)
  for (let y = 0; y < mask.height; y++) {
    const row = ((mask.top + y) * width + mask.left) * 3
    for (let x = 0; x < mask.width; x++) {
      if ((wanted & (1 << (mask.zones[y * mask.width + x] as number))) === 0) continue
      const at = row + 3 * x
      n++
      ;(counts[rgb[at] as number] as number)++
      ;(counts[256 + (rgb[at + 1] as number)] as number)++
      ;(counts[512 + (rgb[at + 2] as number)] as number)++
    }
  }
  if (n < fewest) return null
  return [middle(counts, 0, n), middle(counts, 256, n), middle(counts, 512, n)]
}

function middle(counts: Uint32Array, from: number, n: number): number {
  let left = Math.ceil(n / 2)
  for (let value = 0; value < 256; value++) {
    left -= counts[from + value] as number
    if (left <= 0) return value
  }
  return 255
}

function depthQuantiles({ width, ids, depth }: Survey, id: number, [left, top, right, bottom]: Box): [number, number, number] {
  const all: number[] = []
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) if (ids[y * width + x] === id) all.push(depth[y * width + x] as number)
  }
  const stride = Math.ceil(all.length / mostDepths)
  const some = Float32Array.from({ length: Math.ceil(all.length / stride) }, (_, i) => all[i * stride] as number).sort()
  const quantile = (q: number) => some[Math.round(q * (some.length - 1))] as number
  return [quantile(0.1), quantile(0.5), quantile(0.9)]
}
