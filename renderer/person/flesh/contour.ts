import type { Field } from './field.ts'

/** A triangle mesh; corners of creases are doubled, so that each side keeps its own normal. */
export interface Surface {
  positions: number[]
  normals: number[]
  triangles: number[]
}

export interface Box {
  min: readonly [number, number, number]
  max: readonly [number, number, number]
  /** Edge of a grid cell, metres. */
  cell: number
}

/**
 * The zero surface of a field as triangles, by dual contouring (Ju et al. 2002) with the particle
 * solver of Schmitz & Kotthoff 2010: one vertex per cell, pulled onto the tangent planes of its edges,
 * which keeps hems and cuffs sharp where surface nets would round them.
 */
export function contour(field: Field, box: Box): Surface {
  const grid = sample(field, box)
  const cells = placeVertices(field, grid)
  return shade(field, cells, connect(grid, cells), box.cell)
}

interface Grid extends Box {
  count: [number, number, number]
  values: Float32Array
}

function sample(field: Field, box: Box): Grid {
  const count = [0, 1, 2].map((k) => Math.ceil((box.max[k] - box.min[k]) / box.cell) + 1) as [number, number, number]
  const [nx, ny, nz] = count
  const values = new Float32Array(nx * ny * nz)
  const at = (i: number, j: number, k: number) => field(box.min[0] + i * box.cell, box.min[1] + j * box.cell, box.min[2] + k * box.cell)
  // Most of the box is far from the surface: one look at the middle of a block tells, with room for
  // fields that are only roughly distances.
  const far = FAR * box.cell * Math.sqrt(3) * (BLOCK / 2)
  const middle = (BLOCK - 1) / 2
  for (let k = 0; k < nz; k += BLOCK)
    for (let j = 0; j < ny; j += BLOCK)
      for (let i = 0; i < nx; i += BLOCK) {
        const about = at(i + middle, j + middle, k + middle)
        for (let c = k; c < Math.min(k + BLOCK, nz); c++)
          for (let b = j; b < Math.min(j + BLOCK, ny); b++)
            for (let a = i; a < Math.min(i + BLOCK, nx); a++) values[a + nx * (b + ny * c)] = Math.abs(about) > far ? about : at(a, b, c)
      }
  return { ...box, count, values }
}

const BLOCK = 4
const FAR = 1.5

interface Cells {
  /** Vertex of each grid cell, or -1. */
  vertex: Int32Array
  positions: number[]
  creased: boolean[]
}

/** Corner pairs of a cell's twelve edges; bit 0 is x, bit 1 is y, bit 2 is z. */
const EDGES = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((a) => [1, 2, 4].filter((bit) => !(a & bit)).map((bit) => [a, a | bit] as const))

function placeVertices(field: Field, { min, cell, count: [nx, ny, nz], values }: Grid): Cells {
  const cells: Cells = { vertex: new Int32Array(nx * ny * nz).fill(-1), positions: [], creased: [] }
  const corner = [0, 1, nx, nx + 1, nx * ny, nx * ny + 1, nx * ny + nx, nx * ny + nx + 1]
  for (let k = 0; k < nz - 1; k++)
    for (let j = 0; j < ny - 1; j++)
      for (let i = 0; i < nx - 1; i++) {
        const at = i + nx * (j + ny * k)
        let inside = 0
        for (let c = 0; c < 8; c++) if (values[at + corner[c]] < 0) inside++
        if (inside === 0 || inside === 8) continue
        const origin = [min[0] + i * cell, min[1] + j * cell, min[2] + k * cell]
        cells.vertex[at] = cells.creased.length
        settle(field, origin, cell, corner.map((offset) => values[at + offset]), cells)
      }
  return cells
}

/** Finds where the cell's edges cross the surface and the point nearest to all tangent planes there. */
function settle(field: Field, origin: number[], cell: number, values: number[], cells: Cells): void {
  const planes: number[][] = []
  for (const [a, b] of EDGES) {
    if (values[a] < 0 === values[b] < 0) continue
    const t = values[a] / (values[a] - values[b])
    const point = [0, 1, 2].map((k) => origin[k] + cell * (((a >> k) & 1) + t * (((b >> k) & 1) - ((a >> k) & 1))))
    planes.push([...point, ...slope(field, point[0], point[1], point[2], cell * 0.1)])
  }
  const p = [0, 1, 2].map((k) => planes.reduce((sum, plane) => sum + plane[k], 0) / planes.length)
  const normal = [3, 4, 5].map((k) => planes.reduce((sum, plane) => sum + plane[k], 0))
  const length = Math.hypot(...normal) || 1
  const creased = planes.some((plane) => (plane[3] * normal[0] + plane[4] * normal[1] + plane[5] * normal[2]) / length < 0.8)
  for (let round = 0; round < (creased ? 24 : 3); round++) {
    const pull = [0, 0, 0]
    for (const plane of planes) {
      const off = (plane[0] - p[0]) * plane[3] + (plane[1] - p[1]) * plane[4] + (plane[2] - p[2]) * plane[5]
      for (let k = 0; k < 3; k++) pull[k] += (off * plane[3 + k]) / planes.length
    }
    for (let k = 0; k < 3; k++) p[k] = Math.min(Math.max(p[k] + pull[k], origin[k]), origin[k] + cell)
  }
  if (!creased) land(field, p, cell)
  cells.positions.push(...p)
  cells.creased.push(creased)
}

/** A Newton step onto the surface: tangent planes of a round thing meet outside of it. */
function land(field: Field, p: number[], cell: number): void {
  const e = cell * 0.1
  const d = field(p[0], p[1], p[2])
  const g = [field(p[0] + e, p[1], p[2]) - d, field(p[0], p[1] + e, p[2]) - d, field(p[0], p[1], p[2] + e) - d].map((x) => x / e)
  const step = Math.min(Math.max(d / (g[0] ** 2 + g[1] ** 2 + g[2] ** 2 || 1), -cell / 2), cell / 2)
  for (let k = 0; k < 3; k++) p[k] -= step * g[k]
}

function slope(field: Field, x: number, y: number, z: number, e: number): number[] {
  // Four samples on a tetrahedron do for a gradient.
  const [a, b, c, d] = [field(x + e, y - e, z - e), field(x - e, y - e, z + e), field(x - e, y + e, z - e), field(x + e, y + e, z + e)]
  const g = [a - b - c + d, c + d - a - b, b + d - a - c]
  const length = Math.sqrt(g[0] * g[0] + g[1] * g[1] + g[2] * g[2]) || 1
  return [g[0] / length, g[1] / length, g[2] / length]
}

/** Two triangles across every grid edge that crosses the surface. */
function connect({ count: [nx, ny, nz], values }: Grid, { vertex, positions }: Cells): number[] {
  const triangles: number[] = []
  const step = [1, nx, nx * ny]
  const far = (a: number, b: number) =>
    (positions[3 * a] - positions[3 * b]) ** 2 + (positions[3 * a + 1] - positions[3 * b + 1]) ** 2 + (positions[3 * a + 2] - positions[3 * b + 2]) ** 2
  for (let k = 1; k < nz - 1; k++)
    for (let j = 1; j < ny - 1; j++)
      for (let i = 1; i < nx - 1; i++) {
        const at = i + nx * (j + ny * k)
        for (let axis = 0; axis < 3; axis++) {
          const inside = values[at] < 0
          if (inside === values[at + step[axis]] < 0) continue
          const [u, v] = [step[(axis + 1) % 3], step[(axis + 2) % 3]]
          const ring = [vertex[at - u - v], vertex[at - v], vertex[at], vertex[at - u]]
          const [a, b, c, d] = inside ? ring : ring.reverse()
          if (far(a, c) < far(b, d)) triangles.push(a, b, c, a, c, d)
          else triangles.push(a, b, d, b, c, d)
        }
      }
  return triangles
}

/** Normals from the field; on a crease every triangle asks a little inside of itself. */
function shade(field: Field, { positions, creased }: Cells, triangles: number[], cell: number): Surface {
  const e = cell * 0.1
  const normals = creased.flatMap((crease, v) => (crease ? [0, 0, 0] : slope(field, positions[3 * v], positions[3 * v + 1], positions[3 * v + 2], e)))
  for (let i = 0; i < triangles.length; i += 3) {
    const corners = triangles.slice(i, i + 3)
    if (!corners.some((v) => creased[v])) continue
    const middle = [0, 1, 2].map((k) => corners.reduce((sum, v) => sum + positions[3 * v + k], 0) / 3)
    corners.forEach((v, c) => {
      if (!creased[v]) return
      const p = [0, 1, 2].map((k) => positions[3 * v + k])
      const q = p.map((x, k) => x + 0.3 * (middle[k] - x))
      triangles[i + c] = positions.length / 3
      positions.push(...p)
      normals.push(...slope(field, q[0], q[1], q[2], e))
    })
  }
  return { positions, normals, triangles }
}
