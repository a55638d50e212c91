import { NUMBERS } from './numbers.ts'
import type { PredicateArgs, PredicateName } from '../../captions/claim.ts'
import type { Clip, StoredClaim } from './clip.ts'
import { isScenery } from './depth.ts'

type Miss<P extends PredicateName> = (
  claim: Extract<StoredClaim, { predicate: P }>,
  clip: Clip,
) => PredicateArgs[P] | undefined

/** The next colour but one: not its opposite, but not what anyone would call it. */
const NEXT_COLOR: Record<string, string> = {
  red: 'purple',
  maroon: 'purple',
  orange: 'green',
  yellow: 'green',
  gold: 'green',
  brown: 'gray',
  tan: 'gray',
  beige: 'pink',
  cream: 'pink',
  green: 'blue',
  'dark green': 'blue',
  olive: 'teal',
  teal: 'purple',
  turquoise: 'purple',
  blue: 'green',
  'light blue': 'green',
  'dark blue': 'green',
  purple: 'red',
  pink: 'orange',
  white: 'yellow',
  'light gray': 'yellow',
  gray: 'brown',
  'dark gray': 'brown',
  black: 'brown',
}
const AMOUNTS = [...NUMBERS, 'several']

/** Claims that are off by little: one more of them, the next colour, another actor, a quarter turn. */
export const NEAR_MISSES: { [P in PredicateName]?: Miss<P> } = {
  count({ args }) {
    const words = AMOUNTS[AMOUNTS.indexOf(args.words) + 1]
    return words === undefined || words === 'several' ? undefined : { ...args, words }
  },
  color: ({ args }) => ({ ...args, color: NEXT_COLOR[args.color] ?? 'purple' }),
  wears: ({ args }) => ({
    ...args,
    garment: args.garment === 't-shirt' ? 'sweater' : 't-shirt',
  }),
  moves({ args }, clip) {
    const actor = sitter(clip, [args.actor])
    return actor ? { ...args, actor } : undefined
  },
  tally({ args }) {
    const words = AMOUNTS[AMOUNTS.indexOf(args.words) + 1]
    return words === undefined || words === 'several' ? undefined : { ...args, words }
  },
  stacked({ args }) {
    const words = args.words && AMOUNTS[AMOUNTS.indexOf(args.words) + 1]
    return words ? { ...args, words } : undefined
  },
  pockets({ args }) {
    const words = AMOUNTS[AMOUNTS.indexOf(args.words) + 1]
    return words === undefined || words === 'several' ? undefined : { ...args, words }
  },
  relays({ args }) {
    const words = AMOUNTS[AMOUNTS.indexOf(args.words) + 1]
    return words === undefined || words === 'several' ? undefined : { ...args, words }
  },
  pace: ({ args }) => ({ ...args, pace: args.pace === 'easy' ? 'brisk' : 'easy' }),
  heads: ({ args }) => ({
    ...args,
    direction: args.direction === 'up' || args.direction === 'down' ? 'left' : 'up',
  }),
  over: ({ args }) =>
    args.how === 'down' || args.how === 'up' ? undefined : { ...args, how: 'up' },
  passes({ args }, clip) {
    const bystander = sitter(clip, [args.actor, args.other])
    return bystander ? { ...args, other: bystander } : undefined
  },
  order: ({ args }) =>
    args.relation === 'while'
      ? { ...args, relation: 'before', first: args.second, second: args.first }
      : { ...args, relation: 'while' },
  place({ args }) {
    const relation = (
      { 'left of': 'above', 'right of': 'in', 'in front of': 'on', behind: 'above' } as const
    )[args.relation as 'behind']
    return relation ? { ...args, relation } : undefined
  },
  daytime: ({ args }) => ({ time: args.time === 'dusk' ? 'day' : 'dusk' }),
  angle: ({ args }) => ({
    angle:
      args.angle === 'slightly high' ? 'level' : args.angle === 'high' ? 'level' : 'slightly high',
  }),
  camera: ({ args }) => {
    if (args.move === 'static' || args.move === 'rest') return { move: 'truck', direction: 'left' }
    const turns = args.move === 'tilt' || args.move === 'crane'
    return { move: turns ? 'roll' : 'tilt', direction: 'up' }
  },
}

function sitter(clip: Clip, not: string[]): string | undefined {
  return clip.cast.find(
    (one) =>
      !not.includes(one) && !clip.body(one).moves && !isScenery(clip, one) && clip.mask(one, 0),
  )
}
