import { cells } from './cells.ts'
import { chance } from './chance.ts'
import { smoothstep, warp } from './layer.ts'
import { noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Old bark: long plates up the trunk (along v), deep furrows between them. */
export const bark = {
  name: 'bark',
  size: [0.9, 1.2],
  resolution: 512,
  color: '#6a5a4b',
  roughness: 0.95,
  metalness: 0,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const plates = cells(n, 15, 5, 121)
  const sway = [
    noise(n, { cells: [5, 5], octaves: 4, gain: 0.6, seed: 122 }),
    noise(n, { cells: [6, 4], octaves: 3, seed: 123 }),
  ] as const
  const border = warp(n, plates.border, sway, 9)
  const ridge = noise(n, { cells: [24, 5], octaves: 4, gain: 0.65, ridged: true, seed: 124 })
  const flake = noise(n, { cells: [30, 40], octaves: 3, gain: 0.7, seed: 125 })
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    const plate = smoothstep(0.02, 0.42, border[i])
    const own = 0.94 + 0.12 * chance(plates.id[i], 1, 126) * plate
    tone[i] = own * (0.5 + 0.5 * plate) * Math.max(0.4, 1 + 0.12 * ridge[i] + 0.06 * flake[i])
    warmth[i] = 0.14 * (0.8 - plate) + 0.02 * flake[i]
    height[i] = 0.011 * plate + 0.0022 * ridge[i] * (0.4 + plate) + 0.0006 * flake[i]
  }
  return { tone, warmth, height }
}
