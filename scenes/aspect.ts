/** Shapes of pictures by name, width over height. */
export const ASPECTS = {
  '16:9': 16 / 9,
  '9:16': 9 / 16,
  '1:1': 1,
  '4:3': 4 / 3,
  '2.39:1': 2.39,
} as const
export type AspectName = keyof typeof ASPECTS
export const ASPECT_NAMES = Object.keys(ASPECTS) as [AspectName, ...AspectName[]]

/** A custom size divides by this. */
const STEP = 32
/** So far may width over height be off the name. */
const OFF = 0.02
const LARGEST = 4096

/** Of the sizes that divide by 32 and are within 2 % of a shape, the one with the number of pixels nearest to that asked for. */
export function sizeOfAspect(name: AspectName, pixels: number): { width: number; height: number } {
  const sides = Array.from({ length: LARGEST / STEP }, (_, i) => (i + 1) * STEP)
  const sizes = sides.flatMap((height) =>
    sides
      .filter((width) => Math.abs(width / height / ASPECTS[name] - 1) <= OFF)
      .map((width) => ({ width, height })),
  )
  const off = ({ width, height }: (typeof sizes)[number]) =>
    Math.abs(Math.log((width * height) / pixels))
  // Of two as large, the first: never a matter of rounding, for both are made of whole steps.
  return sizes.reduce((a, b) => (off(b) < off(a) ? b : a))
}
