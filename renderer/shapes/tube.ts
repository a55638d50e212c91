import { CatmullRomCurve3, CylinderGeometry, Vector3 } from 'three'
import { sidesOf, type Detail } from './detail.ts'
import type { ShapeOf } from '#scenes'
import { stretched } from './metres.ts'

/** A round bar bent along a line: a cylinder's rings carried along the curve's Frenet frames. */
export function tube({ points, radius, endRadius = radius }: ShapeOf<'tube'>, detail: Detail) {
  const curve = new CatmullRomCurve3(
    points.map((p) => new Vector3(...p)),
    false,
    'centripetal',
  )
  const rings =
    points.length === 2
      ? 1
      : (points.length - 1) * Math.max(2, Math.ceil(sidesOf(radius * 4, detail) / 8))
  const frames = curve.computeFrenetFrames(rings, false)
  const bar = new CylinderGeometry(
    1,
    1,
    1,
    sidesOf(Math.max(radius, endRadius), detail),
    rings,
    false,
  )
  const position = bar.getAttribute('position')
  const center = new Vector3()
  const moved = new Vector3()
  for (let i = 0; i < position.count; i++) {
    const share = position.getY(i) + 0.5
    const ring = Math.round(share * rings)
    curve.getPointAt(share, center)
    moved
      .copy(center)
      .addScaledVector(
        frames.normals[ring] as Vector3,
        position.getX(i) * (radius + (endRadius - radius) * share),
      )
      .addScaledVector(
        frames.binormals[ring] as Vector3,
        -position.getZ(i) * (radius + (endRadius - radius) * share),
      )
    position.setXYZ(i, moved.x, moved.y, moved.z)
  }
  bar.computeVertexNormals()
  return stretched(bar, 2 * Math.PI * radius, curve.getLength())
}
