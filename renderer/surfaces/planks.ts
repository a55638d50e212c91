import { chance } from './chance.ts'
import { grain } from './grain.ts'
import { smoothstep } from './layer.ts'
import type { Coat, Surface } from './surface.ts'

/** Boards 12 cm wide and about 1.2 m long, laid along u with open joints: floors, decks, fences, crates. */
export const planks = {
  name: 'planks',
  size: [2.4, 1.2],
  resolution: 512,
  color: '#9c7a58',
  roughness: 0.68,
  metalness: 0,
  paint,
} satisfies Surface

const boards = 10
const gap = 0.004

function paint(n: number): Coat {
  const { ring, fibre, pore } = grain(n, 34, 11)
  const tone = new Float32Array(n * n)
  const warmth = new Float32Array(n * n)
  const height = new Float32Array(n * n)
  for (let y = 0, i = 0; y < n; y++) {
    const v = ((y + 0.5) * boards) / n
    const row = Math.floor(v)
    const side = (0.5 - Math.abs(v - row - 0.5)) * (planks.size[1] / boards)
    const [first, second] = joints(row)
    for (let x = 0; x < n; x++, i++) {
      const u = (x + 0.5) / n
      const board = row * 2 + (u > first && u < second ? 1 : 0)
      const end = Math.min(apart(u, first), apart(u, second)) * planks.size[0]
      const edge = Math.min(side, end)
      const from = shifted(n, x, y, board)
      const open = smoothstep(gap * 0.8, gap * 0.3, edge)
      const worn = smoothstep(0.012, 0.002, edge)
      const timber = (1 - 0.28 * ring[from]) * (1 + 0.05 * fibre[from]) * (1 - 0.2 * pore[from])
      const bright = 0.84 + 0.32 * chance(board, 1, 12)
      tone[i] = timber * bright * (1 - 0.16 * worn) * (1 - 0.8 * open)
      warmth[i] = 0.16 * (1 - timber) + 0.09 * (chance(board, 2, 12) - 0.5)
      height[i] =
        -0.0003 * ring[from] -
        0.0004 * pore[from] -
        0.0012 * worn * worn -
        0.005 * open +
        0.0012 * chance(board, 3, 12) * smoothstep(0, 0.008, edge)
    }
  }
  return { tone, warmth, height }
}

/** Where a row's two butt joints are, 0 to 1, in order. */
function joints(row: number): [number, number] {
  const first = ((row * 0.19 + 0.07 * chance(row, 4, 12)) % 0.5) + 0.01
  return [first, first + 0.44 + 0.1 * chance(row, 5, 12)]
}

function apart(a: number, b: number): number {
  const d = Math.abs(a - b)
  return Math.min(d, 1 - d)
}

/** Each board is cut from another place of the same tree. */
function shifted(n: number, x: number, y: number, board: number): number {
  const dx = Math.floor(chance(board, 6, 12) * n)
  const dy = Math.floor(chance(board, 7, 12) * n)
  return ((y + dy) & (n - 1)) * n + ((x + dx) & (n - 1))
}
