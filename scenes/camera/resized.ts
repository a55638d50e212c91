import type { Cameras } from './cameras.ts'
import { entry, type Matrix } from './rigid.ts'

/** Pixels. */
export interface Size {
  width: number
  height: number
}

export const FITS = ['crop', 'letterbox', 'stretch'] as const

/**
 * How a picture becomes another size: `crop` fills it and cuts off evenly what stands out, `letterbox` shows all
 * between even bars, `stretch` gives up square pixels.
 */
export type Fit = (typeof FITS)[number]

/** The same cameras for the video at another size: poses stay, K follows the pixels. */
export function resized(cameras: Cameras, size: Size, fit: Fit): Cameras {
  const frames = cameras.frames.map((frame) => ({
    ...frame,
    K: resizedIntrinsics(frame.K, cameras, size, fit),
  }))
  return { ...cameras, width: size.width, height: size.height, frames }
}

/**
 * K of the same lens at another size. As pixel centres are at +0.5, the corner of the picture stays at 0 and
 * coordinates only scale. The scale is exact; a resizer that rounds to whole pixels before it cuts is up to half a
 * pixel off.
 */
export function resizedIntrinsics(K: Matrix, from: Size, to: Size, fit: Fit): Matrix {
  const [x, y] = [to.width / from.width, to.height / from.height]
  const [sx, sy] = {
    crop: [Math.max(x, y), Math.max(x, y)] as const,
    letterbox: [Math.min(x, y), Math.min(x, y)] as const,
    stretch: [x, y] as const,
  }[fit]
  const [left, top] = [(to.width - sx * from.width) / 2, (to.height - sy * from.height) / 2]
  return [
    [sx * entry(K, 0, 0), sx * entry(K, 0, 1), sx * entry(K, 0, 2) + left],
    [0, sy * entry(K, 1, 1), sy * entry(K, 1, 2) + top],
    [0, 0, 1],
  ]
}
