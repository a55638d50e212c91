import { cells } from './cells.ts'
import { chance } from './chance.ts'
import { smoothstep } from './layer.ts'
import { grit, noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Cast concrete: cloudy, a little stained, with the small holes that air bubbles leave. */
export const concrete = {
  name: 'concrete',
  size: [2.4, 2.4],
  resolution: 512,
  color: '#9a9892',
  roughness: 0.85,
  metalness: 0,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const cloud = noise(n, { cells: [4, 4], octaves: 6, gain: 0.6, seed: 31 })
  const streak = noise(n, { cells: [14, 3], octaves: 3, seed: 32 })
  const skin = noise(n, { cells: [64, 64], octaves: 2, seed: 33 })
  const bubble = cells(n, 44, 44, 34)
  const sandy = grit(n, 35)
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    const roll = chance(bubble.id[i], 1, 36)
    const radius = roll > 0.8 ? 0.05 + 0.6 * (roll - 0.8) : 0
    const hole = radius && smoothstep(radius + 0.05, radius - 0.03, bubble.near[i])
    tone[i] =
      (1 + 0.04 * cloud[i] + 0.025 * streak[i] + 0.015 * skin[i] + 0.012 * sandy[i]) *
      (1 - 0.3 * hole)
    warmth[i] = 0.007 * streak[i] - 0.004 * cloud[i]
    height[i] = 0.0006 * cloud[i] + 0.00018 * skin[i] - 0.002 * hole
  }
  return { tone, warmth, height }
}
