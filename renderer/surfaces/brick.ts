import { chance } from './chance.ts'
import { smoothstep } from './layer.ts'
import { masonry } from './masonry.ts'
import { grit, noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Fired bricks of 215 x 65 mm in running bond with 10 mm of mortar, which keeps its own grey. */
export const brick = {
  name: 'brick',
  size: [1.8, 1.2],
  resolution: 512,
  color: '#9c4f3a',
  bareColor: '#9d978d',
  roughness: 0.88,
  metalness: 0,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const bond = { size: brick.size, columns: 8, rows: 16, joint: 0.01, corner: 0.005, shift: 0.5 }
  const { inside, id } = masonry(n, bond)
  const ragged = noise(n, { cells: [60, 40], octaves: 2, seed: 21 })
  const soot = noise(n, { cells: [14, 20], octaves: 4, gain: 0.65, seed: 22 })
  const sandy = grit(n, 23)
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  const bare = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    const edge = inside[i] + 0.0008 * ragged[i]
    const face = smoothstep(-0.0012, 0.0014, edge)
    const burnt = chance(id[i], 1, 24) > 0.88 ? 0.72 : 1
    const fired = (0.84 + 0.32 * chance(id[i], 2, 24)) * burnt
    const brickTone = fired * (1 + 0.09 * soot[i] + 0.03 * sandy[i])
    const mortarTone = 1 + 0.05 * soot[i] + 0.06 * sandy[i] - 0.25 * smoothstep(-0.004, 0, edge)
    tone[i] = brickTone * face + mortarTone * (1 - face)
    warmth[i] = face * (0.1 * (chance(id[i], 3, 24) - 0.5) - 0.05 * (1 - burnt))
    bare[i] = 1 - face
    height[i] =
      0.006 * smoothstep(-0.003, 0.004, edge) +
      0.0004 * soot[i] +
      0.00018 * sandy[i] +
      0.0015 * chance(id[i], 4, 24) * face
  }
  return { tone, warmth, height, bare }
}
