import type { Claim, Side } from '../claim.ts'
import { type Detail, detailOf, subjectOf } from '../plan/details.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Teller } from '../plan/teller.ts'
import { CHINESE_COLORS } from '../words/chinese-colors.ts'
import type { ColorWord } from '../words/colors.ts'
import { amount } from './amounts.ts'
import { secondsIn } from './blow-time.ts'
import { after, ending } from './clause.ts'
import { edgeOf, WAYS } from './motion.ts'
import { list, say } from './phrase.ts'
import { again, bareKind, definite, measureOf, name, upon } from './refer.ts'

/** One more thing that a careful viewer would add; undefined when nothing of the kind is left. */
export function detail(teller: Teller, kind: Detail['kind']): Phrase | undefined {
  const told = detailOf(teller, kind)
  const phrase = told && wordsFor(teller, told)
  if (told) teller.subject = subjectOf(told)
  return phrase
}

function wordsFor(teller: Teller, told: Detail): Phrase {
  switch (told.kind) {
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
    case 'tint': {
      const { members, claims } = told
      const ids = members.map(({ id }) => id)
      const color = proven(CHINESE_COLORS[claims[0]?.args.color as ColorWord], ...claims)
      const kind = bareKind(teller, ids)
      const many = `中的${amount('several', 0, measureOf(teller, ids[0] as string))}`
      return say`${kind}${claims.length === members.length ? '都' : many}是${color}的`
    }
    case 'ends': {
      const { claims } = told
      const { other } = (claims[0] as Claim<'ends'>).args
      const who =
        claims.length === 1
          ? again(teller, claims[0]?.args.actor ?? '')
          : list(claims.map(({ args }) => definite(teller, args.actor)))
      return say`${who}${proven('最终停在', ...claims)}${upon(name(teller, other))}`
    }
    case 'one': {
      const { which, deed } = told
      const [way] = deed.heads
      const measure = measureOf(teller, deed.actor)
      const who = say`${which === 'first' ? '第一' : '最后一'}${measure}${bareKind(teller, [deed.actor])}`
      const goes = say`${who}${proven(WAYS[way?.args.direction ?? 'left'], way)}${proven(ONES[deed.moves.args.verb] ?? '移动', deed.moves)}`
      const end = deed.leaves ? ending(teller, deed) : undefined
      return end ? say`${goes}${after(end)}` : goes
    }
    case 'begins': {
      const { claim, ends } = told
      const [actor = ''] = claim.args.actors
      const who = again(teller, actor)
      const starts = say`起初${who}${proven('在', claim)}${upon(name(teller, claim.args.other))}`
      return say`${starts}，${proven('最终停在', ends)}${upon(name(teller, ends.args.other))}`
    }
    case 'stands': {
      const { actors, other } = told.claim.args
      return say`起初${bareKind(teller, actors)}${proven('在', told.claim)}${upon(name(teller, other))}`
    }
    case 'rest': {
      const [{ args }] = told.claims as [Claim<'ends'>]
      const many = amount('several', 0, measureOf(teller, args.actor))
      const kind = bareKind(teller, [args.actor])
      return say`其中${many}${kind}${proven('最终停在', ...told.claims)}${upon(name(teller, args.other))}`
    }
    case 'time': {
      const { actor, others, seconds } = told.claim.args
      const [first] = others as [string]
      const whom = others.length === 1 ? definite(teller, first) : bareKind(teller, others)
      return say`${again(teller, actor)}大约${secondsIn(seconds)}后${proven('撞上', told.claim)}${whom}`
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
              `其中${words === 'one' ? `一${measure}` : amount(words, actors.length, measure)}`,
              claim,
            )
      if (end === 'leaves') return say`${who}${kind}${edgeOf(at as Side)}离开画面`
      return say`${who}${kind}最终停在${upon(name(teller, at))}`
    }
  }
}

const ONES: Record<string, string> = {
  roll: '滚动',
  slide: '滑动',
  tumble: '翻滚',
  fly: '飞行',
  topple: '倒下',
}

const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five']
