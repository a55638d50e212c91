import type { Member } from '../facts/member.ts'
import { amountRange, shareJudged } from './amounts.ts'
import { happens, whoFits } from './happens.ts'
import { inOrder, isLinked, momentOf } from './in-time.ts'
import type { Clause, Happening, NounMeaning } from './meaning.ts'
import {
  isWholeNumber,
  meant,
  recall,
  uncounted,
  wholeOf,
  type Discourse,
  type Meant,
} from './resolve.ts'
import { statedByClause } from './statements.ts'
import { rank, REFUTED, type Judgement, type Truth } from './truth.ts'
import { verdict, type Read } from './verdict.ts'

/** Whoever fits the noun phrase and does best at what is said is meant. */
export function checkClause(clause: Clause, before: Discourse, truth: Truth): Read {
  const { subject, link } = clause
  const said = [
    ...subject.flatMap(({ which }) => (subject.length === 1 ? which : [])),
    ...clause.said,
  ]
  const options = subject.map((noun) =>
    subject.length === 1 ? meant(noun, before, truth) : whoFits(noun, before, truth),
  )
  const nouns = subject.flatMap((noun, i) =>
    noun.text === '' ? [] : [verdict(noun.text, (options[i] as Meant).judgement)],
  )
  const beside = said.map((one) => one.what)
  const judge = (what: Happening, whom: Member[]) =>
    happens(what, whom, beside, within(said, what, whom, before, truth), truth)
  // A bare plural may be any two or more: of many, those of whom it is true.
  const doingIt = (noun: NounMeaning | undefined, [all = []]: Member[][]): Member[][] => {
    if (!noun || !isAnyOfMany(noun)) return []
    const able = all.filter((member) =>
      said.every(({ what }) => judge(what, [member]).status === 'verified'),
    )
    return able.length >= 2 && able.length < all.length ? [able] : []
  }
  const choices = combine(
    options.map(({ choices: own }, i) => [...own, ...doingIt(subject[i], own)]),
  )
  if (choices.length === 0)
    return {
      verdicts: [
        ...nouns,
        ...said.map(({ text }) => verdict(text, REFUTED({ who: 'no one seen' }))),
      ],
      stated: () => [],
      after: before,
    }
  const part = subject.length === 1 ? (subject[0]?.part ?? null) : null
  const tried = choices.map((members) => {
    // `Two of them`: so many do all that is said.
    const some = amountRange(part, members.length)
    const able = some ? ableOf(members, said, judge) : members
    const judged = some
      ? amongst(members, able, said, some, judge)
      : said.map(({ what }) => judge(what, members))
    return {
      members,
      doers: able.length > 0 ? able : members,
      judged,
      value: judged.reduce(
        (sum, judgement) => sum + rank(judgement) - (judgement.status === 'refuted' ? 10 : 0),
        0,
      ),
    }
  })
  const chosen = tried.reduce((a, b) => (b.value > a.value ? b : a))
  const judged = inOrder(said, chosen.judged, truth)
  const moment = momentOf(said, judged)
  const verdicts = [
    ...nouns,
    ...said.map(({ text }, i) => verdict(text, judged[i] as Judgement)),
    ...(link ? [verdict(link.text, isLinked(link, moment, before.moment, truth))] : []),
  ]
  // How many it knocks over is no number of all that there are.
  const named = said.flatMap((one) =>
    'other' in one.what && one.what.other
      ? one.what.other.map((noun) => {
          const { what } = one
          // Of many that are struck, so many do what is told of them.
          const plain = COUNTING.includes(what.does)
            ? { ...(isWholeNumber(noun) ? noun : uncounted(noun)), which: [] }
            : noun
          return { noun: plain, inside: within(said, what, chosen.members, before, truth) }
        })
      : [],
  )
  const spoken = named.flatMap(({ noun, inside }) => whoFits(noun, inside, truth).choices[0] ?? [])
  const mention = named
    .map(({ noun, inside }) => verdict(noun.text, whoFits(noun, inside, truth).judgement))
    .filter(({ status }) => status === 'refuted')
  return {
    verdicts: [...verdicts, ...mention],
    stated: () => statedByClause(clause, chosen.members, before, truth),
    after: recall(
      before,
      chosen.members,
      chosen.doers,
      spoken,
      said.some(({ what }) => STIRRING.includes(what.does)),
      // `Them` are those named last.
      named.map(({ noun }) => wholeOf(noun, before, truth)).findLast((all) => all.length > 1) ?? [],
      moment ?? before.moment,
    ),
  }
}

/** What `it` may mean after a verb: not the subject, but whom the clause named before. */
function within(
  said: Clause['said'],
  what: Happening,
  subject: Member[],
  before: Discourse,
  truth: Truth,
): Discourse {
  const named = said
    .slice(
      0,
      Math.max(
        0,
        said.findIndex((one) => one.what === what),
      ),
    )
    .flatMap((one) => ('other' in one.what && one.what.other ? one.what.other : []))
    .filter(({ pronoun }) => !pronoun)
  const objects = named.map((noun) => whoFits(noun, before, truth).choices[0] ?? [])
  return { ...before, own: { subject, objects: objects.toReversed() } }
}

/** `Blocks`, `more blocks`: no number, and not `the` or `they`. */
function isAnyOfMany(noun: NounMeaning): boolean {
  return noun.plural && noun.determiner === 'bare' && !noun.amount && !noun.part && !noun.heap
}

/** Those of whom all is true that can be said of one. */
function ableOf(
  members: Member[],
  said: Clause['said'],
  judge: (what: Happening, whom: Member[]) => Judgement,
): Member[] {
  const single = isInTurn(said) ? said.filter(({ what }) => !GROUPED.includes(what.does)) : said
  return members.filter((member) =>
    single.every(({ what }) => judge(what, [member]).status === 'verified'),
  )
}

/** How each thing said fares of a part of them: counted over those of whom all else that is said is true. */
function amongst(
  members: Member[],
  able: Member[],
  said: Clause['said'],
  range: [number, number],
  judge: (what: Happening, whom: Member[]) => Judgement,
): Judgement[] {
  return said.map(({ what }) =>
    isInTurn(said) && GROUPED.includes(what.does)
      ? judge(what, able)
      : shareJudged(
          members.map((member) => judge(what, [member])),
          range,
        ),
  )
}

function isInTurn(said: Clause['said']): boolean {
  return said.some(({ what }) => what.does === 'take turns')
}

const COUNTING = ['fell', 'scatter']
/** What takes someone from one place to another, or has them go on. */
const STIRRING = [
  'move',
  'throw',
  'undergo',
  'swing to',
  'land',
  'fell',
  'scatter',
  'hit',
  'fall off',
  'bounce off',
  'knock off',
]

/** Said of many as of one, when they take turns. */
const GROUPED = ['take turns', 'head']

function combine(options: Member[][][]): Member[][] {
  return options
    .reduce<Member[][]>(
      (ways, choices) => ways.flatMap((way) => choices.map((choice) => [...way, ...choice])),
      [[]],
    )
    .filter((way) => way.length > 0)
}
