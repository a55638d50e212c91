import { type BufferGeometry, IcosahedronGeometry, Vector3 } from 'three'
import { mergeVertices } from 'three/addons/utils/BufferGeometryUtils.js'
import { fbm3 } from '#scenes'
import type { Detail } from './detail.ts'
import type { ShapeOf } from './index.ts'
import { boxMapped } from './metres.ts'

/** A ball with lumps; its lowest point stands on the origin. */
export function blob(
  { size, lumps, seed, detail: finest = 3, faceted = false }: ShapeOf<'blob'>,
  detail: Detail,
) {
  const pixels = (Math.max(...size) / 2) * detail.pixelsPerMetre
  const fine = pixels < 6 ? 1 : pixels < 20 ? 2 : pixels < 60 ? 3 : 4
  const geometry = ball(Math.min(finest, fine) * 2 - 1).clone()
  const position = geometry.getAttribute('position')
  const p = new Vector3()
  let lowest = 0
  for (let i = 0; i < position.count; i++) {
    p.fromBufferAttribute(position, i)
    p.multiplyScalar(1 + lumps * fbm3(p.x * 4, p.y * 4, p.z * 4, seed, 3) * 1.6)
    p.set(p.x * size[0], p.y * size[1], p.z * size[2])
    lowest = Math.min(lowest, p.y)
    position.setXYZ(i, p.x, p.y, p.z)
  }
  geometry.translate(0, -lowest, 0)
  if (faceted) {
    const flat = geometry.toNonIndexed()
    flat.computeVertexNormals()
    return boxMapped(flat)
  }
  geometry.computeVertexNormals()
  return boxMapped(geometry)
}

const balls = new Map<number, BufferGeometry>()

/** An icosahedron with rounded faces and shared vertices, made once per detail. */
function ball(detail: number): BufferGeometry {
  const known = balls.get(detail)
  if (known) return known
  const faces = new IcosahedronGeometry(0.5, detail)
  faces.deleteAttribute('normal')
  faces.deleteAttribute('uv')
  const shared = mergeVertices(faces, 1e-5)
  balls.set(detail, shared)
  return shared
}
