import type { Claim } from '../claim.ts'
import { type Consequence, isCounted } from '../plan/consequences.ts'
import { eachDeed } from '../plan/deeds.ts'
import { bounceBefore, isStriker } from '../plan/follows.ts'
import { isNumbered, type Outcome } from '../plan/outcomes.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { othersOf, type Tale } from '../plan/plot.ts'
import type { Teller } from '../plan/teller.ts'
import type { Beginning } from '../plan/voice.ts'
import { amount } from './amounts.ts'
import { opening } from './clause.ts'
import { crowdOf, heapOf, rowOf, shareOf } from './group.ts'
import { launching, relaying, sinking } from './machine.ts'
import { blowTime } from './blow-time.ts'
import { act, edgeOf, goneFrom, rowWay, wayOf, WAYS } from './motion.ts'
import { say } from './phrase.ts'
import { bareKind, definite, kindOf, measureOf, name, upon } from './refer.ts'

/** How it begins; when it goes on, what comes of it is told next: 一颗蓝色小球从斜坡上滚下，撞上几十块红色多米诺骨牌中的第一块. */
export function beginning(teller: Teller, tale: Tale, { goesOn = false }: Beginning = {}): Phrase {
  const { cause, row, pile, relay, thrown, starter } = tale
  if (relay) return relaying(teller, relay)
  if (thrown) return launching(teller, tale, thrown)
  if (!cause) return row ? falling(teller, row) : collapsing(teller, pile as Claim<'collapses'>)
  const { hits: _, falls: _off, ...plain } = cause
  const deed = { ...plain, leads: true }
  if (starter) {
    const first = say`${name(teller, starter.args.actor)}${proven(isStriker(teller.book, starter.args.actor) ? '击中' : '撞上', starter)}${name(teller, cause.actor)}`
    teller.subject = null
    teller.mover = null
    const goes = say`${definite(teller, cause.actor)}${act(teller, deed, { most: 1 })}`
    return say`${first}，${goes}，${blowTime(teller, tale.hits)}${consequence(teller, tale, goesOn)}`
  }
  const bounce = bounceBefore(teller.book, tale)
  const first = opening(teller, bounce ? { ...deed, over: [] } : deed)
  const bounces = bounce
    ? say`在${upon(name(teller, bounce.args.other))}${proven('弹跳', bounce)}，`
    : ''
  const time = blowTime(teller, tale.hits)
  const effect = consequence(teller, tale, goesOn)
  teller.subject = cause.actor
  return say`${first}，${bounces}${time}${effect}`
}

function consequence(teller: Teller, tale: Tale, goesOn: boolean): Phrase {
  const { row, pile, heap, fells, hits } = tale
  if (row && (hits ?? fells)) {
    if (!hits || (teller.detail === 'brief' && !goesOn))
      return say`${proven('使', hits ?? fells, row)}${rowOf(teller, row)}接连倒下`
    const measure = measureOf(teller, row.args.actors[0] as string)
    const crowd = isCounted(teller.book, row)
      ? crowdOf(teller, row.args.actors)
      : rowOf(teller, row)
    return say`${proven('撞上', hits)}${crowd}${proven(`中的第一${measure}`, row)}`
  }
  if (pile && fells) return say`${proven('撞塌', fells, pile)}${heapOf(teller, pile)}`
  if (pile && hits)
    return say`${proven('把', hits)}${heapOf(teller, pile)}${proven('撞得坍塌', pile)}`
  if (heap && hits) {
    const blow = say`${proven('撞上', hits)}${heapOf(teller, heap)}`
    if (!fells || !isNumbered(tale) || teller.detail === 'brief') return blow
    const { words, others } = fells.args
    const few = amount(words, others.length, measureOf(teller, others[0] as string))
    return say`${blow}，${proven(`撞倒其中${few}`, fells)}`
  }
  const verb = fells?.args.how === 'apart' ? '撞散' : '撞倒'
  return say`${proven(verb, fells)}${shareOf(teller, fells as Claim<'knocks'>)}`
}

/** What comes of it: the row falls, some stand. */
export function consequenceWords(teller: Teller, tale: Tale, what: Consequence): Phrase {
  switch (what.kind) {
    case 'strikes':
      const before = bounceBefore(teller.book, tale)
      const bounce = before
        ? say`在${upon(name(teller, before.args.other))}${proven('弹跳', before)}，`
        : ''
      return say`${definite(teller, what.cause.actor)}${bounce}${blowTime(teller, tale.hits)}${consequence(teller, tale, true)}`
    case 'row falls': {
      const fall = toppling(teller, what.row)
      return what.last ? say`${fall}，${lastOne(teller, what.last)}` : fall
    }
    case 'last one':
      return lastOne(teller, what.last)
    case 'together': {
      const { actors, verb, over, claims } = what.go
      const goes = proven(`${(GOES[verb] ?? '').replace(/[动行]$/, '')}过`, ...claims)
      return say`${bareKind(teller, actors)}${goes}${name(teller, over.args.other)}`
    }
    case 'ends':
      return what.outcomes
        .map((outcome) => ended(teller, outcome, tale))
        .reduce((a, b) => say`${a}，${b}`)
    case 'stand':
      return standing(teller, what.stand, what.others)
    case 'sink':
      return sinking(teller, what.sunk, what.cause)
  }
}

/** 骨牌从左到右依次倒下; 其中好几块 where others stand. */
function toppling(teller: Teller, row: Claim<'chain'>): Phrase {
  const { words, actors } = row.args
  const [first] = actors as [string]
  const who =
    words === 'all'
      ? bareKind(teller, actors)
      : `其中${amount(words, actors.length, measureOf(teller, first))}`
  return say`${proven(who, row)}${rowWay(row)}${proven('依次倒下', row)}`
}

function lastOne(teller: Teller, last: Claim<'knocks' | 'hits'>): Phrase {
  const [other] = othersOf(last.args) as [string]
  const one = `最后一${measureOf(teller, last.args.actor)}`
  const whom = name(teller, other)
  if (last.predicate === 'hits') {
    const goes = eachDeed(teller.book).find(({ actor }) => actor === other)
    const way = goes && wayOf(teller, goes, { past: true })
    return goes && way
      ? say`${one}${proven('把', last)}${whom}撞得${act(teller, goes, { most: 0, way })}`
      : say`${one}${proven('撞上', last)}${whom}`
  }
  if (last.args.how === 'over') return say`${one}${proven('撞倒', last)}${whom}`
  return say`${one}${proven('把', last)}${whom}${goneFrom(teller, other, last)}`
}

/** Nothing starts it: 几十块红色多米诺骨牌从左到右依次倒下. */
export function falling(teller: Teller, row: Claim<'chain'>): Phrase {
  const { words, actors } = row.args
  const [first] = actors as [string]
  const who =
    words !== 'all'
      ? say`${kindOf(teller, actors)}${proven(`中的${amount(words, actors.length, measureOf(teller, first))}`, row)}`
      : teller.detail === 'brief'
        ? rowOf(teller, row)
        : crowdOf(teller, actors)
  return say`${who}${rowWay(row)}${proven('依次倒下', row)}`
}

export function collapsing(teller: Teller, pile: Claim<'collapses'>): Phrase {
  return say`${heapOf(teller, pile)}${proven('坍塌', pile)}`
}

/** 其中两个仍然立着, 其余两个仍然立着. */
function standing(teller: Teller, stand: Claim<'tally'>, others: boolean): Phrase {
  const { words, actors } = stand.args
  const few = amount(words, actors.length, measureOf(teller, actors[0] as string))
  const whose = others ? '其余' : words === 'all' ? '' : '其中'
  return proven(`${whose}${words === 'all' ? '全部' : few}仍然立着`, stand)
}

/** 其中好几块从桌上掉落. */
function ended(teller: Teller, one: Outcome, tale: Tale): Phrase {
  const first = [...tale.actors].find((id) => id !== tale.cause?.actor) as string
  const struck = one.claims.flatMap(({ args }) => ('actor' in args ? [args.actor] : []))[0]
  const who = `其中${amount(one.amount, 0, measureOf(teller, struck ?? first))}`
  switch (one.end) {
    case 'falls off':
      return say`${who}从${upon(name(teller, one.other))}${proven('掉落', ...one.claims)}`
    case 'lands':
      return say`${who}${proven('落到', ...one.claims)}${upon(name(teller, one.other))}`
    case 'leaves':
      return proven(`${who}${edgeOf(one.side)}离开画面`, ...one.claims)
    case 'goes':
      return proven(
        `${who}${one.direction ? WAYS[one.direction] : ''}${GOES[one.verb] ?? '移动'}`,
        ...one.claims,
      )
  }
}

const GOES: Record<string, string> = { roll: '滚动', slide: '滑动', tumble: '翻滚', fly: '飞行' }
