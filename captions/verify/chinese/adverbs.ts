import type { NounMeaning, Said } from '../meaning.ts'
import { all, any, map, maybe, type Parser } from '../parser.ts'
import { AMOUNTS } from './amounts.ts'
import { anyOf, chars, oneOf, tell } from './characters.ts'
import { locativePhrase } from './places.ts'
import { DIRECTIONS, PACES } from './vocabulary.ts'

/** How, where to and where: what may stand before a verb any number of times. */
export function adverbPhrase(
  one: Parser<NounMeaning[]>,
  nouns: Parser<NounMeaning[]>,
): Parser<Said[]> {
  const beside = oneOf<'behind' | 'in front of'>({
    后面: 'behind',
    身后: 'behind',
    后方: 'behind',
    前面: 'in front of',
    身前: 'in front of',
    前方: 'in front of',
  })
  const part = oneOf({ 左侧: 'left', 右侧: 'right', 中央: 'center' })
  const near = anyOf('旁边|身旁|旁', null)
  const told = map(
    any(
      tell(chars('开始', 0), () => ({ does: 'begin' })),
      tell(all(oneOf(DIRECTIONS), maybe(chars('方向', 0))), ([direction]) => ({
        does: 'head',
        direction,
      })),
      tell(all(chars('从画面', 0), part, chars('向', 0), part), ([, from, , to]) => ({
        does: 'span',
        from,
        to,
      })),
      tell(anyOf('朝相反方向|向相反方向|朝反方向', 0), () => ({ does: 'oppose' })),
      tell(all(anyOf('沿着|沿', 0), one), ([, other]) => ({
        does: 'go over',
        how: 'along',
        other,
      })),
      tell(oneOf(PACES), (pace) => ({ does: 'pace', pace })),
      tell(
        all(
          anyOf('在开头大约|在大约|大约|约', 0),
          any(chars('一', 'one'), oneOf(AMOUNTS)),
          anyOf('秒后|秒时', 0),
        ),
        ([, seconds]) => ({ does: 'come at', seconds }),
      ),
      tell(anyOf('绕着圈|绕圈', 0), () => ({ does: 'circle' })),
      tell(anyOf('依次|接连|逐一|一个接一个地|一块接一块地', 0), () => ({ does: 'take turns' })),
      tell(
        all(chars('从', 0), nouns, maybe(chars('的', 0)), any(beside, near)),
        ([, other, , where]) => ({ does: 'pass', side: where, other }),
      ),
      tell(all(chars('从', 0), any(beside, near)), ([, where]) => ({
        does: 'pass',
        side: where,
        other: null,
      })),
      tell(chars('继续', 0), () => ({ does: 'go on' })),
      tell(anyOf('在空中|在半空中', 0), () => ({ does: 'be aloft' })),
      map(all(chars('在', 0), locativePhrase(nouns)), ([, said]) => said),
    ),
    (said) => [said],
  )
  // That it goes on says the verb; that it is the first of two says the second.
  return any(told, anyOf('正在|正|在|先|都|双双', [] as Said[]))
}
