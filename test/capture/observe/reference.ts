import { type Lab65, converter, differenceCiede2000 as ciede } from 'culori'
import type { Rgb } from '../../../capture/observe/color.ts'

const toLab = converter('lab65')

/** culori's numbers, to judge ours by. */
export const differenceCiede2000: (a: Lab65, b: Lab65) => number = ciede()

export function lab65([r, g, b]: Rgb): Lab65 {
  return toLab({ mode: 'rgb', r: r / 255, g: g / 255, b: b / 255 })
}
