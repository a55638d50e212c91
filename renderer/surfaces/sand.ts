import { grit, noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Wind ripples 12 cm apart, crests roughly along u, steep on one side. */
export const sand = {
  name: 'sand',
  size: [2.4, 2.4],
  resolution: 512,
  color: '#cfb184',
  roughness: 0.96,
  metalness: 0,
  paint,
} satisfies Surface

const crests = 20

function paint(n: number): Coat {
  const bend = noise(n, { cells: [3, 4], octaves: 3, gain: 0.45, seed: 81 })
  const strength = noise(n, { cells: [5, 6], octaves: 2, seed: 82 })
  const grains = grit(n, 83)
  const patches = noise(n, { cells: [2, 3], octaves: 3, seed: 85 })
  const lumps = noise(n, { cells: [40, 40], octaves: 3, gain: 0.7, seed: 84 })
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    const phase = (((i / n) | 0) * crests) / n + 0.6 * bend[i]
    const ripple = profile(phase - Math.floor(phase)) * Math.max(0.35, 1 + 0.25 * strength[i])
    tone[i] = 1 + 0.13 * (ripple - 0.5) + 0.045 * patches[i] + 0.026 * grains[i] + 0.024 * lumps[i]
    warmth[i] = 0.03 * (0.5 - ripple) + 0.012 * lumps[i]
    height[i] = 0.0105 * ripple + 0.00012 * grains[i] + 0.0003 * lumps[i]
  }
  return { tone, warmth, height }
}

/** A long rise, a short fall, both rounded. */
function profile(t: number): number {
  const skewed = t < 0.68 ? (t / 0.68) * 0.5 : 0.5 + ((t - 0.68) / 0.32) * 0.5
  return 0.5 - 0.5 * Math.cos(skewed * 2 * Math.PI)
}
