import { chance } from './chance.ts'
import { noise } from './noise.ts'
import { stamp } from './stamp.ts'
import type { Coat, Surface } from './surface.ts'

/** The outside of a leafy crown: leaves of 8 to 12 cm over each other, shade showing between them. */
export const leaves = {
  name: 'leaves',
  size: [1.8, 1.8],
  resolution: 512,
  color: '#56753c',
  roughness: 0.8,
  metalness: 0,
  paint,
} satisfies Surface

const count = 2100

function paint(n: number): Coat {
  const bough = noise(n, { cells: [5, 5], octaves: 2, seed: 131 })
  const tone = new Float32Array(n * n).fill(0.3)
  const warmth = new Float32Array(n * n).fill(-0.1)
  const height = new Float32Array(n * n).fill(-0.5)
  for (let leaf = 0; leaf < count; leaf++) {
    const x = chance(leaf, 1, 132) * n
    const y = chance(leaf, 2, 132) * n
    const crown = bough[(y | 0) * n + (x | 0)]
    const depth = 0.8 * chance(leaf, 3, 132) + 0.12 * crown
    const tilt = 0.7 * (chance(leaf, 4, 132) - 0.5)
    const bright = (0.5 + 0.75 * Math.max(0, depth)) * (0.86 + 0.28 * chance(leaf, 5, 132))
    const warm = 0.26 * (chance(leaf, 6, 132) - 0.45) + 0.08 * depth
    const length = 24 + 12 * chance(leaf, 7, 132)
    const angle = chance(leaf, 8, 132) * Math.PI * 2
    stamp(n, { x, y, angle, length, width: length * 0.56 }, (i, along, across) => {
      const fold = Math.abs(across)
      const top = depth + 0.1 * fold + tilt * across * 0.3 - 0.14 * along * along
      if (top <= height[i]) return
      height[i] = top
      tone[i] = bright * (fold < 0.12 ? 1.14 : 1 - 0.1 * fold + 0.1 * tilt * across)
      warmth[i] = warm
    })
  }
  for (let i = 0; i < height.length; i++) height[i] *= 0.03
  return { tone, warmth, height }
}
