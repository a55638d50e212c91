import type { View } from '../../view.ts'

type Vector = readonly [number, number, number]
type Turned = View['rotation']

/** Turns a vector: v + 2 q x (q x v + w v). The page has no three of its own for so little. */
export function turn([qx, qy, qz, qw]: Turned, [x, y, z]: Vector): [number, number, number] {
  const [tx, ty, tz] = [2 * (qy * z - qz * y), 2 * (qz * x - qx * z), 2 * (qx * y - qy * x)]
  return [
    x + qw * tx + qy * tz - qz * ty,
    y + qw * ty + qz * tx - qx * tz,
    z + qw * tz + qx * ty - qy * tx,
  ]
}

export function turnBack([x, y, z, w]: Turned, vector: Vector): [number, number, number] {
  return turn([-x, -y, -z, w], vector)
}

/** To the left by `yaw`, then up by `pitch`; radians. */
export function turnedBy(yaw: number, pitch: number): Turned {
  const [sy, cy, sp, cp] = [
    Math.sin(yaw / 2),
    Math.cos(yaw / 2),
    Math.sin(pitch / 2),
    Math.cos(pitch / 2),
  ]
  return [cy * sp, sy * cp, -sy * sp, cy * cp]
}
