import type { Said } from './meaning.ts'
import { all, any, map, maybe, oneOf, words, type Parser } from './parser.ts'
import { locativePhrase, setting } from './place-grammar.ts'
import { after, oneWord, tell, type Nouns } from './said-grammar.ts'
import { SECONDS } from './state-grammar.ts'
import { DIRECTIONS, PACES, SIDES, WAYS } from './vocabulary.ts'

const side = oneOf(SIDES)
const part = oneOf({ left: 'left', right: 'right', middle: 'center', center: 'center' })
const atSide = any(...['on the', 'at the', 'from the', 'to the'].map((at) => after(at, side)))
/** `left side of the frame` is the left. */
export const sided = map(
  all(atSide, maybe(any(words('side', 0), words('edge', 0))), maybe(words('of the frame', 0))),
  ([value]) => value,
)

/** How, where to and where: what may follow a verb any number of times. */
export function adjunctPhrase({ one, list }: Nouns): Parser<Said> {
  const [out, into] = [
    ['out of the frame', 'out of frame', 'out of view', 'out of the picture', 'out of sight'],
    ['into view', 'into the frame', 'into the picture', 'into frame'],
  ].map((ways) => any(...(ways as string[]).map((way) => words(way, 0)))) as [
    Parser<number>,
    Parser<number>,
  ]
  return any(
    tell(oneOf(DIRECTIONS), (direction) => ({ does: 'head', direction })),
    tell(all(words('back', 0), maybe(oneOf(DIRECTIONS))), ([, direction]) => ({
      does: 'return',
      direction,
    })),
    tell(words('in the opposite direction', 0), () => ({ does: 'oppose' })),
    tell(any(words('in circles', 0), words('in a circle', 0)), () => ({ does: 'circle' })),
    tell(words('in a zigzag', 0), () => ({ does: 'zigzag' })),
    tell(all(words('about', 0), SECONDS, words('into the clip', 0)), ([, seconds]) => ({
      does: 'come at',
      seconds,
    })),
    tell(all(words('for about', 0), SECONDS), ([, seconds]) => ({ does: 'last', seconds })),
    tell(any(words('one after another', 0), words('one by one', 0)), () => ({
      does: 'take turns',
    })),
    tell(all(after('from the', part), words('of the frame', 0)), ([where]) => ({
      does: 'begin framed',
      where,
    })),
    tell(
      all(after('from the', part), words('of the frame', 0), after('to the', part)),
      ([from, , to]) => ({ does: 'span', from, to }),
    ),
    tell(oneOf(PACES), (pace) => ({ does: 'pace', pace })),
    tell(after('in from the', side), (value) => ({ does: 'enter', side: value })),
    tell(all(into, maybe(sided)), ([, value]) => ({ does: 'enter', side: value })),
    tell(all(out, maybe(sided)), ([, value]) => ({ does: 'leave', side: value })),
    tell(all(any(oneOf(WAYS), after('and', oneOf(WAYS))), one), ([how, other]) => ({
      does: 'go over',
      how,
      other,
    })),
    tell(
      all(
        words('past', 0),
        maybe(
          all(
            oneOf<'behind' | 'in front of'>({ behind: 'behind', 'in front of': 'in front of' }),
            one,
          ),
        ),
      ),
      ([, how]) => ({ does: 'pass', side: how?.[0] ?? null, other: how?.[1] ?? null }),
    ),
    tell(all(words('past', 0), list), ([, other]) => ({ does: 'pass', side: null, other })),
    tell(all(any(words('toward', 0), words('up to', 0)), one), ([, other]) => ({
      does: 'approach',
      other,
    })),
    tell(all(words('away from', 0), one), ([, other]) => ({ does: 'withdraw', other })),
    tell(oneWord('off', 'away', 'by', 'on', 'up'), () => ({ does: 'move', verb: 'move' })),
    tell(oneWord('overhead', 'through the air'), () => ({ does: 'be aloft' })),
    tell(all(words('into', 0), one), ([, other]) => ({ does: 'hit', other })),
    tell(all(words('into', 0), one), ([, other]) => ({ does: 'land', other })),
    tell(all(words('through', 0), placeName), ([, place]) => ({ does: 'set', place })),
    locativePhrase(list),
    setting,
  )
}

/** `through the park`. */
const placeName = oneOf({
  'a park': 'park',
  'the park': 'park',
  'the desert': 'desert',
  'a room': 'room',
  'the room': 'room',
  'a field': 'field',
  'the field': 'field',
})
