import { Vector3 } from 'three'
import type { Patch } from './patch.ts'

const offset = new Vector3()

/** The patches of one thing. Where several lie on one place, together they darken it as much as one would. */
export function together(patches: Patch[]): Patch[] {
  return patches.map((patch) => {
    const count = patches.filter((other) => covers(other, patch.middle)).length
    const share = (strength: number) => 1 - (1 - strength) ** (1 / Math.max(count, 1))
    const { width, strength } = patch.core
    return {
      ...patch,
      strength: share(patch.strength),
      core: { width, strength: share(strength) },
    }
  })
}

function covers({ middle, along, half }: Patch, point: Vector3): boolean {
  offset.subVectors(point, middle)
  return along.every((side, k) => Math.abs(offset.dot(side)) <= half[k])
}
