import { chance } from './chance.ts'
import { smoothstep } from './layer.ts'
import { masonry } from './masonry.ts'
import { grit, noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Sidewalk slabs, 50 cm square in a grid: rows of long ones read as planks from a low camera. Sand in the joints. */
export const paving = {
  name: 'paving',
  size: [2, 2],
  resolution: 512,
  color: '#a3a09a',
  roughness: 0.9,
  metalness: 0,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const bond = { size: paving.size, columns: 4, rows: 4, joint: 0.016, corner: 0.012, shift: 0 }
  const { inside, id } = masonry(n, bond)
  const chip = noise(n, { cells: [50, 50], octaves: 3, gain: 0.6, seed: 111 })
  const stain = noise(n, { cells: [5, 5], octaves: 5, gain: 0.6, seed: 112 })
  const sandy = grit(n, 113)
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    const edge = inside[i] + 0.0013 * chip[i]
    const face = smoothstep(-0.003, 0.003, edge)
    const dirt = smoothstep(0.05, 0, edge)
    const cast = 0.84 + 0.32 * chance(id[i], 1, 114)
    const speck = sandy[i] > 1.5 ? 0.12 : sandy[i] < -1.6 ? -0.14 : 0
    const slab =
      cast * (1 + 0.045 * stain[i] + 0.022 * chip[i] + 0.02 * sandy[i] + speck) * (1 - 0.1 * dirt)
    tone[i] = slab * face + (0.36 + 0.05 * sandy[i]) * (1 - face)
    warmth[i] = 0.05 * (chance(id[i], 2, 114) - 0.5) + 0.06 * (1 - face) - 0.01 * stain[i]
    height[i] =
      0.007 * smoothstep(-0.004, 0.007, edge) +
      0.00028 * chip[i] +
      0.00018 * sandy[i] +
      0.003 * chance(id[i], 3, 114) * face
  }
  return { tone, warmth, height }
}
