import type { NounMeaning, Said } from './meaning.ts'
import { all, any, oneOf, words, type Parser } from './parser.ts'
import { tell } from './said-grammar.ts'
import { FRAMES, PLACES, RELATIONS, TIMES } from './vocabulary.ts'

/** `in a park`, `at dusk`. */
export const setting: Parser<Said> = any(
  tell(oneOf(PLACES), (place) => ({ does: 'set', place })),
  tell(oneOf(TIMES), (time) => ({ does: 'date', time })),
)

/** `on the left`, `behind the bench`, `on the wall`. */
export function locativePhrase(nouns: Parser<NounMeaning[]>): Parser<Said> {
  return any(
    tell(oneOf(FRAMES), (where) => ({ does: 'be framed', where })),
    tell(words('on the wall', 0), () => ({ does: 'hang' })),
    tell(all(oneOf(RELATIONS), nouns), ([relation, other]) => ({ does: 'be', relation, other })),
  )
}
