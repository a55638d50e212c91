import type { PredicateArgs, PredicateName } from '../../captions/claim.ts'
import type { StoredClaim } from './clip.ts'

/** One word of a caption exchanged for another, and what the claim that it tells then says. */
export interface Flip {
  kind:
    | 'color'
    | 'material'
    | 'side'
    | 'count'
    | 'direction'
    | 'order'
    | 'verb'
    | 'event'
    | 'time'
    | 'place'
    | 'size'
    | 'light'
    | 'camera'
  from: string
  to: string
  /** Of what the words say now, where that is another predicate. */
  predicate?: PredicateName
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

/** Words of one thing that happens, in both forms, for those of another. */
const EVENTS: Record<string, string> = {
  hit: '(?:hits|bumps into|strikes|crashes into|slams into|rams|runs into)',
  fall: '(?:falls|rolls|drops|slides|tumbles) off',
  land: '(?:lands on|drops onto|falls onto)',
  bounce: 'bounces (?:off|on)',
  stop: '(?:stops|comes to rest|comes to a stop|rolls to a stop)',
  topple: '(?:topples|falls) over',
  throws: 'throws (?=.* into the air)',
}
const PLACE_WORDS: Record<string, string> = {
  street: 'on a street',
  park: 'in a park',
  desert: 'in the desert',
  room: 'in a room',
  beach: 'on a beach',
  field: 'in a field',
  yard: 'in a yard',
}
const OTHER_ANGLE: Record<string, string> = {
  level: 'high',
  'eye level': 'low',
  'slightly high': 'low',
  high: 'low',
  low: 'high',
  'top-down': 'low',
  'from below': 'high',
}
const ANGLE_WORDS: Record<string, string> = {
  level: 'at a level angle',
  'eye level': 'at eye level',
  'slightly high': 'from a slightly high angle',
  high: 'from a high angle',
  low: 'from a low angle',
  'top-down': 'from straight above',
  'from below': 'from straight below',
}
const TRACK_WORDS: Record<string, string> = {
  side: 'a side-tracking shot',
  tail: 'a tail-tracking shot',
  lead: 'a lead-tracking shot',
  aerial: 'an aerial tracking shot',
}
const THIRD_WORDS: Record<string, string> = {
  left: 'on the left',
  center: 'in the middle',
  right: 'on the right',
}
const OTHER_THIRD = { left: 'right', center: 'left', right: 'left' } as const

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
  roll: [
    ['rolls clockwise', 'rolls counterclockwise', 'roll', 'counterclockwise'],
    ['rolls counterclockwise', 'rolls clockwise', 'roll', 'clockwise'],
  ],
  zoom: [
    ['zooms in', 'zooms out', 'zoom', 'out'],
    ['zooms out', 'zooms in', 'zoom', 'in'],
    ['zooms in', 'dollies in', 'dolly', 'in'],
    ['zooms out', 'pulls back', 'dolly', 'out'],
  ],
  arc: [
    ['(?:arcs left|circles to the left)', 'circles to the right', 'arc', 'right'],
    ['(?:arcs right|circles to the right)', 'circles to the left', 'arc', 'left'],
    ['(?:arcs left|circles to the left)', 'zooms in', 'zoom', 'in'],
    ['(?:arcs right|circles to the right)', 'zooms in', 'zoom', 'in'],
  ],
  crane: [
    ['(?:cranes up|rises in a curve)', 'cranes down', 'crane', 'down'],
    ['(?:cranes down|sinks in a curve)', 'cranes up', 'crane', 'up'],
  ],
  pedestal: [
    ['(?:pedestals up|rises)', 'sinks', 'pedestal', 'down'],
    ['(?:pedestals down|sinks)', 'rises', 'pedestal', 'up'],
    ['(?:pedestaling up|rising)', 'sinking', 'pedestal', 'down'],
    ['(?:pedestaling down|sinking)', 'rising', 'pedestal', 'up'],
  ],
  'dolly-zoom': [
    ['dolly-zooms in', 'dolly-zooms out', 'dolly-zoom', 'out'],
    ['dolly-zooms out', 'dolly-zooms in', 'dolly-zoom', 'in'],
  ],
  truck: [
    ['glides left', 'glides right', 'truck', 'right'],
    ['glides right', 'glides left', 'truck', 'left'],
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
    ['(?:dollies out|pulls back)', 'moves in', 'dolly', 'in'],
    ['(?:dollies|moves) in', 'zooms in', 'zoom', 'in'],
  ],
  static: [
    ['(?:holds still|stays still|does not move)', 'pans left', 'pan', 'left'],
    ['(?:holds still|stays still|does not move)', 'moves in', 'dolly', 'in'],
  ],
}

const FLIPS: { [P in PredicateName]?: Flips<P> } = {
  color: (args) => [recolored(args)],
  material: (args) => {
    const material = args.material === 'metal' ? 'wooden' : 'metal'
    return [{ kind: 'material', from: args.material, to: material, args: { ...args, material } }]
  },
  wears: (args) => [recolored(args), regarbed(args)],
  hits: ({ actor, other }) => [
    event(EVENTS.hit, 'passes behind', 'passes', { actor, other, side: 'behind' }),
  ],
  falls_off: ({ actor, other }) => [event(EVENTS.fall, 'lands on', 'lands', { actor, other })],
  lands: ({ actor, other }) => [event(EVENTS.land, 'falls off', 'falls_off', { actor, other })],
  bounces: ({ actor, other }) => [event(EVENTS.bounce, 'falls off', 'falls_off', { actor, other })],
  stops: ({ actor }) => [
    event(EVENTS.stop, 'leaves the frame on the left', 'leaves', { actor, side: 'left' }),
    event(EVENTS.stop, 'leaves the frame on the right', 'leaves', { actor, side: 'right' }),
  ],
  starts: ({ actor }) => [
    event('starts to \\w+', 'flies', 'moves', { actor, gait: 'travels', verb: 'fly' }),
  ],
  topples: ({ actor }) => [
    event(EVENTS.topple, 'bounces', 'moves', { actor, gait: 'travels', verb: 'bounce' }),
  ],
  throws: ({ actor, other }) => [
    event(EVENTS.throws, 'passes behind', 'passes', { actor, other, side: 'behind' }),
  ],
  collapses: (args) => [
    event('collapses', 'stays standing', 'tally', {
      ...args,
      words: 'all',
      state: 'standing',
    }),
  ],
  still: ({ actor }) => [
    event('(?:stands|sits|lies)(?= (?:on|in|next|behind))', 'rolls', 'moves', {
      actor,
      gait: 'travels',
      verb: 'roll',
    }),
  ],
  hangs: ({ actor }) => [
    event('on the wall', 'in the foreground', 'framed', { actor, where: 'foreground' }),
  ],
  pace: (args) => {
    const [from, to, pace] = (
      {
        slow: ['slowly', 'at a brisk pace', 'brisk'],
        easy: ['at an easy pace', 'at a brisk pace', 'brisk'],
        brisk: ['(?:at a brisk pace|quickly)', 'slowly', 'slow'],
      } as const
    )[args.pace]
    return [{ kind: 'verb', from, to, args: { ...args, pace } }]
  },
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
  strikes_at: (args) => [later(args, 'about', 'into the clip')],
  lasts: (args) => [later(args, 'for about', '')],
  taller: ({ actor, other }) => [
    { kind: 'size', from: 'taller than', to: 'shorter than', args: { actor: other, other: actor } },
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
  ends: (args) => {
    if (args.relation === 'on') return []
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
  relays: (args) => [recounted(args)],
  stacked: (args) => {
    const heap = args.heap === 'tower' ? 'wall' : 'tower'
    return [{ kind: 'size', from: `${args.heap} of`, to: `${heap} of`, args: { ...args, heap } }]
  },
  setting: (args) =>
    Object.entries(PLACE_WORDS)
      .filter(([place]) => place !== args.place)
      .slice(0, 2)
      .map(([place, to]) => ({
        kind: 'place',
        from: `(?:[Ii]|[Oo])${(PLACE_WORDS[args.place] ?? 'nowhere').slice(1)}`,
        to,
        args: { ...args, place },
      })),
  daytime: (args) => {
    const [from, to, time] = (
      {
        day: ['[Dd]uring the day', 'at night', 'night'],
        dusk: ['[Aa]t dusk', 'during the day', 'day'],
        night: ['[Aa]t night', 'during the day', 'day'],
      } as const
    )[args.time]
    return [{ kind: 'light', from, to, args: { ...args, time } }]
  },
  light: (args) =>
    [
      args.from && {
        kind: 'light' as const,
        from: `(falls|comes) from the ${args.from}`,
        to: `falls from the ${SIDES[args.from]}`,
        args: { ...args, from: SIDES[args.from] } as PredicateArgs['light'],
      },
      args.quality && {
        kind: 'light' as const,
        from: `${args.quality} daylight`,
        to: args.quality === 'soft' ? 'warm light from a low sun' : 'soft daylight',
        args: {
          ...args,
          quality: args.quality === 'soft' ? 'warm' : 'soft',
        } as PredicateArgs['light'],
      },
    ].map((flip) => flip || undefined),
  shadows: (args) => [
    {
      kind: 'light',
      from: `shadows (?:stretch|fall|point) to the ${args.to}`,
      to: `shadows stretch to the ${SIDES[args.to]}`,
      args: { ...args, to: SIDES[args.to] },
    },
  ],
  sky: (args) => {
    const kind = args.kind === 'overcast' ? 'clear' : 'overcast'
    return [{ kind: 'light', from: `is ${args.kind}`, to: `is ${kind}`, args: { ...args, kind } }]
  },
  angle: (args) => {
    const angle = OTHER_ANGLE[args.angle]
    return angle
      ? [
          {
            kind: 'camera',
            from: ANGLE_WORDS[args.angle] as string,
            to: ANGLE_WORDS[angle] as string,
            // A word of the table above.
            args: { angle } as PredicateArgs['angle'],
          },
        ]
      : []
  },
  shot: (args) => {
    const size = /wide|full/.test(args.size) ? 'close-up' : 'extreme wide'
    return [
      {
        kind: 'camera',
        from: `an? ${args.size}(?: shot)?`,
        to: size === 'close-up' ? 'a close-up' : 'an extreme wide shot',
        args: { ...args, size },
      },
    ]
  },
  tracks: (args) => {
    const from = args.from === 'side' ? 'tail' : 'side'
    return [
      {
        kind: 'camera',
        from: TRACK_WORDS[args.from] as string,
        to: TRACK_WORDS[from] as string,
        args: { ...args, from },
      },
    ]
  },
  shakes: (args) => {
    const how = args.how === 'a lot' ? 'a little' : 'a lot'
    return [
      { kind: 'camera', from: `shaking ${args.how}`, to: `shaking ${how}`, args: { ...args, how } },
    ]
  },
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
          // A swing is no verb.
          {
            kind: 'verb',
            from: `(?<!\\b(?:[Aa]n?|[Tt]he) (?:\\w+ )?)${from}`,
            to,
            args: { ...args, verb },
          },
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
  // At the beginning of a sentence it stays that.
  const begun = /^[A-Z]/.test(match[0]) ? to.charAt(0).toUpperCase() + to.slice(1) : to
  return text.slice(0, match.index) + begun + text.slice(match.index + match[0].length)
}

function recolored<A extends { color: string }>(args: A): Flip | undefined {
  const family = args.color.split(' ').at(-1) as string
  const to = OTHER_COLOR[family] ?? 'blue'
  // Among many, `a red one` tells of any of them.
  const from = `${args.color}(?! one\\b)`
  return { kind: 'color', from, to, args: { ...args, color: to } as never }
}

function recounted<A extends { words: string }>(args: A): Flip | undefined {
  const at = NUMBERS.indexOf(args.words)
  const to = NUMBERS[at + 2] ?? NUMBERS[at - 2]
  return at < 1 || !to
    ? undefined
    : { kind: 'count', from: args.words, to, args: { ...args, words: to } as never }
}

/** Another thing that happens, told in place of it. */
function event<P extends PredicateName>(
  from: string | undefined,
  to: string,
  predicate: P,
  args: PredicateArgs[P],
): Flip | undefined {
  return from === undefined ? undefined : { kind: 'event', from, to, predicate, args }
}

/** Another garment of the same colour. */
function regarbed(args: PredicateArgs['wears']): Flip {
  const garment = args.garment === 't-shirt' ? 'sweater' : 't-shirt'
  const word = (one: string) => (one === 't-shirt' ? 'T-shirt' : one)
  return {
    kind: 'material',
    from: word(args.garment),
    to: word(garment),
    args: { ...args, garment },
  }
}

/** Some seconds more, or fewer. */
function later<A extends { seconds: string }>(
  args: A,
  before: string,
  after: string,
): Flip | undefined {
  const at = NUMBERS.indexOf(args.seconds)
  const seconds = at <= 2 ? NUMBERS[at + 3] : NUMBERS[at - 3]
  const told = (word: string) =>
    [before, word, word === 'one' ? 'second' : 'seconds', after].filter(Boolean).join(' ')
  return at < 0 || !seconds
    ? undefined
    : {
        kind: 'time',
        from: told(args.seconds),
        to: told(seconds),
        args: { ...args, seconds } as never,
      }
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
