import { kept } from '../kept.ts'
import { median } from '../geometry.ts'
import type { Rgb } from '../words/colors.ts'
import type { Facts } from './facts.ts'
import type { Member } from './member.ts'

/** So many must be seen before the light of a scene can be told by what they give back. */
const ENOUGH = 4
/** Share of the surface of what has one paint, and survey pixels from which it shows. */
const PAINTED = 0.6
const PIXELS = 60

/** Median sRGB 0..255 over the seen samples, each channel by itself; null of what is never seen. */
export function measuredColor(member: Member): Rgb | null {
  const colors = member.samples.flatMap(({ seen, color: rgb }) => (seen && rgb ? [rgb] : []))
  if (colors.length === 0) return null
  return [0, 1, 2].map((k) => median(colors.map((rgb) => rgb[k] as number))) as Rgb
}

/**
 * How much of the light of their paints (linear luminance) the things of a scene give back, by the median: 0.4 in a dim room, where white
 * is seen as gray by itself and as white by whoever sees the rest; at most 1, and 1 where too few have one paint to tell.
 */
export const exposureOf = kept((facts: Facts): number => {
  const gains = facts.members.flatMap((member) => {
    const [paint] = member.substance.colors
    const rgb = measuredColor(member)
    if (!rgb || !paint || paint.share < PAINTED || member.pixels < PIXELS) return []
    return member.substance.glows ? [] : [luminanceOf(rgb) / luminanceOf(paint.rgb)]
  })
  return gains.length < ENOUGH ? 1 : Math.min(1, median(gains))
})

/** What a colour would be in full light. */
export function inFullLight(rgb: Rgb, exposure: number): Rgb {
  return rgb.map((v) => 255 * Math.min(1, (v / 255) ** GAMMA / exposure) ** (1 / GAMMA)) as Rgb
}

const GAMMA = 2.2

function luminanceOf(rgb: Rgb): number {
  const [r, g, b] = rgb.map((v) => (v / 255) ** GAMMA) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
