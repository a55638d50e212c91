import type { Clause, NounMeaning, Said } from '../meaning.ts'
import { all, any, many, map, maybe, type Parser } from '../parser.ts'
import { anyOf, chars, oneOf, tell } from './characters.ts'
import { deedPhrase } from './deeds.ts'
import { nounList } from './nouns.ts'
import { locativePhrase } from './places.ts'
import { statePhrase } from './states.ts'
import { STAYS } from './vocabulary.ts'

/** Someone and what they do or where they stay: 小球滚过桌面，随后停下; 桌上放着一个花瓶. */
export function clausePhrase(noun: Parser<NounMeaning>): Parser<Clause> {
  const nouns = nounList(noun)
  const predicate = deedPhrase(noun, nouns)
  const where = locativePhrase(nouns)
  const joint = map(
    all(chars('，', 0), maybe(anyOf('随后|然后|接着|最后|并|再|又|还', 0))),
    () => 0,
  )
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
  const said = any(predicate, placed, lies, shines, state)
  const acting = map(
    all(nouns, said, many(map(all(any(joint, chars('并', 0)), said), ([, more]) => more))),
    ([subject, first, rest]): Clause => ({ subject, said: [...first, ...rest.flat()] }),
  )
  const there = stay(
    any(
      map(all(oneOf(STAYS), chars('着', 0)), ([how]) => how),
      chars('有', 'be'),
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
    ),
    ([, subject, told]): Clause => ({ subject, said: [told] }),
  )
  return any(acting, inverted, first)
}
