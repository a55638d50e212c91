import { every, grade, round, type Draft, type Heading, type Predicate } from '../claim.ts'
import { setsOffAt, stirsAt } from '../facts/contacts.ts'
import type { Facts } from '../facts/facts.ts'
import { fateOf } from '../facts/fate.ts'
import type { Member } from '../facts/member.ts'
import { carrier, uprightOf } from '../facts/motion.ts'
import { rowsOf, standersOf } from '../facts/rows.ts'
import { middleOf } from '../facts/support.ts'
import { median, length, subtract } from '../geometry.ts'
import { salienceOf } from '../salience.ts'
import { cosine, HEADINGS } from './heads.ts'
import { share } from './tally.ts'
import { topples } from './topples.ts'

/**
 * Three or more of a row topple in turn. Share of them that topple, seen before and after: true from 0.8, false below 0.5.
 * Share of them, but the first, whose nearest one to fall before them fell just before and no farther off than 2.2 times
 * the spacing: true from 0.9, false below 0.6. Seconds from the first to the last: true from 0.25, false below 0.1.
 * Where to: the way from where the first stood to where the last stood, by their pixels, as in `heads`; it must be at least 0.55 of the way
 * from one to the next, false from 0.25: round a spiral the fall runs nowhere.
 */
const TOPPLE = { no: 0.5, yes: 0.8 }
const IN_TURN = { no: 0.6, yes: 0.9 }
const LASTS = { no: 0.1, yes: 0.25 }
const ALONG = { no: 0.25, yes: 0.7 }
const STRAIGHT = { no: 0.25, yes: 0.55 }
const SPACING = 2.2
/** A row has a direction only when it is so much of all that fall. */
const MOST = 0.8
/** Of so many of a noun, when none of the others is seen to stand, `the dominoes` are told to fall: two may do it unseen. */
const NEARLY = 0.9
/** Seconds after the last one of a row within which the next row goes on where one between them is not seen. */
const GOES_ON = 0.4
/** Degrees that one leans at the end from which it is over. */
const OVER = 45

export const chain: Predicate<'chain'> = {
  name: 'chain',
  doc: 'The ones of a row topple one after another, each struck by the one before.',
  propose: (facts) =>
    [...standersOf(facts)].flatMap(([noun, members]) =>
      fallenRows(members, facts).flatMap((fell): Draft<'chain'>[] => {
        const [first, last] = [fell[0], fell.at(-1)]
        if (fell.length < 3 || !first || !last) return []
        const draft = (direction?: Heading): Draft<'chain'> => ({
          predicate: 'chain',
          args: {
            actors: fell.map(({ id }) => id),
            noun,
            words: amountOf(
              fell.map(({ id }) => id),
              noun,
              facts,
            ),
            ...(direction && { direction }),
          },
          frames: framesOf(fell, facts),
          salience: Math.max(...fell.map((member) => salienceOf(member, facts))) + 0.6,
        })
        const found = [undefined, ...HEADINGS].map(draft)
        return found.filter((one) => chain.verify(one, facts).status === 'verified').slice(-1)
      }),
    ),
  verify({ args: { actors, noun, words, direction } }, facts) {
    const amount = amountOf(actors, noun, facts)
    if (amount !== words) return { status: 'refuted', margin: -1, evidence: { amount } }
    const members = actors.map((id) => facts.member(id))
    const over = members.filter((member) => isOver(member, facts) === 'yes')
    const times = members.map(({ id }) => setsOffAt(id, facts) ?? Number.NaN)
    const stirs = actors.map((id) => stirsAt(id, facts))
    const lasts = Math.max(...stirs) - Math.min(...stirs)
    const turns = inTurn(members, times)
    const verdict = every(
      grade(over.length / members.length, TOPPLE, { topple: over.length, of: members.length }),
      grade(turns, IN_TURN, { in_turn: round(turns) }),
      grade(lasts, LASTS, { seconds: round(lasts), from: round(Math.min(...times)) }),
    )
    if (!direction) return verdict
    const [first, last] = [members[0] as Member, members.at(-1) as Member]
    const [a, b] = [spotOf(first), spotOf(last)]
    if (!a || !b) return { status: 'untestable', margin: 0, evidence: { spots: false } }
    // Where others fall as well, the fall goes on to somewhere else.
    const falling = (standersOf(facts).get(noun) ?? []).filter(
      (one) => fateOf(one, facts) === 'fallen',
    ).length
    if (members.length < MOST * falling)
      return { status: 'untestable', margin: 0, evidence: { falling, of: members.length } }
    const along = cosine(subtract(b, a), direction, { from: 0, to: 0 }, facts)
    const straight = straightnessOf(members)
    const onward = grade(straight, STRAIGHT, { straight: round(straight) })
    return every(verdict, grade(along, ALONG, { cosine: round(along) }), onward)
  },
}

/** Those of each row that fall, in order; rows that go on in each other are one. */
function fallenRows(members: Member[], facts: Facts): Member[][] {
  const at = (member: Member | undefined) => (member && setsOffAt(member.id, facts)) ?? Infinity
  return rowsOf(members)
    .map((row) =>
      inOrder(
        row.filter((member) => isOver(member, facts) !== 'no' && facts.members.includes(member)),
        facts,
      ),
    )
    .filter((row) => row.length > 0)
    .sort((a, b) => at(a[0]) - at(b[0]))
    .reduce<Member[][]>((rows, row) => {
      const before = rows.at(-1)
      const late = at(row[0]) - at(before?.at(-1))
      const joint = [...(before ?? []), ...row]
      return before && late >= 0 && late <= GOES_ON && inTurn(joint, joint.map(at)) >= IN_TURN.yes
        ? [...rows.slice(0, -1), joint]
        : [...rows, row]
    }, [])
}

/** How many of the noun there are to be seen, whether they could topple or not. */
function possible(noun: string, facts: Facts): number {
  return facts.members.filter((member) => member.noun.en === noun).length
}

/** `perhaps` where it topples unseen. */
function isOver(member: Member, facts: Facts): 'yes' | 'perhaps' | 'no' {
  const found = (facts.motions.get(member.id) ?? []).map(
    ({ from, to }) =>
      topples.verify({ args: { actor: member.id }, frames: [from, to] }, facts).status,
  )
  if (found.includes('verified')) return 'yes'
  // One that only leans at the end has not toppled, seen or not.
  const over = uprightOf(carrier(member.cast, facts.take), facts.frames - 1) >= OVER
  return over && found.includes('untestable') ? 'perhaps' : 'no'
}

/** Most of them is said only when one of the others stands for sure. */
function amountOf(actors: string[], noun: string, facts: Facts): string {
  const amount = share(actors.length, possible(noun, facts))
  const others = (standersOf(facts).get(noun) ?? []).filter(({ id }) => !actors.includes(id))
  const sure = others.some((one) => fateOf(one, facts) === 'standing')
  if (amount !== 'most' || sure) return amount
  return actors.length >= NEARLY * possible(noun, facts) ? 'all' : 'several'
}

function inOrder(members: Member[], facts: Facts): Member[] {
  const at = ({ id }: Member) => setsOffAt(id, facts) ?? Infinity
  return [...members].sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1))
}

/** Share of them, but the first, that stand next to one that fell before. */
function inTurn(members: Member[], times: number[]): number {
  const places = members.map((member) => middleOf(member, 0))
  const apart = (i: number, j: number) =>
    length(subtract(places[i] as [number, number, number], places[j] as [number, number, number]))
  const nearest = members.map((_, i) =>
    Math.min(...members.flatMap((_, j) => (i === j ? [] : [apart(i, j)]))),
  )
  const spacing = median(nearest)
  const struck = members.map((_, i) =>
    members.some(
      (_, j) =>
        i !== j && (times[j] as number) < (times[i] as number) && apart(i, j) <= SPACING * spacing,
    ),
  )
  return struck.filter(Boolean).length / Math.max(1, members.length - 1)
}

/** The way from the first to the last, over that from each to the next. */
function straightnessOf(members: Member[]): number {
  const places = members.map((member) => middleOf(member, 0))
  const steps = places.slice(1).map((place, i) => length(subtract(place, places[i] ?? place)))
  const [first, last] = [places[0], places.at(-1)]
  return first && last ? length(subtract(last, first)) / steps.reduce((a, b) => a + b, 0) : 0
}

/** Where its pixels are in the world when it is first seen. */
function spotOf({ samples }: Member) {
  return samples.find(({ seen, spot }) => seen && spot)?.spot ?? undefined
}

function framesOf(members: Member[], facts: Facts): [number, number] {
  const starts = members.map(({ id }) => (setsOffAt(id, facts) ?? 0) * facts.fps)
  const ends = members.map(({ id }) => overAt(id, facts))
  return [Math.floor(Math.min(...starts)), Math.min(facts.frames, Math.ceil(Math.max(...ends)))]
}

/** Frame at which it is over: leaning by half a right angle, by the physics; else when it rests. */
function overAt(id: string, { take, motions, fps }: Facts): number {
  const tips = take.events.find(({ kind, actor }) => kind === 'topples' && actor === id)
  return tips?.until === undefined ? (motions.get(id)?.at(-1)?.to ?? 0) : tips.until * fps
}
