import type { Claim, Relation, Where } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { aroundOf, noteSpot } from '../plan/around.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Spot } from '../plan/spots.ts'
import { type Stance, stanceOf } from '../plan/stance.ts'
import type { Teller } from '../plan/teller.ts'
import { list, say } from './phrase.ts'
import { definite, oneOf, several, upon } from './refer.ts'

/** 背景中立着三栋砖楼和三盏黑色路灯: the place first, then what is there. At most `most` nouns. */
export function surroundings(teller: Teller, most: number): Phrase | undefined {
  const around = aroundOf(teller, most)
  if (!around) return undefined
  const { groups, spot } = around
  const members = groups.flat()
  const { stance, proof } = stanceOf(teller.book, members, spot.key)
  const where = whereWords(teller, spot)
  const what = list(
    groups.map((group) =>
      several(
        teller,
        group.map(({ id }) => id),
      ),
    ),
  )
  return say`${where}${proven(thereIs(stance, members), ...proof)}${what}`
}

function thereIs(stance: Stance, members: Member[]): string {
  const all = (...classes: string[]) => members.every((member) => classes.includes(member.class))
  if (stance === 'stand' && all('plant'))
    return members.some(({ noun }) => noun.measure === '盆') ? '放着' : '长着'
  if (stance === 'stand' && all('person')) return '站着'
  if (stance === 'sit' && all('person')) return '坐着'
  const tall = members.every(({ size }) => size[1] >= TALL)
  if (stance === 'stand' && tall && all('building', 'stone')) return '矗立着'
  // No fire stands.
  if (stance === 'stand' && members.some(({ noun }) => /[火焰]$/.test(noun.zh ?? ''))) return '有'
  if (stance === 'lie' && !all('object', 'ball')) return '有'
  if (stance === 'stand' && members.some((member) => member.class === 'stone')) return '有'
  if (stance === 'stand' && all('vehicle')) return '停着'
  // A sofa and a floor lamp do not stand upright as a fence does.
  const some = (sort: string) => members.some((member) => member.class === sort)
  if (stance === 'stand' && some('furniture')) return some('plant') ? '有' : '摆着'
  // What one can lift was put there.
  if (stance === 'stand' && members.every(({ size }) => Math.max(...size) < SMALL)) return '放着'
  return {
    glow: '亮着',
    hang: '挂着',
    be: '有',
    park: '停着',
    lie: '放着',
    sit: '放着',
    stand: '立着',
  }[stance]
}

/** Metres. */
const SMALL = 0.6

/** What is so high, metres, towers. */
const TALL = 4

/** 桌上, 长椅后面, 画面左侧. */
function whereWords(teller: Teller, spot: Spot): Phrase {
  noteSpot(teller, spot)
  const { at, claims } = spot
  switch (at.kind) {
    case 'framed':
      return proven(FRAMED[at.where], ...claims)
    case 'wall':
      return proven('墙上', ...claims)
    case 'sides':
      return proven('画面两侧', ...claims)
    case 'view':
      return { text: '画面中', claims: [] }
    case 'either':
      return say`${definite(teller, at.other)}${proven('两侧', ...claims)}`
    case 'place':
      return besideOf(oneOf(teller, at.other), at.relation, claims)
  }
}

/** 桌上, 长椅后面. */
export function besideOf(other: Phrase, relation: Relation, claims: Claim[]): Phrase {
  return relation === 'on' || relation === 'in'
    ? proven(upon(other, RELATIONS[relation]), ...claims)
    : say`${other}${proven(RELATIONS[relation], ...claims)}`
}

export const FRAMED: Record<Where, string> = {
  background: '背景中',
  foreground: '前景中',
  left: '画面左侧',
  right: '画面右侧',
  center: '画面中央',
}

const RELATIONS = {
  on: '上',
  in: '里',
  above: '上方',
  behind: '后面',
  'in front of': '前面',
  'left of': '左侧',
  'right of': '右侧',
  'next to': '旁边',
} as const satisfies Record<Relation, string>
