import type { Claim } from '../claim.ts'
import type { Deed } from './deed.ts'
import { STAYING } from './paths.ts'
import { isStanceless } from './stance.ts'
import { isUnique, type Teller } from './teller.ts'

/**
 * From which third of the picture to which it goes, for those who want all: told with its way. Not of whom the camera follows, nor
 * of what comes or goes, strikes or moves twice, for then the way that is told is not all of it; from the left to the right it is told
 * to go anyway.
 */
export function spanOf(teller: Teller, deed: Deed): Claim<'shifts'> | undefined {
  const { book, detail, related } = teller
  const { actor, crowd, enters, leaves, hits, leads, lands, falls, descent } = deed
  const isPart = enters ?? leaves ?? hits ?? leads ?? lands ?? falls ?? descent
  const goesOnce = (book.facts.motions.get(actor) ?? []).length === 1
  if (detail !== 'full' || crowd.length > 1 || isPart || !goesOnce) return undefined
  if (keepsGoing(teller, actor) || book.one('follows', { actor })) return undefined
  const span = book
    .all('shifts', { actor })
    .find(({ args }) => Object.values(args).includes('center'))
  if (span) related.add(`shifts ${actor}`)
  return span
}

/**
 * Where it comes to rest, told with that and not again: next to what, or where in the picture, where the way that it went has not told as
 * much.
 */
export function restOf(
  teller: Teller,
  { actor, heads, crowd }: Pick<Deed, 'actor' | 'heads' | 'crowd'>,
): Rest | undefined {
  const { book, detail, related } = teller
  if (detail === 'brief' || crowd.length > 1) return undefined
  const next = (['next to', 'left of', 'right of'] as const).map((relation) =>
    book
      .all('ends', { actor, relation })
      .filter(
        ({ args }) => isMark(teller, args.other) && !book.one('hits', { actor, other: args.other }),
      )
      .toSorted((a, b) => salience(b) - salience(a)),
  )
  const [near, ...sides] = next as [Claim<'ends'>[], ...Claim<'ends'>[][]]
  // To one side of something, best of what was told of, for those who want all.
  const [side] =
    detail === 'full'
      ? sides
          .flat()
          .toSorted(
            (a, b) => Number(teller.told.has(b.args.other)) - Number(teller.told.has(a.args.other)),
          )
      : []
  const isSideways = heads.some(
    ({ args }) => args.direction === 'left' || args.direction === 'right',
  )
  const inPicture = book
    .all('ends_in')
    .find(({ args }) => args.actors.join() === actor && args.words === 'all')
  const isNews =
    inPicture &&
    !related.has(`shifts ${actor}`) &&
    // Whom the camera follows stays where it is in the picture, and who went to the left ends there.
    !book.one('follows', { actor }) &&
    (inPicture.args.where === 'center' || !isSideways)
  const rest = near[0] ?? side ?? (isNews ? inPicture : undefined)
  if (rest) related.add(`shifts ${actor}`).add(`ends ${actor}`)
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
