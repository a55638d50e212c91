import type { Claim } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { grouped } from '../grouped.ts'
import { isBackdrop } from '../salience.ts'
import type { Detail } from './details.ts'
import { shadeOf, stuffOf } from './shade.ts'
import { broader, type ColorWord } from '../words/colors.ts'
import { colorOf, type Teller } from './teller.ts'

/** Most colours that one sentence lists. */
const SHADES = 5

/** The colours of those of a noun that were told of together. */
export function shadesIn(
  teller: Teller,
  kind: 'shades' | 'among',
): Extract<Detail, { kind: 'shades' | 'among' }> | undefined {
  const { facts } = teller.book
  const many = grouped(
    facts.members.filter((member) => teller.told.has(member.id) && !isBackdrop(member)),
    ({ noun }) => noun.en,
  )
  for (const [noun, members] of many) {
    const all = facts.members.filter((member) => member.noun.en === noun)
    if (members.length < all.length || teller.related.has(`shades ${noun}`)) continue
    const shades = shadesOf(teller, members, kind)
    if (!shades) continue
    teller.related.add(`shades ${noun}`)
    return { kind, members, shades }
  }
  return undefined
}

/** Few are named by their colours one by one. */
export const MANY = 4

/** Two to five colours, most frequent first: all that they have, or those that are proven of some. */
function shadesOf(
  teller: Teller,
  members: Member[],
  kind: 'shades' | 'among',
): { color: string; proof: { id: string }[] }[] | undefined {
  const colors = members.map((member) => colorOf(teller, member))
  if (members.length < MANY || (kind === 'shades' && colors.includes(undefined))) return undefined
  const each = grouped(
    colors.flatMap((color) => color ?? []),
    ({ text }) => text,
  )
  if (each.size < 2 || (kind === 'shades' && each.size > SHADES)) return undefined
  return [...each]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, kind === 'among' ? 3 : SHADES)
    .map(([color, all]) => ({ color, proof: all.flatMap(({ proof }) => proof) }))
}

/** That trees are dark green is no news either. */
function isUsual(usual: string | null, color: string): boolean {
  return usual !== null && (usual === color || usual === broader(color as ColorWord))
}

/** The one colour proven of some of many that were told of without any. */
export function tintIn(teller: Teller): Extract<Detail, { kind: 'tint' }> | undefined {
  const { book, told, related } = teller
  const many = grouped(
    book.facts.members.filter((member) => told.has(member.id) && !isBackdrop(member)),
    ({ noun }) => noun.en,
  )
  for (const [noun, members] of many) {
    const all = book.facts.glimpsed.filter((member) => member.noun.en === noun)
    const isPart = all.length > members.length
    if (members.length < MANY || isPart || related.has(`shades ${noun}`)) continue
    if (shadeOf(teller, members) ?? stuffOf(teller, members)) continue
    const claims = members.flatMap(({ id }) => book.one('color', { actor: id }) ?? [])
    const [first] = claims as [Claim<'color'> | undefined]
    if (!first || claims.some(({ args }) => args.color !== first.args.color)) continue
    if (
      claims.length < MANY ||
      members.some(({ noun: { usual } }) => isUsual(usual, first.args.color))
    )
      continue
    related.add(`shades ${noun}`)
    return { kind: 'tint', members, claims }
  }
  return undefined
}
