import type { Member } from '../facts/member.ts'
import { broader, type ColorWord } from '../words/colors.ts'
import { colorOf, type Teller } from './teller.ts'

/** From so many on a row is a long one. */
export const LONG = 12

/** Share of them that are nearly all. */
const MOST = 0.8

/** The colour that nearly all of them have, `colorful` when they have three or more; undefined otherwise. */
export function shadeOf(
  teller: Pick<Teller, 'book'>,
  members: Member[],
): { text: string; proof: { id: string }[] } | undefined {
  const colors = members.map((member) => colorOf(teller, member))
  const named = colors.flatMap((color) => (color ? [color] : []))
  const words = new Set(named.map(({ text }) => text))
  const proof = named.flatMap((color) => color.proof)
  if (words.size === 1 && named.length >= MOST * members.length)
    return { text: [...words][0] as string, proof }
  const families = new Set([...words].map(familyOf))
  if (families.size >= 3 && named.length >= 0.6 * members.length) return { text: 'colorful', proof }
  return undefined
}

/** What nearly all of them are made of, where no colour is told. */
export function stuffOf(
  { book, detail }: Pick<Teller, 'book' | 'detail'>,
  members: Member[],
): { text: string; proof: { id: string }[] } | undefined {
  if (detail === 'brief') return undefined
  const made = members.flatMap(({ id }) => book.one('material', { actor: id }) ?? [])
  const [first] = made
  const same = first && made.filter(({ args }) => args.material === first.args.material)
  return same && same.length >= MOST * members.length
    ? { text: first.args.material, proof: same }
    : undefined
}

/** Teal and turquoise make nothing colorful. */
const FAMILIES: Partial<Record<string, string>> = {
  teal: 'turquoise',
  maroon: 'red',
  olive: 'green',
  tan: 'brown',
  beige: 'brown',
  gold: 'yellow',
  cream: 'white',
}

function familyOf(word: string): string {
  return FAMILIES[word] ?? broader(word as ColorWord)
}
