import type { Member } from '../facts/member.ts'
import type { Book } from './book.ts'
import { proven, type Phrase } from './phrase.ts'

/** Still things of one noun that are told of together. */
export interface Group {
  members: Member[]
  salience: number
}

/** No stand stands, a hollow does not stand either, and what is painted on the ground does not lie on it. */
const STANCELESS = /(?:stand|pocket|hole|pit|gutter|lane|arrow|line|stripe|marking)$/

/** stand, sit, lie, be parked: by what they are and how flat they lie; with the proof that they stay. */
export function verbFor(book: Book, groups: Group[], key: string): Phrase {
  const members = groups.flatMap((group) => group.members)
  const plural =
    members.length > 1 || members[0]?.noun.plural === members[0]?.noun.en
      ? members.length > 1
      : false
  const proof = members.map(({ id }) => book.one('still', { actor: id }))
  const all = (test: (member: Member) => boolean) => members.every(test)
  const flat = ({ size, noun }: Member) =>
    size[1] < 0.25 * Math.max(size[0], size[2]) &&
    !/bowl|plate|dish|cup|basket|fence|wall|railing|barrier|hedge|gate/.test(noun.en)
  const glow = members.map(({ id }) => book.one('glows', { actor: id }))
  if (key !== 'in view' && glow.every((claim) => claim !== undefined))
    return proven(plural ? 'glow' : 'glows', ...proof, ...glow)
  if (key.startsWith('hangs') || members.every(({ id }) => book.one('hangs', { actor: id })))
    return proven(plural ? 'hang' : 'hangs', ...proof)
  const word = ((): string => {
    if (key === 'in view' || members.some(({ noun }) => STANCELESS.test(noun.en)))
      return plural ? 'are' : 'is'
    if (all((member) => member.class === 'vehicle')) return plural ? 'are parked' : 'is parked'
    if (
      all(
        (member) =>
          member.class === 'water' ||
          (member.class === 'stone' && member.size[1] < 2) ||
          (flat(member) && member.class === 'object'),
      )
    )
      return plural ? 'lie' : 'lies'
    if (key.startsWith('in ') && !key.startsWith('in front')) return plural ? 'lie' : 'lies'
    if (
      key.startsWith('on ') &&
      all(({ class: sort, size }) => ['object', 'ball'].includes(sort) && Math.max(...size) < 0.6)
    )
      return plural ? 'sit' : 'sits'
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
          ].includes(member.class) && !flat(member),
      )
    )
      return plural ? 'stand' : 'stands'
    return plural ? 'are' : 'is'
  })()
  return proven(word, ...proof)
}
