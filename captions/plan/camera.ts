import { isFlyer } from '#scenes'
import type { Claim } from '../claim.ts'
import { isUnique, type Teller } from './teller.ts'

/** Of what comes into sight the one that a viewer would name first. */
export function revealedBy(teller: Teller): Claim<'reveals'> | undefined {
  return teller.book
    .all('reveals')
    .filter(({ args }) => isUnique(teller, args.actor))
    .toSorted((a, b) => b.salience - a.salience)[0]
}

/** Whom or what a shot may be told to be of: who lives or drives, or what the camera comes close to; not a cue, nor a flock in the sky. */
export function isShotOf(teller: Teller, id: string): boolean {
  const { facts, one } = teller.book
  const member = facts.member(id)
  const size = one('shot', { actor: id })?.args.size ?? ''
  return (
    isUnique(teller, id) &&
    !isFlyer(member.kind) &&
    (!/wide/.test(size) || ['person', 'animal', 'vehicle'].includes(member.class))
  )
}

/** Whom the camera follows; one of many alike is no one to follow. */
export function followedBy(teller: Teller): Claim<'follows'> | undefined {
  const { book } = teller
  const alike = (id: string) => {
    const { en } = book.facts.member(id).noun
    return book.facts.members.filter(({ noun }) => noun.en === en).length
  }
  return book
    .all('follows')
    .find(({ args }) => isUnique(teller, args.actor) && alike(args.actor) <= 3)
}
