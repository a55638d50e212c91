import { type Layer, smoothstep } from './layer.ts'
import { noise } from './noise.ts'

/** Sawn timber, fibres along u. */
export interface Grain {
  /** Growth rings, 0 pale early wood to 1 dark late wood, drawn out into flames by the saw. */
  ring: Layer
  /** Fine fibres, standard deviation 1. */
  fibre: Layer
  /** Open pores, 0 to 1. */
  pore: Layer
}

export function grain(n: number, rings: number, seed: number): Grain {
  const sway = noise(n, { cells: [2, 3], octaves: 2, gain: 0.3, seed })
  const wobble = noise(n, { cells: [4, 24], octaves: 2, seed: seed + 1 })
  const fibre = noise(n, { cells: [4, 100], octaves: 2, gain: 0.8, seed: seed + 2 })
  const pore = noise(n, { cells: [16, 250], octaves: 1, seed: seed + 3 })
  const ring = new Float32Array(n * n)
  for (let i = 0; i < ring.length; i++) {
    const phase = (((i / n) | 0) * rings) / n + sway[i] * 1.7 + wobble[i] * 0.09
    const t = phase - Math.floor(phase)
    ring[i] = t * t * smoothstep(1, 0.86, t)
    pore[i] = smoothstep(0.9, 2.2, pore[i])
  }
  return { ring, fibre, pore }
}
