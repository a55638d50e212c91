import type { BufferGeometry, Vector3 } from 'three'
import { isTop } from './face.ts'
import type { Patch } from './patch.ts'

/** A patch cut into squares. */
export interface Cells {
  /** Along a side. */
  side: number
  vertices: number
  /** Three numbers of vertices for each triangle. */
  corners: number[]
}

const [FLAT, COARSE, SMALL, LARGE] = [1, 2, 4, 16].map((side): Cells => {
  const squares = Array.from({ length: side * side }, (_, square) => {
    const corner = square + Math.floor(square / side)
    const beyond = corner + side + 1
    return [corner, beyond, corner + 1, corner + 1, beyond, beyond + 1]
  })
  return { side, vertices: (side + 1) ** 2, corners: squares.flat() }
}) as [Cells, Cells, Cells, Cells]

/** The most cells that a patch of what moves has. */
export const MOST_CELLS = COARSE

/** Longer patches on hills are cut finer, metres. */
const LONG = 3

/** On hilly ground it follows the ground. */
export function cellsOf({ face, half, reach, isStill }: Patch): Cells {
  if (!face.heightAt) return FLAT
  if (!isStill) return COARSE
  return Math.max(...half) + reach > LONG ? LARGE : SMALL
}

/** A patch lies this far over its face, metres, lest the two be drawn in one depth. */
const LIFT = 0.001
/** Between its vertices hilly ground may rise over it: this and a share of a cell, but no more than it rises at all. */
const [LIFT_ON_HILLS, LIFT_OF_CELL] = [0.01, 0.04]

/** Writes a patch's vertices from number `first` on. */
export function spread(
  { face, middle, along, half, gap, height, form, reach, strength, core }: Patch,
  { side, vertices }: Cells,
  { position, place, body, clip, core: line }: BufferGeometry['attributes'],
  first: number,
): void {
  const cell = (2 * (Math.max(...half) + reach)) / side
  const [points, places] = [[] as Vector3[], [] as [number, number][]]
  let [lowest, highest] = [Infinity, -Infinity]
  for (let i = 0; i < vertices; i++) {
    const column = (2 * (i % (side + 1))) / side - 1
    const row = (2 * Math.floor(i / (side + 1))) / side - 1
    const [u, v] = [column * (half[0] + reach), row * (half[1] + reach)]
    const point = middle.clone().addScaledVector(along[0], u).addScaledVector(along[1], v)
    if (face.heightAt) point.y = face.heightAt(point.x, point.z)
    ;[lowest, highest] = [Math.min(lowest, point.y), Math.max(highest, point.y)]
    points.push(point)
    places.push([u, v])
  }
  const lift =
    LIFT +
    (isTop(face) ? (face.of.coat ?? 0) : 0) +
    (face.heightAt ? Math.min(LIFT_ON_HILLS + LIFT_OF_CELL * cell, highest - lowest) : 0)
  for (const [i, point] of points.entries()) {
    const [u, v] = places[i] as [number, number]
    point.addScaledVector(face.normal, lift)
    const vertex = first + i
    position.setXYZ(vertex, point.x, point.y, point.z)
    place.setXYZW(vertex, u, v, half[0], half[1])
    body.setXYZW(vertex, gap, height, FORMS.indexOf(form), reach)
    point.sub(face.middle)
    clip.setXYZW(
      vertex,
      point.dot(face.along[0]) / face.half[0],
      point.dot(face.along[1]) / face.half[1],
      face.form === 'round' ? 1 : 0,
      strength,
    )
    line.setXY(vertex, core.width, core.strength)
  }
}

/** As the shader numbers them. */
const FORMS = ['box', 'round', 'ball'] as const
