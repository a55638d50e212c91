import { Vector3 } from 'three'
import type { Patch } from './patch.ts'

const offset = new Vector3()

/**
 * The patches of one thing. Where several lie on one place, together they darken it as much as one would; the lines at
 * their rims lie apart.
 */
export function together(patches: Patch[]): Patch[] {
  return patches.map((patch) => {
    const count = patches.filter((other) => covers(other, patch.middle)).length
    return { ...patch, strength: 1 - (1 - patch.strength) ** (1 / Math.max(count, 1)) }
  })
}

function covers({ middle, along, half }: Patch, point: Vector3): boolean {
  offset.subVectors(point, middle)
  return along.every((side, k) => Math.abs(offset.dot(side)) <= half[k])
}
