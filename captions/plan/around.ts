import type { Claim } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { grouped } from '../grouped.ts'
import { isBackdrop } from '../salience.ts'
import { headOf as nounHead } from '../words/nouns.ts'
import type { Book } from './book.ts'
import { isStanceless, stanceOf } from './stance.ts'
import { type Group, IN_VIEW, type Spot, spotsOf } from './spots.ts'
import { isIndoors } from './order.ts'
import { isGround, pairOf, type Teller } from './teller.ts'

/** What stands in one place. */
export interface Scenery {
  groups: Member[][]
  spot: Spot
}

/**
 * What stands around in one place and was not told of yet, the most salient first; undefined when nothing is left. At
 * most `most` nouns.
 */
export function aroundOf(teller: Teller, most: number): Scenery | undefined {
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
  teller.related.add(spot.key)
  for (const { members } of together)
    for (const { id } of members) {
      if (spot.at.kind === 'framed') teller.related.add(`framed ${id}`)
      if (isInDepth(spot.key)) teller.related.add(`deep ${id}`)
    }
  // Said once, and true of each.
  const claims = [...new Set(together.flatMap((group) => spots.get(group)?.claims ?? []))]
  return { groups: together.map(({ members }) => members), spot: { ...spot, claims } }
}

/** Behind or in front of something one is in the background or foreground anyway. */
export function isInDepth(place: string): boolean {
  return /^(?:behind|in front of)\b/.test(place)
}

/** Those told of in a place are told to be there. */
export function noteSpot({ related }: Teller, { at, claims }: Spot): void {
  if (at.kind !== 'place') return
  for (const { args } of claims as Claim<'place'>[]) related.add(pairOf(args.actor, args.other))
}

/** Told in one sentence: what is in one place in one way; what sits there may stand with the rest. */
function partOf(book: Book, { members }: Group, spot: Spot | undefined): string {
  if (!spot) return ''
  const { stance } = stanceOf(book, members, spot.key)
  return `${spot.key} ${stance === 'sit' ? 'stand' : stance}`
}

/** Sides of the picture tell less than other things do, and that a thing stands on the ground least; 0 for none. */
function weightOf({ facts }: Book, spot: Spot | undefined): number {
  if (!spot) return 0
  if (spot.key === IN_VIEW) return 0.1
  const [, other] = /^on (.+)$/.exec(spot.key) ?? []
  if (other !== undefined && isBackdrop(facts.member(other))) return 0.3
  return { framed: 0.7, wall: 0.6 }[spot.at.kind as string] ?? 1
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

/** A track, a cloth or a wall that someone has put there: looked upon, but a thing. */
function isLaid(member: Member, { facts, one }: Book): boolean {
  // Walls are what makes a room.
  const indoors = isIndoors(one('setting')?.args.place) || member.noun.en === 'wall'
  return (
    (['road', 'ground'].includes(member.class) || (member.class === 'wall' && !indoors)) &&
    !isGround(member) &&
    (facts.motions.get(member.id) ?? []).length === 0
  )
}

/** How much sooner what gives off light is named. */
const GLOW = 0.6

function groupsOf({ book, told, detail }: Teller): Group[] {
  const laid = detail === 'full' ? book.facts.members.filter((one) => isLaid(one, book)) : []
  const still = [
    ...book
      .all('still')
      .map(({ args }) => book.facts.member(args.actor))
      .filter((member) => !isBackdrop(member)),
    ...laid,
  ].filter(
    (member) =>
      !told.has(member.id) &&
      // A catapult is there with its arm.
      ![...told].some((id) => book.facts.member(id).noun.en === `${member.noun.en} arm`) &&
      member.kind !== 'grass' &&
      // A pocket is there when something drops into it.
      member.kind !== 'pocket' &&
      !isOutside(member, book.facts) &&
      book.one('exists', { actor: member.id }),
  )
  return [...grouped(still, (member) => member.noun.en).values()]
    .map((members) => ({
      members: [...members].sort((a, b) => (a.id < b.id ? -1 : 1)),
      salience: Math.max(
        ...members.map(
          ({ id }) =>
            (book.one('exists', { actor: id })?.salience ?? 0) +
            (book.one('glows', { actor: id }) ? GLOW : 0),
        ),
      ),
    }))
    .filter(({ members }) => !isOneOfSeveral(members) && !areMoreHollows(members))
    .sort((a, b) => b.salience - a.salience)

  /** `More pits` than the one that a ball fell into are no news. */
  function areMoreHollows(members: Member[]): boolean {
    const noun = members[0]?.noun.en
    return (
      members.every((one) => one.class !== 'road' && isStanceless(one)) &&
      book.facts.members.some((other) => other.noun.en === noun && told.has(other.id))
    )
  }

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
