import { BufferAttribute, BufferGeometry } from 'three'
import type { Surface } from './contour.ts'
import type { Field } from './field.ts'

/** How much of a place hangs on which bone; the shares add up to 1. */
export type Weights = Map<string, number>

/** Pieces one after the other as one skinned geometry. @param bones their names, in the order of the skeleton */
export function skinned(
  pieces: readonly { surface: Surface; weights: readonly Weights[] }[],
  bones: readonly string[],
): BufferGeometry {
  const geometry = new BufferGeometry()
  const collect = (pick: (surface: Surface) => number[]) =>
    new BufferAttribute(Float32Array.from(pieces.flatMap(({ surface }) => pick(surface))), 3)
  geometry.setAttribute(
    'position',
    collect(({ positions }) => positions),
  )
  geometry.setAttribute(
    'normal',
    collect(({ normals }) => normals),
  )
  let first = 0
  const triangles = pieces.flatMap(({ surface }) => {
    const shifted = surface.triangles.map((v) => v + first)
    first += surface.positions.length / 3
    return shifted
  })
  geometry.setIndex(triangles)
  bindTo(
    geometry,
    bones,
    pieces.flatMap(({ weights }) => weights),
  )
  return geometry
}

/** The four strongest bones of each vertex. */
function bindTo(geometry: BufferGeometry, bones: readonly string[], all: readonly Weights[]): void {
  const indexOf = new Map(bones.map((bone, i) => [bone, i]))
  const [indices, shares] = [new Uint16Array(all.length * 4), new Float32Array(all.length * 4)]
  all.forEach((weights, v) => {
    const strongest = [...weights].sort((a, b) => b[1] - a[1]).slice(0, 4)
    const sum = strongest.reduce((total, [, share]) => total + share, 0)
    strongest.forEach(([bone, share], k) => {
      indices[4 * v + k] = indexOf.get(bone) ?? 0
      shares[4 * v + k] = share / sum
    })
  })
  geometry.setAttribute('skinIndex', new BufferAttribute(indices, 4))
  geometry.setAttribute('skinWeight', new BufferAttribute(shares, 4))
}

/**
 * Ambient occlusion after Evans 2006: how much less than its distance a step outwards gets away.
 * @param steps metres
 * @returns how much of the sky each vertex sees, 0..1
 */
export function openness(
  geometry: BufferGeometry,
  whole: Field,
  steps: readonly number[],
): Float32Array {
  const [p, n] = [geometry.getAttribute('position').array, geometry.getAttribute('normal').array]
  const open = new Float32Array(p.length / 3)
  for (let v = 0; v < open.length; v++) {
    let shut = 0
    for (const step of steps) {
      const [x, y, z] = [0, 1, 2].map((k) => p[3 * v + k] + step * n[3 * v + k])
      shut += Math.min(Math.max(1 - whole(x, y, z) / step, 0), 1) / steps.length
    }
    open[v] = 1 - shut
  }
  return open
}
