import { quat, type mat3 } from 'gl-matrix'
import type { Quaternion } from '../take/take.ts'

/** Rows of a matrix that turns column vectors; double precision, which gl-matrix's own matrices are not. */
export type Matrix = number[][]

export function entry(m: Matrix, row: number, column: number): number {
  return m[row]?.[column] as number
}

export function product(a: Matrix, b: Matrix): Matrix {
  return a.map((row) =>
    (b[0] as number[]).map(
      (_, column) => row.reduce((sum, cell, k) => sum + cell * entry(b, k, column), 0) + 0,
    ),
  )
}

/** The way back of a turn and a shift, 4x4: the transposed turn, and the shift against it. */
export function inverseRigid(pose: Matrix): Matrix {
  const rows = [0, 1, 2].map((row) => {
    const turn = [0, 1, 2].map((column) => entry(pose, column, row))
    const shift = turn.reduce((sum, cell, k) => sum - cell * entry(pose, k, 3), 0)
    return [...turn, shift + 0]
  })
  return [...rows, [0, 0, 0, 1]]
}

/** The turn of a 4x4 pose as a unit quaternion `[x, y, z, w]`; of the two that mean the same, the one with w >= 0. */
export function quaternionOfPose(pose: Matrix): Quaternion {
  // gl-matrix holds columns one after the other.
  const columns = [0, 1, 2].flatMap((column) => [0, 1, 2].map((row) => entry(pose, row, column)))
  const turned: Quaternion = [0, 0, 0, 1]
  quat.normalize(turned, quat.fromMat3(turned, columns as mat3))
  const sign = turned[3] < 0 ? -1 : 1
  return turned.map((part) => sign * part + 0) as Quaternion
}
