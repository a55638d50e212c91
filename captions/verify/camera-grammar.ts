import type { CameraSaid, NounMeaning, Sentence } from './meaning.ts'
import { all, any, many, map, maybe, oneOf, some, words, type Parser } from './parser.ts'

const both = (verb: string, move: string, directions: string[]) =>
  Object.fromEntries(
    directions.map((direction) => [`${verb} ${direction}`, [move, direction] as const]),
  )
const MOVES: Record<string, readonly [move: string, direction: string]> = {
  ...both('pans', 'pan', ['left', 'right']),
  ...both('turns', 'pan', ['left', 'right']),
  ...both('tilts', 'tilt', ['up', 'down']),
  ...both('rolls', 'roll', ['clockwise', 'counterclockwise']),
  ...both('dollies', 'dolly', ['in', 'out']),
  ...both('trucks', 'truck', ['left', 'right']),
  ...both('glides', 'truck', ['left', 'right']),
  ...both('moves', 'truck', ['left', 'right']),
  ...both('pedestals', 'pedestal', ['up', 'down']),
  ...both('zooms', 'zoom', ['in', 'out']),
  ...both('arcs', 'arc', ['left', 'right']),
  ...both('cranes', 'crane', ['up', 'down']),
  ...both('dolly-zooms', 'dolly-zoom', ['in', 'out']),
  'moves in while zooming out': ['dolly-zoom', 'in'],
  'pulls back while zooming in': ['dolly-zoom', 'out'],
  'rises in a curve': ['crane', 'up'],
  'sinks in a curve': ['crane', 'down'],
  'circles to the left': ['arc', 'left'],
  'circles to the right': ['arc', 'right'],
  'moves in': ['dolly', 'in'],
  'pushes in': ['dolly', 'in'],
  'pulls back': ['dolly', 'out'],
  'moves back': ['dolly', 'out'],
  rises: ['pedestal', 'up'],
  sinks: ['pedestal', 'down'],
}
/** `panning right`: what goes on with the movement that is told first. */
const GERUNDS = Object.fromEntries(
  Object.entries(MOVES).map(([phrase, move]) => {
    const [verb = '', ...rest] = phrase.split(' ')
    return [[gerundOf(verb), ...rest].join(' '), move]
  }),
)

function gerundOf(verb: string): string {
  const odd = { pans: 'panning', dollies: 'dollying' }
  return odd[verb as keyof typeof odd] ?? verb.replace(/e?s$/, 'ing')
}

const ANGLES = {
  'at eye level': 'eye level',
  'at a level angle': 'level',
  'from a slightly high angle': 'slightly high',
  'from a high angle': 'high',
  'from straight above': 'top-down',
  'from a low angle': 'low',
  'from straight below': 'from below',
  'with a dutch tilt': 'dutch',
}
const SIZES = {
  'an extreme wide shot': 'extreme wide',
  'a wide shot': 'wide',
  'a full shot': 'full',
  'a medium full shot': 'medium full',
  'a medium shot': 'medium',
  'a medium close-up': 'medium close-up',
  'a close-up': 'close-up',
  'an extreme close-up': 'extreme close-up',
  'a close shot': 'close',
  'a view': 'any',
}
const TRACKS = {
  'a side-tracking shot': 'side',
  'a tail-tracking shot': 'tail',
  'a lead-tracking shot': 'lead',
  'an aerial tracking shot': 'aerial',
}
const FROM = {
  'from the side': 'side',
  'from behind': 'tail',
  'from the front': 'lead',
  'from above': 'aerial',
}
const KEEPS = {
  'in the center of the frame': 'center',
  'in the middle of the frame': 'center',
  'in the left third of the frame': 'left',
  'in the right third of the frame': 'right',
}

/** `from a high angle`, `at eye level`. */
export const viewpoint: Parser<CameraSaid[]> = some(
  map(oneOf(ANGLES), (angle, from, to, tokens): CameraSaid => ({
    does: 'look from',
    angle,
    text: tokens.slice(from, to).join(' '),
  })),
)

/** `The camera pans right to follow the woman, then stops.`; `A wide shot at eye level.` */
export function cameraSentence(noun: Parser<NounMeaning>): Parser<Sentence> {
  const tell = <T>(
    parser: Parser<T>,
    make: (value: T, text: string) => CameraSaid,
  ): Parser<CameraSaid> =>
    map(parser, (value, from, to, tokens) => make(value, tokens.slice(from, to).join(' ')))
  const motion = (slow: boolean, table: Record<string, readonly [string, string]>) =>
    tell(oneOf(table), ([name, direction], text) => ({
      does: 'move',
      move: name,
      direction,
      slow,
      text,
    }))
  // Slowly moves in while panning: both are slow.
  const moves = (slow: boolean): Parser<CameraSaid[]> => {
    const other = motion(slow, GERUNDS)
    const others = all(
      words('while', 0),
      other,
      many(map(all(words(',', 0), other), ([, said]) => said)),
      maybe(map(all(words('and', 0), other), ([, said]) => said)),
    )
    return map(all(motion(slow, MOVES), maybe(others)), ([first, more]) => {
      if (!more) return [first]
      const [, second, between, last] = more
      return [first, second, ...between, ...(last ? [last] : [])]
    })
  }
  const move = any(
    map(all(words('slowly', true), moves(true)), ([, said]) => said),
    map(all(moves(true), words('slowly', true)), ([said]) => said),
    moves(false),
  )
  const still = tell(
    any(
      words('holds still', 0),
      words('stays still', 0),
      words('stays in place', 0),
      words('does not move', 0),
      words('is still', 0),
    ),
    (_, text) => ({ does: 'still', text }),
  )
  const looks = tell(words('looks on', 0), (_, text) => ({
    does: 'size',
    size: 'any',
    who: null,
    text,
  }))
  const angle = tell(oneOf(ANGLES), (value, text) => ({ does: 'look from', angle: value, text }))
  const follow = tell(
    any(
      map(all(words('to follow', 0), noun), ([, who]) => who),
      map(all(words('with', 0), noun), ([, who]) => who),
    ),
    (who, text) => ({ does: 'follow', who, text }),
  )
  const keep = tell(
    all(
      words(', keeping', 0),
      any(...['her', 'him', 'it', 'them'].map((word) => words(word, word))),
      oneOf(KEEPS),
    ),
    ([, , where], text) => ({ does: 'keep', where, text }),
  )
  const reveal = tell(all(words(', revealing', 0), noun), ([, who], text) => ({
    does: 'reveal',
    who,
    text,
  }))
  const rest = tell(any(words(', then stops', 0), words(', then holds still', 0)), (_, text) => ({
    does: 'rest',
    text,
  }))
  const next = map(all(any(words('and', 0), words(', then', 0)), move), ([, said]) => said)
  const from = tell(oneOf(FROM), (value, text) => ({ does: 'track', from: value, who: null, text }))
  const shaking = tell(
    any(words(', shaking a little', 'a little'), words(', shaking a lot', 'a lot')),
    (how, text) => ({ does: 'shake', how, text }),
  )
  const whom = map(all(words('of', 0), noun), ([, who]) => who)
  const size = tell(all(oneOf(SIZES), maybe(whom)), ([value, who], text) => ({
    does: 'size',
    size: value,
    who,
    text,
  }))
  const inShot = map(all(any(words('in', 0), words(', in', 0)), size), ([, said]) => said)
  const tracking = tell(all(oneOf(TRACKS), maybe(whom)), ([value, who], text) => ({
    does: 'track',
    from: value,
    who,
    text,
  }))
  const lead = map(all(any(angle, from, inShot), words(',', 0)), ([said]) => [said])
  const moving = map(
    all(
      maybe(lead),
      words('the camera', 0),
      any(
        move,
        map(any(still, looks), (said) => [said]),
      ),
      many(next),
      many(
        any(
          follow,
          keep,
          angle,
          from,
          inShot,
          map(all(words(',', 0), angle), ([, said]) => said),
        ),
      ),
      maybe(reveal),
      maybe(rest),
      maybe(shaking),
    ),
    ([before, , first, more, details, shown, end, unrest]) => [
      ...(before ?? []),
      ...first,
      ...more.flat(),
      ...details,
      ...(shown ? [shown] : []),
      ...(end ? [end] : []),
      ...(unrest ? [unrest] : []),
    ],
  )
  const angled = map(all(maybe(words(',', 0)), angle), ([, said]) => said)
  const view = any(
    map(all(any(size, tracking), many(angled)), ([first, angles]) => [first, ...angles]),
    map(
      all(oneOf({ 'a still shot': 0, 'a static shot': 0 }), maybe(whom), many(angled)),
      ([, who, angles], start, end, tokens): CameraSaid[] => [
        { does: 'still', text: tokens.slice(start, start + 3).join(' ') },
        ...(who ? [{ does: 'size' as const, size: 'any', who, text: who.text }] : []),
        ...angles,
      ],
    ),
  )
  const another = tell(words('another view', 0), (_, text) => ({
    does: 'size',
    size: 'any',
    who: null,
    text,
  }))
  const cut = map(
    all(
      tell(words('the clip cuts to', 0), (_, text) => ({ does: 'cut', text })),
      any(size, another),
      many(angle),
    ),
    ([first, shown, angles]) => [first, shown, ...angles],
  )
  return map(any(moving, view, cut), (said): Sentence => ({ kind: 'camera', said }))
}
