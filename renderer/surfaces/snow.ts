import { blur } from './layer.ts'
import { grit, noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Settled snow: soft swells, a fine crust, blue in the hollows. */
export const snow = {
  name: 'snow',
  size: [3, 3],
  resolution: 512,
  color: '#eef2f6',
  roughness: 0.85,
  metalness: 0,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const swell = noise(n, { cells: [6, 6], octaves: 3, gain: 0.4, seed: 151 })
  const crust = noise(n, { cells: [40, 40], octaves: 3, gain: 0.7, seed: 152 })
  const grains = grit(n, 153)
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    height[i] = 0.005 * swell[i] + 0.0005 * crust[i] + 0.00014 * grains[i]
  }
  const around = blur(n, height, 16)
  for (let i = 0; i < tone.length; i++) {
    const hollow = Math.max(-1, Math.min(1, (height[i] - around[i]) * 220))
    tone[i] = 1 + 0.02 * hollow + 0.008 * grains[i]
    warmth[i] = 0.014 * hollow
  }
  return { tone, warmth, height }
}
