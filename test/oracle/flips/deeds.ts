import type { PredicateArgs } from '../../../captions/claim.ts'
import { event, later, type FlipTable } from './flip.ts'

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

/** What somebody or something does, and what happens to them. */
export const DEEDS: FlipTable = {
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
  hits: ({ actor, other }) => [
    event(EVENTS.hit, 'passes behind', 'passes', { actor, other, side: 'behind' }),
  ],
  falls_off: ({ actor, other }) => [event(EVENTS.fall, 'lands on', 'lands', { actor, other })],
  lands: ({ actor, other }) => [event(EVENTS.land, 'falls off', 'falls_off', { actor, other })],
  bounces: ({ actor, other }) => [event(EVENTS.bounce, 'falls off', 'falls_off', { actor, other })],
  breaks_off: ({ actor, other }) =>
    other === undefined ? [] : [event('breaks off', 'lands on', 'lands', { actor, other })],
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
  strikes_at: (args) => [later(args, 'about', 'into the clip')],
  timed: (args) => [later(args, 'about', 'into the clip')],
  lasts: (args) => [later(args, 'for about', '')],
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

function third(verb: string): string {
  return verb === 'fly' ? 'flies' : `${verb}s`
}
