import { fileURLToPath } from 'node:url'
import type { Shape } from '#scenes'

type Terrain = Extract<Shape, { kind: 'terrain' }>
interface Mesh {
  getAttribute(name: 'position'): {
    count: number
    getX(i: number): number
    getY(i: number): number
    getZ(i: number): number
  }
}

// By a path in a variable: the renderer's types belong to the browser and have a project of their own.
const source = fileURLToPath(new URL('../../renderer/shapes/terrain.ts', import.meta.url))
const { terrain } = (await import(/* @vite-ignore */ source)) as {
  terrain(shape: Terrain): Mesh
}

const known = new Map<string, (x: number, z: number) => number>()

/**
 * Height of the ground over its own middle, metres, read off the very mesh that is drawn: between its vertices,
 * which lie on a graded grid, by bilinear interpolation. 0 beyond its rim.
 */
export function heightOf(shape: Terrain, x: number, z: number): number {
  const key = JSON.stringify(shape)
  const height = known.get(key) ?? surveyed(shape)
  known.set(key, height)
  return height(x, z)
}

function surveyed(shape: Terrain): (x: number, z: number) => number {
  const position = terrain(shape).getAttribute('position')
  const side = Math.round(Math.sqrt(position.count))
  const xs = Array.from({ length: side }, (_, i) => position.getX(i))
  const zs = Array.from({ length: side }, (_, i) => position.getZ(i * side))
  return (x, z) => {
    const [i, u] = cellOf(xs, x)
    const [j, v] = cellOf(zs, z)
    const y = (di: number, dj: number) => position.getY((j + dj) * side + i + di)
    return (1 - v) * ((1 - u) * y(0, 0) + u * y(1, 0)) + v * ((1 - u) * y(0, 1) + u * y(1, 1))
  }
}

/** Which cell of an ascending row a place falls into, and how far into it, 0..1. */
function cellOf(row: number[], at: number): [number, number] {
  const next = row.findIndex((value) => value > at)
  const i = Math.max(0, (next === -1 ? row.length - 1 : Math.max(next, 1)) - 1)
  const [a, b] = [row[i] as number, row[i + 1] ?? (row[i] as number)]
  return [Math.min(i, row.length - 2), Math.min(1, Math.max(0, (at - a) / (b - a || 1)))]
}
