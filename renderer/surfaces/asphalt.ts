import { cells } from './cells.ts'
import { chance } from './chance.ts'
import { smoothstep } from './layer.ts'
import { noise } from './noise.ts'
import type { Coat, Surface } from './surface.ts'

/** Road surface: 12 mm chippings in bitumen. Made shiny it reads as wet, with water in the low places. */
export const asphalt = {
  name: 'asphalt',
  size: [3, 3],
  resolution: 512,
  color: '#58585a',
  roughness: 0.9,
  metalness: 0,
  variesGloss: true,
  paint,
} satisfies Surface

function paint(n: number): Coat {
  const stones = cells(n, 230, 230, 71)
  const worn = noise(n, { cells: [14, 14], octaves: 3, gain: 0.7, seed: 72 })
  const low = noise(n, { cells: [4, 4], octaves: 5, gain: 0.6, seed: 73 })
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  const roughness = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    const roll = chance(stones.id[i], 1, 74)
    const bare = roll * roll * roll
    const stone = smoothstep(0.05, 0.3, stones.border[i])
    tone[i] = (0.72 + stone * (0.16 + 0.75 * bare)) * (1 + 0.05 * worn[i])
    warmth[i] = 0.1 * bare * (chance(stones.id[i], 2, 74) - 0.4)
    const puddle = smoothstep(0.5, 1.1, low[i])
    height[i] = (1 - puddle * 0.6) * (0.0022 * stone * (0.4 + 0.6 * chance(stones.id[i], 3, 74)))
    roughness[i] = 1.15 - 0.85 * puddle
  }
  return { tone, warmth, height, roughness }
}
