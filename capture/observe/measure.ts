import { colorDifference, type Rgb } from './color.ts'
import { metresOf } from './depth-code.ts'
import { type Box, type Masks, masksOf } from './mask.ts'
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

/** Width of the ring that a member's colour is compared with, pixels. */
export const ringWidth = 4

/** Measures a survey. */
export function measure(survey: Survey): Sample {
  const masks = masksOf(survey)
  const ringOf = ringFinder(survey, masks)
  const members = survey.alone.map((alone, member): MemberSample => {
    const own = masks.of(member)
    if (own.length === 0) return { ...hidden, truncation: alone.outside }
    const inside = masks.inside(member)
    const color = medianColor(survey.rgb, inside.length >= fewestInside ? inside : own)
    const ring = ringOf(member)
    return {
      pixels: own.length,
      box: masks.box(member),
      visibility: alone.pixels > 0 ? Math.min(1, own.length / alone.pixels) : 0,
      truncation: alone.outside,
      depth: depthQuantiles(survey.depth, own),
      color,
      contrast: ring.length > 0 ? colorDifference(color, medianColor(survey.rgb, ring)) : null,
    }
  })
  return { frame: survey.frame, ...wholePicture(survey), members }
}

const hidden = { pixels: 0, box: null, visibility: 0, depth: null, color: null, contrast: null }
/** Fewer pixels than this in a shrunken mask, and the whole mask speaks for the colour. */
const fewestInside = 8
/** Depths are ranked on at most so many pixels, evenly taken. */
const mostDepths = 512

/** Finds the pixels at most `ringWidth` columns and rows away from a member's mask. */
function ringFinder(
  { width, height, ids }: Survey,
  { edge }: Masks,
): (member: number) => Int32Array {
  // Each pixel remembers for whom it was last taken, so that nothing need be cleared.
  const taken = new Int32Array(width * height)
  const found = new Int32Array(width * height)
  return (member) => {
    const mark = member + 1
    const edges = edge(member)
    let count = 0
    for (let i = 0; i < edges.length; i++) {
      const at = edges[i] as number
      const x = at % width
      const y = (at - x) / width
      const [left, right] = [Math.max(0, x - ringWidth), Math.min(width - 1, x + ringWidth)]
      const [top, bottom] = [Math.max(0, y - ringWidth), Math.min(height - 1, y + ringWidth)]
      for (let row = top * width; row <= bottom * width; row += width) {
        for (let near = row + left; near <= row + right; near++) {
          if (taken[near] === mark || ids[near] === mark) continue
          taken[near] = mark
          found[count++] = near
        }
      }
    }
    return found.subarray(0, count)
  }
}

/** Median of each channel over some pixels. */
function medianColor(rgb: Uint8Array, pixels: Int32Array): Rgb {
  const counts = new Uint32Array(3 * 256)
  for (let i = 0; i < pixels.length; i++) {
    const at = 3 * (pixels[i] as number)
    ;(counts[rgb[at] as number] as number)++
    ;(counts[256 + (rgb[at + 1] as number)] as number)++
    ;(counts[512 + (rgb[at + 2] as number)] as number)++
  }
  return [
    middle(counts, 0, pixels.length),
    middle(counts, 256, pixels.length),
    middle(counts, 512, pixels.length),
  ]
}

function middle(counts: Uint32Array, from: number, n: number): number {
  let left = Math.ceil(n / 2)
  for (let value = 0; value < 256; value++) {
    left -= counts[from + value] as number
    if (left <= 0) return value
  }
  return 255
}

function depthQuantiles(depth: Uint16Array, own: Int32Array): [number, number, number] {
  const stride = Math.ceil(own.length / mostDepths)
  const some = new Uint16Array(Math.ceil(own.length / stride))
  for (let i = 0; i < some.length; i++) some[i] = depth[own[i * stride] as number] as number
  some.sort()
  const quantile = (q: number) => metresOf(some[Math.round(q * (some.length - 1))] as number)
  return [quantile(0.1), quantile(0.5), quantile(0.9)]
}

function wholePicture({ rgb, ids }: Survey): { luminance: number; sky: Rgb | null } {
  let [r, g, b] = [0, 0, 0]
  let [skyR, skyG, skyB] = [0, 0, 0]
  let skyPixels = 0
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
  return {
    luminance,
    sky: skyPixels > 0 ? [skyR / skyPixels, skyG / skyPixels, skyB / skyPixels] : null,
  }
}
