import { tabledNoise } from '#scenes'

/** What clouds do to one direction of the sky. */
export interface Cloud {
  /** 0..1: how much of it is seen. */
  cover: number
  /** 0..1: how much sun it catches: less where clouds stand thicker towards the sun and overhead. */
  lit: number
}

/**
 * A layer of clouds in perspective, by unit vectors over the horizon.
 * @param sun unit vector towards the sun
 */
export function cloudLayer(
  kind: 'cloudy' | 'overcast',
  [dx, dy, dz]: readonly [number, number, number],
): (x: number, y: number, z: number) => Cloud {
  octaves ??= SCALES.map((scale, i) => tabledNoise(4 * scale, 77 + i, FIRST * scale, CELLS * scale))
  const noise = octaves
  const [from, to] = kind === 'overcast' ? [0.2, 0.75] : [0.56, 0.7]
  const density = (x: number, y: number, z: number) => {
    const [u, v] = [(0.9 * x) / (y + LOWEST) + 11, (0.9 * z) / (y + LOWEST)]
    const sum = noise.reduce(
      (all, octave, i) => all + octave(u * SCALES[i], v * SCALES[i]) / (2 * SCALES[i]),
      0,
    )
    return 0.5 + 0.8 * sum
  }
  return (x, y, z) => {
    if (y <= 0.01) return CLEAR
    const dense = density(x, y, z)
    const share = Math.min(Math.max((dense - from) / (to - from), 0), 1)
    if (share === 0) return CLEAR
    const sunward = density(x + 0.07 * dx, y + 0.05 + 0.05 * Math.max(dy, 0), z + 0.07 * dz)
    return {
      cover: share * share * (3 - 2 * share) * Math.min(1, y * 9),
      lit: Math.min(Math.max(0.62 + 1.7 * (dense - sunward), 0.1), 1),
    }
  }
}

const CLEAR: Cloud = { cover: 0, lit: 0 }
/** Of `fbm3` on a plane, by tables made with the page's first cloudy sky: without, it loads 100 ms longer. */
let octaves: ReturnType<typeof tabledNoise>[] | undefined
const SCALES = [1, 2, 4, 8]

/** Keeps the layer's far end from running away at the horizon. */
const LOWEST = 0.12
/** What of the plane is asked for: 0.9 / (0.01 + LOWEST) is 7, around (11, 0). */
const [FIRST, CELLS] = [-8, 28]
