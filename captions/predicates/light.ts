import { hexOf } from '#scenes'
import {
  every,
  grade,
  round,
  type Draft,
  type Predicate,
  type PredicateArgs,
  type Verdict,
} from '../claim.ts'
import { sideOf } from '../facts/camera.ts'
import type { Facts } from '../facts/facts.ts'
import type { Vec3 } from '../geometry.ts'
import { rgbOfHex } from '../words/colors.ts'

/**
 * Daylight. From the left / right: sideways part of the level direction to the sun, true from 0.6, false below
 * 0.1, at the first and last frame; the sun must stand 5..65 degrees high, be at least 1 strong and not be
 * behind clouds or a ceiling. Soft: shadow softness from 0.5 or an overcast sky; false up to 0.15.
 * Bright: strength from 2.5, sun from 25 degrees, mean luma from 90, outdoors. Warm: sun at 2..13 degrees, false from 25, under a sky that
 * is not overcast; where the scene gives the sun a colour, 1.4 times as much red as blue in it (sRGB), false up to 1.1.
 */
const SIDE = { no: 0.1, yes: 0.6 }

export const light: Predicate<'light'> = {
  name: 'light',
  doc: 'Where the daylight comes from and what it is like.',
  propose: (facts) => {
    const qualities = (['warm', 'soft', 'bright'] as const).filter(
      (quality) => verdict({ quality }, facts).status === 'verified',
    )
    const sides = (['left', 'right'] as const).filter(
      (from) => verdict({ from }, facts).status === 'verified',
    )
    const draft = (args: PredicateArgs['light'], salience: number): Draft<'light'> => ({
      predicate: 'light',
      args,
      frames: [0, facts.frames],
      salience,
    })
    return [
      ...qualities.slice(0, 1).map((quality) => draft({ quality }, 0.4)),
      ...sides.map((from) => draft({ from }, 0.3)),
    ]
  },
  verify: ({ args }, facts) => verdict(args, facts),
}

function verdict({ quality, from }: PredicateArgs['light'], facts: Facts): Verdict {
  const { sun, sky, place } = facts.scene.world
  const { luminance } = facts.observations
  const luma = luminance.reduce((sum, value) => sum + value, 0) / luminance.length
  const evidence = {
    elevation: sun.elevation,
    strength: sun.strength,
    softness: sun.softness,
    sky: sky.kind,
    luma: Math.round(luma),
  }
  const daylight = sun.elevation >= 2 && sun.strength >= 0.5 && luma >= 45
  if (!daylight) return { status: 'untestable', margin: 0, evidence }
  if (from) {
    if (
      sun.elevation < 5 ||
      sun.elevation > 65 ||
      sun.strength < 1 ||
      sky.kind === 'overcast' ||
      place === 'room'
    )
      return { status: 'untestable', margin: 0, evidence }
    const [a, b] = [facts.shot.views[0], facts.shot.views.at(-1)].map(
      (view) => view && sideOf(towards(sun.azimuth), view).across,
    )
    const sign = from === 'right' ? 1 : -1
    const graded = [a, b].map((across) =>
      grade((across ?? Number.NaN) * sign, SIDE, { ...evidence, across: round(across ?? 0) }),
    )
    return every(graded[0] as Verdict, graded[1] as Verdict)
  }
  switch (quality) {
    case 'soft':
      return grade(sky.kind === 'overcast' ? 1 : sun.softness, { no: 0.15, yes: 0.5 }, evidence)
    case 'bright':
      if (place === 'room') return { status: 'untestable', margin: 0, evidence }
      return every(
        grade(sun.strength, { no: 1.5, yes: 2.5 }, evidence),
        grade(sun.elevation, { no: 10, yes: 25 }, evidence),
        grade(luma, { no: 60, yes: 90 }, evidence),
      )
    case 'warm':
      return sky.kind === 'overcast' || place === 'room'
        ? { status: 'untestable', margin: 0, evidence }
        : every(
            grade(sun.elevation, { no: 25, yes: 13 }, evidence),
            grade(tintOf(sun.color), { no: 1.1, yes: 1.4 }, evidence),
          )
    default:
      return { status: 'untestable', margin: 0, evidence }
  }
}

/** Red over blue of the sun's colour; a low sun that has none is drawn warm. */
function tintOf(color: Facts['scene']['world']['sun']['color']): number {
  if (!color) return 2
  const [red, , blue] = rgbOfHex(hexOf(color))
  return red / Math.max(1, blue)
}

/** Level direction to the sun: azimuth from +Z towards +X. */
function towards(azimuth: number): Vec3 {
  const angle = (azimuth * Math.PI) / 180
  return [Math.sin(angle), 0, Math.cos(angle)]
}
