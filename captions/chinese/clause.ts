import type { Claim } from '../claim.ts'
import { doing, type Deed } from '../plan/deed.ts'
import {
  acrossAfter,
  bouncesUpon,
  deedAgainst,
  endOf,
  floorOf,
  knockOf,
  strokeOf,
  timedOf,
} from '../plan/follows.ts'
import { comesAfter, sharesPath, startsLate } from '../plan/order.ts'
import { listed, type Phrase, proven } from '../plan/phrase.ts'
import { areAllOfTwo, isTheOther, isUnique, noteDoers, type Teller } from '../plan/teller.ts'
import { restOf } from '../plan/thirds.ts'
import { amount } from './amounts.ts'
import { blowTime } from './blow-time.ts'
import { act, edgeOf, goneFrom, passing, pastMover, THIRDS, verbOf, wayOf } from './motion.ts'
import { NOTHING, say } from './phrase.ts'
import { again, bareKind, definite, doerOf, measureOf, name, upon } from './refer.ts'

/** The first clause about a mover: 一颗红色小球从左向右滚过木桌. */
export function opening(teller: Teller, deed: Deed): Phrase {
  const known = deed.crowd.length === 1 && teller.told.has(deed.actor)
  const who = known ? again(teller, deed.actor) : doerOf(teller, deed)
  noteDoers(teller, deed)
  const most = deed.hits || deed.leads ? 1 : 2
  if (deed.enters && deed.leaves && !deed.leads && teller.detail !== 'full')
    return say`${who}${wayOf(teller, deed)}${proven('穿过画面', deed.moves, deed.enters, deed.leaves)}`
  if (deed.breaks && deed.breaks.args.other !== undefined) {
    const base = name(teller, deed.breaks.args.other)
    return say`${who}从${upon(base)}${proven('脱落', deed.breaks)}，${act(teller, deed, { most })}`
  }
  const stroke = striking(teller, deed, who)
  if (stroke) return stroke
  const { stem } = verbOf(teller, deed)
  // 从左侧进入画面，在飞行 says of one motion that it is two.
  const flies = stem && stem !== '移' && deed.over.length === 0 && !deed.descent && !deed.lands
  const entry = deed.enters
    ? proven(`${edgeOf(deed.enters.args.side)}${flies ? `${stem}入` : '进入'}画面`, deed.enters)
    : NOTHING
  if (deed.enters && flies)
    return say`${who}${proven(entry, ...deed.all)}${bumping(teller, deed) ?? ''}`
  const pace =
    teller.detail === 'full' && deed.pace ? proven(PACES[deed.pace.args.pace], deed.pace) : ''
  const goes = deed.over.length > 0 || deed.descent !== undefined
  const short = goes && (teller.detail === 'brief' || (deed.leads && teller.detail !== 'full'))
  const swings = deed.leads && deed.moves.args.verb === 'swing'
  const way = short || swings || deed.enters || deed.hits ? '' : wayOf(teller, deed)
  // 从左侧进入画面，移动 says it twice.
  if (deed.enters && deed.leads && stem === '移') return say`${who}${proven(entry, ...deed.all)}`
  const path = act(teller, deed, { most, way, led: pace !== '' })
  return say`${who}${entry}${deed.enters ? '，' : ''}${pace}${path}${bumping(teller, deed) ?? ''}`
}

/** 一根球杆击中母球，母球滚过台球桌，撞上一颗黄色台球: what only moves to strike. */
export function striking(teller: Teller, deed: Deed, who: Phrase): Phrase | undefined {
  const stroke = strokeOf(teller.book, deed)
  if (!stroke) return undefined
  const { hits, struck, on } = stroke
  const { other } = hits.args
  const first = say`${who}${proven('击中', hits)}${name(teller, other)}`
  teller.subject = null
  // The clause that follows is about what was struck.
  teller.mover = other
  const way = on || teller.detail === 'brief' ? '' : wayOf(teller, struck)
  const goes = say`${first}，${definite(teller, other)}${act(teller, struck, { most: 1, way })}`
  return on ? say`${goes}，${proven('撞上', on)}${name(teller, on.args.other)}` : goes
}

/** ，撞上一个橙子; ，把一个橙子撞得向右滚动. */
function bumping(teller: Teller, deed: Deed): Phrase | undefined {
  const { book } = teller
  const { hits } = deed
  if (!hits) return undefined
  const { other } = hits.args
  const time = blowTime(teller, hits)
  const knock = knockOf(book, deed)
  if (knock) {
    const { claim, isOver, topples } = knock
    teller.subject = null
    const who = name(teller, other)
    if (isOver) return say`，${time}${proven('撞倒', hits, claim, topples)}${who}`
    return say`，${time}${proven('把', hits, claim)}${who}${goneFrom(teller, other, claim)}`
  }
  const hit = deedAgainst(book, hits)
  const who = name(teller, other)
  // Whom 它 would mean is open now.
  teller.subject = null
  if (!hit || teller.detail === 'brief') return say`，${time}${proven('撞上', hits)}${who}`
  const goes = act(teller, hit, { most: 1, way: wayOf(teller, hit, { past: true }) })
  return say`，${time}${proven('把', hits)}${who}撞得${goes}`
}

const PACES = { slow: '缓缓', easy: '不紧不慢地', brisk: '快步' }

/** What someone else does meanwhile: 一辆蓝色汽车从她身后向左驶过. */
export function meanwhile(teller: Teller, deed: Deed, main: Deed): Phrase {
  const told = teller.subject
  const past = pastMover(teller, deed, main)
  const who = doerOf(teller, deed)
  const late =
    teller.detail === 'full' && startsLate(deed, main, teller.book)
      ? proven('开始', deed.starts)
      : ''
  const brief = teller.detail === 'brief'
  const against = told === main.actor ? main : undefined
  noteDoers(teller, deed)
  const { stem } = verbOf(teller, deed)
  if (past && stem) {
    const along = deed.passes.filter(({ args }) => args.other === main.actor)
    if (brief) return say`${who}从旁${proven(`${stem}过`, deed.moves, ...along)}`
    const entry =
      teller.detail === 'full' && deed.enters
        ? say`${proven(`${edgeOf(deed.enters.args.side)}进入画面`, deed.enters)}，`
        : NOTHING
    const way = wayOf(teller, deed, { against, past: true })
    return say`${who}${entry}${late}${past}${way}${proven(`${stem}过`, deed.moves)}`
  }
  const shares = sharesPath(deed, main) && deed.heads.length > 0
  const way = brief && deed.over.length > 0 && !shares ? '' : wayOf(teller, deed, { against })
  return say`${who}${late}${act(teller, deed, { most: shares ? 0 : 2, way, led: late !== '' })}`
}

/** One deed from beginning to end in a sentence: 一颗小球向右滚动，随后停下. */
export function whole(teller: Teller, deed: Deed): Phrase {
  const end = ending(teller, deed)
  // It falls, and falls off: once is enough.
  if (end && deed.falls && deed.moves.args.verb === 'fall') {
    const who = doerOf(teller, deed)
    noteDoers(teller, deed)
    return say`${who}${end}`
  }
  const first = opening(teller, deed)
  return end ? say`${first}${after(end)}` : first
}

/** 从马克杯前面经过，随后停下: what follows on what was told of it; undefined when there is nothing to add. */
export function afterwards(teller: Teller, deed: Deed, most: number): Phrase | undefined {
  const bounce = bouncing(teller, deed)
  const on = rollingOn(teller, deed)
  const past = bounce || on || deed.hits || deed.descent ? undefined : passing(teller, deed, most)
  const back = deed.returns && returning(deed.returns)
  const end = ending(teller, deed)
  const told = [bounce, back, on, past, end].flatMap((phrase) => phrase ?? [])
  const last = told.at(-1)
  return last && listed(told, '，', last.text.startsWith('最终') ? '，' : '，随后')
}

/** ，随后停下: what comes after; 最终停在桌上 says when by itself. */
export function after(end: Phrase): Phrase {
  return say`${end.text.startsWith('最终') ? '，' : '，随后'}${end}`
}

/** The same as a sentence of its own. */
export function sequel(teller: Teller, deed: Deed, most: number): Phrase | undefined {
  if (teller.subject !== deed.actor && !isUnique(teller, deed.actor)) return undefined
  const who = again(teller, deed.actor)
  const told = afterwards(teller, deed, most)
  if (!told) return undefined
  teller.subject = deed.actor
  if (deed.descent || deed.bounces || deed.falls) teller.mover = deed.actor
  return say`${who}${told}`
}

/** Where it gets after the last of the ramps. */
function rollingOn(teller: Teller, deed: Deed): Phrase | undefined {
  const after = acrossAfter(teller.book, deed)
  const { stem } = verbOf(teller, deed)
  if (!after || !stem) return undefined
  return say`${proven(`${stem}过`, ...deed.all, after)}${name(teller, after.args.other)}`
}

/** 从墙上弹开, 在桌上弹跳; not what the verb of its motion has said. */
function bouncing(teller: Teller, { bounces, moves }: Deed): Phrase | undefined {
  if (!bounces || moves.args.verb === 'bounce') return undefined
  const whence = name(teller, bounces.args.other)
  return bouncesUpon(teller.book, bounces)
    ? say`在${upon(whence)}${proven('弹跳', bounces)}`
    : say`从${upon(whence)}${proven('弹开', bounces)}`
}

/** 向左滚回. */
function returning(claim: Claim<'returns'>): Phrase {
  const { verb, direction } = claim.args
  const way = direction === 'left' ? '向左' : '向右'
  return proven(`${way}${verb === 'roll' ? '滚回' : '移回'}`, claim)
}

/** 汽车停下: how it ends with someone who was told of together with another. */
export function finale(teller: Teller, deed: Deed): Phrase | undefined {
  // 积木 among many would be any of them.
  if (deed.crowd.length > 1 || !(isUnique(teller, deed.actor) || isTheOther(teller, deed.actor)))
    return undefined
  const end = ending(teller, deed)
  if (!end) return undefined
  teller.subject = deed.actor
  if (deed.falls) teller.mover = deed.actor
  const ends = end.text.startsWith('停') ? { ...end, text: '停了下来' } : end
  return say`${definite(teller, deed.actor)}${ends}`
}

/** 拆楼球继续来回摆动. */
export function goingOn(teller: Teller, deed: Deed): Phrase {
  const who = definite(teller, deed.actor)
  teller.subject = deed.actor
  const { leads: _, ...plain } = deed
  return say`${who}${proven('继续', deed.moves)}${act(teller, plain, { most: 0, led: true })}`
}

/** 两颗小球都停了下来, 小球和橙子都停了下来. */
export function halt(teller: Teller, deeds: [Deed, Deed]): Phrase {
  const [one, other] = deeds.map(({ actor }) => actor) as [string, string]
  const who = areAllOfTwo(teller, one, other)
    ? say`${amount('two', 2, measureOf(teller, one))}${bareKind(teller, [one, other])}`
    : say`${definite(teller, one)}和${definite(teller, other)}`
  for (const id of [one, other]) teller.related.add(`halts ${id}`)
  teller.subject = null
  return say`${who}都${proven('停了下来', ...deeds.map(({ stops }) => stops))}`
}

/** 她挥手: what someone who was told of does besides. */
export function besides(teller: Teller, { actor, also, crowd }: Deed): Phrase | undefined {
  const known = teller.subject === actor || isUnique(teller, actor)
  if (!also || crowd.length > 1 || !known) return undefined
  const who = again(teller, actor)
  teller.subject = actor
  return say`${who}${act(teller, doing(actor, also))}`
}

/** 停下, 从右侧离开画面, 从桌上滚落. */
export function ending(teller: Teller, deed: Deed): Phrase | undefined {
  const end = endOf(teller, deed)
  switch (end?.predicate) {
    case 'falls_off':
      return fallingOff(teller, deed, end)
    case 'leaves':
      return say`${timeOf(teller, deed, 'leaves')}${proven(`${edgeOf(end.args.side)}离开画面`, end)}`
    case 'ends':
      return say`${proven('最终停在', end)}${upon(name(teller, end.args.other))}`
    case 'stops':
      return stopping(teller, deed, end)
    case undefined:
      return undefined
  }
}

/** 停下, 最终停在一把扶手椅旁边, 最终停在画面中央. */
function stopping(teller: Teller, deed: Deed, end: Claim<'stops'>): Phrase {
  const plain = teller.random.pick(['停下', '停住'] as const)
  const rest = restOf(teller, deed)
  if (!rest) return say`${timeOf(teller, deed, 'stops')}${proven(plain, end)}`
  const stops = proven('最终停在', end, rest)
  return rest.predicate === 'ends'
    ? say`${stops}${name(teller, rest.args.other)}${RESTS[rest.args.relation]}`
    : say`${stops}画面${THIRDS[rest.args.where]}`
}

const RESTS = { on: '上', 'next to': '旁边', 'left of': '左侧', 'right of': '右侧' } as const

/** 在大约三秒时. */
function timeOf(teller: Teller, { actor }: Deed, event: 'stops' | 'leaves'): Phrase | '' {
  const claim = timedOf(teller, actor, event)
  if (!claim) return ''
  const { seconds } = claim.args
  return proven(`在大约${seconds === 'one' ? '一秒' : amount(seconds, 0, '秒')}时`, claim)
}

function fallingOff(teller: Teller, deed: Deed, falls: Claim<'falls_off'>): Phrase {
  const { verb } = deed.moves.args
  const goes = verb === 'roll' ? '滚落' : verb === 'slide' ? '滑落' : '掉落'
  const edge = say`从${upon(name(teller, falls.args.other))}${proven(goes, falls, deed.moves)}`
  const floor = floorOf(teller, falls)
  if (!floor) return edge
  return say`${edge}，${proven('落到', floor)}${upon(name(teller, floor.args.other))}`
}

/** What begins when something else is over: 小球停下后，一个紫色陀螺开始旋转. */
export function next(teller: Teller, deed: Deed, before: Deed): Phrase | undefined {
  const order = comesAfter(teller, deed, before)
  if (!order) return undefined
  // That it stopped has just been said.
  const known = teller.subject === before.actor
  const since =
    before.stops && !known
      ? say`${again(teller, before.actor)}${proven('停下后', before.stops)}`
      : say`随后`
  const who = doerOf(teller, deed)
  noteDoers(teller, deed)
  const starts = deed.starts ? proven('开始', deed.starts) : ''
  const acts = act(teller, deed, { way: wayOf(teller, deed), led: starts !== '' })
  return proven(say`${since}，${who}${starts}${acts}`, order)
}
