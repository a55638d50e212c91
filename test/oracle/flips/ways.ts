import { SIDES, recounted, event, type Flip, type FlipTable } from './flip.ts'

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

const THIRD_WORDS: Record<string, string> = {
  left: 'on the left',
  center: 'in the middle',
  right: 'on the right',
}

const OTHER_THIRD = { left: 'right', center: 'left', right: 'left' } as const

/** Which way it goes, and where in the picture it begins and ends. */
export const WAYS: FlipTable = {
  over: (args) => {
    if (args.how === 'down')
      return [{ kind: 'direction', from: '(?<=s )down', to: 'up', args: { ...args, how: 'up' } }]
    return args.how === 'up'
      ? [
          {
            kind: 'direction',
            from: '(?<=s )up(?! in)',
            to: 'down',
            args: { ...args, how: 'down' },
          },
        ]
      : []
  },
  passes: (args) => {
    const side = args.side === 'behind' ? 'in front of' : 'behind'
    return ['passes', 'past'].map((word) => ({
      kind: 'side',
      from: `${word} ${args.side}`,
      to: `${word} ${side}`,
      args: { ...args, side },
    }))
  },
  heads: (args) => headings(args),
  chain: (args) => (args.direction ? headings({ ...args, direction: args.direction }) : []),
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
  shifts: (args) => [
    {
      kind: 'place',
      from: `starts ${THIRD_WORDS[args.from]}`,
      to: `starts ${THIRD_WORDS[OTHER_THIRD[args.from]]}`,
      args: { ...args, from: OTHER_THIRD[args.from] },
    },
    {
      kind: 'place',
      from: `ends up ${THIRD_WORDS[args.to]}`,
      to: `ends up ${THIRD_WORDS[OTHER_THIRD[args.to]]}`,
      args: { ...args, to: OTHER_THIRD[args.to] },
    },
  ],
  begins: ({ actors: [actor = ''], other }) => [
    event('starts on', 'ends up on', 'ends', { actor, relation: 'on', other }),
  ],
  begins_in: (args) => [
    {
      kind: 'place',
      from: `(starts?) ${THIRD_WORDS[args.where]}`,
      to: `$1 ${THIRD_WORDS[OTHER_THIRD[args.where]]}`,
      args: { ...args, where: OTHER_THIRD[args.where] },
    },
  ],
  ends: (args) => {
    if (args.relation === 'on' || args.relation === 'next to') return []
    const relation = args.relation === 'left of' ? 'right of' : 'left of'
    return [
      {
        kind: 'place',
        from: `ends up to the ${args.relation}`,
        to: `ends up to the ${relation}`,
        args: { ...args, relation },
      },
    ]
  },
  begins_beside: (args) => {
    const relation = args.relation === 'left of' ? 'right of' : 'left of'
    return [
      {
        kind: 'place',
        from: `starts to the ${args.relation}`,
        to: `starts to the ${relation}`,
        args: { ...args, relation },
      },
    ]
  },
  ends_in: (args) => [
    {
      kind: 'place',
      from: `(ends? up) ${THIRD_WORDS[args.where]}`,
      to: `$1 ${THIRD_WORDS[OTHER_THIRD[args.where]]}`,
      args: { ...args, where: OTHER_THIRD[args.where] },
    },
  ],
  fates: (args) => [
    recounted(args),
    args.end === 'leaves'
      ? {
          kind: 'direction',
          from: `frame (?:on|at) the ${args.at}`,
          to: `frame on the ${SIDES[args.at as keyof typeof SIDES]}`,
          args: { ...args, at: SIDES[args.at as keyof typeof SIDES] },
        }
      : undefined,
  ],
}

function headings<A extends { direction: string }>(args: A): Flip[] {
  return (HEADINGS[args.direction] ?? []).map(([from, to, direction]) => ({
    kind: 'direction',
    from,
    to,
    args: { ...args, direction } as never,
  }))
}
