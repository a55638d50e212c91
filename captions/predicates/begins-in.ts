import { every, type Draft, type Predicate, type PredicateArgs, type Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import { grouped } from '../grouped.ts'
import { isBackdrop, salienceOf } from '../salience.ts'
import { isInThird, THIRDS } from './shifts.ts'

/** More of them are not looked at one by one. */
const MOST = 40

type Args = PredicateArgs['begins_in']

/** All that are glimpsed of one noun are in one third of the picture, as `shifts` has it, in the first frame. */
export const beginsIn: Predicate<'begins_in'> = {
  name: 'begins_in',
  doc: 'In which third of the picture all of one noun are before they are set going.',
  propose: (facts) =>
    [...grouped(facts.members, ({ noun }) => noun.en)].flatMap(([noun, members]) => {
      const moving = members.some(({ id }) => (facts.motions.get(id) ?? []).length > 0)
      if (!moving || members.length > MOST || members.some(isBackdrop)) return []
      const actors = members.map(({ id }) => id).sort()
      return THIRDS.map((where): Args => ({ actors, noun, where }))
        .filter((args) => judge(args, facts).status === 'verified')
        .map((args): Draft<'begins_in'> => ({
          predicate: 'begins_in',
          args,
          frames: [0, 1],
          salience: Math.max(...members.map((member) => salienceOf(member, facts))) * 0.3,
        }))
    }),
  verify: ({ args }, facts) => judge(args, facts),
}

function judge({ noun, where }: Args, facts: Facts): Verdict {
  const all = facts.glimpsed.filter((member) => member.noun.en === noun)
  const [first, ...rest] = all.map((member) => isInThird(member, 0, where))
  return first
    ? every(first, ...rest)
    : { status: 'refuted', margin: -1, evidence: { of: all.length } }
}
