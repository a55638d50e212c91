import { chance } from './chance.ts'
import type { Layer } from './layer.ts'

/** A tile cut into cells around scattered points (Worley noise): stones, clods, plates, pores. */
export interface Cells {
  /** Distance to the nearest point, in cell widths. */
  near: Layer
  /** Distance to the second nearest minus `near`: 0 on the border between two cells. */
  border: Layer
  /** Which cell. */
  id: Int32Array
}

export function cells(n: number, columns: number, rows: number, seed: number): Cells {
  const wide = columns + 2
  const { px, py, owner } = scatter(columns, rows, seed)
  const near = new Float32Array(n * n)
  const border = new Float32Array(n * n)
  const id = new Int32Array(n * n)
  for (let y = 0, i = 0; y < n; y++) {
    const v = ((y + 0.5) * rows) / n
    const middle = (Math.floor(v) + 1) * wide + 1
    for (let column = 0, x = 0; column < columns; column++) {
      const end = Math.ceil(((column + 1) * n) / columns - 0.5)
      for (; x < end; x++, i++) {
        const u = ((x + 0.5) * columns) / n
        let first = 9
        let second = 9
        let winner = 0
        for (let line = middle + column - wide; line <= middle + column + wide; line += wide) {
          for (let k = line - 1; k <= line + 1; k++) {
            const dx = px[k] - u
            const dy = py[k] - v
            const squared = dx * dx + dy * dy
            if (squared < second) {
              if (squared < first) {
                second = first
                first = squared
                winner = k
              } else second = squared
            }
          }
        }
        near[i] = Math.sqrt(first)
        border[i] = Math.sqrt(second) - near[i]
        id[i] = owner[winner]
      }
    }
  }
  return { near, border, id }
}

/** One point per cell, with a rim of copies from the far side all around so that the search need not wrap. */
function scatter(columns: number, rows: number, seed: number) {
  const count = (columns + 2) * (rows + 2)
  const px = new Float32Array(count)
  const py = new Float32Array(count)
  const owner = new Int32Array(count)
  for (let row = -1, k = 0; row <= rows; row++) {
    for (let column = -1; column <= columns; column++, k++) {
      const own = ((row + rows) % rows) * columns + ((column + columns) % columns)
      px[k] = column + 0.1 + 0.8 * chance(own, 0, seed)
      py[k] = row + 0.1 + 0.8 * chance(own, 1, seed)
      owner[k] = own
    }
  }
  return { px, py, owner }
}
