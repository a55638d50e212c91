import type { Evidence } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { fits } from './judge-things.ts'
import type { NounMeaning } from './meaning.ts'
import { between, once, OPEN, rank, REFUTED, TRUE, type Judgement, type Truth } from './truth.ts'

/** Who was spoken of, the latest first. */
export interface Discourse {
  known: Member[]
  /** Subjects of clauses. */
  subjects: Member[]
  /** Subjects of clauses in which something moved. */
  movers: Member[]
}

/** The actors that a noun phrase may mean, each choice a set, and how well the phrase fits the clip. */
export interface Meant {
  judgement: Judgement
  choices: Member[][]
}

export function meant(noun: NounMeaning, discourse: Discourse, truth: Truth): Meant {
  if (noun.pronoun) return byPronoun(noun, discourse)
  const asked = JSON.stringify([noun.noun, noun.leads, noun.colors, noun.materials, noun.wears])
  const fitting = truth.seen.map((member) => ({
    member,
    judgement: once(truth, `${member.id} ${asked}`, () => fits(noun, member)),
  }))
  const top = Math.max(-1, ...fitting.map(({ judgement }) => rank(judgement)))
  const found = fitting.filter(
    ({ judgement }) => judgement.status !== 'refuted' && rank(judgement) === top,
  )
  if (found.length === 0) return { judgement: REFUTED(whyNot(noun, truth)), choices: [] }
  const members = found.map(({ member }) => member)
  const judgement = (found[0] as { judgement: Judgement }).judgement
  if (noun.plural || noun.amount) return plural(noun, members, judgement, truth)
  if (noun.determiner === 'the') {
    const latest = discourse.known.find((member) => members.includes(member))
    if (latest) return { judgement, choices: [[latest]] }
  }
  const fresh =
    noun.determiner === 'another'
      ? members.filter((member) => !discourse.known.includes(member))
      : members
  return fresh.length > 0
    ? { judgement, choices: fresh.map((member) => [member]) }
    : { judgement: REFUTED({ another: false }), choices: [] }
}

/** After a clause: who is known now, and who was its subject. */
export function recall(
  before: Discourse,
  subjects: Member[],
  others: Member[],
  moved: boolean,
): Discourse {
  return {
    known: [...subjects, ...others, ...before.known],
    subjects: subjects.length > 0 ? subjects : before.subjects,
    movers: moved ? [...subjects, ...before.movers] : before.movers,
  }
}

function byPronoun({ pronoun }: NounMeaning, { subjects, known }: Discourse): Meant {
  const wanted = { her: 'she', him: 'he', them: 'they' }[pronoun ?? ''] ?? pronoun
  if (wanted === 'they')
    return subjects.length > 0
      ? { judgement: TRUE(), choices: [subjects] }
      : { judgement: OPEN(), choices: [] }
  const who = [...subjects, ...known].find((member) => member.noun.pronoun === wanted)
  return who
    ? { judgement: TRUE({ actor: who.id }), choices: [[who]] }
    : { judgement: REFUTED({ pronoun: pronoun ?? null }), choices: [] }
}

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six']
const RANGES: Record<string, [number, number]> = {
  several: [4, 10],
  'a dozen': [11, 13],
  'more than a dozen': [13, 40],
  'dozens of': [24, 10_000],
}

/** A count must be that of all that are seen; a bare plural means any two or more of them. */
function plural(noun: NounMeaning, members: Member[], judgement: Judgement, truth: Truth): Meant {
  const n = members.length
  if (!noun.amount) {
    if (n < 2) return { judgement: REFUTED({ seen: n }), choices: [] }
    return { judgement, choices: [members, ...(n > 2 && n <= 8 ? subsets(members) : [])] }
  }
  const extra = truth.glimpsed.filter(
    (member) => !members.includes(member) && fits(noun, member).status !== 'refuted',
  ).length
  const exact = NUMBERS.indexOf(noun.amount)
  const [low, high] = exact >= 0 ? [exact, exact] : (RANGES[noun.amount] ?? [0, 0])
  const evidence = { seen: n, glimpsed: extra }
  const counted =
    n >= low && n <= high
      ? between(extra, 1000, 0, evidence)
      : n + extra >= low && n <= high
        ? OPEN(evidence)
        : REFUTED(evidence)
  return {
    judgement: rank(counted) < rank(judgement) ? counted : { ...judgement, evidence },
    choices: counted.status === 'refuted' ? [] : [members],
  }
}

/** All ways to leave some out and keep two or more. */
function subsets(members: Member[]): Member[][] {
  return Array.from({ length: 2 ** members.length - 1 }, (_, bits) =>
    members.filter((_member, i) => (bits >> i) & 1),
  ).filter((some) => some.length >= 2)
}

/** `no ball is green: it is red`. */
function whyNot(noun: NounMeaning, truth: Truth): Evidence {
  const named = truth.seen.filter(
    (member) =>
      fits({ ...noun, colors: [], materials: [], wears: null, leads: [] }, member).status ===
      'verified',
  )
  const first = named[0]
  if (!first) return { seen: false, noun: noun.noun }
  return { ...fits(noun, first).evidence, actor: first.id }
}
