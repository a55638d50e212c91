import { Float32BufferAttribute, PlaneGeometry } from 'three'
import type { ShapeOf } from '#scenes'
import { fbm3, noise3 } from './noise.ts'

/** Cells along a side: enough for the patches of colour, and for the crests of hills and dunes. */
const CELLS = { flat: 48, hills: 84, dunes: 112 } as const
/** Over 1 the cells are small in the middle, where the camera is, and wide at the rim. */
const GRADING = 1.5

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
  const geometry = new PlaneGeometry(2, 2, CELLS[relief], CELLS[relief]).rotateX(-Math.PI / 2)
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

/** Height of the drawn surface over a place, metres: linear between the vertices of its cell. */
export function heightAt(shape: ShapeOf<'terrain'>, x: number, z: number): number {
  const cells = CELLS[shape.relief]
  const [half, at] = [
    [shape.size[0] / 2, shape.size[1] / 2],
    [x, z],
  ]
  const [column, row] = [0, 1].map((k) => {
    const share = Math.sign(at[k]) * Math.abs(at[k] / half[k]) ** (1 / GRADING)
    const place = Math.min(Math.max(((share + 1) / 2) * cells, 0), cells - 1e-9)
    const cell = Math.floor(place)
    const [from, to] = [cell, cell + 1].map((i) => graded((2 * i) / cells - 1) * half[k])
    return { from, to, share: (at[k] - from) / (to - from) }
  })
  const corner = (u: 'from' | 'to', v: 'from' | 'to') => reliefAt(shape, column[u], row[v])
  const [s, t] = [column.share, row.share]
  const [low, high] = [corner('from', 'to'), corner('to', 'from')]
  // PlaneGeometry cuts each cell from its near left to its far right corner.
  return s + t < 1
    ? corner('from', 'from') * (1 - s - t) + high * s + low * t
    : corner('to', 'to') * (s + t - 1) + high * (1 - t) + low * (1 - s)
}

/** The relief itself, metres. */
function reliefAt(
  { relief, height, spacing, clearing, seed }: ShapeOf<'terrain'>,
  x: number,
  z: number,
): number {
  const share = Math.min(Math.max((Math.hypot(x, z) - clearing) / spacing, 0), 1)
  if (relief === 'flat' || share === 0) return 0
  const form = relief === 'dunes' ? dune : hill
  return share * share * (3 - 2 * share) * height * form(x / spacing, z / spacing, seed)
}

function graded(share: number): number {
  return Math.sign(share) * Math.abs(share) ** GRADING
}

/** What the colour is multiplied by: patches of 5 to 60 m, the light ones warmer, as where grass dries or sand lies loose. */
function drift(x: number, z: number, seed: number): [number, number, number] {
  const n =
    noise3(x / 60, 1, z / 60, seed) * 0.5 +
    noise3(x / 17, 5, z / 17, seed) * 0.35 +
    noise3(x / 6, 8, z / 6, seed) * 0.3
  return [1 + 0.34 * n, 1 + 0.24 * n, 1 + 0.08 * n]
}

/** 0..1: rounded hills. */
function hill(x: number, z: number, seed: number): number {
  return 0.5 + 0.5 * fbm3(x, 0, z, seed, 4)
}

/** 0..1: long ridges, gentle to windward and steep in the lee (an asymmetric ramp, bent by noise). */
function dune(x: number, z: number, seed: number): number {
  const bent =
    x + 0.35 * noise3(x * 0.6, 3, z * 0.6, seed) + 0.5 * noise3(x * 0.2, 9, z * 0.25, seed)
  const phase = bent - Math.floor(bent)
  const ramp = phase < 0.72 ? phase / 0.72 : (1 - phase) / 0.28
  const crest = 0.5 + 0.5 * noise3(x * 0.3, 5, z * 0.3, seed)
  return (0.25 + 0.75 * crest) * (ramp * ramp * (3 - 2 * ramp)) * 0.8 + 0.2 * crest
}
