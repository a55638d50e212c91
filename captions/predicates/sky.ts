import { grade, round, type Predicate, type PredicateArgs, type Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'

/**
 * What the sky is like, by the scene, where it fills a good part of the picture by day: true from 8 % (median of the samples that
 * look at it), grey below; no sky at all refutes nothing but another kind.
 */
const PART = { no: 0, yes: 0.08 }
const DAY = 45

export const sky: Predicate<'sky'> = {
  name: 'sky',
  doc: 'Whether the sky that is seen is clear, cloudy or overcast.',
  propose: (facts) =>
    (['clear', 'cloudy', 'overcast'] as const)
      .filter((kind) => verdict({ kind }, facts).status === 'verified')
      .map((kind) => ({
        predicate: 'sky',
        args: { kind },
        frames: [0, facts.frames],
        salience: 0.25,
      })),
  verify: ({ args }, facts) => verdict(args, facts),
}

function verdict({ kind }: PredicateArgs['sky'], facts: Facts): Verdict {
  const { sky: own, sun, place } = facts.scene.world
  const { sky: seen, luminance } = facts.observations
  const luma = luminance.reduce((sum, value) => sum + value, 0) / luminance.length
  const part = 1 - facts.glimpsed.reduce((sum, { samples }) => sum + meanArea(samples), 0)
  const evidence = { sky: own.kind, part: round(part), luma: Math.round(luma) }
  if (own.kind !== kind) return { status: 'refuted', margin: -1, evidence }
  if (
    place === 'room' ||
    seen.some((rgb) => rgb === null) ||
    sun.elevation < 4 ||
    luma < DAY ||
    facts.crop
  )
    return { status: 'untestable', margin: 0, evidence }
  const judged = grade(part, PART, evidence)
  return judged.status === 'refuted' ? { ...judged, status: 'untestable' } : judged
}

function meanArea(samples: Facts['members'][number]['samples']): number {
  return samples.reduce((sum, { area }) => sum + area, 0) / samples.length
}
