import { CHINESE_COLORS } from '../../words/chinese-colors.ts'
import type { NounMeaning, Said } from '../meaning.ts'
import { all, any, many, map, maybe, type Parser } from '../parser.ts'
import { AMOUNTS } from './amounts.ts'
import { anyOf, chars, oneOf, tell } from './characters.ts'

const third = oneOf<string>({
  画面左侧: 'left',
  画面左边: 'left',
  画面右侧: 'right',
  画面右边: 'right',
  画面中央: 'center',
  画面中间: 'center',
})
const color = oneOf<string>(
  Object.fromEntries(Object.entries(CHINESE_COLORS).map(([word, zh]) => [zh, word])),
)

/** 起初在画面左侧, 最后到了画面右侧, 最终停在草地上, 有红色和蓝色两种颜色, 都是棕色的, 比花瓶高. */
export function statePhrase(one: Parser<NounMeaning[]>): Parser<Said> {
  return any(
    tell(all(anyOf('起初在|起初位于|一开始在', 0), third), ([, where]): Said['what'] => ({
      does: 'begin framed',
      where,
    })),
    tell(
      all(
        anyOf('起初在|起初位于|一开始在', 0),
        one,
        oneOf<string>({ 左侧: 'left of', 左边: 'left of', 右侧: 'right of', 右边: 'right of' }),
      ),
      ([, other, relation]) => ({ does: 'begin beside', relation, other }),
    ),
    tell(
      all(maybe(anyOf('最后|最终', 0)), anyOf('到了|来到|停在|到达', 0), third),
      ([, , where]) => ({ does: 'end framed', where }),
    ),
    tell(
      all(anyOf('最终停在|最后停在|最终落在', 0), one, anyOf('上|里', 0)),
      ([, other]): Said['what'] => ({ does: 'end', relation: 'on', other }),
    ),
    tell(
      all(
        anyOf('最后到了|最终到了|到了', 0),
        one,
        oneOf<string>({
          左侧: 'left of',
          左边: 'left of',
          右侧: 'right of',
          右边: 'right of',
          旁边: 'next to',
        }),
      ),
      ([, other, relation]) => ({ does: 'end', relation, other }),
    ),
    tell(all(anyOf('中有|里有', 0), some, chars('的', 0)), ([, list]) => ({
      does: 'include colored',
      colors: list,
    })),
    tell(
      all(
        anyOf('持续移动了大约|持续移动了约|移动了大约', 0),
        any(chars('一', 'one'), oneOf(AMOUNTS)),
        chars('秒', 0),
      ),
      ([, seconds]) => ({ does: 'last', seconds }),
    ),
    tell(all(chars('有', 0), kinds), ([, list]) => ({ does: 'be colored', colors: list })),
    tell(all(maybe(chars('都', 0)), chars('是', 0), color, chars('的', 0)), ([, , word]) => ({
      does: 'be colored',
      colors: [word],
    })),
    tell(all(chars('比', 0), one, anyOf('高|更高', 0)), ([, other]) => ({
      does: 'be taller',
      other,
    })),
    tell(all(chars('比', 0), one, anyOf('矮|更矮', 0)), ([, other]) => ({
      does: 'be shorter',
      other,
    })),
  )
}

/** 红色和蓝色, 红色、蓝色和黄色. */
const colors: Parser<string[]> = map(
  all(color, many(map(all(chars('、', 0), color), ([, word]) => word)), chars('和', 0), color),
  ([first, middle, , last]) => [first, ...middle, last],
)

/** One colour or more. */
const some: Parser<string[]> = any(
  map(color, (one) => [one]),
  (tokens, at) => colors(tokens, at),
)

/** As many colours as the number says. */
const kinds: Parser<string[]> = (tokens, at) =>
  all(
    colors,
    oneOf(AMOUNTS),
    chars('种颜色', 0),
  )(tokens, at).flatMap(([[list, amount], end]): [string[], number][] =>
    COUNTS[list.length] === amount ? [[list, end]] : [],
  )

const COUNTS = ['', 'one', 'two', 'three', 'four', 'five', 'six']
