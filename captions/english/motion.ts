import type { Bounds } from '#scenes'
import type { Claim, Verb } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { gathered } from './crowd.ts'
import { grouped } from '../grouped.ts'
import { isBackdrop } from '../salience.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'
import { descending, descentOf } from './descent.ts'
import { list, proven, say, type Phrase } from './phrase.ts'
import { isOneOfMany, isUnique, name, object, several, type Teller } from './refer.ts'

/** Every verified motion with what belongs to it, most salient first; one deed per actor. */
export function deedsOf(book: Book): Deed[] {
  return gathered(eachDeed(book), book)
}

/** The same before those that do alike are told of together. */
export function eachDeed(book: Book): Deed[] {
  const first = new Map<string, Claim<'moves'>>()
  for (const claim of [...book.all('moves')].sort((a, b) => a.frames[0] - b.frames[0]))
    if (!first.has(claim.args.actor) && book.one('exists', { actor: claim.args.actor }))
      first.set(claim.args.actor, claim)
  const [firstBlow] = book.all('hits').toSorted((a, b) => a.frames[0] - b.frames[0])
  // What has consequences is told first, its cause before them.
  const worth = ({ salience, args: { actor } }: Claim<'moves'>) =>
    salience +
    (book.one('hits', { actor }) ? 0.8 : 0) +
    (firstBlow?.args.actor === actor ? 0.4 : 0) -
    (book.one('hits', { other: actor }) ? 0.8 : 0)
  const later = (claim: Claim<'moves'>) =>
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
    const [bounces] = during(book.all('bounces', { actor }))
    const [breaks] = during(book.all('breaks_off', { actor }))
    const descent = descentOf(actor, book)
    // Off one ramp onto the next is how it comes down them.
    const nounOf = (id: string) => book.facts.member(id).noun.en
    const ramps = descent?.down.map(({ args }) => nounOf(args.other)) ?? []
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
      ...(pace && { pace }),
      ...(hits && { hits }),
      ...(knocks && { knocks }),
      ...(descent ? { descent, ...(edge && { falls: edge }) } : falls && { falls }),
      ...(lands && !hits && !descent && isDrop(moves, lands, falls, book) && { lands }),
      ...(bounces && !descent && { bounces }),
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
}

/** Its motion is above all its fall: down more than along, from its beginning, and not off something. */
function isDrop(
  { frames: [from], args: { actor } }: Claim<'moves'>,
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

const VERBS: Record<Verb, readonly [string, ...string[]]> = {
  walk: ['walks'],
  drive: ['drives'],
  roll: ['rolls'],
  slide: ['slides'],
  fly: ['flies'],
  sail: ['sails'],
  rise: ['rises'],
  fall: ['falls'],
  spin: ['spins', 'turns'],
  swing: ['swings back and forth', 'swings to and fro'],
  wave: ['waves', 'flutters'],
  bob: ['bobs up and down'],
  bounce: ['bounces'],
  tumble: ['tumbles'],
  tip: ['tips'],
  topple: ['topples over', 'falls over'],
  move: ['moves'],
}

/** `rolls`; the base form after `starts to`. */
export function verbOf(teller: Teller, deed: Deed): Phrase {
  const { verb, gait } = deed.moves.args
  const { noun } = teller.book.facts.member(deed.actor)
  if (deed.lands && !deed.leads) {
    const drops = proven(teller.random.pick(['drops', 'falls'] as const), ...deed.all, deed.lands)
    return deed.crowd.length > 1 ? baseForm(drops) : drops
  }
  if (verb === 'swing' && (deed.leads || !turnsBack(teller.book, deed)))
    return proven('swings', ...deed.all)
  // A swing does not swing in one sentence.
  const choice: readonly [string, ...string[]] =
    verb === 'swing' && /\bswing/.test(noun.en)
      ? ['sways back and forth']
      : verb === 'spin' && /\bspinning/.test(noun.en)
        ? ['whirls']
        : VERBS[verb]
  const plain = gait === 'shuttles' ? 'moves back and forth' : teller.random.pick(choice)
  const words = gait === 'circles' ? `${plain} in circles` : plain
  const phrase = proven(words, ...deed.all)
  return deed.crowd.length > 1 ? baseForm(phrase) : phrase
}

/** It swings to and fro, not just once. */
function turnsBack({ facts }: Book, { moves: { args, frames } }: Deed): boolean {
  return (facts.motions.get(args.actor) ?? []).some(
    ({ from, to, reverses }) => from < frames[1] && to > frames[0] && reverses,
  )
}

export function baseForm(verb: Phrase): Phrase {
  const [first = '', ...rest] = verb.text.split(' ')
  const base = first === 'flies' ? 'fly' : first.replace(/s$/, '')
  return { ...verb, text: [base, ...rest].join(' ') }
}

/** `across the table`, `along the sidewalk`, `above the table`, `on a wooden table`. */
export function pathOf(teller: Teller, deed: Deed, most = 2): Phrase {
  const { book } = teller
  if (deed.lands && !deed.leads) {
    const { other } = deed.lands.args
    const into = HOLDERS.test(book.facts.member(other).noun.en) ? 'into' : 'onto'
    return say`${proven(into, deed.lands, ...(deed.allLands ?? []))} ${name(teller, other)}`
  }
  if (deed.descent) return descending(teller, deed.descent)
  const cloth = (id: string) => book.facts.member(id).class === 'ground'
  const borne = deed.over.some(({ args }) => !cloth(args.other))
  const ways = deed.over
    // A cloth is on the table that is told of.
    .filter(
      ({ args }) => !borne || !cloth(args.other) || book.facts.member(args.other).kind === 'ground',
    )
    .slice(0, most)
    .map((over) => say`${proven(over.args.how, over)} ${name(teller, over.args.other)}`)
  if (ways.length > 0) return ways.reduce((a, b) => say`${a} and ${b}`)
  // What swings into something is as low as that, wherever it hangs.
  const strikes = deed.leads && deed.moves.args.verb === 'swing'
  if (deed.crowd.length === 1 && !strikes && STAYING.has(deed.moves.args.verb)) {
    const hung = book
      .all('place', { actor: deed.actor })
      .find(
        ({ args }) =>
          ['above', 'on', 'in'].includes(args.relation) &&
          !isBackdrop(book.facts.member(args.other)),
      )
    // Where it is has been said when its table is known.
    if (hung && !teller.told.has(hung.args.other) && isUnique(teller, hung.args.other))
      return say`${proven(hung.args.relation, hung)} ${name(teller, hung.args.other)}`
  }
  return { text: '', claims: [] }
}

/** Moves without going anywhere. */
const STAYING = new Set<Verb>(['spin', 'swing', 'bob'])

/** What things drop into rather than onto. */
const HOLDERS = /\b(?:bowl|basket|bucket|box|crate|glass|mug|cup|pot|vase|bin|can)$/

/** `from left to right` of a row that falls. */
export function directionWords({ args: { direction } }: Claim<'chain'>): string {
  const words = {
    left: 'from right to left',
    right: 'from left to right',
    toward: 'toward the camera',
    away: 'away from the camera',
    up: '',
    down: '',
  }
  return direction ? words[direction] : ''
}

/** `off the table`: what it was knocked from, where that is proven. */
export function goneFrom(teller: Teller, actor: string, knocks: Claim<'knocks'>): Phrase {
  const { book } = teller
  const falls = book.one('falls_off', { actor }) ?? book.one('breaks_off', { actor })
  const base = falls?.args.other
  return falls && base !== undefined
    ? say`${proven('off', knocks, falls)} ${name(teller, base)}`
    : proven('off its place', knocks)
}

/** `from left to right`, `to the left`, `toward the camera`; `in the opposite direction` of another deed. */
export function directionOf(teller: Teller, deed: Deed, against?: Deed): Phrase {
  if (deed.lands && !deed.leads) return { text: '', claims: [] }
  if (deed.crowd.length === 1 && isOneOfMany(teller, deed.actor)) return { text: '', claims: [] }
  const side = deed.heads.find(
    ({ args }) => args.direction === 'left' || args.direction === 'right',
  )
  const depth = deed.heads.find(
    ({ args }) => args.direction === 'toward' || args.direction === 'away',
  )
  if (side) {
    const other = against?.heads.find(
      ({ args }) => args.direction === (side.args.direction === 'left' ? 'right' : 'left'),
    )
    if (other) return proven('in the opposite direction', side, other)
    const sweeps = sweepOf(teller.book.facts.member(deed.actor)) >= 0.2
    const across = side.args.direction === 'right' ? 'from left to right' : 'from right to left'
    const same = deed.heads.filter(({ args }) => args.direction === side.args.direction)
    return proven(
      sweeps && teller.random.unit() < 0.7 ? across : `to the ${side.args.direction}`,
      ...same,
    )
  }
  if (depth)
    return proven(
      depth.args.direction === 'toward' ? 'toward the camera' : 'away from the camera',
      ...deed.heads.filter(({ args }) => args.direction === depth.args.direction),
    )
  return { text: '', claims: [] }
}

/** How far across the picture it gets, as a share of the width. */
function sweepOf(member: Member): number {
  const xs = member.samples.flatMap(({ seen, x }) => (seen ? [x] : []))
  return Math.max(...xs) - Math.min(...xs)
}

/** `passes behind a bench and a tree`, of things worth naming; undefined when there are none. */
export function passing(
  teller: Teller,
  deed: Deed,
  most: number,
  except: string[] = [],
): Phrase | undefined {
  const { book } = teller
  const worth = deed.passes
    .filter(
      ({ args }) =>
        !except.includes(args.other) &&
        book.one('still', { actor: args.other }) &&
        book.one('exists', { actor: args.other }),
    )
    .filter(
      ({ args }) =>
        !isBackdrop(book.facts.member(args.other)) &&
        book.facts.member(args.other).class !== 'building',
    )
  const side = worth[0]?.args.side
  const same = worth.filter(({ args }) => args.side === side)
  const groups = [...grouped(same, ({ args }) => book.facts.member(args.other).noun.en).values()]
    .filter(
      (claims) =>
        claims.length > 1 ||
        !teller.told.has(claims[0]?.args.other ?? '') ||
        isUnique(teller, claims[0]?.args.other ?? ''),
    )
    .filter(
      (claims) =>
        claims.length === 1 ||
        sayable(
          book,
          claims.map(({ args }) => args.other),
        ),
    )
    .slice(0, most)
    .sort((a, b) => (a[0]?.frames[0] ?? 0) - (b[0]?.frames[0] ?? 0))
  if (!side || groups.length === 0) return undefined
  const others = list(
    groups.map((claims) => several(teller, claims.map(({ args }) => args.other).sort())),
  )
  return say`${proven(`passes ${side}`, ...groups.flat())} ${others}`
}

/** Several of one noun can be named together when they are all there are. */
function sayable(book: Book, ids: string[]): boolean {
  const { noun } = book.facts.member(ids[0] as string)
  return book
    .all('count')
    .some(({ args }) => args.noun === noun.en && args.actors.length === ids.length)
}

/** `drives past behind her`: one mover passing another. */
export function passingMover(teller: Teller, deed: Deed, other: Deed): Phrase | undefined {
  const claim = deed.passes.find(({ args }) => args.other === other.actor)
  return claim && say`past ${proven(claim.args.side, claim)} ${object(teller, other.actor)}`
}
