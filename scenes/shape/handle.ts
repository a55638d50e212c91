import type { MaterialInput } from '../schema/material.ts'
import type { Vec3 } from '../schema/values.ts'
import { aligned, circle } from './place.ts'
import type { Part } from './shape.ts'

/**
 * The flat handle of a spoon or fork, round at its end.
 * @param line its joints `[x, y]` seen from the side, @param halfAt half of its width at each; both over `length`, metres
 */
export function handle(
  line: readonly [number, number][],
  halfAt: (joint: number) => number,
  length: number,
  material: MaterialInput,
): Part[] {
  return line.slice(1).map(([x, y], i): Part => {
    const [x0, y0] = line[i] as [number, number]
    const way: Vec3 = [(x - x0) * length, (y - y0) * length, 0]
    const long = Math.hypot(...way)
    const [a, b] = [halfAt(i) * length, halfAt(i + 1) * length]
    const end: [number, number][] =
      i === line.length - 2
        ? circle(b, [long - b, 0], -90, 90, 8)
        : [
            [long, -b],
            [long, b],
          ]
    return {
      shape: {
        kind: 'prism',
        outline: [[0, -a], ...end, [0, a]],
        depth: length * 0.014,
        bevel: length * 0.004,
      },
      at: [x0 * length, y0 * length, 0],
      // Its face up, its length along the slope.
      rotation: aligned(way, [0, 0, -1]),
      material,
    }
  })
}
