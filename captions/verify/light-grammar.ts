import type { Sentence } from './meaning.ts'
import { all, any, map, maybe, oneOf, words, type Parser } from './parser.ts'
import { after } from './said-grammar.ts'
import { LIGHTS, SIDES } from './vocabulary.ts'

const side = oneOf(SIDES)

/** `Soft daylight comes from the left.` */
export const lightSentence: Parser<Sentence> = map(
  all(
    oneOf<string | null>(LIGHTS),
    any(
      after('comes from the', side),
      after('falls from the', side),
      map(any(words('fills the scene', 0), words('lights the scene', 0)), () => null),
    ),
  ),
  ([quality, from], start, end, tokens): Sentence => ({
    kind: 'light',
    quality,
    from,
    text: tokens.slice(start, end).join(' '),
  }),
)

/** `3D animation, soft daylight.` */
export const lookSentence: Parser<Sentence> = any(
  map(
    all(
      words('3d animation', 0),
      maybe(map(all(words(',', 0), oneOf<string | null>(LIGHTS)), ([, quality]) => quality)),
    ),
    ([, quality]): Sentence => ({ kind: 'look', quality, text: '3d animation' }),
  ),
  map(
    any(words('the look is clean 3d animation', 0), words('the look is stylized 3d animation', 0)),
    (): Sentence => ({ kind: 'look', quality: null, text: '3d animation' }),
  ),
)
