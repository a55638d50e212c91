import type { ActVerb, Claim, Heading, Side, Verb, Third } from '../claim.ts'
import type { Deed } from '../plan/deed.ts'
import { sweepOf, turnsBack } from '../plan/deeds.ts'
import { hungOf, isHolder, passedBy, pathsOf } from '../plan/paths.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { areTwo, isOneOfMany, type Teller } from '../plan/teller.ts'
import { spanOf } from '../plan/thirds.ts'
import { list, say } from './phrase.ts'
import { name, object, several, theOther, upon } from './refer.ts'

/** A verb by itself (向右滚动), and before 过, 下 and 上 (滚过木桌). */
const VERBS: Record<Verb, { bare: string; stem?: string }> = {
  walk: { bare: '行走', stem: '走' },
  trot: { bare: '小跑', stem: '小跑' },
  gallop: { bare: '奔驰', stem: '奔' },
  run: { bare: '奔跑', stem: '跑' },
  drive: { bare: '行驶', stem: '驶' },
  roll: { bare: '滚动', stem: '滚' },
  slide: { bare: '滑动', stem: '滑' },
  fly: { bare: '飞行', stem: '飞' },
  sail: { bare: '航行' },
  rise: { bare: '上升' },
  fall: { bare: '落下' },
  spin: { bare: '旋转' },
  swing: { bare: '来回摆动' },
  wave: { bare: '飘动' },
  bob: { bare: '上下浮动' },
  bounce: { bare: '弹跳', stem: '弹' },
  tumble: { bare: '翻滚', stem: '翻滚' },
  tip: { bare: '歪斜' },
  topple: { bare: '倒下' },
  move: { bare: '移动', stem: '移' },
}

const ACTS: Record<ActVerb, string> = {
  jump: '跳起',
  wave: '挥手',
  point: '伸手指向前方',
  sit: '坐下',
  stand: '站起来',
}

export interface Acting {
  /** How many ways it goes over are told. */
  most?: number
  /** 向右, 从左向右. */
  way?: Phrase | ''
  /** Something stands before it: 开始, 缓缓. */
  led?: boolean
}

/** All that stands after the subject: 从左向右滚过木桌, 沿着人行道向右行走. */
export function act(
  teller: Teller,
  deed: Deed,
  { most = 2, way = '', led = false }: Acting = {},
): Phrase {
  const { book } = teller
  if (deed.lands && !deed.leads) {
    const { other } = deed.lands.args
    const [into, within] = isHolder(book.facts.member(other))
      ? (['落进', '里'] as const)
      : (['落到', '上'] as const)
    const lands = proven(into, ...deed.all, deed.lands, ...(deed.allLands ?? []))
    return say`${lands}${upon(name(teller, other), within)}`
  }
  const verb = verbOf(teller, deed)
  if (deed.descent && verb.stem) {
    const { down, turns } = deed.descent
    const ramps = several(teller, [...new Set(down.map(({ args }) => args.other))].sort())
    const noun = book.facts.member(down[0]?.args.other as string).noun.en
    // Those of the noun that it was not seen to go down are no news.
    for (const { id, noun: own } of book.facts.members) if (own.en === noun) teller.told.add(id)
    const zigzag = turns.length > 0 ? proven('呈之字形', ...turns) : ''
    return say`沿${ramps}${zigzag}${proven(`${verb.stem}下`, ...deed.all, ...down)}`
  }
  const [first, second] = pathsOf(book, deed, most)
  if (first) {
    const told = over(teller, deed, verb, first, way)
    return second ? say`${told}，再${over(teller, deed, verb, second, '')}` : told
  }
  const hung = hungOf(teller, deed)
  const place = hung ? say`${proven('在', hung)}${hungAt(teller, hung)}` : ''
  // 一面旗帜飘动 would be bare.
  const lasts = LASTING.has(deed.moves.args.verb) && !deed.leads
  const going = !led && !way && !hung && lasts ? '在' : ''
  return say`${place}${way}${going}${proven(towards(verb, deed, way), ...deed.all)}`
}

/** What may go on: 一只鸟在飞行. */
const LASTING = new Set<Verb | ActVerb>([
  'walk',
  'trot',
  'gallop',
  'run',
  'drive',
  'fly',
  'spin',
  'swing',
  'wave',
  'bob',
  'bounce',
])

/** 朝镜头方向走来, 朝远处走去: where somebody goes whom the camera looks at. */
function towards(
  { bare, stem }: ReturnType<typeof verbOf>,
  { heads }: Deed,
  way: Phrase | '',
): string {
  const [first] = heads
  if (!way || !stem || !COMING.has(stem) || heads.length > 1) return bare
  if (first?.args.direction === 'toward') return `${stem}来`
  return first?.args.direction === 'away' ? `${stem}去` : bare
}

const COMING = new Set(['走', '小跑', '奔', '跑', '驶', '滚', '滑', '飞'])

function hungAt(teller: Teller, { args: { relation, other } }: Claim<'place'>): Phrase {
  const where = name(teller, other)
  return relation === 'above' ? say`${where}上方` : upon(where, relation === 'in' ? '里' : '上')
}

/** One way that it goes over something. */
function over(
  teller: Teller,
  deed: Deed,
  verb: { bare: string; stem?: string },
  claim: Claim<'over'>,
  way: Phrase | '',
): Phrase {
  const other = name(teller, claim.args.other)
  const { bare, stem } = verb
  const proof = [...deed.all, claim]
  switch (stem ? claim.args.how : 'along') {
    case 'across':
      // It does not go through what it moves upon.
      return stem === '移'
        ? say`${way}${proven(bare, ...deed.all)}`
        : stem === '弹' && teller.book.facts.member(claim.args.other).class === 'room'
          ? // One bounces in a room, not through it.
            say`${proven('在', claim)}${upon(other, '里')}${way}${proven(bare, ...deed.all)}`
          : stem === '翻滚'
            ? say`${proven('在', claim)}${upon(other)}${way}${proven(bare, ...deed.all)}`
            : say`${way}${proven(`${stem}过`, ...proof)}${other}`
    case 'up':
      return say`${way}${proven(`${stem}上`, ...proof)}${other}`
    case 'down':
      return way
        ? say`沿${other}${way}${proven(`${stem}下`, ...proof)}`
        : say`从${upon(other)}${proven(`${stem}下`, ...proof)}`
    case 'along':
      return claim.args.how === 'along'
        ? say`沿着${other}${way}${proven(towards(verb, deed, way), ...proof)}`
        : say`${way}${proven(bare, ...deed.all)}`
  }
}

export function verbOf(teller: Teller, deed: Deed): { bare: string; stem?: string } {
  if (deed.moves.predicate === 'acts') return { bare: ACTS[deed.moves.args.verb] }
  const { verb, gait } = deed.moves.args
  if (gait === 'shuttles') return { bare: '来回移动' }
  const words = VERBS[verb]
  if (gait === 'circles') return { bare: `绕圈${words.bare}` }
  if (verb === 'swing' && (deed.leads || !turnsBack(teller.book, deed)))
    // What comes to strike swings towards it.
    return { bare: deed.leads ? '荡过来' : '摆动' }
  return words
}

/** 从左向右, 向左, 朝镜头方向; 朝相反方向 of another deed. */
export function wayOf(
  teller: Teller,
  deed: Deed,
  { against, past = false }: { against?: Deed | undefined; past?: boolean } = {},
): Phrase | '' {
  if (deed.lands && !deed.leads) return ''
  const span = against || past ? undefined : spanOf(teller, deed)
  if (span) {
    const { from, to } = span.args
    return proven(`从画面${THIRDS[from]}向${THIRDS[to]}`, span)
  }
  if (deed.crowd.length === 1 && isOneOfMany(teller, deed.actor)) return ''
  const side = deed.heads.find(({ args }) => ['left', 'right'].includes(args.direction))
  const depth = deed.heads.find(({ args }) => ['toward', 'away'].includes(args.direction))
  const told = side ?? depth
  if (!told) return ''
  const { direction } = told.args
  const opposite = direction === 'left' ? 'right' : 'left'
  const other = side && against?.heads.find(({ args }) => args.direction === opposite)
  if (other) return proven('朝相反方向', told, other)
  const same = deed.heads.filter(({ args }) => args.direction === direction)
  // 从马克杯前面从左向右 would have two 从; one is 撞得向右滚动.
  const sweeps = !past && side && sweepOf(teller.book.facts.member(deed.actor)) >= 0.2
  if (sweeps && teller.random.unit() < 0.7)
    return proven(direction === 'right' ? '从左向右' : '从右向左', ...same)
  const words: Partial<Record<string, string>> = {
    left: '向左',
    right: '向右',
    toward: '朝镜头方向',
    away: '朝远处',
  }
  return proven(words[direction] ?? '', ...same)
}

/** 从左到右 of a row that falls. */
export function rowWay({ args: { direction } }: Claim<'chain'>): string {
  const words: Partial<Record<string, string>> = {
    left: '从右到左',
    right: '从左到右',
    toward: '朝镜头方向',
    away: '朝远处',
  }
  return words[direction ?? ''] ?? ''
}

/** 从长椅和树后面经过, of things worth naming; undefined when there are none. */
export function passing(teller: Teller, deed: Deed, most: number): Phrase | undefined {
  const { side, groups } = passedBy(teller, deed, most)
  if (!side || groups.length === 0) return undefined
  const others = list(
    groups.map((claims) => several(teller, claims.map(({ args }) => args.other).sort())),
  )
  return say`从${others}${proven(side === 'behind' ? '后面' : '前面', ...groups.flat())}经过`
}

/** 从她身后: one mover passing another. */
export function pastMover(teller: Teller, deed: Deed, other: Deed): Phrase | undefined {
  const claim = deed.passes.find(({ args }) => args.other === other.actor)
  if (!claim) return undefined
  const near = teller.book.facts.member(other.actor).class === 'person' ? '身' : ''
  const side = claim.args.side === 'behind' ? (near ? '身后' : '后面') : near ? '身前' : '前面'
  const whom = areTwo(teller, deed.actor, other.actor)
    ? theOther(teller, other.actor)
    : object(teller, other.actor)
  return say`从${whom}${proven(side, claim)}`
}

/** 从右侧: where it enters or leaves the picture. */
export function edgeOf(side: Side): string {
  return { left: '从左侧', right: '从右侧', top: '从上方', bottom: '从下方' }[side]
}

/** 从桌上撞落: what it was knocked from, where that is proven. */
export function goneFrom(teller: Teller, actor: string, knocks: Claim<'knocks'>): Phrase {
  const { book } = teller
  const falls = book.one('falls_off', { actor }) ?? book.one('breaks_off', { actor })
  const base = falls?.args.other
  return falls && base !== undefined
    ? say`从${upon(name(teller, base))}${proven('撞落', knocks, falls)}`
    : proven('撞离原位', knocks)
}

/** In which part of the picture. */
export const THIRDS: Record<Third, string> = { left: '左侧', center: '中央', right: '右侧' }

/** Where one heads, by itself. */
export const WAYS: Record<Heading, string> = {
  left: '向左',
  right: '向右',
  toward: '朝镜头',
  away: '向远处',
  up: '向上',
  down: '向下',
}
