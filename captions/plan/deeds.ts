import type { Bounds } from '#scenes'
import type { Claim } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'
import { kept } from '../kept.ts'
import { descentOf } from './descent.ts'
import { gathered } from './gathered.ts'

/** Every verified motion with what belongs to it, most salient first; one deed per actor. */
export const deedsOf = kept((book: Book): readonly Deed[] => gathered(eachDeed(book), book))

/** The same before those that do alike are told of together. */
export const eachDeed = kept((book: Book): readonly Deed[] => {
  const first = new Map<string, Claim<'moves' | 'acts'>>()
  const byTime = <C extends Claim>(claims: C[]) =>
    claims.toSorted((a, b) => a.frames[0] - b.frames[0])
  // Who goes somewhere is told of by that.
  for (const claim of [...byTime(book.all('moves')), ...byTime(book.all('acts'))])
    if (!first.has(claim.args.actor) && book.one('exists', { actor: claim.args.actor }))
      first.set(claim.args.actor, claim)
  const [firstBlow] = book.all('hits').toSorted((a, b) => a.frames[0] - b.frames[0])
  // What has consequences is told first, its cause before them.
  const worth = ({ salience, args: { actor } }: Claim<'moves' | 'acts'>) =>
    salience +
    (book.one('hits', { actor }) ? 0.8 : 0) +
    (firstBlow?.args.actor === actor ? 0.4 : 0) -
    (book.one('hits', { other: actor }) ? 0.8 : 0)
  const later = (claim: Claim<'moves' | 'acts'>) =>
    worth(claim) + (book.one('stops', { actor: claim.args.actor }) ? 0.5 : 0)
  const [main, ...others] = [...first.values()].sort((a, b) => worth(b) - worth(a))
  // After the main one, what ends in the picture goes before what only goes on.
  const ordered = main ? [main, ...others.sort((a, b) => later(b) - later(a))] : []
  return ordered.map((moves): Deed => {
    const { actor } = moves.args
    const during = <C extends { frames: [number, number] }>(claims: C[]) =>
      claims.filter(({ frames }) => frames[0] <= moves.frames[1] && frames[1] >= moves.frames[0])
    // Of this motion, not of the one that begins as it ends.
    const within = <C extends { frames: [number, number] }>(claims: C[]) =>
      claims.filter(
        ({ frames }) => frames[0] < moves.frames[1] - 1 && frames[1] > moves.frames[0] + 1,
      )
    const over = within(book.all('over', { actor })).sort((a, b) => a.frames[0] - b.frames[0])
    const [enters] = during(book.all('enters', { actor }))
    const [leaves] = during(book.all('leaves', { actor }))
    const [starts] = during(book.all('starts', { actor }))
    const [stops] = during(book.all('stops', { actor }))
    const [hits] = during(book.all('hits', { actor }))
    const [pace] = during(book.all('pace', { actor }))
    const [falls] = during(book.all('falls_off', { actor }))
    const [lands] = during(book.all('lands', { actor }))
    const [breaks] = during(book.all('breaks_off', { actor }))
    const descent = descentOf(actor, book)
    const drops =
      lands && !hits && !descent && isDrop(moves, lands, falls, book) ? lands : undefined
    const also = byTime(book.all('acts', { actor })).find((claim) => claim !== moves)
    // Off one ramp onto the next, and off the board that they are on, is how it comes down them.
    const nounOf = (id: string) => book.facts.member(id).noun.en
    const ramps = descent?.down.map(({ args }) => nounOf(args.other)) ?? []
    const [bounces] = descent ? [] : during(book.all('bounces', { actor }))
    const edge = book
      .all('falls_off', { actor })
      .filter(({ args }) => !ramps.includes(nounOf(args.other)))
      .toSorted((a, b) => b.frames[0] - a.frames[0])[0]
    const knocks = during(book.all('knocks', { actor })).find(({ args }) =>
      hits ? args.others.includes(hits.args.other) : true,
    )
    return {
      actor,
      crowd: [actor],
      all: [moves],
      moves,
      ...(also && { also }),
      ...(pace && { pace }),
      ...(hits && { hits }),
      ...(knocks && { knocks }),
      ...(descent ? { descent, ...(edge && { falls: edge }) } : falls && { falls }),
      ...(drops && { lands: drops }),
      ...(bounces && { bounces }),
      ...(breaks && { breaks }),
      heads: descent ? [] : within(book.all('heads', { actor })),
      passes: during(book.all('passes', { actor })),
      over,
      ...(enters && { enters }),
      ...(leaves && { leaves }),
      ...(starts && { starts }),
      ...(stops && { stops }),
    }
  })
})

/** Its motion is above all its fall: down more than along, from its beginning, and not off something. */
function isDrop(
  { frames: [from], args: { actor } }: Claim<'moves' | 'acts'>,
  lands: Claim<'lands'>,
  falls: Claim<'falls_off'> | undefined,
  { facts }: Book,
): boolean {
  if (falls && falls.frames[0] <= lands.frames[0]) return false
  if (facts.member(lands.args.other).class === 'room') return false
  const [a, b] = [from, lands.frames[0]].map((frame) => facts.member(actor).bounds(frame)) as [
    Bounds,
    Bounds,
  ]
  const way = ([0, 1, 2] as const).map((k) => b.min[k] - a.min[k]) as [number, number, number]
  return -way[1] >= Math.hypot(way[0], way[2])
}

/** It swings to and fro, not just once. */
export function turnsBack({ facts }: Book, { moves: { args, frames } }: Deed): boolean {
  return (facts.motions.get(args.actor) ?? []).some(
    ({ from, to, reverses }) => from < frames[1] && to > frames[0] && reverses,
  )
}

/** How far across the picture it gets, as a share of the width. */
export function sweepOf(member: Member): number {
  const xs = member.samples.flatMap(({ seen, x }) => (seen ? [x] : []))
  return Math.max(...xs) - Math.min(...xs)
}
