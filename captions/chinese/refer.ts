import type { Member } from '../facts/member.ts'
import { isStuff } from '../facts/noun.ts'
import type { Deed } from '../plan/deed.ts'
import { doersOf } from '../plan/gathered.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { shadeOf, stuffOf } from '../plan/shade.ts'
import { isStanceless } from '../plan/stance.ts'
import {
  colorOf,
  isGround,
  isTheOther,
  isUnique,
  sharedColor,
  type Teller,
} from '../plan/teller.ts'
import { CHINESE_COLORS } from '../words/chinese-colors.ts'
import { shortChinese, SMALL_BALL } from '../words/chinese-nouns.ts'
import type { ColorWord } from '../words/colors.ts'
import { classOf } from '../words/nouns.ts'
import { SURFACE_WORDS } from '../words/surfaces.ts'
import { amount } from './amounts.ts'
import { list, NOTHING, say } from './phrase.ts'

/** What one of them is called, and what counts it. Who lacks a noun is never told of: its clip has no Chinese. */
function wordsOf(members: readonly Member[]): { noun: string; measure: string } {
  const { noun } = members[0] as Member
  const zh = noun.zh ?? ''
  const small = members.every(({ size }) => Math.max(...size) < SMALL_BALL)
  return zh === '球' && small
    ? { noun: '小球', measure: '颗' }
    : { noun: zh, measure: noun.measure }
}

export function measureOf({ book }: Pick<Teller, 'book'>, id: string): string {
  return wordsOf([book.facts.member(id)]).measure
}

/** 一颗红色小球 at first, 小球 later. */
export function name(teller: Teller, id: string): Phrase {
  const { book } = teller
  const member = book.facts.member(id)
  if (teller.told.has(id)) return definite(teller, id)
  teller.told.add(id)
  const exists = book.one('exists', { actor: id })
  if (isGround(member)) return proven(groundName(member), exists)
  const described = describe(teller, member)
  if (isStuff(member.noun)) return proven(described, exists)
  const { noun, measure } = wordsOf([member])
  const plain = described.text === noun
  // 一个灰色方块 and 一个灰色方块 would be one.
  const alike = [...teller.told]
    .map((other) => book.facts.member(other))
    .some(
      (other) =>
        other.id !== id &&
        other.noun.zh === member.noun.zh &&
        (plain || describe(teller, other).text === described.text),
    )
  return proven(say`${alike ? '另一' : '一'}${measure}${described}`, exists)
}

/** 小球; with its colour when there is another one; with its full noun when even that is shared. */
export function definite(teller: Teller, id: string): Phrase {
  const { facts } = teller.book
  const member = facts.member(id)
  const exists = teller.book.one('exists', { actor: id })
  if (isGround(member)) return proven(groundName(member), exists)
  const { noun } = wordsOf([member])
  const short = shortChinese(noun)
  const others = [...facts.members, ...teller.earlier].filter((other) => other.id !== id)
  // 球 and 小球 are both balls.
  const shorts = others.filter(
    (other) => other.noun.zh === member.noun.zh || shortChinese(wordsOf([other]).noun) === short,
  )
  if (shorts.length === 0) return proven(short, exists)
  if (shorts.every((other) => other.noun.zh !== member.noun.zh)) return proven(noun, exists)
  if (isTheOther(teller, id)) return proven(`另一${wordsOf([member]).measure}${noun}`, exists)
  const color = colorOf(teller, member)
  return color
    ? say`${proven(tinted(color.text, noun), ...color.proof, exists)}`
    : proven(noun, exists)
}

/** 板条箱, 其中一个板条箱 where nothing tells it from the others; at first as `name`. */
export function oneOf(teller: Teller, id: string): Phrase {
  if (!teller.told.has(id) || isUnique(teller, id)) return name(teller, id)
  const { noun, measure } = wordsOf([teller.book.facts.member(id)])
  return proven(`其中一${measure}${noun}`, teller.book.one('exists', { actor: id }))
}

/** 另一颗小球, as said of one of two. */
export function theOther(teller: Teller, id: string): Phrase {
  const { noun, measure } = wordsOf([teller.book.facts.member(id)])
  return proven(`另一${measure}${shortChinese(noun)}`, teller.book.one('exists', { actor: id }))
}

/** 她, 他, 它 for whom the last clause was about; else its noun. */
export function again(teller: Teller, id: string): Phrase {
  const { pronoun } = teller.book.facts.member(id).noun
  const exists = teller.book.one('exists', { actor: id })
  return pronoun && teller.subject === id ? proven(PRONOUNS[pronoun], exists) : name(teller, id)
}

/** 她 as whom something is behind; only of people: 它 would be heard as anything. */
export function object(teller: Teller, id: string): Phrase {
  const { pronoun } = teller.book.facts.member(id).noun
  const exists = teller.book.one('exists', { actor: id })
  return teller.told.has(id) && (pronoun === 'she' || pronoun === 'he')
    ? proven(PRONOUNS[pronoun], exists)
    : name(teller, id)
}

export const PRONOUNS = { she: '她', he: '他', it: '它' }

/** Several of one noun: 三栋砖楼, 两把绿色扶手椅, 一些树. */
export function several(teller: Teller, ids: string[]): Phrase {
  if (ids.length === 1) return name(teller, ids[0] as string)
  const { book } = teller
  const members = ids.map((id) => book.facts.member(id))
  const [first] = members as [Member]
  const counted = book
    .all('count')
    .find(({ args }) => args.noun === first.noun.en && args.actors.length === ids.length)
  const colors = members.map((member) => colorOf(teller, member))
  const shared = sharedColor(teller, members, counted !== undefined)
  for (const id of ids) teller.told.add(id)
  const { noun, measure } = wordsOf(members)
  const made = members.map(({ id }) => book.one('material', { actor: id }))
  const wooden = !shared && made.every((claim) => claim?.args.material === 'wooden')
  const what = wooden
    ? proven(madeOf('wooden', noun), ...made)
    : proven(
        shared ? tinted(shared, noun) : noun,
        ...colors.flatMap((color) => (shared ? (color?.proof ?? []) : [])),
      )
  const many = counted ? proven(amount(counted.args.words, ids.length, measure), counted) : '一些'
  return proven(say`${many}${what}`, ...members.map(({ id }) => book.one('exists', { actor: id })))
}

/** 红色多米诺骨牌, 彩色积木: many of one noun by the colour they share, or by having many. */
export function kindOf(teller: Teller, ids: string[]): Phrase {
  const { book } = teller
  const members = ids.map((id) => book.facts.member(id))
  const shade = shadeOf(teller, members)
  const stuff = shade ? undefined : stuffOf(teller, members)
  const { noun } = wordsOf(members)
  return proven(
    shade ? tinted(shade.text, noun) : stuff ? madeOf(stuff.text, noun) : noun,
    ...(shade?.proof ?? stuff?.proof ?? []),
    ...members.map(({ id }) => book.one('exists', { actor: id })),
  )
}

/** 骨牌: the noun alone of many, for short where no other noun is as short. */
export function bareKind({ book }: Pick<Teller, 'book'>, ids: string[]): Phrase {
  const members = ids.map((id) => book.facts.member(id))
  const { noun } = wordsOf(members)
  const short = shortChinese(noun)
  const mistaken = book.facts.members.some(
    (other) =>
      other.noun.en !== members[0]?.noun.en && shortChinese(wordsOf([other]).noun) === short,
  )
  return proven(mistaken ? noun : short, ...ids.map((id) => book.one('exists', { actor: id })))
}

/** 桌上 of 桌子; 一张木桌上. */
export function upon(thing: Phrase, side: '上' | '里' = '上'): Phrase {
  return {
    ...thing,
    text: `${/^.子$/.test(thing.text) ? thing.text.charAt(0) : thing.text}${side}`,
  }
}

/** 小球, 坡道: those of a noun that are told of as one. */
export function wholly(teller: Teller, members: readonly Member[]): Phrase {
  const [first, ...more] = members as [Member, ...Member[]]
  return more.length === 0
    ? definite(teller, first.id)
    : bareKind(
        teller,
        members.map(({ id }) => id),
      )
}

/** Who does it: one actor, several of a kind, or a list of both. */
export function doerOf(teller: Teller, deed: Deed): Phrase {
  if (deed.crowd.length === 1) return name(teller, deed.actor)
  return list(
    doersOf(teller, deed).flatMap(({ ids, apart }) =>
      apart ? ids.map((id) => name(teller, id)) : [several(teller, ids)],
    ),
  )
}

/** 人行道, or by what it is made of: 草地. */
function groundName({ noun, kind, substance }: Member): string {
  // One thing cannot be many dunes or hills: what is stood on is their sand or grass.
  const landform = classOf(noun.en) === 'stone'
  if ((noun.given && !landform) || kind !== 'ground') return noun.zh ?? ''
  return SURFACE_WORDS[substance.surfaces[0]?.surface ?? 'plain'].groundZh
}

/** 身穿红色T恤的男子, 红色的木质圆桌: dress, colour, material; what the noun says by itself is left out. */
function describe(teller: Teller, member: Member): Phrase {
  const { noun } = wordsOf([member])
  const color = colorOf(teller, member)
  const made = teller.book.one('material', { actor: member.id })
  const brief = teller.detail === 'brief'
  // Of fabric is every armchair, which its colour tells better; a table has a cloth.
  const cloth =
    made?.args.material === 'fabric' && (color || isStanceless(member) || noun.endsWith('桌'))
  const material = cloth || (color && brief) ? undefined : made
  const wears = brief ? undefined : teller.book.one('wears', { actor: member.id })
  const core = material ? proven(madeOf(material.args.material, noun), material) : noun
  const text = typeof core === 'string' ? core : core.text
  const whole = color
    ? say`${proven(tinted(color.text, text), ...color.proof)}${typeof core === 'string' ? NOTHING : { ...core, text: '' }}`
    : say`${core}`
  return wears
    ? say`${proven(`身穿${zhColor(wears.args.color)}${wears.args.garment === 'sweater' ? '毛衣' : 'T恤'}的`, wears)}${whole}`
    : whole
}

function zhColor(color: string): string {
  return color === 'colorful' ? '彩色' : CHINESE_COLORS[color as ColorWord]
}

/** 红色小球, 红色的书: a noun of one character takes 的. */
function tinted(color: string, noun: string): string {
  return `${zhColor(color)}${noun.length === 1 ? '的' : ''}${noun}`
}

/** 木桌, 木质圆桌; nothing where the noun says it. */
function madeOf(material: string, noun: string): string {
  const word =
    Object.values(SURFACE_WORDS).find(({ adjective }) => adjective === material)?.zh ?? ''
  if (noun.includes(word.charAt(0))) return noun
  return word === '木质' && /^.子$/.test(noun) ? `木${noun.charAt(0)}` : `${word}${noun}`
}
