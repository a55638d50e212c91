import { hexOf } from '../colors.ts'

/** A colour made lighter (factor above 1) or darker, as `#rrggbb`; `warmth` above 0 adds red and takes blue. */
export function shade(color: string, factor: number, warmth = 0): string {
  const hex = hexOf(color)
  const channels = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16))
  const tints = [1 + warmth, 1, 1 - warmth]
  return `#${channels
    .map((value, k) =>
      Math.min(255, Math.max(0, Math.round(value * factor * (tints[k] as number)))),
    )
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')}`
}
