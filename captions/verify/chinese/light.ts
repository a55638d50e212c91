import type { Sentence, Shadows } from '../meaning.ts'
import { all, any, map, maybe, type Parser } from '../parser.ts'
import { anyOf, chars, oneOf, textOf } from './characters.ts'
import { LIGHTS } from './vocabulary.ts'

const side = oneOf<string>({ 从左侧: 'left', 从右侧: 'right', 从左边: 'left', 从右边: 'right' })

/** 长长的影子投向左侧. */
const shadows: Parser<Shadows> = map(
  all(
    maybe(chars('长长的', true)),
    anyOf('影子投向|影子落向', 0),
    oneOf<string>({ 左侧: 'left', 右侧: 'right', 左边: 'left', 右边: 'right' }),
  ),
  ([long, , to]) => ({ to, long: long !== null }),
)

/** 天空晴朗。 */
export const skySentence: Parser<Sentence> = map(
  oneOf<string>({
    天空晴朗: 'clear',
    天上有云: 'cloudy',
    天空多云: 'cloudy',
    天空阴沉: 'overcast',
  }),
  (sky, start, end, tokens): Sentence => ({
    kind: 'sky',
    sky,
    text: textOf(tokens, start, end),
  }),
)

/** 柔和的日光从左侧照来。 */
export const lightSentence: Parser<Sentence> = map(
  all(
    oneOf<string | null>(LIGHTS),
    any(
      map(all(side, anyOf('照来|洒来|洒下|照射过来', 0)), ([from]) => from),
      map(anyOf('照亮画面|洒满画面', 0), () => null),
    ),
    maybe(map(all(chars('，', 0), shadows), ([, value]) => value)),
  ),
  ([quality, from, thrown], start, end, tokens): Sentence => ({
    kind: 'light',
    quality,
    from,
    shadows: thrown,
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
