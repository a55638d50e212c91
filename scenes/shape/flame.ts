import type { Random } from '../random.ts'
import type { Vec3 } from '../schema/values.ts'
import { bar } from './place.ts'
import { eased, scaled } from './profile.ts'
import type { GlowStop, Part } from './shape.ts'

/** Base colour of a flame: none, for its own light close by would turn any into white. */
const SOOT = '#000000'

/** Pale yellow where the gas burns, red where it thins out and ends. */
const TONGUE: GlowStop[] = [
  { at: 0, color: '#ffb648', opacity: 0.55 },
  { at: 0.2, color: '#ffa632' },
  { at: 0.45, color: '#ff8420', opacity: 0.95 },
  { at: 0.72, color: '#fa6212', opacity: 0.55 },
  { at: 0.9, color: '#f04e0a', opacity: 0.15 },
  { at: 1, color: '#e03c06', opacity: 0 },
]
const CORE: GlowStop[] = [
  { at: 0, color: '#ffdf9a', opacity: 0.8 },
  { at: 0.35, color: '#ffd47a' },
  { at: 0.75, color: '#ffab3a', opacity: 0.7 },
  { at: 1, color: '#ff8a1e', opacity: 0.05 },
]

/** A thin flame that bends on its way up, from a foot on the ground; metres. */
export function tongue([x, y, z]: Vec3, tall: number, thick: number, random: Random): Part {
  const bend = (share: number): Vec3 => [
    x * (1 - 0.35 * share) + random.between(-0.16, 0.16) * tall * share,
    y + tall * share,
    z * (1 - 0.35 * share) + random.between(-0.16, 0.16) * tall * share,
  ]
  return {
    ...bar(
      [[x, y + thick * 0.6, z], bend(0.35), bend(0.7), bend(1)],
      thick,
      burning(0.5),
      thick * 0.04,
    ),
    glowStops: TONGUE,
  }
}

/** The hot heart of a fire: fat and round below, drawn out to a tip; metres. */
export function heart(at: Vec3, tall: number, wide: number): Part {
  return {
    shape: { kind: 'lathe', profile: scaled(eased(HEART), wide, tall) },
    at,
    material: burning(1.05),
    glowStops: CORE,
  }
}

const HEART = [
  [0, 0],
  [0.7, 0.06],
  [1, 0.22],
  [0.8, 0.45],
  [0.42, 0.7],
  [0.12, 0.92],
  [0, 1],
] as const

function burning(glow: number): Part['material'] {
  return { color: SOOT, roughness: 1, opacity: 0.9, glow, glowColor: 'white' }
}
