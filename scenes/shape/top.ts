import { place, unplace } from '../take/pose.ts'
import type { Pose } from '../take/take.ts'
import { around, boundsOf, corners } from './bounds.ts'
import { partContains } from './contains.ts'
import { heightAt } from './relief.ts'
import type { Part } from './shape.ts'

/** Heights looked at on the way down through a part; with the refinement a top is right to a 4000th of it. */
const STEPS = 64
const REFINED = 6

/**
 * The height of the highest matter over a place (x, z), metres; undefined where there is none. What has no
 * inside (a vessel, a sheet, a crown of leaves) counts by its box.
 * @param pose of the parts, in the frame that x and z are of
 */
export function topOf(parts: Part[], pose: Pose, x: number, z: number): number | undefined {
  const tops = parts.flatMap((part) => topOfPart(part, pose, x, z) ?? [])
  return tops.length === 0 ? undefined : Math.max(...tops)
}

function topOfPart(part: Part, pose: Pose, x: number, z: number): number | undefined {
  const { min, max } = around(corners(boundsOf([part])).map((corner) => place(corner, pose)))
  if (x < min[0] || x > max[0] || z < min[2] || z > max[2]) return undefined
  if (part.shape.kind === 'terrain') return groundAt(part.shape, pose, x, z)
  if (!SOLID.has(part.shape.kind)) return max[1]
  const isIn = (y: number) => partContains(part, unplace([x, y, z], pose))
  const step = (max[1] - min[1]) / STEPS
  // The middles of the steps: a face is neither in nor out.
  const found = Array.from({ length: STEPS }, (_, i) => max[1] - (i + 0.5) * step).find(isIn)
  if (found === undefined) return undefined
  let [low, high] = [found, Math.min(found + step, max[1])]
  for (let i = 0; i < REFINED; i++) {
    const middle = (low + high) / 2
    if (isIn(middle)) low = middle
    else high = middle
  }
  // A flat top is the top of its box, to the last digit.
  return max[1] - high < step / 2 ** REFINED ? max[1] : high
}

/** The height of hills or dunes over a place; the ground stands upright, whichever way it is turned. */
function groundAt(
  shape: Extract<Part['shape'], { kind: 'terrain' }>,
  pose: Pose,
  x: number,
  z: number,
): number {
  const own = unplace([x, 0, z], pose)
  const height = heightAt(shape, own[0], own[2])
  return pose.position[1] + height * pose.scale
}

/** Shapes that `partContains` knows the inside of. */
const SOLID = new Set<Part['shape']['kind']>([
  ...([
    'box',
    'text',
    'person',
    'quadruped',
    'sphere',
    'cylinder',
    'capsule',
    'torus',
    'blob',
  ] as const),
  ...(['prism', 'tube'] as const),
])
