import { Random } from '#scenes'
import { type Claim, round } from '../claim.ts'
import { besides } from './besides.ts'
import type { Book } from './book.ts'
import { doing, type Deed } from './deed.ts'
import { deedsOf } from './deeds.ts'
import { type Tale, taleOf } from './plot.ts'
import type { Teller } from './teller.ts'
import type { Voice } from './voice.ts'

/** What happens when: seconds [from, to), one sentence in each language, and the claims of all of them. */
export interface Moment {
  t: [number, number]
  en: string
  /** Missing where the clip has no Chinese captions. */
  zh?: string
  claims: string[]
}

/** One thing that happens, with its frames. */
export interface Beat {
  frames: [number, number]
  what:
    | { kind: 'deed'; deed: Deed }
    | { kind: 'stops'; deed: Deed; claim: Claim<'stops'> }
    | { kind: 'leaves'; deed: Deed; claim: Claim<'leaves'> }
    | { kind: 'tale begins'; tale: Tale }
    | { kind: 'row falls'; row: Claim<'chain'> }
    | { kind: 'pile collapses'; pile: Claim<'collapses'> }
    | { kind: 'last knocks off'; last: Claim<'knocks'> }
}

export function timelineOf(book: Book, { en, zh }: { en: Voice; zh?: Voice }): Moment[] {
  const { fps } = book.facts
  // Each line is read by itself, so every one names its actor in full.
  const teller = (): Teller => ({
    book,
    random: Random.of(0),
    told: new Set(),
    related: new Set(),
    subject: null,
    mover: null,
    earlier: [],
    detail: 'brief',
  })
  return beatsOf(book)
    .map(({ frames: [from, to], what }): Moment => {
      const [english, chinese] = [en, zh].map(
        (voice) => voice && voice.sentence(voice.moment(teller, what)),
      )
      return {
        t: [round(from / fps), round(to / fps)],
        en: english?.text ?? '',
        ...(chinese && { zh: chinese.text }),
        claims: [...new Set([...(english?.claims ?? []), ...(chinese?.claims ?? [])])],
      }
    })
    .sort((a, b) => a.t[0] - b.t[0])
}

function beatsOf(book: Book): Beat[] {
  const tale = taleOf(book)
  const deeds = tale ? besides(book, tale) : deedsOf(book)
  const single = deeds.flatMap((deed): Beat[] => {
    const { moves, stops, leaves, also, actor } = deed
    const besides = also && doing(actor, also)
    return [
      { frames: moves.frames, what: { kind: 'deed', deed } },
      ...(besides
        ? [{ frames: besides.moves.frames, what: { kind: 'deed' as const, deed: besides } }]
        : []),
      ...(stops
        ? [{ frames: stops.frames, what: { kind: 'stops' as const, deed, claim: stops } }]
        : []),
      ...(leaves
        ? [{ frames: leaves.frames, what: { kind: 'leaves' as const, deed, claim: leaves } }]
        : []),
    ]
  })
  return [...single, ...(tale ? beatsOfTale(tale) : [])]
}

function beatsOfTale(tale: Tale): Beat[] {
  const { cause, row, pile, last, thrown, relay } = tale
  const start = cause && !thrown ? cause.moves : (thrown ?? relay ?? row ?? pile)
  const beats: Beat[] = [{ frames: start?.frames ?? [0, 1], what: { kind: 'tale begins', tale } }]
  if (row && cause) beats.push({ frames: row.frames, what: { kind: 'row falls', row } })
  if (pile && cause) beats.push({ frames: pile.frames, what: { kind: 'pile collapses', pile } })
  if (last?.predicate === 'knocks' && last.args.how === 'off')
    beats.push({ frames: last.frames, what: { kind: 'last knocks off', last } })
  return beats
}
