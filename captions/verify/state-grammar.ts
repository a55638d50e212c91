import { COLOR_WORDS } from '../words/colors.ts'
import type { NounMeaning, Said } from './meaning.ts'
import { all, any, many, map, maybe, oneOf, words, type Parser } from './parser.ts'
import type { Form } from './inflect.ts'
import { after, tell, verbs } from './said-grammar.ts'
import { ENDS_AT, THIRDS } from './vocabulary.ts'

const BESIDE = { 'to the left of': 'left of', 'to the right of': 'right of' } as const
const third = oneOf(THIRDS)
const frame = maybe(words('of the frame', 0))
/** `two seconds`. */
export const SECONDS = oneOf({
  'a second': 'one',
  'one second': 'one',
  ...Object.fromEntries(
    ['two', 'three', 'four', 'five', 'six'].map((n) => [`${n} seconds`, n] as const),
  ),
})
const color = any(...Object.keys(COLOR_WORDS).map((word) => words(word, word)))

/** `starts on the left of the frame`, `starts on a ramp`, `ends up on the grass`, `are red, blue and green`, `is taller than the vase`. */
export function statePhrase(one: Parser<NounMeaning[]>, form: Form): Parser<Said> {
  const ends = verbs(['ends up'], form)
  const starts = verbs(['starts'], form)
  return any(
    tell(all(starts, after('on', one)), ([, other]) => ({ does: 'start on', other })),
    tell(all(starts, third, frame), ([, where]): Said['what'] => ({
      does: 'begin framed',
      where,
    })),
    tell(all(starts, oneOf(BESIDE), one), ([, relation, other]) => ({
      does: 'begin beside',
      relation,
      other,
    })),
    tell(all(ends, third, frame), ([, where]) => ({ does: 'end framed', where })),
    tell(all(ends, oneOf(ENDS_AT), one), ([, relation, other]) => ({
      does: 'end',
      relation,
      other,
    })),
    tell(all(verbs(['keeps moving for about'], form), SECONDS), ([, value]) => ({
      does: 'last',
      seconds: value,
    })),
    tell(all(any(words('are', 0), words('is', 0)), colors), ([, list]) => ({
      does: 'be colored',
      colors: list,
    })),
    tell(all(any(words('is', 0), words('are', 0)), after('taller than', one)), ([, other]) => ({
      does: 'be taller',
      other,
    })),
    tell(all(any(words('is', 0), words('are', 0)), after('shorter than', one)), ([, other]) => ({
      does: 'be shorter',
      other,
    })),
  )
}

/** `Among the balls are a red one and a blue one`: what is said after the noun. */
export const ones: Parser<Said> = tell(
  all(
    words('are', 0),
    any(
      map(tinted(), (word) => [word]),
      map(
        all(
          tinted(),
          many(map(all(words(',', 0), tinted()), ([, word]) => word)),
          words('and', 0),
          tinted(),
        ),
        ([first, middle, , last]) => [first, ...middle, last],
      ),
    ),
  ),
  ([, list]) => ({ does: 'include colored', colors: list }),
)

function tinted(): Parser<string> {
  return map(all(any(words('a', 0), words('an', 0)), color, words('one', 0)), ([, word]) => word)
}

/** `red`, `red and blue`, `red, blue and green`. */
const colors: Parser<string[]> = any(
  map(color, (word) => [word]),
  map(
    all(color, many(map(all(words(',', 0), color), ([, word]) => word)), words('and', 0), color),
    ([first, middle, , last]) => [first, ...middle, last],
  ),
)
