import { cells } from './cells.ts'
import { chance } from './chance.ts'
import { smoothstep, warp } from './layer.ts'
import { noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Pebbled hide, 3 to 4 mm to a pebble, rubbed paler where it stands out. */
export const leather = {
  name: 'leather',
  size: [0.4, 0.4],
  resolution: 512,
  color: '#7a4b30',
  roughness: 0.5,
  metalness: 0,
  variesGloss: true,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const sway = [
    noise(n, { cells: [24, 24], octaves: 2, seed: 191 }),
    noise(n, { cells: [24, 24], octaves: 2, seed: 192 }),
  ] as const
  const pebbles = cells(n, 84, 84, 193)
  const border = warp(n, pebbles.border, sway, 2.2)
  const crease = noise(n, { cells: [9, 9], octaves: 3, ridged: true, seed: 194 })
  const cloud = noise(n, { cells: [12, 12], octaves: 3, gain: 0.55, seed: 195 })
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  const roughness = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    const pebble = smoothstep(0, 0.4, border[i])
    const fold = smoothstep(1.1, 1.8, crease[i])
    tone[i] =
      (0.74 + 0.3 * pebble) *
      (1 + 0.03 * cloud[i] + 0.06 * chance(pebbles.id[i], 1, 196)) *
      (1 - 0.1 * fold)
    warmth[i] = 0.1 * (1 - pebble) + 0.02 * cloud[i]
    height[i] = 0.0006 * pebble - 0.0005 * fold + 0.00015 * cloud[i]
    roughness[i] = 1.3 - 0.35 * pebble + 0.08 * cloud[i]
  }
  return { tone, warmth, height, roughness }
}
