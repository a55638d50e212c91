import { chance } from './chance.ts'
import { noise } from './noise.ts'
import { stamp } from './stamp.ts'
import type { Coat, Surface } from './surface.ts'

/** A mown lawn seen from above: thousands of single blades, and the dark between them. */
export const grass = {
  name: 'grass',
  size: [2.4, 2.4],
  resolution: 512,
  color: '#6b8545',
  roughness: 0.92,
  metalness: 0,
  paint,
} satisfies Surface

const blades = 20000

function paint(n: number): Coat {
  const patch = noise(n, { cells: [12, 12], octaves: 3, seed: 51 })
  const tone = new Float32Array(n * n).fill(0.5)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n).fill(-1)
  for (let blade = 0; blade < blades; blade++) {
    const bright = 0.8 + 0.45 * chance(blade, 1, 52)
    const dry = chance(blade, 2, 52) > 0.93 ? 0.22 : 0
    const warm = 0.16 * (chance(blade, 3, 52) - 0.5) + dry
    const root = chance(blade, 4, 52)
    const mark = {
      x: chance(blade, 5, 52) * n,
      y: chance(blade, 6, 52) * n,
      angle: chance(blade, 7, 52) * Math.PI * 2,
      length: 8 + 13 * chance(blade, 8, 52),
      width: 1.5 + 0.9 * chance(blade, 9, 52),
    }
    stamp(n, mark, (i, along, across) => {
      const top = root + 0.4 * along - 0.12 * across * across
      if (top <= height[i]) return
      height[i] = top
      tone[i] = bright * (0.72 + 0.2 * along + 0.34 * root - 0.08 * Math.abs(across))
      warmth[i] = warm
    })
  }
  for (let i = 0; i < tone.length; i++) {
    tone[i] *= 1 + 0.04 * patch[i]
    warmth[i] += 0.025 * patch[i]
    height[i] *= 0.005
  }
  return { tone, warmth, height }
}
