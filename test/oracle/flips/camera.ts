import type { PredicateArgs } from '../../../captions/claim.ts'
import { type FlipTable } from './flip.ts'

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

/** What the camera does and from where it looks. */
export const CAMERA: FlipTable = {
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
}
