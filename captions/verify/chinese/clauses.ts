import type { Clause, NounMeaning, Said } from '../meaning.ts'
import { all, any, many, map, maybe, memo, type Parser } from '../parser.ts'
import { anyOf, chars, oneOf, tell } from './characters.ts'
import { deedPhrase } from './deeds.ts'
import { nounList } from './nouns.ts'
import { locativePhrase } from './places.ts'
import { statePhrase } from './states.ts'
import { STAYS } from './vocabulary.ts'

/** What is said of someone: 滚过桌面, 放在桌上, 位于画面左侧. */
export function predicatePhrase(noun: Parser<NounMeaning>): Parser<Said[]> {
  const nouns = memo(nounList(noun))
  const where = memo(locativePhrase(nouns))
  const stay = (stays: Parser<string>): Parser<Said> =>
    tell(stays, (how) => (how === 'glow' ? { does: 'glow' } : { does: 'stay', how }))
  const placed = map(all(stay(oneOf(STAYS)), chars('在', 0), where), ([how, , spot]): Said[] => [
    how,
    spot,
  ])
  const lies = map(all(anyOf('位于|在', 0), where), ([, spot]): Said[] => [
    { text: '在', what: { does: 'stay', how: 'be' } },
    spot,
  ])
  const shines = map(
    all(
      chars('在', 0),
      where,
      tell(anyOf('亮着|发着光', 0), () => ({ does: 'glow' })),
    ),
    ([, spot, glow]): Said[] => [glow, spot],
  )
  const state = map(statePhrase(map(noun, (one) => [one])), (one) => [one])
  // 亮着的, 停着的.
  const staying = map(all(stay(oneOf(STAYS)), chars('着', 0)), ([how]): Said[] => [how])
  return memo(any(deedPhrase(noun, nouns), placed, lies, shines, state, staying))
}

/** 停在路边的, 他身后的, 滚来的: before a noun. */
export function relativePhrase(noun: Parser<NounMeaning>): Parser<Said[]> {
  const where = map(locativePhrase(nounList(noun)), (said) => [said])
  return memo(map(all(any(predicatePhrase(noun), where), chars('的', 0)), ([said]) => said))
}

/** Someone and what they do or where they stay: 小球滚过桌面，随后停下; 桌上放着一个花瓶. */
export function clausePhrase(noun: Parser<NounMeaning>): Parser<Clause> {
  const nouns = memo(nounList(noun))
  const where = memo(locativePhrase(nouns))
  const said = predicatePhrase(noun)
  const joint = any(
    map(all(chars('，', 0), maybe(anyOf('并|又|还', 0))), () => false),
    chars('并', false),
    map(all(chars('，', 0), anyOf('随后|然后|接着|最后|再|随即', 0)), () => true),
  )
  const next = map(all(joint, said), ([isLater, told]): Said[] =>
    told.map((one, i) => (isLater && i === 0 ? { ...one, later: true } : one)),
  )
  const acting = map(
    all(nouns, maybe(anyOf('随即|随后|接着|便', 0)), said, many(next)),
    ([subject, then, first, rest]): Clause => ({
      subject,
      said: [...first, ...rest.flat()],
      ...(then !== null && { link: { text: '随即', how: 'then', isMain: false } }),
    }),
  )
  const stay = (stays: Parser<string>): Parser<Said> =>
    tell(stays, (how) => (how === 'glow' ? { does: 'glow' } : { does: 'stay', how }))
  const there = stay(
    any(
      map(all(oneOf(STAYS), chars('着', 0)), ([how]) => how),
      anyOf('有|是', 'be'),
      chars('亮着', 'glow'),
    ),
  )
  const inverted = map(
    all(maybe(chars('在', 0)), where, there, nouns),
    ([, spot, how, subject]): Clause => ({ subject, said: [how, spot] }),
  )
  const first = map(
    all(
      anyOf('起初|一开始', 0),
      nouns,
      tell(
        all(
          any(
            chars('在', 0),
            map(all(oneOf(STAYS), chars('在', 0)), () => 0),
          ),
          map(noun, (one) => [one]),
          anyOf('上|上面', 0),
        ),
        ([, other]) => ({ does: 'start on', other }),
      ),
      many(next),
    ),
    ([, subject, told, rest]): Clause => ({ subject, said: [told, ...rest.flat()] }),
  )
  // 画面右侧有一个陀螺在旋转.
  const seen = map(
    all(maybe(chars('在', 0)), where, chars('有', 0), nouns, said),
    ([, spot, , subject, told]): Clause => ({ subject, said: [spot, ...told] }),
  )
  return memo(any(acting, inverted, seen, first))
}
