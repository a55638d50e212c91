import type { BufferGeometry } from 'three'
import { LatheGeometry, Vector2 } from 'three'

/** Corners sharper than this stay sharp, degrees. */
const CREASE = 32

/**
 * A profile of `[radius, y]` points turned about Y, outside to the right when going up.
 * UVs in metres: around the widest circle, and along the profile.
 */
export function turned(profile: [number, number][], sides: number): BufferGeometry {
  const points = creased(profile)
  const geometry = new LatheGeometry(points, sides)
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

/** LatheGeometry smooths normals between distinct points only: a sharp corner is given twice. */
function creased(profile: [number, number][]): Vector2[] {
  const points = profile.map(([x, y]) => new Vector2(Math.max(x, 0), y))
  return points.flatMap((point, i) => {
    const [before, after] = [points[i - 1], points[i + 1]]
    if (!before || !after) return [point]
    const into = point.clone().sub(before)
    const out = after.clone().sub(point)
    const bend = Math.abs(into.angleTo(out)) * (180 / Math.PI)
    return bend > CREASE ? [point, point.clone()] : [point]
  })
}

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
