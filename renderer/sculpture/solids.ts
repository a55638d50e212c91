import { Vector3 } from 'three'
import type { Surface } from './contour.ts'
import type { Field } from './field.ts'

/**
 * A round tube along a line with a closed round end: a finger, a tail. Radii per point.
 * @param across no part of the line goes this way
 */
export function tube(
  points: readonly Vector3[],
  radii: readonly number[],
  sides = 7,
  across = new Vector3(0, 0, 1),
): Surface {
  const surface: Surface = { positions: [], normals: [], triangles: [] }
  const rings = ringsOf(points, radii)
  rings.forEach(({ middle, along, radius, lean }) => {
    const u = across.clone().cross(along).normalize()
    const v = along.clone().cross(u)
    for (let s = 0; s < sides; s++) {
      const angle = (2 * Math.PI * s) / sides
      const out = u.clone().multiplyScalar(Math.cos(angle)).addScaledVector(v, Math.sin(angle))
      surface.positions.push(...middle.clone().addScaledVector(out, radius).toArray())
      surface.normals.push(
        ...out
          .multiplyScalar(Math.cos(lean))
          .addScaledVector(along, Math.sin(lean))
          .normalize()
          .toArray(),
      )
    }
  })
  for (let r = 0; r + 1 < rings.length; r++)
    for (let s = 0; s < sides; s++) {
      const [a, b] = [r * sides + s, r * sides + ((s + 1) % sides)]
      surface.triangles.push(a, b, b + sides, a, b + sides, a + sides)
    }
  return surface
}

interface Ring {
  middle: Vector3
  along: Vector3
  radius: number
  /** How far the normal leans towards the end, radians. */
  lean: number
}

/** A ring a little before and behind each joint bends well; three more make the tip round. */
function ringsOf(points: readonly Vector3[], radii: readonly number[]): Ring[] {
  const rings: Ring[] = []
  for (let i = 0; i + 1 < points.length; i++) {
    const along = points[i + 1].clone().sub(points[i])
    const last = i + 2 === points.length
    const length = along.length()
    along.divideScalar(length)
    for (const share of last ? [0.2] : [i === 0 ? 0 : 0.2, 0.8])
      rings.push({
        middle: points[i].clone().addScaledVector(along, share * length),
        along,
        radius: radii[i] + share * (radii[i + 1] - radii[i]),
        lean: 0,
      })
    if (!last) continue
    const tip = radii[i + 1]
    for (const angle of [0, 0.6, 1.15, Math.PI / 2])
      rings.push({
        middle: points[i + 1].clone().addScaledVector(along, tip * (Math.sin(angle) - 1)),
        along,
        radius: tip * Math.cos(angle),
        lean: angle,
      })
  }
  return rings
}

/** A closed ring of elliptic section: ribbing round a neck or a wrist. */
export interface Band {
  middle: Vector3
  axis: Vector3
  /** Half widths sideways and to the front, to the middle of the band. */
  radii: readonly [number, number]
  /** Half thickness outwards and along the axis. */
  thickness: readonly [number, number]
}

export function band({ middle, axis, radii, thickness }: Band, sides = 26, around = 8): Surface {
  const surface: Surface = { positions: [], normals: [], triangles: [] }
  const u = new Vector3(0, 0, 1).cross(axis).cross(axis).negate().normalize()
  const v = axis.clone().cross(u).normalize()
  const circle = (n: number, of: number) => [
    Math.cos((2 * Math.PI * n) / of),
    Math.sin((2 * Math.PI * n) / of),
  ]
  for (let s = 0; s < sides; s++) {
    const [c, d] = circle(s, sides)
    const out = u.clone().multiplyScalar(c).addScaledVector(v, d)
    const ring = middle
      .clone()
      .addScaledVector(u, c * radii[1])
      .addScaledVector(v, d * radii[0])
    for (let r = 0; r < around; r++) {
      const [a, b] = circle(r, around)
      surface.positions.push(
        ...ring
          .clone()
          .addScaledVector(out, a * thickness[0])
          .addScaledVector(axis, b * thickness[1])
          .toArray(),
      )
      surface.normals.push(
        ...out
          .clone()
          .multiplyScalar(a * thickness[1])
          .addScaledVector(axis, b * thickness[0])
          .normalize()
          .toArray(),
      )
      const [p, q] = [s * around, ((s + 1) % sides) * around]
      const [i, j, k, l] = [p + r, q + r, q + ((r + 1) % around), p + ((r + 1) % around)]
      surface.triangles.push(i, j, k, i, k, l)
    }
  }
  return surface
}

/**
 * A slab standing on y = `bottom` whose outline is where `print` is zero at that height: a sole. The
 * outline must be seen whole from `middle`; half a metre at most. Its top stays open.
 */
export function slab(
  print: Field,
  middle: Vector3,
  bottom: number,
  top: number,
  sides = 28,
): Surface {
  const surface: Surface = { positions: [], normals: [], triangles: [] }
  const add = (p: number[], n: number[]) => {
    surface.positions.push(...p)
    surface.normals.push(...n)
  }
  for (let s = 0; s < sides; s++) {
    const [dx, dz] = [Math.sin((2 * Math.PI * s) / sides), Math.cos((2 * Math.PI * s) / sides)]
    let [low, high] = [0, 0.5]
    for (let round = 0; round < 20; round++) {
      const half = (low + high) / 2
      if (print(middle.x + half * dx, bottom, middle.z + half * dz) < 0) low = half
      else high = half
    }
    const [x, z] = [middle.x + low * dx, middle.z + low * dz]
    const e = 1e-3
    const [nx, nz] = [
      print(x + e, bottom, z) - print(x - e, bottom, z),
      print(x, bottom, z + e) - print(x, bottom, z - e),
    ]
    const length = Math.sqrt(nx * nx + nz * nz) || 1
    add([x, bottom, z], [0, -1, 0])
    add([x, bottom, z], [nx / length, 0, nz / length])
    add([x, top, z], [nx / length, 0, nz / length])
    add([x, top, z], [0, 1, 0])
    add([x - (0.018 * nx) / length, top, z - (0.018 * nz) / length], [0, 1, 0])
  }
  add([middle.x, bottom, middle.z], [0, -1, 0])
  for (let s = 0; s < sides; s++) {
    const [a, b] = [5 * s, 5 * ((s + 1) % sides)]
    surface.triangles.push(
      a,
      5 * sides,
      b,
      a + 1,
      b + 1,
      b + 2,
      a + 1,
      b + 2,
      a + 2,
      a + 3,
      b + 3,
      b + 4,
      a + 3,
      b + 4,
      a + 4,
    )
  }
  return surface
}

/** The part of a ball between two angles from its pole, which looks along `toward`. Radians. */
export function zone(
  middle: Vector3,
  radius: number,
  toward: Vector3,
  from: number,
  to: number,
  sides = 20,
  steps = 5,
): Surface {
  const surface: Surface = { positions: [], normals: [], triangles: [] }
  const pole = toward.clone().normalize()
  const u = new Vector3(0, 1, 0).cross(pole).normalize()
  const v = pole.clone().cross(u)
  for (let r = 0; r <= steps; r++) {
    const tilt = from + ((to - from) * r) / steps
    for (let s = 0; s < sides; s++) {
      const angle = (2 * Math.PI * s) / sides
      const out = pole
        .clone()
        .multiplyScalar(Math.cos(tilt))
        .addScaledVector(u, Math.sin(tilt) * Math.cos(angle))
        .addScaledVector(v, Math.sin(tilt) * Math.sin(angle))
      surface.normals.push(...out.toArray())
      surface.positions.push(...out.multiplyScalar(radius).add(middle).toArray())
    }
  }
  for (let r = 0; r < steps; r++)
    for (let s = 0; s < sides; s++) {
      const [a, b] = [r * sides + s, r * sides + ((s + 1) % sides)]
      surface.triangles.push(a, b + sides, b, a, a + sides, b + sides)
    }
  return surface
}

/** The same thing made larger about a place. */
export function enlarged({ positions, ...rest }: Surface, about: Vector3, by: number): Surface {
  const center = about.toArray()
  return {
    ...rest,
    positions: positions.map((value, i) => center[i % 3] + (value - center[i % 3]) * by),
  }
}

/** The same thing on the other side of x = 0. */
export function reflected({ positions, normals, triangles }: Surface): Surface {
  const flip = (list: number[]) => list.map((value, i) => (i % 3 === 0 ? -value : value))
  const wound = triangles.map((_, i) => triangles[i - (i % 3) + [0, 2, 1][i % 3]])
  return { positions: flip(positions), normals: flip(normals), triangles: wound }
}
