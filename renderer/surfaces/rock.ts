import { cells } from './cells.ts'
import { blur, smoothstep, warp } from './layer.ts'
import { noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Weathered stone: broken faces, a few cracks, dark hollows. */
export const rock = {
  name: 'rock',
  size: [2.4, 2.4],
  resolution: 512,
  color: '#85817a',
  roughness: 0.92,
  metalness: 0,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const sway = [
    noise(n, { cells: [6, 6], octaves: 4, gain: 0.65, seed: 141 }),
    noise(n, { cells: [6, 6], octaves: 3, gain: 0.65, seed: 142 }),
  ] as const
  const block = warp(n, cells(n, 5, 6, 143).border, sway, 7)
  const chip = warp(n, cells(n, 17, 20, 144).border, sway, 5)
  const pitted = noise(n, { cells: [48, 48], octaves: 2, gain: 0.9, seed: 145 })
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    const crack = smoothstep(0.05, 0, block[i])
    height[i] =
      0.045 * block[i] + 0.02 * chip[i] + 0.0022 * pitted[i] + 0.006 * sway[1][i] - 0.006 * crack
  }
  const around = blur(n, height, 14)
  for (let i = 0; i < tone.length; i++) {
    const hollow = Math.max(-1, Math.min(1, (height[i] - around[i]) * 90))
    tone[i] = 1 + 0.17 * hollow + 0.05 * sway[0][i] + 0.03 * pitted[i]
    warmth[i] = 0.015 * sway[1][i] - 0.015 * hollow
  }
  return { tone, warmth, height }
}
