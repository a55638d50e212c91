import type { PredicateArgs, PredicateName } from '../../captions/claim.ts'
import type { StoredClaim } from './clip.ts'

/** One word of a caption exchanged for another, and what the claim that it tells then says. */
export interface Flip {
  kind: 'color' | 'side' | 'count' | 'direction' | 'order' | 'verb' | 'camera'
  from: string
  to: string
  args: PredicateArgs[PredicateName]
}

type Flips<P extends PredicateName> = (args: PredicateArgs[P]) => (Flip | undefined)[]

const OTHER_COLOR: Record<string, string> = {
  red: 'green',
  orange: 'blue',
  yellow: 'purple',
  green: 'pink',
  blue: 'orange',
  purple: 'yellow',
  pink: 'green',
  brown: 'blue',
  white: 'black',
  black: 'white',
  gray: 'red',
}

const SIDES = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Both ways of a pair of words, each with its direction. */
const HEADINGS: Record<string, [from: string, to: string, direction: string][]> = {
  left: [
    ['from right to left', 'from left to right', 'right'],
    ['to the left(?! of)', 'to the right', 'right'],
  ],
  right: [
    ['from left to right', 'from right to left', 'left'],
    ['to the right(?! of)', 'to the left', 'left'],
  ],
  toward: [['toward the camera', 'away from the camera', 'away']],
  away: [['away from the camera', 'toward the camera', 'toward']],
}

/** Verbs of which the one is not the other, in both forms. */
const VERBS: Record<string, [verb: PredicateArgs['moves']['verb'], from: string, to: string]> = {
  roll: ['fly', 'roll', 'fly'],
  slide: ['fly', 'slide', 'fly'],
  walk: ['fly', 'walk', 'fly'],
  trot: ['gallop', 'trot', 'gallop'],
  gallop: ['walk', 'gallop', 'walk'],
  run: ['walk', 'run', 'walk'],
  drive: ['fly', 'drive', 'fly'],
  swing: ['drive', 'swing', 'drive'],
  fly: ['drive', 'fly', 'drive'],
  spin: ['swing', 'spin', 'swing'],
}

const MOVES: Record<string, [from: string, to: string, move: string, turned?: string][]> = {
  pan: [
    ['pans left', 'pans right', 'pan', 'right'],
    ['pans right', 'pans left', 'pan', 'left'],
    ['pans left', 'tilts up', 'tilt', 'up'],
    ['pans right', 'tilts down', 'tilt', 'down'],
  ],
  tilt: [
    ['tilts up', 'tilts down', 'tilt', 'down'],
    ['tilts down', 'tilts up', 'tilt', 'up'],
  ],
  truck: [
    ['trucks left', 'trucks right', 'truck', 'right'],
    ['trucks right', 'trucks left', 'truck', 'left'],
    ['trucking left', 'trucking right', 'truck', 'right'],
    ['trucking right', 'trucking left', 'truck', 'left'],
    ['gliding left', 'gliding right', 'truck', 'right'],
    ['gliding right', 'gliding left', 'truck', 'left'],
  ],
  dolly: [
    ['(?:dollies|moves) in', 'pulls back', 'dolly', 'out'],
    ['(?:dollies|moves) in', 'pans left', 'pan', 'left'],
    ['(?:dollying|moving) in', 'pulling back', 'dolly', 'out'],
  ],
  static: [
    ['(?:holds still|stays still|does not move)', 'pans left', 'pan', 'left'],
    ['(?:holds still|stays still|does not move)', 'moves in', 'dolly', 'in'],
  ],
}

const FLIPS: { [P in PredicateName]?: Flips<P> } = {
  color: (args) => [recolored(args)],
  wears: (args) => [recolored(args)],
  count: (args) => [recounted(args)],
  tally: (args) => [recounted(args)],
  knocks: (args) => [recounted(args)],
  pockets: (args) => [recounted(args)],
  heads: (args) => headings(args),
  chain: (args) => (args.direction ? headings({ ...args, direction: args.direction }) : []),
  place: (args) => {
    const turned = {
      'left of': ['to the left of', 'to the right of', 'right of'],
      'right of': ['to the right of', 'to the left of', 'left of'],
      behind: ['behind', 'in front of', 'in front of'],
      'in front of': ['in front of', 'behind', 'behind'],
    }[args.relation as string] as [string, string, typeof args.relation] | undefined
    return turned
      ? [{ kind: 'side', from: turned[0], to: turned[1], args: { ...args, relation: turned[2] } }]
      : []
  },
  framed: (args) =>
    args.where === 'left' || args.where === 'right'
      ? [
          {
            kind: 'side',
            from: `on the ${args.where}`,
            to: `on the ${SIDES[args.where]}`,
            args: { ...args, where: SIDES[args.where] },
          },
        ]
      : [],
  enters: (args) => [
    {
      kind: 'direction',
      from: `(?:from|on) the ${args.side}`,
      to: `from the ${SIDES[args.side]}`,
      args: { ...args, side: SIDES[args.side] },
    },
  ],
  leaves: (args) => [
    {
      kind: 'direction',
      from: `frame (?:on|at) the ${args.side}`,
      to: `frame ${/top|bottom/.test(args.side) ? 'at' : 'on'} the ${SIDES[args.side]}`,
      args: { ...args, side: SIDES[args.side] },
    },
  ],
  moves: (args) => {
    const [verb, from, to] = VERBS[args.verb] ?? []
    return verb && from && to
      ? [
          { kind: 'verb', from: `${from}s`, to: third(to), args: { ...args, verb } },
          { kind: 'verb', from, to, args: { ...args, verb } },
        ]
      : []
  },
  camera: (args) =>
    (MOVES[args.move] ?? []).map(([from, to, move, direction]) => {
      const { direction: _, ...rest } = args
      return {
        kind: 'camera',
        from,
        to,
        // Words of the table above.
        args: { ...rest, move, ...(direction && { direction }) } as PredicateArgs['camera'],
      }
    }),
  order: (args) =>
    args.relation === 'before'
      ? [
          {
            kind: 'order',
            from: 'After that,',
            to: 'Meanwhile,',
            args: { ...args, relation: 'while' },
          },
        ]
      : [
          {
            kind: 'order',
            from: '(?:Meanwhile|At the same time),',
            to: 'After that,',
            args: { ...args, relation: 'before' },
          },
        ],
}

/** Every word of a claim that can be told otherwise. */
export function flipsOf({ predicate, args }: StoredClaim): Flip[] {
  // Predicate and arguments belong together by the type of the claim, which a lookup loses.
  const flips = FLIPS[predicate] as Flips<PredicateName> | undefined
  return (flips?.(args) ?? []).filter((flip) => flip !== undefined)
}

/** The text with that one word exchanged; undefined where it stands there not once. */
export function flipped(text: string, { from, to }: Flip): string | undefined {
  const found = [...text.matchAll(new RegExp(`\\b${from}(?![\\w-])`, 'g'))]
  const [match] = found
  if (found.length !== 1 || !match) return undefined
  return text.slice(0, match.index) + to + text.slice(match.index + match[0].length)
}

function recolored<A extends { color: string }>(args: A): Flip | undefined {
  const family = args.color.split(' ').at(-1) as string
  const to = OTHER_COLOR[family] ?? 'blue'
  return { kind: 'color', from: args.color, to, args: { ...args, color: to } as never }
}

function recounted<A extends { words: string }>(args: A): Flip | undefined {
  const at = NUMBERS.indexOf(args.words)
  const to = NUMBERS[at + 2] ?? NUMBERS[at - 2]
  return at < 1 || !to
    ? undefined
    : { kind: 'count', from: args.words, to, args: { ...args, words: to } as never }
}

function headings<A extends { direction: string }>(args: A): Flip[] {
  return (HEADINGS[args.direction] ?? []).map(([from, to, direction]) => ({
    kind: 'direction',
    from,
    to,
    args: { ...args, direction } as never,
  }))
}

function third(verb: string): string {
  return verb === 'fly' ? 'flies' : `${verb}s`
}
