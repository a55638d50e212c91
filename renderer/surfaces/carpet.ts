import { cells } from './cells.ts'
import { chance } from './chance.ts'
import { grit, noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Cut pile, tufts of 6 mm that lean this way and that. */
export const carpet = {
  name: 'carpet',
  size: [0.6, 0.6],
  resolution: 512,
  color: '#8a7f74',
  roughness: 1,
  metalness: 0,
  isMatt: true,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const tufts = cells(n, 96, 96, 171)
  const lean = noise(n, { cells: [12, 12], octaves: 3, gain: 0.6, seed: 172 })
  const fibre = grit(n, 173)
  const tone = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    const dome = 1 - Math.min(1, tufts.near[i] * tufts.near[i] * 1.7)
    const yarn = 0.88 + 0.24 * chance(tufts.id[i], 1, 174)
    tone[i] = (0.58 + 0.48 * dome) * yarn * (1 + 0.03 * lean[i] + 0.05 * fibre[i])
    height[i] = 0.003 * dome + 0.00012 * fibre[i] + 0.0003 * lean[i]
  }
  return { tone, height }
}
