import { PlaneGeometry } from 'three'
import type { ShapeOf } from './index.ts'
import { fbm3, noise3 } from './noise.ts'
import { stretched } from './metres.ts'

/** The ground; hills and dunes rise smoothly outside the clearing, which lies at height 0. */
export function terrain({ size: [width, depth], relief, height, spacing, clearing, seed }: ShapeOf<'terrain'>) {
  const cells = (metres: number) => (relief === 'flat' ? 1 : Math.min(160, Math.ceil((metres / spacing) * 10)))
  const geometry = new PlaneGeometry(width, depth, cells(width), cells(depth)).rotateX(-Math.PI / 2)
  stretched(geometry, width, depth)
  if (relief === 'flat') return geometry
  const position = geometry.getAttribute('position')
  for (let i = 0; i < position.count; i++) {
    const [x, z] = [position.getX(i), position.getZ(i)]
    const share = Math.min(Math.max((Math.hypot(x, z) - clearing) / spacing, 0), 1)
    const rise = share * share * (3 - 2 * share)
    position.setY(i, rise * height * (relief === 'dunes' ? dune(x / spacing, z / spacing, seed) : hill(x / spacing, z / spacing, seed)))
  }
  geometry.computeVertexNormals()
  return geometry
}

/** 0..1: rounded hills. */
function hill(x: number, z: number, seed: number): number {
  return 0.5 + 0.5 * fbm3(x, 0, z, seed, 4)
}

/** 0..1: long ridges, gentle to windward and steep in the lee (an asymmetric ramp, bent by noise). */
function dune(x: number, z: number, seed: number): number {
  const bent = x + 0.35 * noise3(x * 0.6, 3, z * 0.6, seed) + 0.5 * noise3(x * 0.2, 9, z * 0.25, seed)
  const phase = bent - Math.floor(bent)
  const ramp = phase < 0.72 ? phase / 0.72 : (1 - phase) / 0.28
  const crest = 0.5 + 0.5 * noise3(x * 0.3, 5, z * 0.3, seed)
  return (0.25 + 0.75 * crest) * (ramp * ramp * (3 - 2 * ramp)) * 0.8 + 0.2 * crest
}
