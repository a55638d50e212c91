import { warp } from './layer.ts'
import { grit, noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** A painted wall, smoothed by hand: a low sun finds the strokes of the trowel. */
export const plaster = {
  name: 'plaster',
  size: [2, 2],
  resolution: 512,
  color: '#e4ddd0',
  roughness: 0.93,
  metalness: 0,
  isMatt: true,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const swirl = [
    noise(n, { cells: [4, 4], octaves: 1, seed: 101 }),
    noise(n, { cells: [4, 4], octaves: 1, seed: 102 }),
  ] as const
  const strokes = warp(n, noise(n, { cells: [7, 15], octaves: 3, gain: 0.6, seed: 103 }), swirl, 16)
  const cloud = noise(n, { cells: [5, 5], octaves: 4, gain: 0.55, seed: 104 })
  const stipple = noise(n, { cells: [100, 100], octaves: 2, gain: 0.8, seed: 105 })
  const sandy = grit(n, 106)
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    tone[i] = 1 + 0.022 * cloud[i] + 0.014 * strokes[i] + 0.012 * stipple[i] + 0.006 * sandy[i]
    warmth[i] = -0.012 * cloud[i]
    height[i] = 0.0004 * strokes[i] + 0.00022 * stipple[i] + 0.0006 * cloud[i]
  }
  return { tone, warmth, height }
}
