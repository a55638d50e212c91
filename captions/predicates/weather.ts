import { grade, round, type Predicate } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'

/**
 * Fog shows when far things lose contrast: median ring contrast (dE2000) of things beyond 40 % of the visibility
 * over that of things nearer than 15 % of it. True up to 0.6, false from 0.95; untestable without both.
 */
const FADES = { no: 0.95, yes: 0.6 }

export const weather: Predicate<'weather'> = {
  name: 'weather',
  doc: 'Fog, when what is far is seen to fade.',
  propose: (facts) =>
    facts.scene.world.fog && fade(facts) <= FADES.yes
      ? [{ predicate: 'weather', args: { kind: 'fog' }, frames: [0, facts.frames], salience: 0.8 }]
      : [],
  verify: (_claim, facts) =>
    facts.scene.world.fog
      ? grade(fade(facts), FADES, { fades: Number.isNaN(fade(facts)) ? null : round(fade(facts)) })
      : { status: 'refuted', margin: -1, evidence: { fog: false } },
}

function fade({ scene, observations }: Facts): number {
  const visibility = scene.world.fog?.visibility ?? Number.POSITIVE_INFINITY
  const contrasts = (keep: (depth: number) => boolean) =>
    observations.members
      .flatMap((member) =>
        member.contrast.flatMap((contrast, i) => {
          const depth = member.depth[i]?.[1]
          return contrast !== null && depth !== undefined && keep(depth) ? [contrast] : []
        }),
      )
      .sort((a, b) => a - b)
  const [far, near] = [
    contrasts((depth) => depth > 0.4 * visibility),
    contrasts((depth) => depth < 0.15 * visibility),
  ]
  return (far[far.length >> 1] ?? Number.NaN) / (near[near.length >> 1] ?? Number.NaN)
}
