import type { Claim } from '../claim.ts'
import { grouped } from '../grouped.ts'
import { opening } from './clause.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'
import { gathered } from './crowd.ts'
import { crowdOf, heapOf, kindOf, rowOf, shareOf } from './group.ts'
import { directionWords, eachDeed, goneFrom } from './motion.ts'
import { proven, say, type Phrase } from './phrase.ts'
import { name, type Teller } from './refer.ts'

/** A cause and what it does to many: a ball and a row of dominoes, a tower and what runs into it. */
export interface Tale {
  /** What starts it; without one, it starts by itself. */
  cause?: Deed
  row?: Claim<'chain'>
  pile?: Claim<'collapses'>
  /** Those that the cause knocks over, or apart. */
  fells?: Claim<'knocks'>
  hits?: Claim<'hits'>
  /** What the last one of the row sends off an edge. */
  last?: Claim<'knocks'>
  /** How many stand at the end. */
  stand?: Claim<'tally'>
  /** All of whom it tells. */
  actors: Set<string>
}

/** The tale of a clip, when something happens to three or more of one noun. */
export function taleOf(book: Book): Tale | undefined {
  const deeds = eachDeed(book)
  const [row] = book.all('chain')
  const [pile] = row ? [] : book.all('collapses')
  const many = [...book.all('knocks', { how: 'over' }), ...book.all('knocks', { how: 'apart' })]
    .filter(({ args }) => args.others.length > 1 || row || pile)
    .filter(({ args }) => ((row ?? pile) ? args.noun === (row ?? pile)?.args.noun : true))
    .sort((a, b) => b.args.others.length - a.args.others.length || a.frames[0] - b.frames[0])
  const group = new Set(row?.args.actors ?? pile?.args.actors ?? many[0]?.args.others ?? [])
  if (group.size < 2) return undefined
  const target = row?.args.actors[0]
  const blow = book
    .all('hits')
    .filter(({ args }) => !group.has(args.actor) && group.has(args.other))
    .filter(({ args }) => target === undefined || args.other === target)
    .toSorted((a, b) => a.frames[0] - b.frames[0])[0]
  const fells = many.find(({ args }) => !group.has(args.actor))
  const cause = deeds.find(({ actor }) => actor === (blow ?? fells)?.args.actor)
  if (!cause && !row && !pile) return undefined
  const noun = row?.args.noun ?? pile?.args.noun ?? fells?.args.noun ?? ''
  const final = row?.args.actors.at(-1)
  const last = book
    .all('knocks', { how: 'off' })
    .find(({ args }) => args.actor === final || row?.args.actors.slice(-3).includes(args.actor))
  const stand = book.one('tally', { noun, state: 'standing' })
  const alike = book.facts.glimpsed
    .filter((member) => member.noun.en === noun && member.id !== cause?.actor)
    .map(({ id }) => id)
  return {
    ...(cause && { cause }),
    ...(row && { row }),
    ...(pile && { pile }),
    ...(fells && cause && { fells }),
    ...(blow && cause && { hits: blow }),
    ...(last && { last }),
    ...(stand && { stand }),
    actors: new Set([
      ...group,
      ...alike,
      ...(cause ? [cause.actor] : []),
      ...(last?.args.others ?? []),
    ]),
  }
}

/** What else goes on. */
export function besides(book: Book, { actors }: Tale): Deed[] {
  const others = eachDeed(book).filter(({ actor }) => !actors.has(actor))
  return gathered(others, book)
}

/** How it begins: `a blue ball rolls down a ramp and bumps into the first of dozens of red dominoes`. */
export function beginning(teller: Teller, tale: Tale): Phrase {
  const { cause, row, pile } = tale
  if (!cause) return row ? falling(teller, row) : collapsing(teller, pile as Claim<'collapses'>)
  const { hits: _, falls: _off, ...plain } = cause
  const first = opening(teller, { ...plain, leads: true })
  const effect = consequence(teller, tale)
  teller.subject = null
  return say`${first} and ${effect}`
}

function consequence(teller: Teller, { row, pile, fells, hits }: Tale): Phrase {
  const brief = teller.detail === 'brief'
  if (row && hits) {
    if (brief) return say`${proven('sets off', hits, row)} ${rowOf(teller, row)}`
    const strikes = teller.random.pick(['bumps into', 'hits', 'runs into'] as const)
    return say`${proven(strikes, hits)} ${proven('the first of', row)} ${crowdOf(teller, row.args.actors)} ${baseOf(teller, row)}`
  }
  if (row && fells) return say`${proven('sets off', fells, row)} ${rowOf(teller, row)}`
  if (pile && fells && brief)
    return say`${proven('knocks down', fells, pile)} ${heapOf(teller, pile)}`
  if (pile && (hits ?? fells)) {
    const strikes = teller.random.pick(['crashes into', 'slams into'] as const)
    return say`${proven(strikes, hits ?? fells)} ${heapOf(teller, pile)}, which ${proven('collapses', pile)}`
  }
  const verb =
    fells?.args.how === 'apart'
      ? 'scatters'
      : BLOCKS.test(fells?.args.noun ?? '')
        ? 'knocks down'
        : 'knocks over'
  return say`${proven(verb, fells)} ${shareOf(teller, fells as Claim<'knocks'>)}`
}

/** What falls down rather than over. */
const BLOCKS = /(?:block|brick|crate|box|can|cube|book|plank)$/

/** What comes of it, a sentence each: the row falls, some stand. */
export function consequences(teller: Teller, tale: Tale): Phrase[] {
  const { row, last, stand, cause } = tale
  const told: Phrase[] = []
  if (row && cause) {
    const verb = teller.random.pick(['topple', 'fall over'] as const)
    const who = row.args.words === 'all' ? 'they' : `${row.args.words} of them`
    const act = say`${who} ${proven(`${verb} one after another`, row)} ${directionWords(row)}`
    told.push(last ? say`${act}, and ${lastOne(teller, last)}` : act)
  } else if (row && last) told.push(lastOne(teller, last))
  if (stand && !tale.pile) told.push(standing(teller, stand))
  return told
}

/** `on a wooden board`: what nearly all of the row stand on. */
function baseOf(teller: Teller, row: Claim<'chain'>): Phrase {
  const { book } = teller
  const on = row.args.actors.flatMap((actor) => book.all('place', { actor, relation: 'on' }))
  const [best] = [...grouped(on, ({ args }) => args.other).entries()].sort(
    (a, b) => b[1].length - a[1].length,
  )
  if (!best || best[1].length < 0.8 * row.args.actors.length) return { text: '', claims: [] }
  return say`${proven('on', ...best[1])} ${name(teller, best[0])}`
}

function lastOne(teller: Teller, last: Claim<'knocks'>): Phrase {
  const [other] = last.args.others
  return say`${proven('the last one knocks', last)} ${name(teller, other as string)} ${goneFrom(teller, other as string, last)}`
}

/** Nothing starts it: `dozens of red dominoes topple one after another from left to right`. */
function falling(teller: Teller, row: Claim<'chain'>): Phrase {
  const whole = row.args.words === 'all'
  const brief = whole && teller.detail === 'brief'
  const who = !whole
    ? say`${proven(`${row.args.words} of the`, row)} ${kindOf(teller, row.args.actors)}`
    : brief
      ? rowOf(teller, row)
      : crowdOf(teller, row.args.actors)
  const verb = brief ? 'topples' : 'topple'
  return say`${who} ${proven(`${verb} one after another`, row)} ${directionWords(row)}`
}

function collapsing(teller: Teller, pile: Claim<'collapses'>): Phrase {
  return say`${heapOf(teller, pile)} ${proven('collapses', pile)}`
}

/** `two of them stay standing`. */
function standing(teller: Teller, stand: Claim<'tally'>): Phrase {
  const { words, actors } = stand.args
  const verb = actors.length === 1 ? 'stays standing' : 'stay standing'
  teller.subject = null
  return proven(`${words} of them ${verb}`, stand)
}

/** A line each for the timeline. */
export function momentsOf(
  teller: () => Teller,
  tale: Tale,
): { frames: [number, number]; phrase: Phrase }[] {
  const { cause, row, pile, last, stand, fells, hits } = tale
  const found = [
    {
      frames: cause?.moves.frames ?? (row ?? pile)?.frames ?? [0, 1],
      phrase: beginning({ ...teller(), detail: 'brief' }, tale),
    },
  ]
  if (row && cause)
    found.push({ frames: row.frames, phrase: falling({ ...teller(), detail: 'normal' }, row) })
  if (pile && cause) found.push({ frames: pile.frames, phrase: collapsing(teller(), pile) })
  if (last) {
    const speak = teller()
    const [other] = last.args.others
    const phrase = say`${name(speak, last.args.actor)} ${proven('knocks', last)} ${name(speak, other as string)} ${goneFrom(speak, other as string, last)}`
    found.push({ frames: last.frames, phrase })
  }
  void [stand, fells, hits]
  return found
}
