import { grain } from './grain.ts'
import { noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Sawn and oiled timber without joints; the grain runs along u. */
export const wood = {
  name: 'wood',
  size: [1.6, 0.8],
  resolution: 512,
  color: '#a87f56',
  roughness: 0.62,
  metalness: 0,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const { ring, fibre, pore } = grain(n, 24, 1)
  const shade = noise(n, { cells: [3, 12], octaves: 3, seed: 5 })
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    tone[i] = (1 - 0.3 * ring[i]) * (1 + 0.045 * fibre[i] + 0.03 * shade[i]) * (1 - 0.22 * pore[i])
    warmth[i] = 0.16 * (1 - tone[i])
    height[i] = -0.00025 * ring[i] - 0.0004 * pore[i] + 0.00007 * fibre[i]
  }
  return { tone, warmth, height }
}
