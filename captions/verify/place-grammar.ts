import type { NounMeaning, Said } from './meaning.ts'
import { all, any, map, oneOf, words, type Parser } from './parser.ts'
import { tell } from './said-grammar.ts'
import { LIT, PLACES, TIMES, UNDER } from './setting-words.ts'
import { FRAMES, RELATIONS } from './vocabulary.ts'

/** `in a park`, `at dusk`, `in bright daylight`, `under a clear sky`. */
export const setting: Parser<Said> = any(
  tell(oneOf(PLACES), (place) => ({ does: 'set', place })),
  tell(oneOf(TIMES), (time) => ({ does: 'date', time })),
  tell(oneOf<string | null>(LIT), (quality) => ({ does: 'be lit', quality, from: null })),
  tell(oneOf(UNDER), (sky) => ({ does: 'be under', sky })),
)

/** `on the left`, `behind the bench`, `on the wall`, `between the tent and the car`. */
export function locativePhrase(nouns: Parser<NounMeaning[]>): Parser<Said> {
  return any(
    tell(oneOf(FRAMES), (where) => ({ does: 'be framed', where })),
    tell(words('on the wall', 0), () => ({ does: 'hang' })),
    tell(all(oneOf(RELATIONS), nouns), ([relation, other]) => ({ does: 'be', relation, other })),
    tell(
      map(all(words('between', 0), nouns), ([, other]) => other),
      (other) => ({ does: 'be between', other }),
    ),
  )
}
