import type { Member } from '../facts/member.ts'
import type { Book } from './book.ts'

/** No stand stands, a hollow does not stand either, and what is painted on the ground does not lie on it. */
const STANCELESS = /(?:stand|pocket|hole|pit|gutter|lane|arrow|line|stripe|marking)$/

export function isStanceless({ noun }: Member): boolean {
  return STANCELESS.test(noun.en)
}

/** A pit or pocket: there for what drops into it. */
export function isHollow({ noun }: Member): boolean {
  return /(?:pocket|hole|pit)$/.test(noun.en)
}

/** What is so much higher than wide and may fall stands: a pin, a domino. */
function isTall({ holds }: Book['facts'], { id, size, class: sort }: Member): boolean {
  const high = size[1] >= 1.6 * Math.max(size[0], size[2])
  return sort === 'object' && high && holds.get(id) === 'free'
}

export type Stance = 'glow' | 'hang' | 'be' | 'park' | 'lie' | 'sit' | 'stand'

/** How they stay where they are: by what they are and how flat they lie; with the proof that they stay. */
export function stanceOf(
  book: Book,
  members: Member[],
  key: string,
): { stance: Stance; proof: ({ id: string } | undefined)[] } {
  const proof = members.map(({ id }) => book.one('still', { actor: id }))
  const all = (test: (member: Member) => boolean) => members.every(test)
  const flat = ({ size, noun }: Member) =>
    size[1] < 0.25 * Math.max(size[0], size[2]) &&
    !/bowl|plate|dish|cup|basket|fence|wall|railing|barrier|hedge|gate/.test(noun.en)
  const seated = members.map(({ id }) => book.one('sits', { actor: id }))
  if (key !== 'in view' && seated.every((claim) => claim !== undefined))
    return { stance: 'sit', proof: [...proof, ...seated] }
  const glow = members.map(({ id }) => book.one('glows', { actor: id }))
  if (key !== 'in view' && glow.every((claim) => claim !== undefined))
    return { stance: 'glow', proof: [...proof, ...glow] }
  if (key.startsWith('hangs') || members.every(({ id }) => book.one('hangs', { actor: id })))
    return { stance: 'hang', proof }
  const stance = ((): Stance => {
    if (key === 'in view' || members.some(isStanceless)) return 'be'
    if (all(({ class: sort, size }) => sort === 'vehicle' && Math.max(...size) >= 1)) return 'park'
    if (
      all(
        (member) =>
          member.class === 'water' ||
          (member.class === 'stone' && member.size[1] < 2) ||
          (flat(member) && ['object', 'ground', 'road'].includes(member.class)),
      )
    )
      return 'lie'
    if (key.startsWith('in ') && !key.startsWith('in front')) return 'lie'
    if (
      key.startsWith('on ') &&
      !all((member) => isTall(book.facts, member)) &&
      all(({ class: sort, size }) => ['object', 'ball'].includes(sort) && Math.max(...size) < 0.6)
    )
      return 'sit'
    if (
      all(
        (member) =>
          [
            'plant',
            'building',
            'structure',
            'furniture',
            'light',
            'person',
            'object',
            'stone',
            'wall',
            'vehicle',
          ].includes(member.class) &&
          !flat(member) &&
          member.done.every(({ doing }) => doing !== 'seated'),
      )
    )
      return 'stand'
    return 'be'
  })()
  return { stance, proof }
}
