import type { PredicateArgs } from '../../../captions/claim.ts'
import { NUMBERS } from '../numbers.ts'
import { type Flip, type FlipTable, type Flips, SIDES } from './flip.ts'

/** A colour and one that is far from it. */
const COLORS: Record<string, [zh: string, far: string, farZh: string]> = {
  red: ['红色', 'green', '绿色'],
  orange: ['橙色', 'blue', '蓝色'],
  yellow: ['黄色', 'purple', '紫色'],
  green: ['绿色', 'pink', '粉色'],
  blue: ['蓝色', 'orange', '橙色'],
  purple: ['紫色', 'yellow', '黄色'],
  brown: ['棕色', 'blue', '蓝色'],
  white: ['白色', 'black', '黑色'],
  black: ['黑色', 'white', '白色'],
}

const DIGITS = ['一', '两', '三', '四', '五', '六', '七', '八', '九', '十']
const THIRD = { left: '左侧', center: '中央', right: '右侧' } as const
const OTHER_THIRD = { left: 'right', center: 'left', right: 'left' } as const
const EDGES = { left: '从左侧', right: '从右侧', top: '从上方', bottom: '从下方' } as const
const MEASURE = '(?=[个颗块根只辆张座棵盏把本枚瓶条扇面架台艘名位件])'

const MOVES: Record<string, [from: string, to: string, move: string, direction?: string][]> = {
  pan: [
    ['向左摇', '向右摇', 'pan', 'right'],
    ['向右摇', '向左摇', 'pan', 'left'],
    ['向左摇', '向左移', 'truck', 'left'],
    ['向右摇', '向右移', 'truck', 'right'],
  ],
  truck: [
    ['向左平?移', '向右移', 'truck', 'right'],
    ['向右平?移', '向左移', 'truck', 'left'],
  ],
  dolly: [
    ['(?:向前推进|(?<!变焦)推近)', '拉远', 'dolly', 'out'],
    ['(?:向后拉|(?<!变焦)拉远)', '推近', 'dolly', 'in'],
    ['(?:向前推进|(?<!变焦)推近)', '变焦推近', 'zoom', 'in'],
  ],
  static: [['(?:固定不动|保持静止)', '向左摇', 'pan', 'left']],
}

/** What can be told otherwise by other characters. */
export const CHINESE: FlipTable = {
  color: (args) => {
    const [zh, color, farZh] = COLORS[args.color] ?? []
    // One of several colours that are told of many is that of any of them.
    const from = `(?<![深浅暗和、有青])${zh}(?![和、的])`
    return zh && color && farZh
      ? [{ kind: 'color', from, to: farZh, args: { ...args, color } }]
      : []
  },
  count: (args) => [recounted(args)],
  tally: (args) => [recounted(args)],
  knocks: (args) => [recounted(args)],
  heads: (args) => {
    const { direction } = args
    if (direction !== 'left' && direction !== 'right') return []
    const turned = { ...args, direction: SIDES[direction] as typeof direction }
    const ways = {
      left: [
        ['从右向左', '从左向右'],
        ['(?<!从右)向左(?=[滚滑翻飞行走驶移飘倒])', '向右'],
      ],
      right: [
        ['从左向右', '从右向左'],
        ['(?<!从左)向右(?=[滚滑翻飞行走驶移飘倒])', '向左'],
      ],
    }[direction] as [string, string][]
    return ways.map(([from, to]) => ({ kind: 'direction', from, to, args: turned }))
  },
  place: (args) => {
    const { relation } = args
    if (relation !== 'left of' && relation !== 'right of') return []
    const [from, to] = relation === 'left of' ? ['左侧', '右侧'] : ['右侧', '左侧']
    const turned = relation === 'left of' ? 'right of' : 'left of'
    return [
      {
        kind: 'side',
        from: `(?<!画面|从|投向)${from}`,
        to: to as string,
        args: { ...args, relation: turned },
      },
    ]
  },
  framed: (args) => {
    const { where } = args
    if (where !== 'left' && where !== 'right') return []
    const other = SIDES[where]
    return [
      {
        kind: 'side',
        from: `(?<!起初在|到了)画面${THIRD[where]}`,
        to: `画面${THIRD[other]}`,
        args: { ...args, where: other },
      },
    ]
  },
  shifts: (args) => [
    {
      kind: 'place',
      from: `起初在画面${THIRD[args.from]}`,
      to: `起初在画面${THIRD[OTHER_THIRD[args.from]]}`,
      args: { ...args, from: OTHER_THIRD[args.from] },
    },
    {
      kind: 'place',
      from: `到了画面${THIRD[args.to]}`,
      to: `到了画面${THIRD[OTHER_THIRD[args.to]]}`,
      args: { ...args, to: OTHER_THIRD[args.to] },
    },
  ],
  begins_in: (args) => [
    {
      kind: 'place',
      from: `起初在画面${THIRD[args.where]}`,
      to: `起初在画面${THIRD[OTHER_THIRD[args.where]]}`,
      args: { ...args, where: OTHER_THIRD[args.where] },
    },
  ],
  ends_in: (args) => [
    {
      kind: 'place',
      from: `到了画面${THIRD[args.where]}`,
      to: `到了画面${THIRD[OTHER_THIRD[args.where]]}`,
      args: { ...args, where: OTHER_THIRD[args.where] },
    },
  ],
  enters: (args) => [
    {
      kind: 'direction',
      from: `${EDGES[args.side]}进入`,
      to: `${EDGES[SIDES[args.side]]}进入`,
      args: { ...args, side: SIDES[args.side] },
    },
  ],
  leaves: (args) => [
    {
      kind: 'direction',
      from: `${EDGES[args.side]}离开`,
      to: `${EDGES[SIDES[args.side]]}离开`,
      args: { ...args, side: SIDES[args.side] },
    },
  ],
  stops: ({ actor }) => [
    {
      kind: 'event',
      from: '(?:停下|停住|停了下来)(?!后)',
      to: '从左侧离开画面',
      predicate: 'leaves',
      args: { actor, side: 'left' },
    },
  ],
  strikes_at: (args) => [later(args)],
  timed: (args) => [later(args)],
  lasts: (args) => [later(args)],
  taller: ({ actor, other }) => [
    { kind: 'size', from: '比([^，。]+)高', to: '比$1矮', args: { actor: other, other: actor } },
  ],
  camera: (args) =>
    (MOVES[args.move] ?? []).flatMap(([from, to, move, direction]): Flip[] => {
      const { direction: _, ...rest } = args
      // Words of the table above.
      const turned = { ...rest, move, ...(direction && { direction }) } as PredicateArgs['camera']
      return [{ kind: 'camera', from, to, args: turned }]
    }),
  sky: (args) =>
    args.kind === 'clear'
      ? [{ kind: 'light', from: '天空晴朗', to: '天空阴沉', args: { ...args, kind: 'overcast' } }]
      : [],
  light: ({ from }) =>
    from
      ? [
          {
            kind: 'light',
            from: `${EDGES[from]}(?=[照洒])`,
            to: EDGES[SIDES[from]],
            args: { from: SIDES[from] },
          },
        ]
      : [],
  shadows: (args) => [
    {
      kind: 'light',
      from: `投向${THIRD[args.to]}`,
      to: `投向${THIRD[SIDES[args.to]]}`,
      args: { ...args, to: SIDES[args.to] },
    },
  ],
}

function recounted<A extends { words: string }>(args: A): Flip | undefined {
  const at = NUMBERS.indexOf(args.words)
  const [from, to] = [DIGITS[at], DIGITS[at + 2] ?? DIGITS[at - 2]]
  const words = NUMBERS[at + 2] ?? NUMBERS[at - 2]
  return at < 1 || !from || !to || !words
    ? undefined
    : { kind: 'count', from: from + MEASURE, to, args: { ...args, words } as never }
}

/** Some seconds more, or fewer. */
function later(args: Parameters<Flips<'lasts' | 'timed' | 'strikes_at'>>[0]): Flip | undefined {
  const at = NUMBERS.indexOf(args.seconds)
  const then = at <= 2 ? at + 3 : at - 3
  const seconds = NUMBERS[then]
  return at < 0 || !seconds
    ? undefined
    : {
        kind: 'time',
        from: `大约${DIGITS[at]}秒`,
        to: `大约${DIGITS[then]}秒`,
        args: { ...args, seconds } as never,
      }
}
