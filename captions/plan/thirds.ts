import type { Claim } from '../claim.ts'
import type { Deed } from './deed.ts'
import { STAYING } from './paths.ts'
import { isStanceless } from './stance.ts'
import { isMeant, isUnique, type Teller } from './teller.ts'

/** What a careful viewer adds about where in the picture, and to which side of what, things begin and end. */
export type ThirdDetail =
  /** Where in the picture one begins and ends. */
  | { kind: 'shifts'; claim: Claim<'shifts'> }
  /** Where in the picture all of a noun are before anything happens to them. */
  | { kind: 'begins in'; claim: Claim<'begins_in'> }
  /** To which side of something one is before it moves. */
  | { kind: 'begins beside'; claim: Claim<'begins_beside'> }
  /** How many of a noun are where in the picture in the end. */
  | { kind: 'ends in'; claim: Claim<'ends_in'> }

export function shiftsIn(teller: Teller): ThirdDetail | undefined {
  const claim = teller.book.all('shifts').find(
    ({ args: { actor, from, to } }) =>
      isMeant(teller, actor) &&
      !keepsGoing(teller, actor) &&
      !teller.related.has(`shifts ${actor}`) &&
      // From one side to the other it was told to go.
      ([from, to].includes('center') || !teller.book.one('heads', { actor })),
  )
  if (!claim) return undefined
  teller.related.add(`shifts ${claim.args.actor}`)
  return { kind: 'shifts', claim }
}

export function beginsIn(teller: Teller): ThirdDetail | undefined {
  const { book, told, related } = teller
  const claim = book.all('begins_in').find(({ args: { actors, noun } }) => {
    const [one = '', ...more] = actors
    return (
      !related.has(`begins in ${noun}`) &&
      actors.every((id) => told.has(id)) &&
      (more.length > 0 ||
        (isMeant(teller, one) &&
          !keepsGoing(teller, one) &&
          // Whom the camera follows stays where it is in the picture.
          !book.one('follows', { actor: one }) &&
          !book.one('shifts', { actor: one })))
    )
  })
  if (!claim) return undefined
  related.add(`begins in ${claim.args.noun}`)
  return { kind: 'begins in', claim }
}

export function endsIn(teller: Teller): ThirdDetail | undefined {
  const { book, told, related } = teller
  const claim = book.all('ends_in').find(({ args: { actors, noun, words, where } }) => {
    const [one = ''] = actors
    const all = book.facts.glimpsed.filter((member) => member.noun.en === noun)
    const known = all.length > 1 ? all.some(({ id }) => told.has(id)) : isMeant(teller, one)
    // Of two that were told of one by one, `one of the vans` is nobody.
    const isPart = words !== 'all' && all.length < 3
    const began = book.all('begins_in').find(({ args }) => args.noun === noun)
    return (
      known &&
      !isPart &&
      !related.has(`ends in ${noun}`) &&
      !(words === 'all' && began?.args.where === where) &&
      // Where it went, or from where to where it came, was told.
      !actors.some(
        (actor) =>
          book.one('shifts', { actor }) ||
          (where !== 'center' && book.one('heads', { actor, direction: where })),
      )
    )
  })
  if (!claim) return undefined
  related.add(`ends in ${claim.args.noun}`)
  return { kind: 'ends in', claim }
}

export function beginsBeside(teller: Teller): ThirdDetail | undefined {
  const { book, related } = teller
  const claim = book.all('begins_beside').find(
    ({ args: { actor, other } }) =>
      isMeant(teller, actor) &&
      isMeant(teller, other) &&
      !related.has(`begins beside ${actor}`) &&
      // Where in the picture it began tells as much.
      !related.has(`shifts ${actor}`) &&
      !related.has(`begins in ${book.facts.member(actor).noun.en}`) &&
      // By the side of what it ends beside, or is carried by, it would be told twice.
      !book.one('ends', { actor, other }) &&
      !book.one('over', { actor, other }),
  )
  if (!claim) return undefined
  related.add(`begins beside ${claim.args.actor}`)
  return { kind: 'begins beside', claim }
}

/**
 * Where it comes to rest, told with that and not again: next to what, or where in the picture, where the way that it went has not told as
 * much.
 */
export function restOf(teller: Teller, { actor, heads, crowd }: Deed): Rest | undefined {
  const { book, detail, related } = teller
  if (detail === 'brief' || crowd.length > 1) return undefined
  const [beside] = book
    .all('ends', { actor, relation: 'next to' })
    .filter(
      ({ args }) => isMark(teller, args.other) && !book.one('hits', { actor, other: args.other }),
    )
    .toSorted((a, b) => salience(b) - salience(a))
  const isSideways = heads.some(
    ({ args }) => args.direction === 'left' || args.direction === 'right',
  )
  const inPicture = book
    .all('ends_in')
    .find(({ args }) => args.actors.join() === actor && args.words === 'all')
  const isNews =
    inPicture &&
    // Whom the camera follows stays where it is in the picture, and who went to the left ends there.
    !book.one('follows', { actor }) &&
    (inPicture.args.where === 'center' || !isSideways)
  const rest = beside ?? (isNews ? inPicture : undefined)
  if (rest)
    related
      .add(`ends in ${book.facts.member(actor).noun.en}`)
      .add(`shifts ${actor}`)
      .add(`ends ${actor}`)
  return rest

  function salience({ args }: Claim<'ends'>): number {
    return book.one('exists', { actor: args.other })?.salience ?? 0
  }
}

/** Where it comes to rest. */
export type Rest = Claim<'ends'> | Claim<'ends_in'>

/** Of its noun the only one, and seen as a thing of its own. */
function isMark(teller: Teller, id: string): boolean {
  const { book } = teller
  const member = book.facts.member(id)
  return (
    !isStanceless(member) &&
    isUnique(teller, id) &&
    book.one('exists', { actor: id }) !== undefined &&
    !book.one('hangs', { actor: id })
  )
}

/** What swings or spins ends up nowhere. */
export function keepsGoing({ book }: Teller, actor: string): boolean {
  return book.all('moves', { actor }).some(({ args }) => STAYING.has(args.verb))
}
