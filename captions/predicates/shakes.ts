import type { Predicate, Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'

/**
 * A hand's unrest, by the steadiness measured on the poses (CameraBench's unsteady and very unsteady): half a thousandth
 * of the picture's height off the smooth way is a little, three thousandths a lot.
 */
const WORDS = { unsteady: 'a little', very_unsteady: 'a lot' } as const

export const shakes: Predicate<'shakes'> = {
  name: 'shakes',
  doc: 'The camera is unsteady, as if held in a hand: a little or a lot.',
  propose: (facts) =>
    Object.values(WORDS)
      .filter((how) => verdict(how, facts).status === 'verified')
      .map((how) => ({
        predicate: 'shakes',
        args: { how },
        frames: [0, facts.frames],
        salience: 0.3,
      })),
  verify: ({ args }, facts) => verdict(args.how, facts),
}

function verdict(how: 'a little' | 'a lot', { shot }: Facts): Verdict {
  const { steadiness } = shot.labels
  const evidence = { steadiness: steadiness ?? null }
  if (steadiness === undefined) return { status: 'untestable', margin: 0, evidence }
  const found = steadiness in WORDS ? WORDS[steadiness as keyof typeof WORDS] : undefined
  return found === how
    ? { status: 'verified', margin: 1, evidence }
    : { status: 'refuted', margin: -1, evidence }
}
