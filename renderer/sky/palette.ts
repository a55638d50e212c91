import { Color } from 'three'
import { hexOf, type World } from '#scenes'

/** Linear colours of sun and sky, by the sun's height. */
export interface SkyPalette {
  zenith: Color
  horizon: Color
  /** Around the sun, near the horizon. */
  glow: Color
  sun: Color
  /** Share of the sun's strength that arrives. */
  sunlight: number
  /** Degrees above the horizon that this light comes from. */
  lightElevation: number
}

/** [elevation in degrees, zenith, horizon, glow, sun, sunlight, strength of the sky]: clear-sky photographs' colours. */
const KEYS: [number, string, string, string, string, number, number][] = [
  [-18, '#0b1026', '#141b33', '#141b33', '#ffffff', 0, 0.06],
  [-8, '#14224a', '#2c3a66', '#5b4a63', '#c9a0a8', 0.1, 0.16],
  [-2, '#2c4a86', '#8d86a0', '#e79a6b', '#ffb088', 0.3, 0.4],
  [4, '#3f6db2', '#d9c3ae', '#ffc48a', '#ffb070', 0.55, 0.7],
  [12, '#3f7cc8', '#d6dce2', '#ffe2b8', '#ffdcae', 0.85, 0.9],
  [30, '#3a7bd0', '#c4dbee', '#f2f1ea', '#fff3df', 1, 1],
  [90, '#2f6fc6', '#bcd6ee', '#eef4fa', '#fffaf0', 1, 1],
]

/** Degrees. */
const LIFTED_BELOW = 6

export function paletteOf({ sun, sky }: World): SkyPalette {
  const { elevation } = sun
  const next = KEYS.findIndex(([height]) => height >= elevation)
  const b = KEYS[next === -1 ? KEYS.length - 1 : next] as (typeof KEYS)[number]
  const a = KEYS[Math.max(0, (next === -1 ? KEYS.length : next) - 1)] as (typeof KEYS)[number]
  const share = b[0] === a[0] ? 0 : Math.min(Math.max((elevation - a[0]) / (b[0] - a[0]), 0), 1)
  const color = (i: 1 | 2 | 3 | 4) => new Color(a[i]).lerp(new Color(b[i]), share)
  const strength = (a[6] + (b[6] - a[6]) * share) * sky.strength
  const gray = sky.kind === 'overcast' ? 0.85 : sky.kind === 'cloudy' ? 0.25 : 0
  const veil = (c: Color) => c.lerp(new Color(0.62, 0.65, 0.7), gray)
  const chosen = (given: string | undefined, c: Color) =>
    given === undefined ? veil(c) : new Color(hexOf(given))
  return {
    zenith: chosen(sky.color, color(1)).multiplyScalar(strength),
    horizon: chosen(sky.horizon, color(2)).multiplyScalar(strength),
    glow: veil(color(3)).multiplyScalar(strength),
    sun: sun.color === undefined ? color(4) : new Color(hexOf(sun.color)),
    sunlight:
      (a[5] + (b[5] - a[5]) * share) *
      (sky.kind === 'overcast' ? 0.15 : sky.kind === 'cloudy' ? 0.8 : 1),
    lightElevation: liftedElevation(elevation),
  }
}

/**
 * Near and below the horizon the light comes less from the sun than from the bright sky above it: the lower
 * the sun, the higher the middle of that glow. Without it nothing would cast a shadow on level ground at dusk.
 */
function liftedElevation(elevation: number): number {
  return elevation >= LIFTED_BELOW
    ? elevation
    : Math.min(LIFTED_BELOW + (LIFTED_BELOW - elevation) * 1.6, 32)
}
