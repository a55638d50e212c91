import { CHINESE_COLORS } from '../../words/chinese-colors.ts'
import { CHINESE_NOUNS } from '../../words/chinese-nouns.ts'
import { SURFACE_WORDS } from '../../words/surfaces.ts'
import { NO_NOUN, type NounMeaning, type Said } from '../meaning.ts'
import { all, any, many, map, maybe, type Parser } from '../parser.ts'
import { AMOUNTS, NUMBERS } from './amounts.ts'
import { anyOf, chars, oneOf, textOf } from './characters.ts'
import { MEASURES } from './vocabulary.ts'

const COLORS = oneOf<string>({
  ...Object.fromEntries(
    Object.entries(CHINESE_COLORS).flatMap(([word, zh]) => [
      [zh, word],
      // 红 for 红色.
      ...(zh.length === 2 ? [[zh.charAt(0), word]] : []),
    ]),
  ),
  银色: 'silver',
  藏青色: 'navy',
  彩色: 'colorful',
})
const MATERIALS = oneOf<string>({
  ...Object.fromEntries(
    Object.values(SURFACE_WORDS).flatMap(({ zh, adjective }) =>
      zh === null ? [] : [[zh, adjective]],
    ),
  ),
  木: 'wooden',
  木制: 'wooden',
  金属制: 'metal',
})
const LEADS = oneOf<string>({ 小: 'small', 大: 'large', 长: 'long', 高: 'tall', 旧: 'old' })
const GARMENTS = oneOf({ t恤: 't-shirt', 毛衣: 'sweater', 上衣: 'shirt', 衬衫: 'shirt' })
const PRONOUNS = oneOf({ 她: 'she', 他: 'he', 它: 'it', 它们: 'they', 他们: 'they', 她们: 'they' })

export const measure: Parser<number> = any(...Array.from(MEASURES).map((word) => chars(word, 0)))
const of = maybe(chars('的', 0))

/**
 * Reads noun phrases: 一辆红色公交车, 几十块骨牌中的第一块.
 * @param own nouns of the clip
 * @param relative what may stand before a noun and 的: 停在路边的 in 停在路边的汽车
 */
export function nounPhrase(own: readonly string[], relative?: Parser<Said[]>): Parser<NounMeaning> {
  const core = coreOf([...new Set([...own, ...CHINESE_NOUNS.split(' ')])], relative)
  const plain = any(single(core), counted(core), bare(core))
  // 画面右侧的一棵树.
  const full = relative
    ? any(
        plain,
        map(all(relative, any(single(core), counted(core))), ([which, noun]): NounMeaning => ({
          ...noun,
          which: [...which, ...noun.which],
        })),
      )
    : plain
  const heaped = heapOf(any(counted(core), bare(core)))
  const heap = relative
    ? any(
        heaped,
        map(all(relative, heaped), ([which, noun]): NounMeaning => ({
          ...noun,
          which: [...which, ...noun.which],
        })),
      )
    : heaped
  return withText(any(pronoun, full, heap, partOf(any(full, heap, pronoun), core), ending))
}

type Core = Pick<NounMeaning, 'colors' | 'materials' | 'leads' | 'noun' | 'wears' | 'which'>

/** 身穿红色T恤的男子, 红色的木质圆桌. */
function coreOf(nouns: string[], relative?: Parser<Said[]>): Parser<Core> {
  const noun = any(...nouns.map((word) => chars(word, word)))
  const wears = map(
    all(anyOf('身穿|穿着|穿', 0), COLORS, of, GARMENTS, chars('的', 0)),
    ([, color, , garment]) => ({ wears: { color, garment } }),
  )
  const adjective = any<Partial<Core>>(
    map(all(COLORS, of), ([color]) => ({ colors: [color] })),
    map(all(MATERIALS, of), ([material]) => ({ materials: [material] })),
    map(all(LEADS, of), ([lead]) => ({ leads: [lead] })),
    wears,
    map(
      all(
        COLORS,
        many(map(all(chars('、', 0), COLORS), ([, one]) => one)),
        chars('和', 0),
        COLORS,
        of,
      ),
      ([first, middle, , last], from, to, tokens): Partial<Core> => ({
        which: [
          {
            text: textOf(tokens, from, to),
            what: { does: 'be colored', colors: [first, ...middle, last] },
          },
        ],
      }),
    ),
    ...(relative ? [map(relative, (which) => ({ which }))] : []),
  )
  const core = map(all(many(adjective), noun), ([adjectives, word]): Core => ({
    colors: adjectives.flatMap(({ colors }) => colors ?? []),
    materials: adjectives.flatMap(({ materials }) => materials ?? []),
    leads: adjectives.flatMap(({ leads }) => leads ?? []),
    wears: adjectives.find((one) => one.wears)?.wears ?? null,
    which: adjectives.flatMap(({ which }) => which ?? []),
    noun: word,
  }))
  // 小球 is a word; read as a 球 that is small, no one could tell whether it is true.
  const isOneWord = ({ leads, noun: word }: Core) =>
    leads.includes('small') && nouns.includes(`小${word}`)
  return (tokens, at) => core(tokens, at).filter(([one]) => !isOneWord(one))
}

/** 一辆, 另一辆, 这辆. */
function single(core: Parser<Core>): Parser<NounMeaning> {
  const determiner = oneOf<NounMeaning['determiner']>({
    一: 'a',
    另一: 'another',
    另外一: 'another',
    这: 'the',
    那: 'the',
    该: 'the',
  })
  const one = map(all(determiner, measure, core), ([word, , told]) => ({
    ...NO_NOUN,
    ...told,
    determiner: word,
  }))
  // 另一辆 is the other one where both are known.
  const other = map(all(chars('另一', 0), measure, core), ([, , told]): NounMeaning => ({
    ...NO_NOUN,
    ...told,
    determiner: 'the',
    others: true,
  }))
  return any(one, other)
}

/** 三盏, 好几块, 全部五个, 另外好几个. */
function counted(core: Parser<Core>): Parser<NounMeaning> {
  const amount = any<Partial<NounMeaning>>(
    map(all(oneOf(AMOUNTS), measure), ([word]) => ({ amount: word })),
    map(all(anyOf('全部|所有', 0), of, oneOf(NUMBERS), measure), ([, , word]) => ({
      amount: word,
      part: 'all',
    })),
    map(all(anyOf('全部|所有', 0), of), () => ({ amount: null, part: 'all' })),
    chars<Partial<NounMeaning>>('一些', { amount: null }),
    map(all(chars('另外', 0), oneOf(AMOUNTS), measure), ([, word]) => ({
      amount: word,
      others: true,
    })),
  )
  return map(all(amount, core), ([told, one]) => ({ ...NO_NOUN, ...one, plural: true, ...told }))
}

/** 小球: one that is known, or any two or more; 其余小球: all others. */
function bare(core: Parser<Core>): Parser<NounMeaning> {
  return any(
    map(core, (one): NounMeaning => ({ ...NO_NOUN, ...one, determiner: 'the' })),
    map(all(maybe(anyOf('这些|那些', 0)), core), ([, one]): NounMeaning => ({
      ...NO_NOUN,
      ...one,
      plural: true,
    })),
    map(all(chars('其余', 0), of, core), ([, , one]): NounMeaning => ({
      ...NO_NOUN,
      ...one,
      determiner: 'the',
      plural: true,
      others: true,
    })),
  )
}

const pronoun: Parser<NounMeaning> = map(PRONOUNS, (word) => ({
  ...NO_NOUN,
  determiner: 'pronoun',
  pronoun: word,
  plural: word === 'they',
}))

/** Those who were spoken of last, without a word. */
const THEM: NounMeaning = { ...NO_NOUN, determiner: 'pronoun', pronoun: 'them', plural: true }

/** 一排骨牌, 一座由灰色砌块搭成的塔. */
function heapOf(noun: Parser<NounMeaning>): Parser<NounMeaning> {
  const line = map(
    all(
      oneOf({ 一排: 'row', 一长排: 'row', 一列: 'row', 一摞: 'stack', 一堆: 'stack' }),
      maybe(anyOf('由', 0)),
      noun,
    ),
    ([heap, , one]) => ({ ...one, heap }),
  )
  const built = map(
    all(
      anyOf('一座由|一堵由', 0),
      noun,
      anyOf('搭成的|砌成的|堆成的|叠成的', 0),
      oneOf({ 塔: 'tower', 高塔: 'tower', 墙: 'wall' }),
    ),
    ([, one, , heap]) => ({ ...one, heap }),
  )
  return map(any(line, built), (one) => ({ ...one, plural: true, determiner: 'a' }))
}

/** Which of several: 第一块, 前两块, 两块, 大部分. */
const which = any<string>(
  map(all(oneOf({ 第一: 'first', 最后一: 'last' }), measure), ([end]) => end),
  map(
    all(oneOf({ 前: 'first', 后: 'last', 最后: 'last' }), oneOf(NUMBERS), measure),
    ([end, n]) => `${end} ${n}`,
  ),
  map(all(chars('一', 'one'), measure), ([n]) => n),
  map(all(oneOf(AMOUNTS), measure), ([n]) => n),
  anyOf('大部分|大多数', 'most'),
  anyOf('一些|有些', 'some'),
)

/** 骨牌中的第一块, 第一块骨牌, 其中两块, 其余两块. */
function partOf(noun: Parser<NounMeaning>, core: Parser<Core>): Parser<NounMeaning> {
  const first = map(
    all(oneOf({ 第一: 'first', 最后一: 'last' }), measure, noun),
    ([end, , one]): NounMeaning => ({ ...one, plural: true, part: end }),
  )
  const among = map(all(noun, anyOf('中的|里的|中', 0), which), ([one, , part]): NounMeaning => ({
    ...one,
    plural: true,
    part,
  }))
  const them = map(all(anyOf('其中的|其中|其余的|其余|其他', 0), which), ([, part]) => ({
    ...THEM,
    part,
  }))
  // 其中一个球瓶.
  const ofThem = map(all(anyOf('其中的|其中', 0), which, core), ([, part, one]): NounMeaning => ({
    ...NO_NOUN,
    ...one,
    plural: true,
    part,
  }))
  const every = map(anyOf('它们全部|全部', 0), () => ({ ...THEM, part: 'all' }))
  return any(first, among, ofThem, them, every)
}

/** 最后一块, 另一端的一颗, 中间的三颗: of those that were spoken of. */
const ending: Parser<NounMeaning> = any(
  map(all(oneOf({ 第一: 'first', 最后一: 'last' }), measure), ([end]) => ({ ...THEM, part: end })),
  map(
    all(
      oneOf({ 另一端的: 'far', 中间的: 'between', 中间: 'between' }),
      any(chars('一', 'one'), oneOf(NUMBERS)),
      measure,
    ),
    ([where, n]) => ({ ...THEM, part: `${where} ${n}` }),
  ),
)

function withText(parser: Parser<NounMeaning>): Parser<NounMeaning> {
  return map(parser, (noun, from, to, tokens) => ({ ...noun, text: textOf(tokens, from, to) }))
}

/** 甲, 甲和乙, 甲、乙和丙. */
export function nounList(noun: Parser<NounMeaning>): Parser<NounMeaning[]> {
  const more = map(all(chars('、', 0), noun), ([, one]) => one)
  const last = map(all(anyOf('和|以及', 0), noun), ([, one]) => one)
  return any(
    map(noun, (one) => [one]),
    map(all(noun, many(more), last), ([first, middle, end]) => [first, ...middle, end]),
  )
}
