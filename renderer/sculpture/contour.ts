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
  const count = [0, 1, 2].map((k) => Math.ceil((box.max[k] - box.min[k]) / box.cell) + 1) as [
    number,
    number,
    number,
  ]
  const [nx, ny, nz] = count
  const values = new Float32Array(nx * ny * nz)
  const at = (i: number, j: number, k: number) =>
    field(box.min[0] + i * box.cell, box.min[1] + j * box.cell, box.min[2] + k * box.cell)
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
            for (let a = i; a < Math.min(i + BLOCK, nx); a++)
              values[a + nx * (b + ny * c)] = Math.abs(about) > far ? about : at(a, b, c)
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
const EDGES = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((a) =>
  [1, 2, 4].filter((bit) => !(a & bit)).map((bit) => [a, a | bit] as const),
)

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
        settle(field, origin, cell, values, at, corner, cells)
      }
  return cells
}

/** Where a cell's edges cross the surface, and the normals there; used anew for each cell. */
const [crossings, slopes, point] = [new Float64Array(36), new Float64Array(36), new Float64Array(3)]

/** Finds where the cell's edges cross the surface and the point nearest to all tangent planes there. */
function settle(
  field: Field,
  origin: number[],
  cell: number,
  values: Float32Array,
  at: number,
  corner: number[],
  cells: Cells,
): void {
  let n = 0
  for (const [a, b] of EDGES) {
    const [from, to] = [values[at + corner[a]], values[at + corner[b]]]
    if (from < 0 === to < 0) continue
    const t = from / (from - to)
    for (let k = 0; k < 3; k++)
      crossings[n + k] = origin[k] + cell * (((a >> k) & 1) + t * (((b >> k) & 1) - ((a >> k) & 1)))
    slopeInto(slopes, n, field, crossings[n], crossings[n + 1], crossings[n + 2], cell * 0.1)
    n += 3
  }
  const creased = start(n)
  for (let round = 0; round < (creased ? 24 : 3); round++) {
    let [x, y, z] = [0, 0, 0]
    for (let i = 0; i < n; i += 3) {
      const off =
        (crossings[i] - point[0]) * slopes[i] +
        (crossings[i + 1] - point[1]) * slopes[i + 1] +
        (crossings[i + 2] - point[2]) * slopes[i + 2]
      x += off * slopes[i]
      y += off * slopes[i + 1]
      z += off * slopes[i + 2]
    }
    point[0] = clamp(point[0] + (3 * x) / n, origin[0], cell)
    point[1] = clamp(point[1] + (3 * y) / n, origin[1], cell)
    point[2] = clamp(point[2] + (3 * z) / n, origin[2], cell)
  }
  if (!creased) land(field, point, cell)
  cells.positions.push(point[0], point[1], point[2])
  cells.creased.push(creased)
}

/** Sets `point` to the middle of the crossings; tells whether the surface has an edge among them. */
function start(n: number): boolean {
  const normal = [0, 0, 0]
  for (let k = 0; k < 3; k++) {
    let sum = 0
    for (let i = k; i < n; i += 3) {
      sum += crossings[i]
      normal[k] += slopes[i]
    }
    point[k] = (3 * sum) / n
  }
  const length = Math.sqrt(normal[0] ** 2 + normal[1] ** 2 + normal[2] ** 2) || 1
  for (let i = 0; i < n; i += 3) {
    if (
      (slopes[i] * normal[0] + slopes[i + 1] * normal[1] + slopes[i + 2] * normal[2]) / length <
      0.8
    )
      return true
  }
  return false
}

function clamp(value: number, low: number, reach: number): number {
  return Math.min(Math.max(value, low), low + reach)
}

/** A Newton step onto the surface: tangent planes of a round thing meet outside of it. */
function land(field: Field, p: Float64Array, cell: number): void {
  const e = cell * 0.1
  const [x, y, z] = p
  const d = field(x, y, z)
  const [gx, gy, gz] = [
    (field(x + e, y, z) - d) / e,
    (field(x, y + e, z) - d) / e,
    (field(x, y, z + e) - d) / e,
  ]
  const step = clamp(d / (gx * gx + gy * gy + gz * gz || 1), -cell / 2, cell)
  p[0] -= step * gx
  p[1] -= step * gy
  p[2] -= step * gz
}

/** The unit gradient at a place; four samples on a tetrahedron do. */
function slopeInto(
  out: Float64Array | number[],
  at: number,
  field: Field,
  x: number,
  y: number,
  z: number,
  e: number,
): void {
  const a = field(x + e, y - e, z - e)
  const b = field(x - e, y - e, z + e)
  const c = field(x - e, y + e, z - e)
  const d = field(x + e, y + e, z + e)
  const [gx, gy, gz] = [a - b - c + d, c + d - a - b, b + d - a - c]
  const length = Math.sqrt(gx * gx + gy * gy + gz * gz) || 1
  out[at] = gx / length
  out[at + 1] = gy / length
  out[at + 2] = gz / length
}

/** Two triangles across every grid edge that crosses the surface. */
function connect({ count: [nx, ny, nz], values }: Grid, { vertex, positions }: Cells): number[] {
  const triangles: number[] = []
  const step = [1, nx, nx * ny]
  const far = (a: number, b: number) =>
    (positions[3 * a] - positions[3 * b]) ** 2 +
    (positions[3 * a + 1] - positions[3 * b + 1]) ** 2 +
    (positions[3 * a + 2] - positions[3 * b + 2]) ** 2
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
function shade(
  field: Field,
  { positions, creased }: Cells,
  triangles: number[],
  cell: number,
): Surface {
  const e = cell * 0.1
  const normals: number[] = []
  creased.forEach((crease, v) => {
    if (crease) normals.push(0, 0, 0)
    else
      slopeInto(
        normals,
        3 * v,
        field,
        positions[3 * v],
        positions[3 * v + 1],
        positions[3 * v + 2],
        e,
      )
  })
  for (let i = 0; i < triangles.length; i += 3) {
    const corners = [triangles[i], triangles[i + 1], triangles[i + 2]]
    if (!corners.some((v) => creased[v])) continue
    const middle = [0, 1, 2].map(
      (k) => corners.reduce((sum, v) => sum + positions[3 * v + k], 0) / 3,
    )
    corners.forEach((v, c) => {
      if (!creased[v]) return
      const p = [0, 1, 2].map((k) => positions[3 * v + k])
      const q = p.map((x, k) => x + 0.3 * (middle[k] - x))
      triangles[i + c] = positions.length / 3
      positions.push(...p)
      slopeInto(normals, normals.length, field, q[0], q[1], q[2], e)
    })
  }
  return { positions, normals, triangles }
}
