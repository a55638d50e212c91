import { noise3 } from '#scenes'

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
  octaves ??= [0, 1, 2, 3].map(latticeNoise)
  const noise = octaves
  const [from, to] = kind === 'overcast' ? [0.2, 0.75] : [0.56, 0.7]
  const density = (x: number, y: number, z: number) => {
    const [u, v] = [(0.9 * x) / (y + LOWEST) + 11, (0.9 * z) / (y + LOWEST)]
    let sum = 0
    for (const octave of noise) sum += octave(u, v)
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
/** Made with the page's first cloudy sky. */
let octaves: Noise[] | undefined
type Noise = (u: number, v: number) => number

/** Keeps the layer's far end from running away at the horizon. */
const LOWEST = 0.12
/** What of the plane is asked for: 0.9 / (0.01 + LOWEST) is 7, around (11, 0). */
const [FIRST, CELLS] = [-8, 28]

/**
 * One octave of `fbm3` on the plane z = 4, by a table of its lattice: the sky asks for a cell a hundred times, and
 * loading a cloudy sky took 100 ms longer without.
 */
function latticeNoise(octave: number): Noise {
  const scale = 2 ** octave
  const weight = 0.5 ** (octave + 1)
  const [first, side] = [FIRST * scale, CELLS * scale]
  const lattice = new Float64Array(side * side)
  for (let row = 0, i = 0; row < side; row++)
    for (let column = 0; column < side; column++, i++)
      lattice[i] = noise3(first + column, first + row, 4 * scale, 77 + octave)
  return (u, v) => {
    const [x, y] = [u * scale, v * scale]
    const [column, row] = [Math.floor(x), Math.floor(y)]
    const [s, t] = [fade(x - column), fade(y - row)]
    const i = (row - first) * side + column - first
    const near = lattice[i] + (lattice[i + 1] - lattice[i]) * s
    const far = lattice[i + side] + (lattice[i + side + 1] - lattice[i + side]) * s
    return weight * (near + (far - near) * t)
  }
}

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10)
}
