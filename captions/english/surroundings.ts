import type { Claim, Relation } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { grouped } from '../grouped.ts'
import { isBackdrop } from '../salience.ts'
import { headOf as nounHead } from '../words/nouns.ts'
import type { Book } from './book.ts'
import { list, proven, say, type Phrase } from './phrase.ts'
import { definite, isUnique, name, pairOf, several, type Teller } from './refer.ts'
import { FRAMED } from './relation.ts'
import { verbFor, type Group } from './stance.ts'

/** Where a group is, and the key by which groups in one place share a sentence. */
interface Spot {
  key: string
  /** Made when the sentence is, so that what it mentions is known from then on. */
  words: () => Phrase
}

/**
 * One sentence about what stands around and was not told of yet, the most salient first; undefined when
 * nothing is left. At most `most` nouns.
 */
export function surroundings(teller: Teller, most: number): Phrase | undefined {
  const groups = groupsOf(teller)
  const spots = new Map(groups.map((group) => [group, spotOf(teller, group)]))
  // The place of which most is to be told comes first, not that of the largest thing.
  const [best] = [
    ...grouped(groups, (group) => partOf(teller.book, group, spots.get(group))).values(),
  ]
    .map((all) => {
      const [first] = all as [Group, ...Group[]]
      const together = all
        .filter((group) => group === first || headOf(group) !== headOf(first))
        .slice(0, most)
      const worth = together.reduce((sum, { salience }, n) => sum + salience / 2 ** n, 0)
      return { together, worth: worth * weightOf(teller.book, spots.get(first)) }
    })
    .filter(({ worth }) => worth > 0)
    .sort((a, b) => b.worth - a.worth)
  const spot = best && spots.get(best.together[0] as Group)
  if (!best || !spot) return undefined
  const { together } = best
  const verb = verbFor(teller.book, together, spot.key)
  teller.related.add(spot.key)
  if (spot.key in FRAMED)
    for (const { members } of together)
      for (const { id } of members) teller.related.add(`framed ${id}`)
  const wished = teller.random.unit() < 0.4 && !spot.key.startsWith('hangs') && spot.key !== IN_VIEW
  // Two in a row would read like a list.
  const inverted = !teller.related.delete('inverted') && wished
  if (inverted) teller.related.add('inverted')
  // Said once, and true of each.
  const where = () =>
    together
      .flatMap((group) => spots.get(group)?.words() ?? [])
      .reduce((all, { claims }) => ({ ...all, claims: [...new Set([...all.claims, ...claims])] }))
  const what = () =>
    list(
      together.map(({ members }) =>
        several(
          teller,
          members.map(({ id }) => id),
        ),
      ),
    )
  if (inverted) {
    const first = where()
    return say`${first} ${verb} ${what()}`
  }
  const first = what()
  return say`${first} ${verb} ${where()}`
}

/** Told in one sentence: what is in one place, and either glows or does not. */
function partOf(book: Book, { members }: Group, spot: Spot | undefined): string {
  const glows = members.every(({ id }) => book.one('glows', { actor: id }))
  return `${spot?.key ?? ''}${glows ? ' glowing' : ''}`
}

/** Where it is cannot be told, but that it is there. */
const IN_VIEW = 'in view'

/** Sides of the picture tell less than other things do, and that a thing stands on the ground least; 0 for none. */
function weightOf({ facts }: Book, spot: Spot | undefined): number {
  if (!spot) return 0
  if (spot.key === IN_VIEW) return 0.1
  const [, other] = /^on (.+)$/.exec(spot.key) ?? []
  if (other !== undefined && isBackdrop(facts.member(other))) return 0.3
  return spot.key in FRAMED ? 0.7 : 1
}

/** What is seen through a window would be taken for being in the room. */
function isOutside(member: Member, { members }: Book['facts']): boolean {
  const room = members.find((other) => other.class === 'room')
  if (!room) return false
  const [box, own] = [room.bounds(0), member.bounds(0)]
  return ([0, 2] as const).some((k) => own.max[k] < box.min[k] || own.min[k] > box.max[k])
}

function headOf({ members }: Group): string {
  return nounHead(members[0]?.noun.en ?? '')
}

function groupsOf({ book, told }: Teller): Group[] {
  const still = book
    .all('still')
    .map(({ args }) => book.facts.member(args.actor))
    .filter(
      (member) =>
        !told.has(member.id) &&
        !isBackdrop(member) &&
        member.kind !== 'grass' &&
        !isOutside(member, book.facts) &&
        book.one('exists', { actor: member.id }),
    )
  return [...grouped(still, (member) => member.noun.en).values()]
    .map((members) => ({
      members: [...members].sort((a, b) => (a.id < b.id ? -1 : 1)),
      salience: Math.max(
        ...members.map(({ id }) => book.one('exists', { actor: id })?.salience ?? 0),
      ),
    }))
    .filter(({ members }) => !isOneOfSeveral(members))
    .sort((a, b) => b.salience - a.salience)

  /** `Another cube` would be the last: not where more of them are to be seen that are not told of. */
  function isOneOfSeveral(members: Member[]): boolean {
    const noun = members[0]?.noun.en
    const others = book.facts.members.filter(
      (other) => other.noun.en === noun && !told.has(other.id) && !members.includes(other),
    )
    return members.length === 1 && others.length > 0
  }
}

/** The best place to tell a group by that was not used yet; one that was, when there is no other. */
function spotOf(teller: Teller, group: Group): Spot | undefined {
  const spots = spotsOf(teller, group)
  return (
    spots.find(({ key }) => !teller.related.has(key)) ??
    (teller.detail === 'full' ? spots[0] : undefined)
  )
}

function spotsOf({ book, told, related, ...rest }: Teller, { members }: Group): Spot[] {
  const teller = { book, told, related, ...rest }
  const places = (relation: Relation, fits: (other: Member) => boolean) =>
    shared(members, (member) =>
      book
        .all('place', { actor: member.id, relation })
        .filter(({ args }) => fits(book.facts.member(args.other))),
    )
  const held = places('in', () => true)
  const wall = shared(members, (member) => book.all('hangs', { actor: member.id }))
  const on = places('on', (other) => !isBackdrop(other))
  const near = (['next to', 'behind', 'in front of', 'left of', 'right of'] as const).flatMap(
    (relation) => {
      const claims = places(
        relation,
        (other) =>
          told.has(other.id) &&
          isUnique(teller, other.id) &&
          !isBackdrop(other) &&
          !book.one('hangs', { actor: other.id }) &&
          !/ceiling|chandelier/.test(other.noun.en) &&
          book.one('still', { actor: other.id }) !== undefined,
      )
      return claims ? [at(relation, claims)] : []
    },
  )
  // Far to the left of something is better told as on the left.
  const beside = near.filter(({ key }) => !/^(?:left|right) of/.test(key))
  const framed = (['background', 'foreground', 'left', 'right', 'center'] as const).flatMap(
    (where): Spot[] => {
      const claims = members.map(({ id }) => book.one('framed', { actor: id, where }))
      return claims.every((claim) => claim !== undefined)
        ? [
            {
              key: where,
              words: () => proven(FRAMED[where], ...claims),
            },
          ]
        : []
    },
  )
  // That a house stands on the ground goes without saying.
  const ground = members.every((member) => member.class !== 'building')
    ? places('on', isBackdrop)
    : undefined
  return [
    ...(held ? [at('in', held)] : []),
    ...(wall
      ? [
          {
            key: `hangs ${wall[0]?.args.other}`,
            words: () =>
              say`${proven('on', ...wall)} ${proven('the wall', book.one('exists', { actor: wall[0]?.args.other ?? '' }))}`,
          },
        ]
      : []),
    ...(on ? [at('on', on)] : []),
    ...(eitherSide(teller, members) ?? []),
    ...beside.slice(0, 1),
    ...framed,
    ...(bothSides(teller, members) ?? []),
    ...beside.slice(1),
    ...near.filter((spot) => !beside.includes(spot)),
    ...(ground ? [at('on', ground)] : []),
    ...(rest.detail === 'full' ? [{ key: IN_VIEW, words: () => say`in view` }] : []),
  ]

  function at(relation: string, claims: Claim<'place'>[]): Spot {
    const other = claims[0]?.args.other as string
    const words =
      { 'left of': 'to the left of', 'right of': 'to the right of' }[relation] ?? relation
    const tell = () => {
      for (const { args } of claims) teller.related.add(pairOf(args.actor, args.other))
      return say`${proven(words, ...claims)} ${name(teller, other)}`
    }
    return { key: `${relation} ${other}`, words: tell }
  }
}

/** One to the left, one to the right of something known. */
function eitherSide(
  { book, told, earlier }: Pick<Teller, 'book' | 'told' | 'earlier'>,
  members: Member[],
): Spot[] | undefined {
  const [a, b] = members
  if (!a || !b || members.length > 2) return undefined
  for (const [left, right] of [
    [a, b],
    [b, a],
  ] as const)
    for (const claim of book.all('place', { actor: left.id, relation: 'left of' })) {
      const across = book.one('place', {
        actor: right.id,
        relation: 'right of',
        other: claim.args.other,
      })
      const { other } = claim.args
      if (across && told.has(other) && book.one('still', { actor: other }))
        return [
          {
            key: `either ${other}`,
            words: () =>
              say`${proven('on either side of', claim, across)} ${definite({ book, earlier }, other)}`,
          },
        ]
    }
  return undefined
}

/** Some in the left third of the picture, the others in the right. */
function bothSides({ book }: Pick<Teller, 'book'>, members: Member[]): Spot[] | undefined {
  const sides = members.map(
    ({ id }) =>
      book.one('framed', { actor: id, where: 'left' }) ??
      book.one('framed', { actor: id, where: 'right' }),
  )
  const both =
    members.length > 1 &&
    sides.every((claim) => claim !== undefined) &&
    new Set(sides.map((claim) => claim?.args.where)).size === 2
  return both ? [{ key: 'sides', words: () => proven('on either side', ...sides) }] : undefined
}

/** One claim per member, all about the same other actor; undefined when some member lacks it. */
function shared<P extends 'place' | 'hangs'>(
  members: Member[],
  claims: (member: Member) => Claim<P>[],
): Claim<P>[] | undefined {
  const each = members.map(claims)
  const other = each[0]?.find(({ args }) =>
    each.every((own) => own.some((claim) => claim.args.other === args.other)),
  )?.args.other
  if (other === undefined || members.some(({ id }) => id === other)) return undefined
  return each.map((own) => own.find(({ args }) => args.other === other) as Claim<P>) // `other` is among each one's
}
