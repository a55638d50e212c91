import type { Draft, Predicate, PredicateArgs, Status, Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { grouped } from '../grouped.ts'
import { salienceOf } from '../salience.ts'
import { countWord } from './count.ts'
import { ends } from './ends.ts'
import { leaves } from './leaves.ts'

/**
 * So many of all that are glimpsed of one noun, three to forty, come to one end for sure, all others as surely do not, and
 * none is in the picture unseen. Exact to ten.
 */
const FEW = 3
const MANY = 40
/** Share of the box outside the picture. */
const CUT = 0.02

type Args = PredicateArgs['fates']

export const fates: Predicate<'fates'> = {
  name: 'fates',
  doc: 'How many of one noun leave the picture or come to rest on something.',
  propose: (facts) => {
    const found = [
      ...leaves.propose(facts).map(({ args }) => ['leaves', args.actor, args.side] as const),
      ...ends
        .propose(facts)
        .filter(({ args }) => args.relation === 'on')
        .map(({ args }) => ['ends on', args.actor, args.other] as const),
    ]
    return [...grouped(facts.members, ({ noun }) => noun.en)]
      .filter(([, members]) => members.length >= FEW && members.length <= MANY)
      .flatMap(([noun, members]) => {
        const moving = members.filter(({ id }) => (facts.motions.get(id) ?? []).length > 0)
        const drafts = found.filter(([, actor]) => moving.some(({ id }) => id === actor))
        return [...grouped(drafts, ([end, , at]) => `${end} ${at}`).values()].flatMap(
          (same): Draft<'fates'>[] => {
            const [[end, , at]] = same as [(typeof drafts)[number]]
            const actors = [...new Set(same.map(([, actor]) => actor))].sort()
            if (actors.length > 10 || members.some(({ id }) => id === at)) return []
            const args: Args = { actors, noun, words: wordOf(actors, members), end, at }
            const draft: Draft<'fates'> = {
              predicate: 'fates',
              args,
              frames: [0, facts.frames],
              salience: Math.max(...moving.map((member) => salienceOf(member, facts))) * 0.6,
            }
            return judge(args, facts).status === 'verified' ? [draft] : []
          },
        )
      })
  },
  verify: ({ args }, facts) => judge(args, facts),
}

function wordOf(actors: string[], members: Member[]): string {
  return actors.length === members.length ? 'all' : countWord(actors.length)
}

function judge({ noun, words, end, at }: Args, facts: Facts): Verdict {
  const all = facts.glimpsed.filter((member) => member.noun.en === noun)
  const hidden = facts.unseen.filter(({ en }) => en === noun).length
  const each = all.map((member) => statusOf(member, end, at, facts))
  const count = (status: Status) => each.filter((own) => own === status).length
  const [sure, open] = [count('verified'), count('untestable') + hidden]
  const evidence = { of: all.length, sure, open }
  const low = sure === all.length ? 'all' : countWord(sure)
  if (open === 0)
    return {
      status: low === words ? 'verified' : 'refuted',
      margin: low === words ? 1 : -1,
      evidence,
    }
  const possible = Array.from({ length: open + 1 }, (_, n) => countWord(sure + n))
  const perhaps = possible.includes(words) || (words === 'all' && sure + open >= all.length)
  return { status: perhaps ? 'untestable' : 'refuted', margin: -1, evidence }
}

function statusOf(member: Member, end: Args['end'], at: string, facts: Facts): Status {
  const frames: [number, number] = [0, facts.frames]
  const { id } = member
  switch (end) {
    case 'leaves': {
      const { status } = leaves.verify({ args: { actor: id, side: at as 'left' }, frames }, facts)
      // What is cut by an edge at the end may be on its way out.
      return status === 'refuted' && (member.samples.at(-1)?.truncation ?? 0) > CUT
        ? 'untestable'
        : status
    }
    case 'ends on':
      return ends.verify({ args: { actor: id, relation: 'on', other: at }, frames }, facts).status
  }
}
