import { chance } from './chance.ts'
import { noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Plain weave of 4 mm yarn, as on a sofa. */
export const fabric = {
  name: 'fabric',
  size: [0.256, 0.256],
  resolution: 512,
  color: '#7d8794',
  roughness: 0.95,
  metalness: 0,
  isMatt: true,
  paint,
} satisfies Surface

const yarns = 64

function paint(n: number): Coat {
  const along = noise(n, { cells: [8, 64], octaves: 2, seed: 61 })
  const down = noise(n, { cells: [64, 8], octaves: 2, seed: 62 })
  const fuzz = noise(n, { cells: [128, 128], octaves: 2, gain: 0.8, seed: 63 })
  const tone = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let y = 0, i = 0; y < n; y++) {
    const v = ((y + 0.5) * yarns) / n
    const row = Math.floor(v)
    for (let x = 0; x < n; x++, i++) {
      const u = ((x + 0.5) * yarns) / n
      const column = Math.floor(u)
      const over = (row + column) % 2 === 0
      const side = over ? v - row - 0.5 : u - column - 0.5
      const run = over ? u - column - 0.5 : v - row - 0.5
      const round =
        Math.sqrt(Math.max(0, 1 - 3.6 * side * side)) * (0.55 + 0.45 * Math.cos(run * Math.PI))
      const yarn = over ? chance(row, 0, 64) : chance(column, 1, 64)
      const slub = over ? along[i] : down[i]
      tone[i] = (0.62 + 0.38 * round) * (0.9 + 0.2 * yarn) * (1 + 0.06 * slub + 0.05 * fuzz[i])
      height[i] = 0.0006 * round + 0.00006 * fuzz[i]
    }
  }
  return { tone, height }
}
