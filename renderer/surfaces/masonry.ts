import type { Layer } from './layer.ts'

interface Bond {
  /** Metres that the tile covers. */
  size: readonly [number, number]
  columns: number
  rows: number
  /** Metres between two stones. */
  joint: number
  /** Metres by which corners are rounded. */
  corner: number
  /** Shift of every other row, in stones: 0 stacked, 0.5 running bond. */
  shift: number
}

/** Rectangles laid in rows: bricks, tiles, slabs. */
export interface Masonry {
  /** Metres from the stone's edge, positive inside, negative in the joint. */
  inside: Layer
  /** Which stone. */
  id: Int32Array
}

export function masonry(n: number, bond: Bond): Masonry {
  const { columns, rows, joint, corner } = bond
  const width = bond.size[0] / columns
  const height = bond.size[1] / rows
  const inside = new Float32Array(n * n)
  const id = new Int32Array(n * n)
  for (let y = 0, i = 0; y < n; y++) {
    const v = ((y + 0.5) * rows) / n
    const row = Math.floor(v)
    const dy = Math.abs(v - row - 0.5) * height - (height - joint) / 2 + corner
    for (let x = 0; x < n; x++, i++) {
      const u = ((x + 0.5) * columns) / n + (row % 2) * bond.shift
      const column = Math.floor(u)
      const dx = Math.abs(u - column - 0.5) * width - (width - joint) / 2 + corner
      const outside = dx > 0 && dy > 0 ? Math.sqrt(dx * dx + dy * dy) : Math.max(dx, dy)
      inside[i] = corner - outside
      id[i] = row * columns + (column % columns)
    }
  }
  return { inside, id }
}
