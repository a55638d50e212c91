import type { Vec3 } from '../schema/values.ts'
import { around } from './place.ts'
import type { Part } from './shape.ts'

const TYRE = { color: '#1c1c1e', roughness: 0.9 } as const
const RIM = { surface: 'metal', color: '#b9bcc0', roughness: 0.3 } as const

/** A road wheel about a centre, its axle along X, its hub cap on the side that `side` names; turns by the way it goes. */
export function wheel(
  radius: number,
  width: number,
  center: Vec3,
  side: 1 | -1,
  spokes = 5,
): Part[] {
  const half = width / 2
  const inner = radius * 0.68
  const profile: [number, number][] = [
    [inner, 0],
    [radius * 0.92, 0],
    [radius, width * 0.16],
    [radius, width * 0.84],
    [radius * 0.92, width],
    [inner, width],
    [inner * 0.94, width * 0.5],
    [inner, 0],
  ]
  const lying: Vec3 = [0, 0, -90 * side]
  const turns = { by: 'travel', radius, axis: [1, 0, 0] as Vec3, pivot: center } as const
  const at = (out: number): Vec3 => [center[0] + side * out, center[1], center[2]]
  const disc = (size: number, thick: number, out: number, color?: string): Part => ({
    shape: { kind: 'cylinder', radius: size, height: thick, bevel: thick * 0.4 },
    at: at(out),
    rotation: lying,
    material: color ? { color, roughness: 0.9 } : RIM,
  })
  const arms = Array.from({ length: spokes }, (_, i): Part => {
    const angle = (i * 360) / spokes
    const [y, z] = [around(angle, inner * 0.5)[2], around(angle, inner * 0.5)[0]]
    return {
      shape: {
        kind: 'prism',
        outline: [
          [-0.17, -0.5],
          [0.17, -0.5],
          [0.1, 0.5],
          [-0.1, 0.5],
        ].map(([a, b]) => [(a as number) * inner, (b as number) * inner]),
        depth: width * 0.12,
        bevel: width * 0.02,
      },
      at: [center[0] + side * half * 0.82, center[1] + y, center[2] + z],
      // X to the side (+-90 about Y), then spun about the axle.
      rotation: [0, 90 * side, -angle * side],
      material: RIM,
    }
  })
  return [
    { shape: { kind: 'lathe', profile } as const, at: at(-half), rotation: lying, material: TYRE },
    disc(inner * 0.95, width * 0.5, -half * 0.4, '#26272a'),
    {
      shape: { kind: 'torus', radius: inner * 0.95, tube: radius * 0.045 } as const,
      at: at(half - radius * 0.08),
      rotation: lying,
      material: RIM,
    },
    disc(inner * 0.24, width * 0.14, half * 0.72),
    ...arms,
  ].map((part): Part => ({ ...part, turns }))
}
