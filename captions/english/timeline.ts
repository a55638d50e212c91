import { Random } from '#scenes'
import { round } from '../claim.ts'
import { besides } from '../plan/besides.ts'
import type { Book } from '../plan/book.ts'
import { deedsOf } from '../plan/deeds.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { taleOf } from '../plan/plot.ts'
import type { Teller } from '../plan/teller.ts'
import { striking } from './clause.ts'
import { doerOf } from './crowd.ts'
import { baseForm, directionOf, edgeOf, pathOf, verbOf } from './motion.ts'
import { say, sentence } from './phrase.ts'
import { name } from './refer.ts'
import { momentsOf } from './tale.ts'

/** What happens when: seconds [from, to), one sentence, its claims. */
export interface Moment {
  t: [number, number]
  en: string
  claims: string[]
}

export function timelineOf(book: Book): Moment[] {
  const { fps } = book.facts
  const moment = ([from, to]: [number, number], phrase: Phrase): Moment => {
    const { text, claims } = sentence(phrase)
    return { t: [round(from / fps), round(to / fps)], en: text, claims }
  }
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
  const tale = taleOf(book)
  const deeds = tale ? besides(book, tale) : deedsOf(book)
  const told = tale ? momentsOf(teller, tale) : []
  const moments = told.map(({ frames, phrase }) => moment(frames, phrase))
  return deeds
    .flatMap((deed) => {
      const speak = teller()
      const who = doerOf(speak, deed)
      const verb = verbOf(speak, deed)
      const stroke = striking(speak, deed, who)
      const act =
        stroke ??
        say`${who} ${deed.starts ? say`starts to ${proven(baseForm(verb), deed.starts)}` : verb} ${pathOf(speak, deed)} ${directionOf(speak, deed)}`
      const ends = [
        deed.stops && { claim: deed.stops, words: 'stops' },
        deed.leaves && {
          claim: deed.leaves,
          words: `leaves the frame ${edgeOf(deed.leaves.args.side)}`,
        },
      ]
      return [
        moment(deed.moves.frames, act),
        ...ends.flatMap((end) =>
          end
            ? [
                moment(
                  end.claim.frames,
                  say`${name(teller(), deed.actor)} ${proven(end.words, end.claim)}`,
                ),
              ]
            : [],
        ),
      ]
    })
    .concat(moments)
    .sort((a, b) => a.t[0] - b.t[0])
}
