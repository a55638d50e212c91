import { bounceBefore } from './follows.ts'
import type { Tale } from './plot.ts'
import type { Teller } from './teller.ts'

/**
 * How a tale's first sentence is turned: who does what to whom; `along`, rolling along a lane, it does so; `as` it rolls; `passive`,
 * those that are struck first; `struck` by what starts it; `when` that strikes.
 */
export type Turn = 'plain' | 'along' | 'as' | 'passive' | 'struck' | 'when'

/** Seconds after the blow within which what is struck goes on, and before it for what is told to the frame. */
const SOON = { from: -0.1, to: 0.8 }

/** Captions of one template would all begin alike otherwise. */
export function turnOf({ book, detail, random }: Teller, tale: Tale): Turn {
  const { cause, relay, thrown, starter, dropper, row, pile, heap, fells } = tale
  if (detail !== 'normal' || relay) return 'plain'
  const pick = (...turns: (Turn | false)[]) =>
    random.fork('turn').pick(turns.filter((turn) => turn !== false) as [Turn, ...Turn[]])
  if (thrown) return dropper ? 'plain' : pick('plain', 'along')
  if (!cause || cause.crowd.length > 1 || bounceBefore(book, tale)) return 'plain'
  const gone = cause.over.length > 0 || cause.enters !== undefined
  const many = !(row ?? pile ?? heap) && (fells?.args.others.length ?? 0) > 1
  // `Several boxes` at the beginning would be all that there are, and so would `all three pins`.
  const { words, noun } = fells?.args ?? {}
  const isPart =
    words !== 'several' && !(words === 'all' && book.one('count', { noun: noun ?? '' }))
  const passive = many && isPart && 'passive'
  if (!starter) return pick('plain', gone && 'along', gone && 'as', passive)
  const late = (cause.moves.frames[0] - starter.frames[0]) / book.facts.fps
  const soon = late >= SOON.from && late <= SOON.to
  // Whatever starts it is told of.
  const { noun: by } = book.facts.member(starter.args.actor)
  const { noun: whom } = book.facts.member(cause.actor)
  // Told twice in one sentence, a cue ball would be heard as two.
  const isLong = by.en.includes(' ') && whom.en.includes(' ')
  return pick('plain', 'struck', soon && !isLong && 'when')
}
