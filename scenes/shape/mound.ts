import type { Random } from '../random.ts'
import type { Part } from './shape.ts'

/** How far the middle of the ball lies below the ground, over its half height: the deeper, the flatter the rim. */
const SUNK = 0.55

/** Sand heaped around a foot: the flat top of a buried ball, so that no edge shows on the ground. */
export function mound(radius: number, height: number, color: string, random: Random): Part {
  const half = height / (1 - SUNK)
  const width = (2 * radius) / Math.sqrt(1 - SUNK ** 2)
  return {
    shape: {
      kind: 'blob',
      size: [width, 2 * half, width],
      lumps: 0.05,
      seed: random.int(0, 65535),
      detail: 4,
    },
    at: [0, height - 2 * half, 0],
    material: { surface: 'sand', color },
  }
}
