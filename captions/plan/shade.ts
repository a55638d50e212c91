import type { Member } from '../facts/member.ts'
import { broader, type ColorWord } from '../words/colors.ts'
import { colorOf, type Teller } from './teller.ts'

/** From so many on a row is a long one. */
export const LONG = 12

/** The colour that nearly all of them have, `colorful` when they have three or more; undefined otherwise. */
export function shadeOf(
  teller: Pick<Teller, 'book'>,
  members: Member[],
): { text: string; proof: { id: string }[] } | undefined {
  const colors = members.map((member) => colorOf(teller, member))
  const named = colors.flatMap((color) => (color ? [color] : []))
  const words = new Set(named.map(({ text }) => text))
  const proof = named.flatMap((color) => color.proof)
  if (words.size === 1 && named.length >= 0.8 * members.length)
    return { text: [...words][0] as string, proof }
  const families = new Set([...words].map(familyOf))
  if (families.size >= 3 && named.length >= 0.6 * members.length) return { text: 'colorful', proof }
  return undefined
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
