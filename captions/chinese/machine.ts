import type { Claim } from '../claim.ts'
import type { Deed } from '../plan/deed.ts'
import { flightOf } from '../plan/follows.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Tale } from '../plan/plot.ts'
import type { Teller } from '../plan/teller.ts'
import { countWord } from '../predicates/count.ts'
import { amount } from './amounts.ts'
import { opening } from './clause.ts'
import { say } from './phrase.ts'
import { definite, kindOf, measureOf, name, upon } from './refer.ts'

/** 一根投石臂向上摆起，把一颗粉色小球抛向空中; of a seesaw, who drops on it first. */
export function launching(
  teller: Teller,
  { dropper, cause }: Pick<Tale, 'dropper' | 'cause'>,
  thrown: Claim<'throws'>,
): Phrase {
  const { actor, other } = thrown.args
  const flight = flightOf(teller.book, thrown)
  const throws = () => {
    const whom = name(teller, other)
    const way =
      flight && cause?.actor === other
        ? proven(flight.args.direction === 'left' ? '向左侧' : '向右侧', flight)
        : '向空中'
    return say`${proven('把', thrown)}${whom}抛${way}`
  }
  const told = (): Phrase => {
    if (!dropper) return say`${name(teller, actor)}${proven('向上摆起', thrown)}，${throws()}`
    const { hits: _, falls: _off, lands: _lands, allLands: _all, ...plain } = dropper
    const lands = teller.book.one('lands', { actor: dropper.actor, other: actor })
    // 落下 and 落到 would say it twice.
    const first =
      plain.over.length > 0
        ? say`${opening(teller, { ...plain, leads: true })}，`
        : name(teller, dropper.actor)
    const board = name(teller, actor)
    return say`${first}${proven('落到', lands)}${upon(board)}，${definite(teller, actor)}${throws()}`
  }
  const phrase = told()
  teller.subject = null
  teller.mover = null
  return phrase
}

/** 一排五颗钢球中的第一颗向下摆动，撞上下一颗，另一端的一颗向外摆出. */
export function relaying(teller: Teller, relay: Claim<'relays'>): Phrase {
  const { actors, between, others, words } = relay.args
  const all = [...actors, ...between, ...others]
  const kind = kindOf(teller, all)
  const measure = measureOf(teller, all[0] as string)
  for (const id of all) teller.told.add(id)
  const [n, mid] = [actors.length, between.length].map((many) =>
    amount(countWord(many), many, measure),
  ) as [string, string]
  const first = actors.length > 1 ? `前${n}` : `第一${measure}`
  teller.subject = null
  teller.mover = null
  const row = say`${proven('一排', relay)}${amount(words, all.length, measure)}${kind}中的${first}`
  const told = say`${row}向下摆动，撞上下一${measure}，另一端的${n}向外摆出`
  return teller.detail === 'brief' ? told : say`${told}，中间的${mid}保持不动`
}

/** 其中四颗落入球袋, 母球落入球袋. */
export function sinking(teller: Teller, claim: Claim<'pockets'>, cause?: Deed): Phrase {
  const { actors, words } = claim.args
  const [first] = actors as [string]
  if (actors.length === 1 && first === cause?.actor)
    return say`${definite(teller, first)}${proven('落入球袋', claim)}`
  const many = amount(words, actors.length, measureOf(teller, first))
  return proven(`其中${many}落入球袋`, claim)
}
