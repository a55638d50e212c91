import { Vector3, type BufferGeometry } from 'three'
import type { Patch } from './patch.ts'

/** Cells along a side, enough to follow a hill. */
const SIDE = 4
/** Vertices of one patch. */
export const CORNERS = (SIDE + 1) ** 2
/** Its triangles, as indices of its vertices. */
export const CELLS = Array.from({ length: SIDE * SIDE }, (_, cell) => {
  const corner = cell + Math.floor(cell / SIDE)
  const beyond = corner + SIDE + 1
  return [corner, beyond, corner + 1, corner + 1, beyond, beyond + 1]
}).flat()

/** A patch lies this far over its face, metres, lest the two be drawn in one depth. */
const LIFT = 0.001
/** Between its vertices hilly ground may rise over it. */
const LIFT_ON_HILLS = 0.01

/** Writes a patch's vertices from number `first` on. */
export function spread(
  { face, middle, along, half, gap, height, form, reach, strength }: Patch,
  { position, place, body, clip }: BufferGeometry['attributes'],
  first: number,
): void {
  const lift = face.heightAt ? LIFT_ON_HILLS : LIFT
  const point = new Vector3()
  for (let i = 0; i < CORNERS; i++) {
    const column = (2 * (i % (SIDE + 1))) / SIDE - 1
    const row = (2 * Math.floor(i / (SIDE + 1))) / SIDE - 1
    const [u, v] = [column * (half[0] + reach), row * (half[1] + reach)]
    point.copy(middle).addScaledVector(along[0], u).addScaledVector(along[1], v)
    if (face.heightAt) point.y = face.heightAt(point.x, point.z)
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
  }
}

/** As the shader numbers them. */
const FORMS = ['box', 'round', 'ball'] as const
