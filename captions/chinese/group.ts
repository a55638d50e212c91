import { countWord } from '../predicates/count.ts'
import type { Claim } from '../claim.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { LONG } from '../plan/shade.ts'
import type { Teller } from '../plan/teller.ts'
import { amount } from './amounts.ts'
import { say } from './phrase.ts'
import { bareKind, kindOf, measureOf, name } from './refer.ts'

/** 几十块红色多米诺骨牌; without a number where none is proven. */
export function crowdOf(teller: Teller, ids: string[]): Phrase {
  const { book } = teller
  const [first] = ids as [string]
  const { en } = book.facts.member(first).noun
  const count = book.all('count').find(({ args }) => args.noun === en)
  const all = count ? count.args.actors : ids
  for (const id of all) teller.told.add(id)
  const kind = kindOf(teller, all)
  const many = count && amount(count.args.words, all.length, measureOf(teller, first))
  return count ? say`${proven(many ?? '', count)}${kind}` : kind
}

/** 一长排红色多米诺骨牌. */
export function rowOf(teller: Teller, row: Claim<'chain'>): Phrase {
  for (const id of row.args.actors) teller.told.add(id)
  const long = row.args.actors.length >= LONG ? '一长排' : '一排'
  return say`${proven(long, row)}${kindOf(teller, row.args.actors)}`
}

/** 一座由灰色砌块搭成的塔, 一堵由六块红色砖块砌成的墙, 一摞书. */
export function heapOf(teller: Teller, pile: Claim<'collapses' | 'stacked'>): Phrase {
  const { book } = teller
  const { actors, noun } = pile.args
  for (const id of actors) teller.told.add(id)
  const all = book.facts.glimpsed.filter((member) => member.noun.en === noun).length
  // Where others of the noun are about, what comes down is a stack of them.
  const heap = all === actors.length ? pile.args.heap : 'stack'
  const stacked = book
    .all('stacked')
    .find(({ args }) => args.words && args.actors.join() === actors.join())
  const count = stacked && book.all('count').find(({ args }) => args.noun === noun)
  const exact = count && count.args.actors.length === actors.length
  const measure = measureOf(teller, actors[0] as string)
  const number = exact
    ? proven(amount(stacked.args.words as string, actors.length, measure), stacked, count)
    : ''
  const kind = kindOf(teller, actors)
  if (heap === 'stack') return say`${proven('一摞', pile)}${kind}`
  const [first, last] =
    heap === 'tower' ? (['一座由', '搭成的塔'] as const) : (['一堵由', '砌成的墙'] as const)
  return say`${first}${number}${kind}${proven(last, pile)}`
}

/** 全部五个保龄球瓶, 五个球瓶中的两个, 好几个球瓶, 一个瓶子. */
export function shareOf(teller: Teller, knocks: Claim<'knocks'>): Phrase {
  const { book } = teller
  const { others, words, actor, noun } = knocks.args
  const [first] = others as [string]
  if (others.length === 1 && words === 'all') return proven(name(teller, first), knocks)
  const measure = measureOf(teller, first)
  const some = amount(words, others.length, measure)
  // Whose number is told, their colour is that of all of them.
  const all = book.facts.members.filter((member) => member.noun.en === noun).map(({ id }) => id)
  const same = book.facts.member(actor).noun.en === noun
  const kind = same ? bareKind(teller, others) : kindOf(teller, words === 'several' ? others : all)
  const count = book.all('count').find(({ args }) => args.noun === noun)
  for (const id of count?.args.actors ?? others) teller.told.add(id)
  if (same) {
    if (words === 'all') return say`${proven('其余', knocks)}${kind}`
    if (words === 'some' || words === 'several')
      return say`${proven(`另外好几${measure}`, knocks)}${kind}`
    return say`其余${kind}${proven(`中的${some}`, knocks)}`
  }
  if (words === 'all') {
    const exact = count && count.args.actors.length === others.length && others.length <= 10
    return exact
      ? say`${proven(`全部${amount(count.args.words, others.length, measure)}`, count, knocks)}${kind}`
      : say`${proven('所有', knocks)}${kind}`
  }
  if (words === 'several') return say`${proven(some, knocks)}${kind}`
  const few =
    count && count.args.actors.length <= 10
      ? proven(amount(count.args.words, count.args.actors.length, measure), count)
      : ''
  // Of how many is open: 撞倒三个保龄球瓶.
  if (few === '' && others.length <= 10 && words === countWord(others.length))
    return say`${proven(some, knocks)}${kind}`
  return say`${few}${kind}${proven(`中的${some}`, knocks)}`
}
