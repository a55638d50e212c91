import {
  BufferAttribute,
  BufferGeometry,
  Float32BufferAttribute,
  Matrix3,
  Vector3,
  type Color,
  type Matrix4,
} from 'three'

/** A shape's mesh and where it stands in the merged one. */
export interface Piece {
  /** Indexed, with position, normal and uv; it is read, not changed. */
  geometry: BufferGeometry
  place: Matrix4
  /** Instead of the geometry's own. */
  uv?: Float32Array
  /** One colour for every vertex, times the geometry's own colours where it has some. */
  paint?: Color
  /** RGBA of every vertex. */
  glow?: Float32Array
}

/**
 * Many pieces as one mesh; all of them painted, all glowing, or none. A copy of each shape, three's `applyMatrix4` on it
 * and `mergeGeometries` give the same numbers in three times the time: 130 ms of the street's loading instead of 40.
 */
export function mergePieces(pieces: readonly Piece[]): BufferGeometry {
  const vertices = pieces.reduce((sum, { geometry }) => sum + countOf(geometry), 0)
  const corners = pieces.reduce((sum, { geometry }) => sum + indexOf(geometry).count, 0)
  const [first] = pieces
  const channels = first?.glow ? 4 : first?.paint ? 3 : 0
  const positions = new Float32Array(3 * vertices)
  const normals = new Float32Array(3 * vertices)
  const uvs = new Float32Array(2 * vertices)
  const colors = new Float32Array(channels * vertices)
  const index = vertices > 0xffff ? new Uint32Array(corners) : new Uint16Array(corners)
  const turn = new Matrix3()
  const vector = new Vector3()
  let [vertex, corner] = [0, 0]
  for (const { geometry, place, uv, paint, glow } of pieces) {
    const count = countOf(geometry)
    const { array: position } = geometry.getAttribute('position')
    const { array: normal } = geometry.getAttribute('normal')
    turn.getNormalMatrix(place)
    for (let from = 0, to = 3 * vertex; from < 3 * count; from += 3, to += 3) {
      vector.fromArray(position, from).applyMatrix4(place).toArray(positions, to)
      vector.fromArray(normal, from).applyNormalMatrix(turn).toArray(normals, to)
    }
    uvs.set(uv ?? geometry.getAttribute('uv').array, 2 * vertex)
    if (glow) colors.set(glow, 4 * vertex)
    else if (paint) fill(colors.subarray(3 * vertex, 3 * (vertex + count)), paint, ownOf(geometry))
    const { array: own } = indexOf(geometry)
    for (let i = 0; i < own.length; i++) index[corner + i] = own[i] + vertex
    vertex += count
    corner += own.length
  }
  const merged = new BufferGeometry()
  merged.setAttribute('position', new Float32BufferAttribute(positions, 3))
  merged.setAttribute('normal', new Float32BufferAttribute(normals, 3))
  merged.setAttribute('uv', new Float32BufferAttribute(uvs, 2))
  if (channels > 0) merged.setAttribute('color', new Float32BufferAttribute(colors, channels))
  merged.setIndex(new BufferAttribute(index, 1))
  return merged
}

function countOf(geometry: BufferGeometry): number {
  return geometry.getAttribute('position').count
}

function indexOf(geometry: BufferGeometry): BufferAttribute {
  if (!geometry.index) throw new Error('a shape shares no vertices: it has no index')
  return geometry.index
}

function ownOf(geometry: BufferGeometry): ArrayLike<number> | undefined {
  return geometry.hasAttribute('color') ? geometry.getAttribute('color').array : undefined
}

function fill(into: Float32Array, { r, g, b }: Color, own: ArrayLike<number> | undefined): void {
  for (let i = 0; i < into.length; i += 3) {
    into[i] = own ? r * own[i] : r
    into[i + 1] = own ? g * own[i + 1] : g
    into[i + 2] = own ? b * own[i + 2] : b
  }
}
