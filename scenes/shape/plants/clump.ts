import type { Random } from '../../random.ts'
import type { Vec3 } from '../../schema/values.ts'
import { add, times } from '../../take/pose.ts'
import { shade } from '../shade.ts'
import type { Part } from '../shape.ts'

export interface Clump {
  center: Vec3
  /** Width, metres; it is a little flatter than wide. */
  size: number
  color: string
  /** 1 as the colour says; crowns are lighter at the top. */
  light: number
  /** Middle of the crown that the clump is part of. */
  crown?: Vec3
  /** Length of a leaf, metres; by default a twelfth of the clump, so that leaves read from afar. */
  leaf?: number
  count?: number
}

/** Leaves around a darker heart that lets no light through. */
export function clump(
  { center, size, color, light, crown = center, leaf = size * 0.085, count = 375 }: Clump,
  random: Random,
): Part[] {
  const flat = random.between(0.66, 0.82)
  const seed = random.int(0, 65535)
  const whole: Vec3 = [size * random.between(0.94, 1.1), size * flat, size]
  const heart: Vec3 = [whole[0] * 0.62, whole[1] * 0.62, whole[2] * 0.62]
  const rotation: Vec3 = [random.between(-14, 14), random.between(0, 360), 0]
  const below = (tall: number): Vec3 => [center[0], center[1] - tall / 2, center[2]]
  // Few tints: parts of one material are drawn as one mesh.
  const tint = shade(
    color,
    Math.round(light * 8 + random.between(-0.6, 0.6)) / 8,
    random.pick([-0.04, 0.05]),
  )
  return [
    {
      shape: { kind: 'blob', size: heart, lumps: 0.4, seed, detail: 2 },
      at: below(heart[1]),
      rotation,
      material: { surface: 'leaves', color: shade(color, 0.72) },
    },
    {
      // Unturned, so that the crown lies where `crown` says.
      shape: {
        kind: 'foliage',
        size: whole,
        leaf: [leaf, leaf * 0.55],
        count,
        crown: add(crown, times(center, -1)),
        seed,
      },
      at: below(whole[1]),
      material: { surface: 'leaves', color: tint },
    },
  ]
}
