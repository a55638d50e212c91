import { chance } from './chance.ts'
import { smoothstep } from './layer.ts'
import { masonry } from './masonry.ts'
import { grit, noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Glazed tiles of 25 cm in a square grid; the grout is matt and keeps its own grey. */
export const tiles = {
  name: 'tiles',
  size: [1, 1],
  resolution: 512,
  color: '#d9d6cc',
  bareColor: '#8b877f',
  roughness: 0.22,
  metalness: 0,
  variesGloss: true,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const bond = { size: tiles.size, columns: 4, rows: 4, joint: 0.005, corner: 0.004, shift: 0 }
  const { inside, id } = masonry(n, bond)
  const wave = noise(n, { cells: [9, 9], octaves: 2, seed: 91 })
  const cloud = noise(n, { cells: [12, 12], octaves: 4, gain: 0.6, seed: 92 })
  const sandy = grit(n, 93)
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  const roughness = new Float32Array(n * n)
  const bare = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    const face = smoothstep(-0.001, 0.001, inside[i])
    const fired = 0.95 + 0.1 * chance(id[i], 1, 94) + 0.012 * cloud[i]
    tone[i] = fired * face + (1 + 0.06 * sandy[i]) * (1 - face)
    warmth[i] = 0.03 * (chance(id[i], 2, 94) - 0.5) * face
    bare[i] = 1 - face
    const tilt = 0.0006 * chance(id[i], 3, 94)
    height[i] = 0.0016 * smoothstep(-0.002, 0.006, inside[i]) + 0.00005 * wave[i] + tilt * face
    roughness[i] = (1 + 0.12 * cloud[i]) * face + 4 * (1 - face)
  }
  return { tone, warmth, height, roughness, bare }
}
