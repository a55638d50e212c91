import { cells } from './cells.ts'
import { chance } from './chance.ts'
import { smoothstep, warp } from './layer.ts'
import { grit, noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Bare soil: crumbs and clods, here and there a pebble. */
export const earth = {
  name: 'earth',
  size: [2.4, 2.4],
  resolution: 512,
  color: '#675544',
  roughness: 0.97,
  metalness: 0,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const sway = [
    noise(n, { cells: [36, 36], octaves: 2, gain: 0.7, seed: 161 }),
    noise(n, { cells: [36, 36], octaves: 2, gain: 0.7, seed: 162 }),
  ] as const
  const clods = cells(n, 40, 40, 163)
  const lumps = warp(n, clods.near, sway, 3)
  const crumbs = noise(n, { cells: [84, 84], octaves: 2, gain: 0.8, seed: 164 })
  const damp = noise(n, { cells: [12, 12], octaves: 3, gain: 0.7, seed: 166 })
  const sandy = grit(n, 167)
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    const roll = chance(clods.id[i], 1, 168)
    const radius = roll > 0.87 ? 0.14 + (roll - 0.87) * 2 : 0
    const pebble = radius && smoothstep(radius, radius - 0.09, clods.near[i] + 0.02 * sway[0][i])
    const soil = 1.1 - 0.26 * lumps[i] + 0.08 * crumbs[i] + 0.09 * damp[i] + 0.05 * sandy[i]
    const stone = 1.2 + 0.6 * chance(clods.id[i], 2, 168)
    tone[i] = Math.max(0.35, soil) * (1 - pebble) + stone * pebble
    warmth[i] = 0.03 * damp[i] - 0.16 * pebble
    const crumbly = (0.0011 * crumbs[i] + 0.0004 * sandy[i]) * (1 - pebble)
    height[i] = 0.011 * (0.8 - lumps[i]) + 0.002 * damp[i] + crumbly + 0.004 * pebble
  }
  return { tone, warmth, height }
}
