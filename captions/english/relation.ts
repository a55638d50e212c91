import { isBackdrop } from '../salience.ts'
import { proven, say, type Phrase } from './phrase.ts'
import { definite, isUnique, name, type Teller } from './refer.ts'

/** One more true thing about where something known is; undefined when there is none. */
export function relation(teller: Teller): Phrase | undefined {
  const { book, told, related } = teller
  const key = (a: string, b: string) => [a, b].sort().join('|')
  const claim = book.all('place').find(({ args }) => {
    if (args.relation === 'on' || args.relation === 'above' || args.relation === 'next to') return false
    const other = book.facts.member(args.other)
    const known = told.has(args.actor) && (told.has(args.other) || other.class === 'wall')
    const pair = key(args.actor, args.other)
    const still = book.one('still', { actor: args.actor })
    return known && still && !related.has(pair) && !related.has(args.actor) && isUnique(teller, args.actor) && (other.class === 'wall' || isUnique(teller, args.other)) && !isBackdrop(book.facts.member(args.actor))
  })
  if (!claim) return undefined
  const { actor, other, relation: where } = claim.args
  const words = { 'left of': 'to the left of', 'right of': 'to the right of' }[where as string] ?? where
  const phrase = say`${definite(teller, actor)} ${proven('is', book.one('still', { actor }))} ${proven(words, claim)} ${told.has(other) ? definite(teller, other) : name(teller, other)}`
  related.add(key(actor, other))
  related.add(actor)
  return phrase
}
