import type { Sentence } from '../meaning.ts'
import { all, any, map, maybe, type Parser } from '../parser.ts'
import { anyOf, chars, oneOf, textOf } from './characters.ts'
import { LIGHTS } from './vocabulary.ts'

const side = oneOf<string>({ 从左侧: 'left', 从右侧: 'right', 从左边: 'left', 从右边: 'right' })

/** 柔和的日光从左侧照来。 */
export const lightSentence: Parser<Sentence> = map(
  all(
    oneOf<string | null>(LIGHTS),
    any(
      map(all(side, anyOf('照来|洒来|照射过来', 0)), ([from]) => from),
      map(anyOf('照亮画面|洒满画面', 0), () => null),
    ),
  ),
  ([quality, from], start, end, tokens): Sentence => ({
    kind: 'light',
    quality,
    from,
    text: textOf(tokens, start, end),
  }),
)

/** 三维动画风格，柔和的日光。 */
export const lookSentence: Parser<Sentence> = map(
  all(
    maybe(anyOf('画面为|画面是|整体为', 0)),
    anyOf('三维动画风格|3d动画风格', 0),
    maybe(map(all(chars('，', 0), oneOf<string | null>(LIGHTS)), ([, quality]) => quality)),
  ),
  ([, , quality]): Sentence => ({ kind: 'look', quality, text: '三维动画风格' }),
)
