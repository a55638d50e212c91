import { chance } from './chance.ts'
import { noise } from './noise.ts'
import { stamp } from './stamp.ts'
import type { Coat, Surface } from './surface.ts'

/** Uncoated paper or card: a faint tooth and a few fibres. */
export const paper = {
  name: 'paper',
  size: [0.3, 0.3],
  resolution: 256,
  color: '#efe9dc',
  roughness: 0.95,
  metalness: 0,
  isMatt: true,
  paint,
} satisfies Surface

const fibres = 500

function paint(n: number): Coat {
  const tooth = noise(n, { cells: [50, 50], octaves: 2, gain: 0.8, seed: 181 })
  const cloud = noise(n, { cells: [7, 7], octaves: 4, gain: 0.6, seed: 182 })
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let i = 0; i < tone.length; i++) {
    tone[i] = 1 + 0.013 * tooth[i] + 0.014 * cloud[i]
    height[i] = 0.00004 * tooth[i] + 0.00006 * cloud[i]
  }
  for (let fibre = 0; fibre < fibres; fibre++) {
    const dark = 0.02 + 0.07 * chance(fibre, 1, 183)
    const mark = {
      x: chance(fibre, 2, 183) * n,
      y: chance(fibre, 3, 183) * n,
      angle: chance(fibre, 4, 183) * Math.PI * 2,
      length: 4 + 9 * chance(fibre, 5, 183),
      width: 1.6,
    }
    stamp(n, mark, (i) => {
      tone[i] -= dark
      warmth[i] = 0.02
      height[i] += 0.00003
    })
  }
  return { tone, warmth, height }
}
