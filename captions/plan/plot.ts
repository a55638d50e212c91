import type { Claim } from '../claim.ts'
import { kept } from '../kept.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'
import { eachDeed } from './deeds.ts'

/** A cause and what it does to many: a ball and a row of dominoes, a tower and what runs into it. */
export interface Tale {
  /** What starts it; without one, it starts by itself. */
  cause?: Deed
  /** What sets the cause itself going: a cue. */
  starter?: Claim<'hits'>
  /** The arm or seesaw that throws the cause, or that throws something at nothing. */
  thrown?: Claim<'throws'>
  /** Who drops on the seesaw. */
  dropper?: Deed
  relay?: Claim<'relays'>
  row?: Claim<'chain'>
  pile?: Claim<'collapses'>
  /** What is struck, when it does not come down as a whole. */
  heap?: Claim<'stacked'>
  /** Those that the cause knocks over, or apart. */
  fells?: Claim<'knocks'>
  hits?: Claim<'hits'>
  /** What the last one of the row sends off an edge, knocks over or bumps into. */
  last?: Claim<'knocks' | 'hits'>
  /** How many stand at the end. */
  stand?: Claim<'tally'>
  /** Of those that roll apart, how many drop into pockets. */
  sunk: Claim<'pockets'>[]
  /** All of whom it tells. */
  actors: Set<string>
}

/** Share of all of the noun from which a heap stands for them. */
const MOSTLY = 0.6

function shareOfNoun({ args }: Claim<'collapses'>, { facts }: Book): number {
  const all = facts.glimpsed.filter(({ noun }) => noun.en === args.noun).length
  return args.actors.length / Math.max(1, all)
}

/** The tale of a clip, when something happens to three or more of one noun, or a machine does its work. */
export const taleOf = kept((book: Book): Tale | undefined => {
  const deeds = eachDeed(book)
  const whole = (claim: Claim<'collapses' | 'stacked'>) =>
    book.facts.glimpsed.filter(({ noun }) => noun.en === claim.args.noun).length ===
    claim.args.actors.length
  const [relay] = book.all('relays')
  if (relay)
    return {
      relay,
      sunk: [],
      actors: new Set([...relay.args.actors, ...relay.args.between, ...relay.args.others]),
    }
  const [thrown] = book.all('throws')
  const [row] = book.all('chain')
  const [pile] = row
    ? []
    : book
        .all('collapses')
        .filter((claim) => shareOfNoun(claim, book) >= MOSTLY)
        .toSorted((a, b) => Number(whole(b)) - Number(whole(a)))
  const blows = book.all('hits').toSorted((a, b) => a.frames[0] - b.frames[0])
  const [heap] =
    (row ?? pile)
      ? []
      : book
          .all('stacked')
          .filter(whole)
          .filter(({ args: { actors } }) => blows.some(({ args }) => actors.includes(args.other)))
  const about = row ?? pile ?? heap
  const many = [...book.all('knocks', { how: 'over' }), ...book.all('knocks', { how: 'apart' })]
    // One is enough where a blow is handed on.
    .filter(
      ({ args }) =>
        args.others.length > 1 || about || blows.some((one) => one.args.other === args.actor),
    )
    .filter(({ args }) => (about ? args.noun === about.args.noun : true))
    .sort((a, b) => b.args.others.length - a.args.others.length || a.frames[0] - b.frames[0])
  const group = new Set(about?.args.actors ?? many[0]?.args.others ?? [])
  if (group.size === 0 && !thrown) return undefined
  const target = row?.args.actors[0]
  const blow = blows
    .filter(({ args }) => !group.has(args.actor) && group.has(args.other))
    .filter(({ args }) => target === undefined || args.other === target)[0]
  const others = many.filter(({ args }) => !group.has(args.actor))
  const fells = others.find(({ args }) => args.actor === blow?.args.actor) ?? others[0]
  const cause = deeds.find(({ actor }) => actor === (blow ?? fells)?.args.actor)
  if (!cause && !row && !pile && !thrown) return undefined
  const handed = blows.some(({ args }) => args.other === cause?.actor && !group.has(args.actor))
  if (group.size < 2 && !thrown && !handed) return undefined
  const noun = about?.args.noun ?? fells?.args.noun ?? ''
  const starter = blows.find(
    ({ args, frames }) =>
      args.other === cause?.actor && !group.has(args.actor) && frames[0] < (blow?.frames[0] ?? 0),
  )
  const ends = row?.args.actors.slice(-3) ?? []
  const last = [
    ...book.all('knocks', { how: 'off' }),
    ...book.all('knocks', { how: 'over' }).filter(({ args }) => args.others.length === 1),
    ...blows,
  ].find(({ args }) => ends.includes(args.actor) && !othersOf(args).some((id) => group.has(id)))
  const stand = book.one('tally', { noun, state: 'standing' })
  const sunk = [
    ...book.all('pockets', { noun }),
    ...book.all('pockets').filter(({ args }) => args.actors[0] === cause?.actor),
  ]
  const alike = book.facts.glimpsed
    .filter((member) => member.noun.en === noun && member.id !== cause?.actor)
    .map(({ id }) => id)
  const dropper =
    thrown &&
    deeds.find(
      ({ actor, moves }) =>
        actor !== thrown.args.other &&
        moves.frames[0] < thrown.frames[0] &&
        book.one('lands', { actor, other: thrown.args.actor }),
    )
  return {
    ...(cause && { cause }),
    ...(starter && { starter }),
    ...(thrown && { thrown }),
    ...(dropper && { dropper }),
    ...(row && { row }),
    ...(pile && { pile }),
    ...(heap && { heap }),
    ...(fells && cause && { fells }),
    ...(blow && cause && { hits: blow }),
    ...(last && { last }),
    ...(stand && { stand }),
    sunk,
    actors: new Set([
      ...group,
      ...alike,
      ...(cause ? [cause.actor] : []),
      ...(starter ? [starter.args.actor] : []),
      ...(thrown ? [thrown.args.actor, thrown.args.other] : []),
      ...(dropper ? [dropper.actor] : []),
      ...(last ? othersOf(last.args) : []),
    ]),
  }
})

export function othersOf(args: { others: string[] } | { other: string }): string[] {
  return 'others' in args ? args.others : [args.other]
}
