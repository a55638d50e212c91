import type { Sentence, Shadows } from './meaning.ts'
import { all, any, map, maybe, oneOf, words, type Parser } from './parser.ts'
import { after } from './said-grammar.ts'
import { LIGHTS, SKIES, UNDER } from './setting-words.ts'
import { SIDES } from './vocabulary.ts'

const side = oneOf(SIDES)

/** `long shadows stretch to the left`. */
const shadows: Parser<Shadows> = map(
  all(
    maybe(words('long', true)),
    any(...['fall', 'stretch', 'point'].map((verb) => words(`shadows ${verb} to the`, 0))),
    side,
  ),
  ([long, , to]) => ({ to, long: long !== null }),
)

/** `Soft daylight comes from the left.`, `Bright daylight fills the scene under a clear sky.` */
export const lightSentence: Parser<Sentence> = map(
  all(
    oneOf<string | null>(LIGHTS),
    any(
      after('comes from the', side),
      after('falls from the', side),
      map(any(words('fills the scene', 0), words('lights the scene', 0)), () => null),
    ),
    maybe(oneOf(UNDER)),
    maybe(map(all(words(', and', 0), shadows), ([, value]) => value)),
  ),
  ([quality, from, sky, thrown], start, end, tokens): Sentence => {
    const text = tokens.slice(start, end).join(' ')
    const light: Sentence = { kind: 'light', quality, from, shadows: thrown, text }
    return sky
      ? {
          kind: 'joined',
          parts: [light, { kind: 'sky', sky, text: `${sky} sky` }],
          together: false,
        }
      : light
  },
)

/** `The sky is clear.` */
export const skySentence: Parser<Sentence> = map(
  all(any(words('the sky is', 0), words('the sky above is', 0)), oneOf(SKIES)),
  ([, sky], start, end, tokens): Sentence => ({
    kind: 'sky',
    sky,
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
