import { Float32BufferAttribute, PlaneGeometry } from 'three'
import { graded, noise3, reliefAt, TERRAIN_CELLS, type ShapeOf } from '#scenes'

/**
 * The ground; hills and dunes rise smoothly outside the clearing, which lies at height 0. Its vertices carry
 * a slow drift of the colour (about 15 %): real ground is never of one tone, and the tiled texture is.
 */
export function terrain(shape: ShapeOf<'terrain'>) {
  const {
    size: [width, depth],
    relief,
    seed,
  } = shape
  const cells = relief === 'flat' ? FLAT_CELLS : TERRAIN_CELLS[relief]
  const geometry = new PlaneGeometry(2, 2, cells, cells).rotateX(-Math.PI / 2)
  const position = geometry.getAttribute('position')
  const uv = geometry.getAttribute('uv')
  const tint = new Float32Array(position.count * 3)
  for (let i = 0; i < position.count; i++) {
    const [x, z] = [(graded(position.getX(i)) * width) / 2, (graded(position.getZ(i)) * depth) / 2]
    position.setXYZ(i, x, reliefAt(shape, x, z), z)
    uv.setXY(i, x, -z)
    tint.set(drift(x, z, seed), i * 3)
  }
  geometry.setAttribute('color', new Float32BufferAttribute(tint, 3))
  geometry.computeVertexNormals()
  return geometry
}

/** Enough for the drift of the colour. */
const FLAT_CELLS = 28

/** What the colour is multiplied by: patches of 5 to 60 m, the light ones warmer, as where grass dries or sand lies loose. */
function drift(x: number, z: number, seed: number): [number, number, number] {
  const n =
    noise3(x / 60, 1, z / 60, seed) * 0.5 +
    noise3(x / 17, 5, z / 17, seed) * 0.35 +
    noise3(x / 6, 8, z / 6, seed) * 0.3
  return [1 + 0.34 * n, 1 + 0.24 * n, 1 + 0.08 * n]
}
