import {
  every,
  type Draft,
  type Predicate,
  type PredicateArgs,
  type Status,
  type Verdict,
} from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Gait } from '../facts/motion.ts'
import { grouped } from '../grouped.ts'
import { isBackdrop, salienceOf } from '../salience.ts'
import { countWord } from './count.ts'
import { isInThird, THIRDS } from './shifts.ts'

/** More of them are not looked at one by one. */
const MOST = 40
/** What moves in its place ends nowhere. */
const TO_AND_FRO: readonly Gait[] = ['spins', 'swings', 'bobs', 'shuttles', 'stirs']
/** From so many on they are several. */
const SEVERAL = 4

type Args = PredicateArgs['ends_in']

/**
 * So many of all that are glimpsed of one noun are in one third of the picture, as `shifts` has it, in the last frame. Numbers up to three
 * are exact: all others are seen then, surely elsewhere. `several`: four or more surely are, and not all.
 */
export const endsIn: Predicate<'ends_in'> = {
  name: 'ends_in',
  doc: 'How many of one noun, of which some moved, are in which third of the picture in the end.',
  propose: (facts) =>
    [...grouped(facts.members, ({ noun }) => noun.en)].flatMap(([noun, members]) => {
      const moving = members.filter(({ id }) =>
        (facts.motions.get(id) ?? []).some(({ gait }) => !TO_AND_FRO.includes(gait)),
      )
      if (moving.length === 0 || members.length > MOST || members.some(isBackdrop)) return []
      return THIRDS.flatMap((where): Draft<'ends_in'>[] => {
        const actors = members
          .filter((member) => isInThird(member, -1, where).status === 'verified')
          .map(({ id }) => id)
          .sort()
        // Of what only stands there nobody tells where it ends.
        if (!moving.some(({ id }) => actors.includes(id))) return []
        const all = actors.length === members.length
        const words = all ? 'all' : actors.length >= SEVERAL ? 'several' : countWord(actors.length)
        const args: Args = { actors, noun, words, where }
        const salience = Math.max(...moving.map((member) => salienceOf(member, facts))) * 0.3
        return judge(args, facts).status === 'verified'
          ? [{ predicate: 'ends_in', args, frames: [facts.frames - 1, facts.frames], salience }]
          : []
      })
    }),
  verify: ({ args }, facts) => judge(args, facts),
}

function judge({ noun, words, where }: Args, facts: Facts): Verdict {
  const all = facts.glimpsed.filter((member) => member.noun.en === noun)
  const each = all.map((member) => isInThird(member, -1, where))
  const [first, ...rest] = each
  if (!first) return { status: 'refuted', margin: -1, evidence: { of: 0 } }
  const hidden = facts.unseen.filter(({ en }) => en === noun).length
  if (words === 'all') return every(first, ...rest)
  const count = (status: Status) => each.filter((own) => own.status === status).length
  const [sure, open] = [count('verified'), count('untestable') + hidden]
  const evidence = { of: all.length, sure, open }
  const fits = words === 'several' ? sure >= SEVERAL : open === 0 && countWord(sure) === words
  if (fits) return { status: 'verified', margin: 1, evidence }
  const possible = Array.from({ length: open + 1 }, (_, n) => sure + n)
  const perhaps = possible.some((n) => (words === 'several' ? n > 2 : countWord(n) === words))
  return { status: perhaps ? 'untestable' : 'refuted', margin: -1, evidence }
}
