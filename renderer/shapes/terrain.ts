import { Float32BufferAttribute, PlaneGeometry } from 'three'
import type { ShapeOf } from './index.ts'
import { fbm3, noise3 } from './noise.ts'

/** Cells along a side: enough for the patches of colour, and for the crests of hills and dunes. */
const CELLS = { flat: 48, hills: 84, dunes: 112 } as const
/** Over 1 the cells are small in the middle, where the camera is, and wide at the rim. */
const GRADING = 1.5

/**
 * The ground; hills and dunes rise smoothly outside the clearing, which lies at height 0. Its vertices carry
 * a slow drift of the colour (about 15 %): real ground is never of one tone, and the tiled texture is.
 */
export function terrain({
  size: [width, depth],
  relief,
  height,
  spacing,
  clearing,
  seed,
}: ShapeOf<'terrain'>) {
  const geometry = new PlaneGeometry(2, 2, CELLS[relief], CELLS[relief]).rotateX(-Math.PI / 2)
  const position = geometry.getAttribute('position')
  const uv = geometry.getAttribute('uv')
  const tint = new Float32Array(position.count * 3)
  for (let i = 0; i < position.count; i++) {
    const [x, z] = [(graded(position.getX(i)) * width) / 2, (graded(position.getZ(i)) * depth) / 2]
    const share = Math.min(Math.max((Math.hypot(x, z) - clearing) / spacing, 0), 1)
    const rise = relief === 'flat' ? 0 : share * share * (3 - 2 * share) * height
    const form = relief === 'dunes' ? dune : hill
    position.setXYZ(i, x, rise === 0 ? 0 : rise * form(x / spacing, z / spacing, seed), z)
    uv.setXY(i, x, -z)
    tint.set(drift(x, z, seed), i * 3)
  }
  geometry.setAttribute('color', new Float32BufferAttribute(tint, 3))
  geometry.computeVertexNormals()
  return geometry
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
