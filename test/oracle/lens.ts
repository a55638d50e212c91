import type { CameraFrame } from '#scenes'
import { direction, inner, minus, plus, scaled, type Vec3 } from './space.ts'

/** The camera of one frame as cameras.json tells it: OpenCV axes in a world with Y up. */
export interface Lens {
  position: Vec3
  right: Vec3
  up: Vec3
  forward: Vec3
  /** Pixels. */
  focal: number
  /** From the lower to the upper edge of the picture, radians. */
  vertical: number
  /** Camera-z of a point, metres, and where it falls, in shares of the picture. */
  see(point: Vec3): { x: number; y: number; depth: number }
  /** The way, one metre deep, through a place of the picture in shares of it. */
  through(x: number, y: number): Vec3
}

export function lensOf(
  { K, cameraToWorld }: CameraFrame,
  { width, height }: { width: number; height: number },
): Lens {
  const cell = (matrix: number[][], row: number, column: number) =>
    (matrix[row] as number[])[column] as number
  const column = (k: number, sign = 1): Vec3 => [
    sign * cell(cameraToWorld, 0, k),
    sign * cell(cameraToWorld, 1, k),
    sign * cell(cameraToWorld, 2, k),
  ]
  const [right, up, forward, position] = [column(0), column(1, -1), column(2), column(3)]
  const focal = cell(K, 0, 0)
  return {
    position,
    right,
    up,
    forward,
    focal,
    vertical: 2 * Math.atan(height / 2 / focal),
    see(point) {
      const way = minus(point, position)
      const depth = inner(way, forward)
      const x = cell(K, 0, 2) + (focal * inner(way, right)) / depth
      const y = cell(K, 1, 2) - (focal * inner(way, up)) / depth
      return { x: x / width, y: y / height, depth }
    },
    through(x, y) {
      const aside = scaled(right, (x * width - cell(K, 0, 2)) / focal)
      const above = scaled(up, (cell(K, 1, 2) - y * height) / focal)
      return plus(forward, plus(aside, above))
    },
  }
}

/** The camera's level axes: what left, right and away mean to whoever looks at the picture. */
export function levelAxes({ right, forward, up }: Lens): { right: Vec3; ahead: Vec3 } {
  // Looking straight down, "away" is where the picture's top points.
  const ahead = Math.abs(forward[1]) > 0.95 ? up : forward
  return {
    right: direction([right[0], 0, right[2]]),
    ahead: direction([ahead[0], 0, ahead[2]]),
  }
}
