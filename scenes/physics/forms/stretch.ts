import type { Vec3 } from '../../schema/values.ts'
import { add, rotate } from '../../take/pose.ts'
import { ballPoints } from './blob.ts'
import { MOST_CORNERS, piece, ring, type Form, type Piece } from './form.ts'

/** A piece with its axes stretched, as a part's `scale` does; what is no longer round becomes a hull. */
export function stretched({ form, at, rotation, ...rest }: Piece, scale: Vec3): Piece {
  const grown = (point: Vec3): Vec3 => [
    point[0] * scale[0],
    point[1] * scale[1],
    point[2] * scale[2],
  ]
  const even = scale[0] === scale[1] && scale[1] === scale[2]
  if (even) return { ...rest, form: scaled(form, scale[0]), at: grown(at), rotation }
  if (form.kind === 'box' && rotation[3] === 1)
    return { ...rest, ...piece({ kind: 'box', half: grown(form.half) }, grown(at)) }
  const points = pointsOf(form).map((point) => grown(add(at, rotate(point, rotation))))
  const grownForm: Form =
    form.kind === 'mesh'
      ? { kind: 'mesh', points, triangles: form.triangles }
      : { kind: 'hull', points }
  return { ...rest, ...piece(grownForm) }
}

/** Larger or smaller alike in all directions. */
export function scaled(form: Form, scale: number): Form {
  const grown = ([x, y, z]: Vec3): Vec3 => [x * scale, y * scale, z * scale]
  switch (form.kind) {
    case 'box':
      return { kind: 'box', half: grown(form.half) }
    case 'ball':
      return { kind: 'ball', radius: form.radius * scale }
    case 'hull':
    case 'mesh':
      return { ...form, points: form.points.map(grown) }
    default:
      return { ...form, half: form.half * scale, radius: form.radius * scale }
  }
}

/** Corners whose hull is the form, or nearly when it is round. */
export function pointsOf(form: Form): Vec3[] {
  switch (form.kind) {
    case 'hull':
    case 'mesh':
      return form.points
    case 'box':
      return [-1, 1].flatMap((x) =>
        [-1, 1].flatMap((y) =>
          [-1, 1].map((z): Vec3 => [x * form.half[0], y * form.half[1], z * form.half[2]]),
        ),
      )
    case 'ball':
      return ballPoints(96).map(([x, y, z]): Vec3 => [
        x * form.radius,
        y * form.radius,
        z * form.radius,
      ])
    case 'cone':
      return [...ring(form.radius, -form.half, MOST_CORNERS), [0, form.half, 0]]
    case 'cylinder':
      return [
        ...ring(form.radius, -form.half, MOST_CORNERS),
        ...ring(form.radius, form.half, MOST_CORNERS),
      ]
    case 'capsule':
      return [-1, 1].flatMap((end) =>
        ballPoints(64).map(([x, y, z]): Vec3 => [
          x * form.radius,
          y * form.radius + end * form.half,
          z * form.radius,
        ]),
      )
  }
}
