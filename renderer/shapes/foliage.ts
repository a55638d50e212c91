import { BufferGeometry, Float32BufferAttribute, Vector3 } from 'three'
import { scatter } from '#scenes'
import type { Detail } from './detail.ts'
import type { ShapeOf } from './index.ts'

/** A leaf this long is drawn for itself; smaller ones are drawn for several. */
const LEAF_PIXELS = 16

const UP = new Vector3(0, 1, 0)

/**
 * Leaves on the shell of a ball, each a folded diamond of two triangles: a leafy outline without
 * alpha-tested cards, which cost six times as much on software GL. Normals lean outwards, so that
 * the crown is shaded as one round thing.
 */
export function foliage(
  { size, leaf: [fullLength, fullWidth], count: finest, droop = 0.3, seed }: ShapeOf<'foliage'>,
  detail: Detail,
) {
  // Far off, fewer and larger leaves cover the same share of the crown.
  const kept = Math.min(Math.max((fullLength * detail.pixelsPerMetre) / LEAF_PIXELS, 0.15), 1)
  const count = Math.ceil(finest * kept)
  const [length, width] = [fullLength / Math.sqrt(kept), fullWidth / Math.sqrt(kept)]
  const position: number[] = []
  const normal: number[] = []
  const uv: number[] = []
  const index: number[] = []
  for (let i = 0; i < count; i++) {
    const chance = (k: number) => scatter(i * 8 + k, seed)
    const out = fromSphere(chance(0), chance(1))
    const shell = 0.72 + 0.28 * chance(2)
    const root = new Vector3(
      (out.x * size[0]) / 2,
      (out.y * size[1]) / 2,
      (out.z * size[2]) / 2,
    ).multiplyScalar(shell)
    root.y += size[1] / 2
    const along = fromSphere(chance(3), chance(4))
      .addScaledVector(out, 0.7)
      .addScaledVector(UP, -droop)
      .normalize()
    const across = new Vector3().crossVectors(along, out).normalize()
    const face = new Vector3().crossVectors(across, along)
    const grown = length * (0.7 + 0.6 * chance(5))
    const tip = root.clone().addScaledVector(along, grown)
    const middle = root
      .clone()
      .addScaledVector(along, grown * 0.45)
      .addScaledVector(face, -0.12 * width)
    const left = middle.clone().addScaledVector(across, -width / 2)
    const right = middle.clone().addScaledVector(across, width / 2)
    const lit = out.clone().addScaledVector(face, 0.6).normalize()
    const [u, v] = [chance(6) * 2, chance(7) * 2]
    const first = 4 * i
    index.push(first, first + 1, first + 2, first, first + 2, first + 3)
    for (const corner of [root, right, tip, left]) {
      position.push(corner.x, corner.y, corner.z)
      normal.push(lit.x, lit.y, lit.z)
      // Every leaf takes its tone from one spot of the texture.
      uv.push(u, v)
    }
  }
  return new BufferGeometry()
    .setIndex(index)
    .setAttribute('position', new Float32BufferAttribute(position, 3))
    .setAttribute('normal', new Float32BufferAttribute(normal, 3))
    .setAttribute('uv', new Float32BufferAttribute(uv, 2))
}

/** An evenly spread direction from two numbers in 0..1. */
function fromSphere(a: number, b: number): Vector3 {
  const y = 2 * a - 1
  const ring = Math.sqrt(1 - y * y)
  return new Vector3(Math.cos(2 * Math.PI * b) * ring, y, Math.sin(2 * Math.PI * b) * ring)
}
