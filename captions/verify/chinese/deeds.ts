import type { Deed, NounMeaning, Said } from '../meaning.ts'
import { all, any, lazy, many, map, maybe, type Parser } from '../parser.ts'
import { adverbPhrase } from './adverbs.ts'
import { anyOf, chars, oneOf, tell } from './characters.ts'
import { measure } from './nouns.ts'
import { ENDS_AT, SIDES, STEMS, VERBS } from './vocabulary.ts'

const side = oneOf(SIDES)
const done = maybe(chars('了', 0))

/** What someone does: 从左向右滚过木桌, 把一颗黄色小球从桌上撞落. */
export function deedPhrase(
  noun: Parser<NounMeaning>,
  nouns: Parser<NounMeaning[]>,
): Parser<Said[]> {
  const one = map(noun, (value) => [value])
  const adverb = adverbPhrase(one, nouns)
  const plain = any(
    map(
      all(
        maybe(chars('在', 0)),
        tell(oneOf(VERBS), (verb) => ({ does: 'move', verb })),
      ),
      ([, said]) => [said],
    ),
    overPhrase(one),
    // 向左滚回, 滚回来.
    map(
      all(
        tell(oneOf(STEMS), (verb) => ({ does: 'move', verb })),
        tell(anyOf('回来|回去|回', 0), () => ({ does: 'return', direction: null })),
      ),
      (said) => said,
    ),
    // 从她身后驶过, 从马克杯前面经过: whom is told before.
    map(
      tell(all(oneOf(STEMS), chars('过', 0)), ([verb]) => ({ does: 'move', verb })),
      (said) => [said],
    ),
    anyOf('经过', [] as Said[]),
    map(
      tell(anyOf('盘旋', 0), () => ({ does: 'circle' })),
      (said) => [said],
    ),
    stop,
    map(
      all(
        maybe(anyOf('最后|最终', 0)),
        tell(chars('停在', 0), () => ({ does: 'stop' })),
        tell(all(one, maybe(chars('的', 0)), oneOf(ENDS_AT)), ([other, , relation]) => ({
          does: 'end',
          relation,
          other,
        })),
      ),
      ([, halt, end]) => [halt, end],
    ),
    edgePhrase,
    map(
      any(
        blowPhrase(one, () => deedPhrase(noun, nouns)),
        fallPhrase(one, nouns),
        machinePhrase,
        statePhrase,
      ),
      (said) => [said],
    ),
  )
  return map(all(many(adverb), plain), ([before, said]) => [...before.flat(), ...said])
}

/** 滚过木桌, 从斜坡上滚下, 沿斜坡滚下, 滚上斜坡. */
function overPhrase(one: Parser<NounMeaning[]>): Parser<Said[]> {
  const move = tell(oneOf(STEMS), (verb) => ({ does: 'move', verb }))
  const over = (how: 'across' | 'down' | 'up', parser: Parser<NounMeaning[]>) =>
    tell(parser, (other) => ({ does: 'go over', how, other }))
  const after = (lead: string) => map(all(anyOf(lead, 0), one), ([, other]) => other)
  const from = over(
    'down',
    map(
      any(
        all(chars('从', 0), one, anyOf('上|上面', 0)),
        all(anyOf('沿着|沿', 0), one, maybe(chars('上', 0))),
      ),
      ([, other]) => other,
    ),
  )
  const zigzag = tell(chars('呈之字形', 0), () => ({ does: 'zigzag' }))
  return any(
    map(all(move, over('across', after('过'))), (said) => said),
    map(
      all(
        move,
        tell(after('过'), (other) => ({ does: 'pass', side: null, other })),
      ),
      (said) => said,
    ),
    map(all(move, over('down', after('下'))), (said) => said),
    map(all(move, over('up', after('上'))), (said) => said),
    map(
      all(from, maybe(zigzag), adverbless, move, anyOf('下来|下去|下', 0)),
      ([down, turns, way, verb]) => [verb, down, ...(turns ? [turns] : []), ...way],
    ),
    map(
      tell(all(anyOf('经过|路过', 0), one), ([, other]) => ({ does: 'pass', side: null, other })),
      (said) => [said],
    ),
  )
}

/** Between the ramp and the verb: 沿斜坡向右滚下. */
const adverbless: Parser<Said[]> = many(
  any(
    tell(oneOf<string>({ 向右: 'right', 向左: 'left' }), (direction) => ({
      does: 'head',
      direction,
    })),
    tell(oneOf<string>({ 从左向右: 'right', 从右向左: 'left' }), (direction) => ({
      does: 'head',
      direction,
    })),
  ),
)

const stop: Parser<Said[]> = map(
  tell(anyOf('停下来|停了下来|停下|停住|静止下来', 0), () => ({ does: 'stop' })),
  (said) => [said],
)

/** Into and out of the picture: 从左侧驶入画面, 离开画面, 穿过画面. */
const edgePhrase: Parser<Said[]> = any(
  map(
    all(
      chars('从', 0),
      side,
      any(
        anyOf('进入|出现在', null),
        map(all(oneOf(STEMS), chars('入', 0)), ([verb]) => verb),
      ),
      chars('画面', 0),
    ),
    ([, value, verb]): Said[] => [
      { text: '进入画面', what: { does: 'enter', side: value } },
      ...moved(verb),
    ],
  ),
  map(
    all(
      maybe(map(all(chars('从', 0), side), ([, value]) => value)),
      any(
        anyOf('离开', null),
        map(all(oneOf(STEMS), chars('出', 0)), ([verb]) => verb),
      ),
      chars('画面', 0),
    ),
    ([value, verb]): Said[] => [
      { text: '离开画面', what: { does: 'leave', side: value } },
      ...moved(verb),
    ],
  ),
  map(
    tell(anyOf('穿过画面|横穿画面', 0), () => ({ does: 'cross' })),
    (said) => [said],
  ),
)

function moved(verb: string | null): Said[] {
  return verb ? [{ text: verb, what: { does: 'move', verb } }] : []
}

const FELL = '撞倒|撞翻|碰倒|推倒|撞塌|击倒|带倒'

/** What a blow does: 撞上, 撞倒, 撞散, 使一排骨牌接连倒下, 把甲撞得向右滚动. */
function blowPhrase(one: Parser<NounMeaning[]>, deed: () => Parser<Said[]>): Parser<Said> {
  const place = map(all(chars('从', 0), one, anyOf('上|里', 0)), ([, from]) => from)
  const way = oneOf<string>({
    向空中: 'up',
    到空中: 'up',
    向左侧: 'left',
    向右侧: 'right',
    向左: 'left',
    向右: 'right',
  })
  return any(
    tell(all(anyOf('撞上|撞到|撞向|碰到|碰上|击中|撞击', 0), done, one), ([, , other]) => ({
      does: 'hit',
      other,
    })),
    tell(all(anyOf('把|将', 0), one, anyOf('撞得', 0), lazy(deed)), ([, other, , next]) => ({
      does: 'hit',
      other: other.map((noun) => ({ ...noun, which: [...noun.which, ...next] })),
    })),
    tell(all(anyOf(FELL, 0), done, one), ([, , other]) => ({ does: 'fell', other })),
    tell(all(anyOf('把|将', 0), one, anyOf(FELL, 0)), ([, other]) => ({ does: 'fell', other })),
    tell(all(chars('撞散', 0), done, one), ([, , other]) => ({ does: 'scatter', other })),
    tell(all(anyOf('把|将', 0), one, chars('撞散', 0)), ([, other]) => ({
      does: 'scatter',
      other,
    })),
    tell(
      all(anyOf('使|让', 0), one, maybe(anyOf('接连|依次', 0)), chars('倒下', 0)),
      ([, other]) => ({ does: 'set off', other }),
    ),
    tell(all(anyOf('把|将', 0), one, maybe(place), anyOf('撞落|撞下|撞掉', 0)), (told) => ({
      does: 'knock off',
      other: told[1],
      from: told[2],
    })),
    tell(all(anyOf('把|将', 0), one, chars('撞离原位', 0)), ([, other]) => ({
      does: 'knock off',
      other,
      from: null,
    })),
    tell(all(anyOf('把|将', 0), one, anyOf('抛|弹', 0), way), ([, other, , to]) => ({
      does: 'throw',
      other,
      way: to,
    })),
    tell(
      all(
        chars('被', 0),
        maybe(one),
        oneOf<Deed>({
          ...Object.fromEntries(FELL.split('|').map((verb) => [verb, 'fell'])),
          撞上: 'hit',
          撞到: 'hit',
          击中: 'hit',
          撞开: 'hit',
          撞散: 'scatter',
          抛向空中: 'throw',
          弹向空中: 'throw',
        }),
      ),
      ([, by, deed]) => ({ does: 'undergo', deed, by }),
    ),
    tell(all(chars('撞上', 0), anyOf('下一|相邻的一', 0), measure), () => ({
      does: 'strike next',
    })),
  )
}

/** 从桌上滚落, 落到地板上, 从墙上弹开, 坍塌. */
function fallPhrase(one: Parser<NounMeaning[]>, nouns: Parser<NounMeaning[]>): Parser<Said> {
  const from = map(all(chars('从', 0), one, maybe(chars('上', 0))), ([, other]) => other)
  return any(
    tell(all(from, anyOf('掉落|滚落|滑落|跌落|落下|掉下|摔落', 0)), ([other]) => ({
      does: 'fall off',
      other,
    })),
    tell(
      all(
        anyOf('落到|落在|掉到|掉在|落进|落入|掉进|掉入|跌到', 0),
        nouns,
        maybe(anyOf('上|里|中', 0)),
      ),
      ([, other]) => ({ does: 'land', other }),
    ),
    tell(all(from, anyOf('弹开|弹回', 0)), ([other]) => ({ does: 'bounce off', other })),
    tell(all(chars('在', 0), one, chars('上', 0), chars('弹跳', 0)), ([, other]) => ({
      does: 'bounce off',
      other,
    })),
    tell(all(from, anyOf('脱落|断开|断裂', 0)), ([other]) => ({ does: 'break off', other })),
    tell(anyOf('坍塌|倒塌|垮塌', 0), () => ({ does: 'collapse' })),
  )
}

const machinePhrase: Parser<Said> = tell(
  oneOf<string>({
    向下摆动: 'down',
    向下摆: 'down',
    向上摆起: 'up',
    向上摆动: 'up',
    向外摆出: 'out',
    向外摆动: 'out',
  }),
  (way) => ({ does: 'swing to', way }),
)

const statePhrase: Parser<Said> = any(
  tell(anyOf('保持不动|静止不动', 0), () => ({ does: 'stay put' })),
  tell(anyOf('仍然立着|依然立着|没有倒下', 0), () => ({ does: 'stay standing' })),
  tell(anyOf('亮着|发着光|发光', 0), () => ({ does: 'glow' })),
)
