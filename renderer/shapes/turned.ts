import type { BufferGeometry } from 'three'
import { LatheGeometry, Vector2, Vector3 } from 'three'

/** Corners sharper than this stay sharp, degrees. */
const CREASE = 32

/**
 * A profile of `[radius, y]` points turned about Y, outside to the right when going up.
 * UVs in metres: around the widest circle, and along the profile.
 * @param tolerance metres that the profile may be straightened by, between its corners; or every point of it counts.
 */
export function turned(
  profile: [number, number][],
  sides: number,
  tolerance: Tolerance = 0,
): BufferGeometry {
  const points = creased(profile, tolerance)
  const geometry = new LatheGeometry(points, sides)
  geometry.setIndex(seenTriangles(geometry))
  const widest = Math.max(...profile.map(([radius]) => radius))
  const along = [0]
  for (let j = 1; j < points.length; j++)
    along.push(
      (along[j - 1] as number) + (points[j] as Vector2).distanceTo(points[j - 1] as Vector2),
    )
  const uv = geometry.getAttribute('uv')
  for (let i = 0; i < uv.count; i++)
    uv.setXY(i, uv.getX(i) * 2 * Math.PI * widest, along[i % points.length] as number)
  return geometry
}

type Tolerance = number | 'every point'

/** LatheGeometry smooths normals between distinct points only: a sharp corner is given twice. */
function creased(profile: [number, number][], tolerance: Tolerance): Vector2[] {
  const points = profile.map(([x, y]) => new Vector2(Math.max(x, 0), y))
  const corners = points.flatMap((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    if (!before || !after) return [i]
    const into = point.clone().sub(before)
    const out = after.clone().sub(point)
    return Math.abs(into.angleTo(out)) * (180 / Math.PI) > CREASE ? [i] : []
  })
  return corners.slice(1).flatMap((to, i) => {
    const from = corners[i] as number
    const line = points.slice(from, to + 1)
    return tolerance === 'every point'
      ? line.map((point) => point.clone())
      : straightened(line, tolerance)
  })
}

/** A line without the points that it may lose (Douglas & Peucker 1973), ends kept. */
function straightened(line: Vector2[], tolerance: number): Vector2[] {
  const [first, last] = [line[0] as Vector2, line.at(-1) as Vector2]
  const along = last.clone().sub(first)
  const length = along.length()
  const off = line.map((point) => {
    const away = point.clone().sub(first)
    return length === 0 ? away.length() : Math.abs(away.cross(along)) / length
  })
  const farthest = off.indexOf(Math.max(...off))
  if (line.length < 3 || (off[farthest] as number) <= tolerance)
    return [first.clone(), last.clone()]
  return [
    ...straightened(line.slice(0, farthest + 1), tolerance),
    ...straightened(line.slice(farthest), tolerance).slice(1),
  ]
}

/** The triangles with an area: those between the two of a corner, and half of those at a pole, have none. */
function seenTriangles(geometry: BufferGeometry): number[] {
  const index = geometry.getIndex()
  const position = geometry.getAttribute('position')
  const kept: number[] = []
  const corners = [new Vector3(), new Vector3(), new Vector3()] as const
  for (let i = 0; index && i < index.count; i += 3) {
    const triangle = [index.getX(i), index.getX(i + 1), index.getX(i + 2)]
    corners.forEach((corner, k) => corner.fromBufferAttribute(position, triangle[k] as number))
    const [a, b, c] = corners
    if (a.distanceTo(b) > TINY && b.distanceTo(c) > TINY && c.distanceTo(a) > TINY)
      kept.push(...triangle)
  }
  return kept
}

/** Metres; nearer points are one. */
const TINY = 1e-7

/** A quarter circle from one direction to another, for round rims: centre, radius, angles in degrees. */
export function arc(
  center: [number, number],
  radius: number,
  from: number,
  to: number,
  steps = 5,
): [number, number][] {
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180
    return [center[0] + radius * Math.cos(angle), center[1] + radius * Math.sin(angle)]
  })
}
