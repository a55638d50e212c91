import type { Vec3 } from '../../schema/values.ts'
import { graded, reliefAt, TERRAIN_CELLS } from '../../shape/relief.ts'
import type { Shape } from '../../shape/shape.ts'
import { piece, type Piece } from './form.ts'

/** Metres that level ground reaches down: nothing falls through it. */
const DEPTH = 2

/** The very triangles that are drawn; a slab when it is level. */
export function terrainPieces(shape: Extract<Shape, { kind: 'terrain' }>): Piece[] {
  const [width, depth] = shape.size
  if (shape.relief === 'flat' || shape.height === 0)
    return [piece({ kind: 'box', half: [width / 2, DEPTH / 2, depth / 2] }, [0, -DEPTH / 2, 0])]
  const cells = TERRAIN_CELLS[shape.relief]
  const row = cells + 1
  const points = Array.from({ length: row * row }, (_, n): Vec3 => {
    const [x, z] = [
      (graded((2 * (n % row)) / cells - 1) * width) / 2,
      (graded((2 * Math.floor(n / row)) / cells - 1) * depth) / 2,
    ]
    return [x, reliefAt(shape, x, z), z]
  })
  const triangles = Array.from({ length: cells * cells }, (_, n) => {
    const a = Math.floor(n / cells) * row + (n % cells)
    // Seen from above counter-clockwise, each cell cut from its near left to its far right corner.
    return [a, a + row, a + 1, a + row, a + row + 1, a + 1]
  }).flat()
  return [piece({ kind: 'mesh', points, triangles })]
}
