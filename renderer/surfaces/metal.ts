import { noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Brushed sheet metal; the brush went along u. */
export const metal = {
  name: 'metal',
  size: [1.6, 0.8],
  resolution: 512,
  color: '#b4b7ba',
  roughness: 0.34,
  metalness: 0.92,
  variesGloss: true,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const hair = noise(n, { cells: [6, 256], octaves: 1, seed: 41 })
  const brush = noise(n, { cells: [3, 128], octaves: 2, seed: 42 })
  const cloud = noise(n, { cells: [10, 10], octaves: 3, gain: 0.6, seed: 43 })
  const tone = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  const roughness = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    tone[i] = 1 + 0.025 * hair[i] + 0.022 * brush[i] + 0.006 * cloud[i]
    height[i] = 0.000022 * hair[i] + 0.000028 * brush[i]
    roughness[i] = 1 + 0.06 * hair[i] + 0.08 * brush[i] + 0.04 * cloud[i]
  }
  return { tone, height, roughness }
}
