import type { ActVerb, Claim, Heading, Side, Third, Verb } from '../claim.ts'
import type { Deed } from '../plan/deed.ts'
import { sweepOf, turnsBack } from '../plan/deeds.ts'
import { hungOf, isHolder, passedBy, pathsOf } from '../plan/paths.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { areTwo, isOneOfMany, type Teller } from '../plan/teller.ts'
import { spanOf } from '../plan/thirds.ts'
import { descending } from './descent.ts'
import { list, say } from './phrase.ts'
import { name, object, several, theOther } from './refer.ts'

const VERBS: Record<Verb, readonly [string, ...string[]]> = {
  walk: ['walks'],
  trot: ['trots'],
  gallop: ['gallops'],
  run: ['runs'],
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

const ACTS: Record<ActVerb, readonly [string, ...string[]]> = {
  jump: ['jumps'],
  wave: ['waves', 'waves a hand'],
  point: ['points with an outstretched arm', 'stretches out an arm'],
  sit: ['sits down'],
  stand: ['stands up', 'gets up'],
}

/** `rolls`; the base form after `starts to`. */
export function verbOf(teller: Teller, deed: Deed): Phrase {
  if (deed.moves.predicate === 'acts') {
    const act = proven(teller.random.pick(ACTS[deed.moves.args.verb]), ...deed.all)
    return deed.crowd.length > 1 ? baseForm(act) : act
  }
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
        ? [deed.starts ? 'spins' : 'whirls']
        : VERBS[verb]
  const plain = gait === 'shuttles' ? 'moves back and forth' : teller.random.pick(choice)
  const words = gait === 'circles' ? `${plain} in circles` : plain
  const phrase = proven(words, ...deed.all)
  return deed.crowd.length > 1 ? baseForm(phrase) : phrase
}

export function baseForm(verb: Phrase): Phrase {
  const [first = '', ...rest] = verb.text.split(' ')
  const base = first === 'flies' ? 'fly' : first.replace(/(?<=ch)es$|s$/, '')
  return { ...verb, text: [base, ...rest].join(' ') }
}

const DOUBLED = /^(?:spin|run|trot)$/

/** `rolling`. */
export function ingForm(verb: Phrase): Phrase {
  const { text, claims } = baseForm(verb)
  const [first = '', ...rest] = text.split(' ')
  const stem = DOUBLED.test(first) ? first + first.slice(-1) : first.replace(/e$/, '')
  return { text: [`${stem}ing`, ...rest].join(' '), claims }
}

/** `across the table`, `along the sidewalk`, `above the table`, `on a wooden table`. */
export function pathOf(teller: Teller, deed: Deed, most = 2): Phrase {
  const { book } = teller
  if (deed.lands && !deed.leads) {
    const { other } = deed.lands.args
    const into = isHolder(book.facts.member(other)) ? 'into' : 'onto'
    return say`${proven(into, deed.lands, ...(deed.allLands ?? []))} ${name(teller, other)}`
  }
  if (deed.descent) return descending(teller, deed.descent)
  const ways = pathsOf(book, deed, most).map(
    (over) => say`${proven(over.args.how, over)} ${name(teller, over.args.other)}`,
  )
  if (ways.length > 0) return ways.reduce((a, b) => say`${a} and ${b}`)
  const hung = hungOf(teller, deed)
  if (hung) return say`${proven(hung.args.relation, hung)} ${name(teller, hung.args.other)}`
  return { text: '', claims: [] }
}

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
  const span = against ? undefined : spanOf(teller, deed)
  return span ? proven(spanWords(span), span) : headingOf(teller, deed, against)
}

/** `from the left of the frame to the middle`. */
function spanWords({ args: { from, to } }: Claim<'shifts'>): string {
  return `from ${SPANS[from]} of the frame to ${SPANS[to]}`
}

const SPANS: Record<Third, string> = { left: 'the left', center: 'the middle', right: 'the right' }

function headingOf(teller: Teller, deed: Deed, against?: Deed): Phrase {
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

/** `passes behind a bench and a tree`, of things worth naming; undefined when there are none. */
export function passing(teller: Teller, deed: Deed, most: number): Phrase | undefined {
  const { side, groups } = passedBy(teller, deed, most)
  if (!side || groups.length === 0) return undefined
  const others = list(
    groups.map((claims) => several(teller, claims.map(({ args }) => args.other).sort())),
  )
  return say`${proven(`passes ${side}`, ...groups.flat())} ${others}`
}

/** `drives past behind her`: one mover passing another. */
export function passingMover(teller: Teller, deed: Deed, other: Deed): Phrase | undefined {
  const claim = deed.passes.find(({ args }) => args.other === other.actor)
  const whom = areTwo(teller, deed.actor, other.actor)
    ? theOther(teller, other.actor)
    : object(teller, other.actor, teller.subject === other.actor)
  return claim && say`past ${proven(claim.args.side, claim)} ${whom}`
}

/** `on the left`, `at the bottom`: where it leaves the picture. */
export function edgeOf(side: Side): string {
  return `${side === 'left' || side === 'right' ? 'on' : 'at'} the ${side}`
}

/** In which part of the frame. */
export const THIRDS: Record<Third, string> = {
  left: 'on the left',
  center: 'in the middle',
  right: 'on the right',
}

/** Where one heads, by itself. */
export const WAYS: Record<Heading, string> = {
  left: 'to the left',
  right: 'to the right',
  toward: 'toward the camera',
  away: 'away from the camera',
  up: 'upward',
  down: 'downward',
}
