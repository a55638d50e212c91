import type { Predicate, Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'

/**
 * Time of day from the sun's height, borne out by the picture's mean luma (0..255). Day: sun from 12 degrees and
 * luma from 60; dusk (or dawn: the picture cannot tell, viewers say dusk): -9..4 degrees and luma 12..130;
 * night: sun below -6 and luma up to 90. Indoors without sky nothing is said. Grey in between.
 */
const HOURS = {
  day: { sun: [12, 90], near: [6, 90], luma: [60, 255] },
  dusk: { sun: [-9, 4], near: [-14, 9], luma: [12, 130] },
  night: { sun: [-90, -9], near: [-90, -5], luma: [0, 90] },
} as const

export const daytime: Predicate<'daytime'> = {
  name: 'daytime',
  doc: "Day, dusk or night, by the sun's height and the picture's brightness.",
  propose: (facts) =>
    (['day', 'dusk', 'night'] as const)
      .filter((time) => verdict(time, facts).status === 'verified')
      .map((time) => ({
        predicate: 'daytime',
        args: { time },
        frames: [0, facts.frames],
        salience: time === 'day' ? 0.2 : 0.7,
      })),
  verify: ({ args }, facts) => verdict(args.time, facts),
}

function verdict(time: keyof typeof HOURS, facts: Facts): Verdict {
  const { elevation } = facts.scene.world.sun
  const { luminance, sky } = facts.observations
  const luma = luminance.reduce((sum, value) => sum + value, 0) / luminance.length
  const evidence = { sun: elevation, luma: Math.round(luma), sky: sky.some(Boolean) }
  const within = (value: number, [low, high]: readonly [number, number]) =>
    value >= low && value <= high
  const hour = HOURS[time]
  if (!within(elevation, hour.near)) return { status: 'refuted', margin: -1, evidence }
  const outdoors =
    evidence.sky && facts.scene.world.place !== 'room' && facts.scene.world.sky.kind !== 'studio'
  if (!within(elevation, hour.sun) || !within(luma, hour.luma) || !outdoors)
    return { status: 'untestable', margin: 0, evidence }
  return { status: 'verified', margin: 1, evidence }
}
