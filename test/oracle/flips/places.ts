import type { PredicateArgs } from '../../../captions/claim.ts'
import { SIDES, event, type FlipTable } from './flip.ts'

const PLACE_WORDS: Record<string, string> = {
  street: 'on a street',
  park: 'in a park',
  desert: 'in the desert',
  room: 'in a room',
  beach: 'on a beach',
  field: 'in a field',
  yard: 'in a yard',
}

/** Where things are, and where and when it all is. */
export const PLACES: FlipTable = {
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
}
