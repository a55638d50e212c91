import type { Vec3 } from '../schema/values.ts'
import type { CameraFrame } from './cameras.ts'
import { entry } from './rigid.ts'

/**
 * Where a point of the world falls in the picture: pixels from its upper left corner, and how far ahead of the camera,
 * planar metres; behind it where that is not above 0.
 */
export function pixelOf(
  { K, cameraToWorld }: Pick<CameraFrame, 'K' | 'cameraToWorld'>,
  point: Readonly<Vec3>,
): { x: number; y: number; depth: number } {
  const along = (axis: number) =>
    point.reduce((sum, cell, row) => {
      const away = cell - entry(cameraToWorld, row, 3)
      return sum + away * entry(cameraToWorld, row, axis)
    }, 0)
  const depth = along(2)
  return {
    x: entry(K, 0, 2) + (entry(K, 0, 0) * along(0)) / depth,
    y: entry(K, 1, 2) + (entry(K, 1, 1) * along(1)) / depth,
    depth,
  }
}
