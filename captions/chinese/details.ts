import type { Heading, Side, Third } from '../claim.ts'
import { type Detail, detailOf } from '../plan/details.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Teller } from '../plan/teller.ts'
import { CHINESE_COLORS } from '../words/chinese-colors.ts'
import type { ColorWord } from '../words/colors.ts'
import { amount } from './amounts.ts'
import { ending } from './clause.ts'
import { edgeOf } from './motion.ts'
import { list, say } from './phrase.ts'
import { again, bareKind, definite, measureOf, name, upon } from './refer.ts'

/** One more thing that a careful viewer would add; undefined when nothing of the kind is left. */
export function detail(teller: Teller, kind: Detail['kind']): Phrase | undefined {
  const told = detailOf(teller, kind)
  switch (told?.kind) {
    case 'shifts': {
      const { claim } = told
      const { actor, from, to } = claim.args
      return say`${definite(teller, actor)}${proven(`起初在画面${THIRDS[from]}，最后到了画面${THIRDS[to]}`, claim)}`
    }
    case 'shades': {
      const colors = told.shades.map(({ color, proof }) =>
        proven(CHINESE_COLORS[color as ColorWord], ...proof),
      )
      const kinds = bareKind(
        teller,
        told.members.map(({ id }) => id),
      )
      const many = amount(NUMBERS[colors.length] ?? '', colors.length, '种')
      return say`${kinds}有${list(colors)}${many}颜色`
    }
    case 'taller': {
      const { claim } = told
      return say`${definite(teller, claim.args.actor)}${proven('比', claim)}${definite(teller, claim.args.other)}高`
    }
    case 'among': {
      const colors = told.shades.map(({ color, proof }) =>
        proven(CHINESE_COLORS[color as ColorWord], ...proof),
      )
      const kinds = bareKind(
        teller,
        told.members.map(({ id }) => id),
      )
      return say`${kinds}中有${list(colors)}的`
    }
    case 'ends': {
      const { claims } = told
      const { relation, other } = claims[0]?.args ?? { relation: 'on', other: '' }
      const who = list(claims.map(({ args }) => definite(teller, args.actor)))
      const whom = name(teller, other)
      return relation === 'on'
        ? say`${who}${proven('最终停在', ...claims)}${upon(whom)}`
        : say`${who}${proven('最后到了', ...claims)}${whom}${relation === 'left of' ? '左侧' : '右侧'}`
    }
    case 'one': {
      const { which, deed } = told
      const [way] = deed.heads
      const measure = measureOf(teller, deed.actor)
      const who = say`${which === 'first' ? '第一' : '最后一'}${measure}${bareKind(teller, [deed.actor])}`
      const goes = say`${who}${proven(WAYS[way?.args.direction ?? 'left'], way)}${proven(ONES[deed.moves.args.verb] ?? '移动', deed.moves)}`
      const end = deed.leaves ? ending(teller, deed) : undefined
      return end ? say`${goes}，随后${end}` : goes
    }
    case 'begins': {
      const { actors, other } = told.claim.args
      const who =
        actors.length === 1 ? definite(teller, actors[0] as string) : bareKind(teller, actors)
      const lead = teller.related.has('begins 2') ? '一开始' : '起初'
      return say`${lead}${who}${proven('在', told.claim)}${upon(name(teller, other))}`
    }
    case 'time': {
      const { actor, others, seconds } = told.claim.args
      const [first] = others as [string]
      const whom = others.length === 1 ? definite(teller, first) : bareKind(teller, others)
      const time = seconds === 'one' ? '一秒' : amount(seconds, 0, '秒')
      return say`${again(teller, actor)}在开头大约${time}后${proven('撞上', told.claim)}${whom}`
    }
    case 'lasts': {
      const { actor, seconds } = told.claim.args
      const time = seconds === 'one' ? '一秒' : amount(seconds, 0, '秒')
      return say`${definite(teller, actor)}${proven(`持续移动了大约${time}`, told.claim)}`
    }
    case 'fates': {
      const { claim } = told
      const { words, actors, end, at } = claim.args
      const measure = measureOf(teller, actors[0] as string)
      const kind = bareKind(teller, actors)
      const who =
        words === 'all'
          ? proven(`所有`, claim)
          : proven(
              `中的${words === 'one' ? `一${measure}` : amount(words, actors.length, measure)}`,
              claim,
            )
      const them = words === 'all' ? say`${who}${kind}` : say`${kind}${who}`
      if (end === 'leaves') return say`${them}${edgeOf(at as Side)}离开画面`
      return say`${them}最终停在${upon(name(teller, at))}`
    }
    case undefined:
      return undefined
  }
}

const WAYS: Record<Heading, string> = {
  left: '向左',
  right: '向右',
  toward: '朝镜头',
  away: '向远处',
  up: '向上',
  down: '向下',
}

const ONES: Record<string, string> = {
  roll: '滚动',
  slide: '滑动',
  tumble: '翻滚',
  fly: '飞行',
  topple: '倒下',
}

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five']

const THIRDS: Record<Third, string> = { left: '左侧', center: '中央', right: '右侧' }
