import type { BufferGeometry } from 'three'
import { Float32BufferAttribute, Vector3 } from 'three'

/**
 * Gives a geometry UVs in metres by projecting each triangle along the axis it faces most, so that one
 * metre of texture covers one metre of wall whatever the size of the wall. With `grain` the texture is
 * turned by 90 degrees where needed so that its U axis (the fibres) runs along that direction.
 * Returns a non-indexed geometry: neighbours facing other ways must not share UVs.
 */
export function boxMapped(geometry: BufferGeometry, grain?: Vector3): BufferGeometry {
  const flat = geometry.index ? geometry.toNonIndexed() : geometry
  const position = flat.getAttribute('position')
  const uv = new Float32Array(position.count * 2)
  const [a, b, c] = [new Vector3(), new Vector3(), new Vector3()]
  const normal = new Vector3()
  for (let i = 0; i < position.count; i += 3) {
    a.fromBufferAttribute(position, i)
    b.fromBufferAttribute(position, i + 1)
    c.fromBufferAttribute(position, i + 2)
    normal.crossVectors(b.clone().sub(a), c.clone().sub(a))
    const [x, y, z] = [Math.abs(normal.x), Math.abs(normal.y), Math.abs(normal.z)]
    const facing = x >= y && x >= z ? 0 : y >= z ? 1 : 2
    const [u, v] = planeAxes(facing, grain)
    ;[a, b, c].forEach((point, k) => {
      uv[2 * (i + k)] = point.getComponent(u)
      uv[2 * (i + k) + 1] = point.getComponent(v)
    })
  }
  flat.setAttribute('uv', new Float32BufferAttribute(uv, 2))
  return flat
}

/** The two axes spanning a face: level and up, or along the grain and across it. */
function planeAxes(facing: number, grain: Vector3 | undefined): [number, number] {
  const [p, q] = (
    [
      [2, 1],
      [0, 2],
      [0, 1],
    ] as const
  )[facing] as [number, number]
  if (!grain) return [p, q]
  return Math.abs(grain.getComponent(q)) > Math.abs(grain.getComponent(p)) ? [q, p] : [p, q]
}

/** Scales UVs that run 0..1 to metres. */
export function stretched(
  geometry: BufferGeometry,
  uMetres: number,
  vMetres: number,
): BufferGeometry {
  const uv = geometry.getAttribute('uv')
  for (let i = 0; i < uv.count; i++) uv.setXY(i, uv.getX(i) * uMetres, uv.getY(i) * vMetres)
  return geometry
}
