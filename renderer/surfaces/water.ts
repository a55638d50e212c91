import { noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Still water outdoors, stirred by a breath of wind: ripples a hand long in drifts, calm between them. */
export const water = {
  name: 'water',
  size: [3, 3],
  resolution: 256,
  color: '#2b4a52',
  roughness: 0.06,
  metalness: 0,
  mirror: 0.9,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const drift = noise(n, { cells: [2, 3], octaves: 2, seed: 141 })
  const ripple = noise(n, { cells: [9, 16], octaves: 3, gain: 0.55, seed: 142 })
  const swell = noise(n, { cells: [3, 5], octaves: 2, seed: 143 })
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    const stirred = Math.min(Math.max(0.55 + 0.45 * drift[i], 0.12), 1.3)
    tone[i] = 1 + 0.1 * swell[i] + 0.06 * ripple[i] * stirred
    warmth[i] = 0.05 * swell[i]
    height[i] = 0.0035 * ripple[i] * stirred + 0.004 * swell[i]
  }
  return { tone, warmth, height }
}
