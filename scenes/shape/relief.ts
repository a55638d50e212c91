import { fbm3, noise3 } from './noise.ts'
import type { Shape } from './shape.ts'

type Terrain = Extract<Shape, { kind: 'terrain' }>

/** Cells along a side: enough for the patches of colour, and for the crests of hills and dunes. */
export const TERRAIN_CELLS = { flat: 48, hills: 84, dunes: 112 } as const
/** Over 1 the cells are small in the middle, where the camera is, and wide at the rim. */
const GRADING = 1.5

/** Where a share -1..1 of the cells from the middle lies, as a share of half the size. */
export function graded(share: number): number {
  return Math.sign(share) * Math.abs(share) ** GRADING
}

/** Height of the ground's surface over a place, metres: linear between the vertices of its cell. */
export function heightAt(shape: Terrain, x: number, z: number): number {
  const cells = TERRAIN_CELLS[shape.relief]
  const along = (at: number, half: number) => {
    const share = Math.sign(at) * Math.abs(at / half) ** (1 / GRADING)
    const place = Math.min(Math.max(((share + 1) / 2) * cells, 0), cells - 1e-9)
    const cell = Math.floor(place)
    const [from, to] = [
      graded((2 * cell) / cells - 1) * half,
      graded((2 * (cell + 1)) / cells - 1) * half,
    ]
    return { from, to, share: (at - from) / (to - from) }
  }
  const [column, row] = [along(x, shape.size[0] / 2), along(z, shape.size[1] / 2)]
  const corner = (u: 'from' | 'to', v: 'from' | 'to') => reliefAt(shape, column[u], row[v])
  const [s, t] = [column.share, row.share]
  const [low, high] = [corner('from', 'to'), corner('to', 'from')]
  // Each cell is cut from its near left to its far right corner.
  return s + t < 1
    ? corner('from', 'from') * (1 - s - t) + high * s + low * t
    : corner('to', 'to') * (s + t - 1) + high * (1 - t) + low * (1 - s)
}

/** The relief itself, metres. */
export function reliefAt(
  { relief, height, spacing, clearing, seed }: Terrain,
  x: number,
  z: number,
): number {
  const share = Math.min(Math.max((Math.hypot(x, z) - clearing) / spacing, 0), 1)
  if (relief === 'flat' || share === 0) return 0
  const form = relief === 'dunes' ? dune : hill
  return share * share * (3 - 2 * share) * height * form(x / spacing, z / spacing, seed)
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
