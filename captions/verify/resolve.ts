import type { Evidence } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { NUMBERS } from './amounts.ts'
import { isHeap } from './judge-falls.ts'
import { farEnd, middlePart } from './judge-machines.ts'
import { courseOf } from './course.ts'
import { fits } from './judge-things.ts'
import type { NounMeaning } from './meaning.ts'
import { between, once, OPEN, rank, REFUTED, TRUE, type Judgement, type Truth } from './truth.ts'

/** Who was spoken of, the latest first. */
export interface Discourse {
  known: Member[]
  /** Subjects of clauses. */
  subjects: Member[]
  /** Those of the last subjects who did what was told: four of the balls. */
  doers: Member[]
  /** The latest many that were spoken of. */
  group: Member[]
  /** Subjects of clauses in which something moved. */
  movers: Member[]
  /** When what was told last began, and when the last thing of it ended; null where nothing happened. */
  moment: Moment | null
  /** The subject of the clause that is read, whom `it` after its verb does not mean, and whom it names so far. */
  own?: { subject: Member[]; objects: Member[][] }
}

/** Frames of the first and of the last thing that a clause tells. */
export interface Moment {
  first: [number, number]
  last: [number, number]
}

/** The actors that a noun phrase may mean, each choice a set, and how well the phrase fits the clip. */
export interface Meant {
  judgement: Judgement
  choices: Member[][]
}

export function meant(noun: NounMeaning, discourse: Discourse, truth: Truth): Meant {
  if (noun.part ?? noun.heap) return partOf(noun, discourse, truth)
  if (noun.pronoun) return byPronoun(noun, discourse)
  const asked = JSON.stringify([noun.noun, noun.leads, noun.colors, noun.materials, noun.wears])
  if (noun.colors.includes('colorful')) return colorful(noun, discourse, truth)
  const fitting = truth.seen.map((member) => ({
    member,
    judgement: once(truth, `${member.id} ${asked}`, () => fits(noun, member)),
  }))
  const top = Math.max(-1, ...fitting.map(({ judgement }) => rank(judgement)))
  const found = fitting.filter(
    ({ judgement }) => judgement.status !== 'refuted' && rank(judgement) === top,
  )
  if (found.length === 0) return { judgement: REFUTED(whyNot(noun, truth)), choices: [] }
  const all = found.map(({ member }) => member)
  // Other than who does it, where that is one of them; else than who was told of last.
  const doer = discourse.own?.subject.find((one) => all.includes(one))
  const spoken = doer ?? discourse.subjects[0]
  const members = all.filter((one) => !noun.others || one !== spoken)
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

/** The number is of all that there are, in `all three`, `two of the five` and `a tower of ten`; else of whom it happens to. */
export function isWholeNumber({ part, heap }: NounMeaning): boolean {
  return part !== null || heap !== null
}

export function uncounted(noun: NounMeaning): NounMeaning {
  return { ...noun, amount: null }
}

/** All who the noun phrase is about, whichever of them is meant. */
export function wholeOf(noun: NounMeaning, discourse: Discourse, truth: Truth): Member[] {
  const { choices } = meant({ ...noun, part: null, heap: null, amount: null }, discourse, truth)
  return choices[0] ?? []
}

/** The first or last of them to go; a row or tower of them; for `two of them` all, of whom two do it. */
function partOf(noun: NounMeaning, discourse: Discourse, truth: Truth): Meant {
  const all = meant({ ...noun, part: null, heap: null }, discourse, truth)
  const [members] = all.choices
  if (!members) return all
  const heap = noun.heap ? isHeap(members, noun.heap, truth) : all.judgement
  const counted = NUMBERS.indexOf(noun.amount ?? '')
  if (noun.pronoun && counted >= 0 && counted !== members.length)
    return { judgement: REFUTED({ seen: members.length }), choices: [] }
  const whole = { ...all, judgement: rank(heap) < rank(all.judgement) ? heap : all.judgement }
  const [end = '', many = 'one'] = (noun.part ?? '').split(' ')
  const n = NUMBERS.indexOf(many)
  if (end === 'far' || end === 'between') return rowPart(end, n, discourse, truth)
  if (end !== 'first' && end !== 'last') return { ...whole, choices: [members] }
  const going = members
    .flatMap((member) => {
      const { span } = courseOf(member, truth)
      return span ? [{ member, at: span[0] }] : []
    })
    .sort((a, b) => a.at - b.at)
  if (n > 1) {
    const some = end === 'first' ? going.slice(0, n) : going.slice(-n)
    return some.length === n
      ? { ...whole, choices: [some.map(({ member }) => member)] }
      : { judgement: REFUTED({ going: going.length }), choices: [] }
  }
  const edge = end === 'first' ? going[0] : going.at(-1)
  if (!edge) return { judgement: REFUTED({ moves: false }), choices: [] }
  // Two that set off within a frame or so are both the first.
  const near = going.filter(({ at }) => Math.abs(at - edge.at) <= 2).map(({ member }) => [member])
  return { ...whole, choices: near }
}

/** Of the row whose end was spoken of: as many at its other end, or those between. */
function rowPart(which: 'far' | 'between', n: number, discourse: Discourse, truth: Truth): Meant {
  const [one] = discourse.subjects
  const row = truth.seen.filter((member) => one && member.noun.en === one.noun.en)
  const near = discourse.subjects
  const found =
    which === 'far' ? farEnd(row, near, near.length) : middlePart(row, discourse.subjects.length)
  return found.length === n
    ? { judgement: TRUE(), choices: [found] }
    : { judgement: REFUTED({ found: found.length }), choices: [] }
}

/**
 * After a clause: who is known now, and who was its subject.
 * @param subjects whom its subject is about
 * @param doers those of them who do what it tells
 */
export function recall(
  before: Discourse,
  subjects: Member[],
  doers: Member[],
  others: Member[],
  moved: boolean,
  group: Member[],
  moment: Moment | null,
): Discourse {
  return {
    moment,
    group: subjects.length > 1 ? subjects : group.length > 1 ? group : before.group,
    known: [...subjects, ...others, ...before.known],
    subjects: subjects.length > 0 ? subjects : before.subjects,
    doers: doers.length > 0 ? doers : before.doers,
    movers: moved ? [...subjects, ...before.movers] : before.movers,
  }
}

/** Three colours or more among them. */
function colorful(noun: NounMeaning, discourse: Discourse, truth: Truth): Meant {
  const plain = { ...noun, colors: noun.colors.filter((color) => color !== 'colorful') }
  const whole = meant(plain, discourse, truth)
  const members = whole.choices[0] ?? []
  const found = once(truth, `colors of ${members.map(({ id }) => id).join(' ')}`, () =>
    COLOR_NAMES.filter((color) =>
      members.some((member) => fits({ ...plain, colors: [color] }, member).status === 'verified'),
    ),
  )
  const families = new Set(found.map((color) => SHADES[color] ?? color))
  const judged = between(families.size, 1, 3, { colors: found.join(' ') })
  return { ...whole, judgement: rank(judged) < rank(whole.judgement) ? judged : whole.judgement }
}

/** Two words for what most would call one colour. */
const SHADES: Record<string, string> = {
  gold: 'yellow',
  maroon: 'red',
  teal: 'turquoise',
  tan: 'brown',
}

const COLOR_NAMES = [
  'gold',
  'maroon',
  'teal',
  'tan',
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'white',
  'black',
  'brown',
  'turquoise',
  'gray',
]

function byPronoun(
  { pronoun }: NounMeaning,
  { subjects, doers, known, group, own }: Discourse,
): Meant {
  const wanted = { her: 'she', him: 'he', them: 'they' }[pronoun ?? ''] ?? pronoun
  if (wanted === 'same') return { judgement: TRUE(), choices: [doers] }
  if (wanted === 'they') {
    const named = own?.objects.find((all) => all.length > 1)
    const many = named ?? (subjects.length > 1 || group.length === 0 ? subjects : group)
    return many.length > 0
      ? { judgement: TRUE(), choices: [many] }
      : { judgement: OPEN(), choices: [] }
  }
  const who = [...(own?.objects ?? []).flat(), ...subjects, ...known].find(
    (member) => member.noun.pronoun === wanted && !own?.subject.includes(member),
  )
  return who
    ? { judgement: TRUE({ actor: who.id }), choices: [[who]] }
    : { judgement: REFUTED({ pronoun: pronoun ?? null }), choices: [] }
}

const RANGES: Record<string, [number, number]> = {
  several: [4, 10],
  'a dozen': [11, 13],
  'more than a dozen': [13, 40],
  'dozens of': [24, 10_000],
  // 十几, 二十来, 上百.
  'over ten': [11, 19],
  'about twenty': [18, 24],
  'hundreds of': [100, 10_000],
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
