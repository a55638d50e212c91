import type { PredicateArgs, PredicateName } from '../../captions/claim.ts'
import type { Clip, StoredClaim } from './clip.ts'
import { isScenery } from './depth.ts'
import { isBusy } from './motion.ts'
import { NEAR_MISSES } from './near-misses.ts'
import { meanOf, minus, norm } from './space.ts'

type Mutate<P extends PredicateName> = (
  claim: Extract<StoredClaim, { predicate: P }>,
  clip: Clip,
) => PredicateArgs[P] | undefined

/** Another of a fixed list, or undefined where the word has no opposite. */
const other = <T extends string>(pairs: Partial<Record<T, T>>, word: T): T | undefined =>
  pairs[word]

const SIDES = { left: 'right', right: 'left', top: 'bottom', bottom: 'top' } as const

const TURNED = {
  left: 'right',
  right: 'left',
  toward: 'away',
  away: 'toward',
  up: 'down',
  down: 'up',
} as const

/** Another amount than that; what is most of them is not one of them. */
const falseAmount = (words: string) => (words === 'one' ? 'all' : 'one')

/** A colour far from the one that was said. */
const FAR_COLOR: Record<string, string> = {
  red: 'blue',
  maroon: 'turquoise',
  orange: 'blue',
  yellow: 'purple',
  gold: 'blue',
  brown: 'turquoise',
  tan: 'blue',
  beige: 'red',
  cream: 'maroon',
  green: 'purple',
  'dark green': 'orange',
  olive: 'pink',
  teal: 'red',
  turquoise: 'brown',
  blue: 'yellow',
  'light blue': 'brown',
  'dark blue': 'yellow',
  purple: 'green',
  pink: 'green',
  white: 'black',
  'light gray': 'red',
  gray: 'orange',
  'dark gray': 'yellow',
  black: 'white',
}

/** A verb that the same thing cannot be doing. */
const FALSE_VERB: Record<string, PredicateArgs['moves']['verb']> = {
  walk: 'drive',
  trot: 'roll',
  gallop: 'walk',
  run: 'walk',
  drive: 'roll',
  roll: 'walk',
  slide: 'roll',
  fly: 'roll',
  sail: 'walk',
  rise: 'fall',
  fall: 'rise',
  spin: 'walk',
  swing: 'drive',
  wave: 'roll',
  bob: 'roll',
  bounce: 'walk',
  topple: 'bob',
  tip: 'walk',
  tumble: 'walk',
  move: 'walk',
}

const FALSE_ACT = { jump: 'sit', wave: 'jump', point: 'wave', sit: 'jump', stand: 'wave' } as const

function actsIn(clip: Clip, actor: string): boolean {
  const [one] = clip.actors(actor)
  return one?.kind === 'person' && (one.acts ?? []).length > 0
}

/** A cast member other than these that fits; the first, so that a run repeats. */
function someone(clip: Clip, not: string[], fits: (actor: string) => boolean): string | undefined {
  return clip.cast.find((actor) => !not.includes(actor) && fits(actor))
}

const isStill = (clip: Clip) => (actor: string) =>
  !clip.body(actor).moves && !isScenery(clip, actor)
const isLit = (clip: Clip, actor: string) =>
  clip.body(actor).solids.some(({ part }) => (part.material.glow ?? 0) > 0)
const isMoving = (clip: Clip) => (actor: string) =>
  meanOf(Array.from({ length: clip.frames - 1 }, (_, n) => (isBusy(clip, actor, n) ? 1 : 0))) > 0.5

const farSeconds = (seconds: string) => (['one', 'two', 'three'].includes(seconds) ? 'six' : 'one')

/** One thing changed in each true claim so that it should be false; null where every change may be true. */
export const MUTATIONS: { [P in PredicateName]: Mutate<P> | null } = {
  exists: (_claim, clip) => {
    const actor = someone(clip, [], (one) =>
      Array.from({ length: clip.frames }, (_, n) => n).every((n) => !clip.mask(one, n)),
    )
    return actor ? { actor } : undefined
  },
  count: ({ args }) => ({ ...args, words: args.words === 'two' ? 'four' : 'two' }),
  color: ({ args }) => ({ ...args, color: FAR_COLOR[args.color] ?? 'purple' }),
  material: ({ args }) => ({ ...args, material: args.material === 'metal' ? 'wooden' : 'metal' }),
  wears: ({ args }) => ({ ...args, color: FAR_COLOR[args.color] ?? 'purple' }),
  glows: ({ args }, clip) => {
    const dark = someone(
      clip,
      [args.actor],
      (one) => isStill(clip)(one) && clip.mask(one, 0) !== null && !isLit(clip, one),
    )
    return dark ? { actor: dark } : undefined
  },
  moves: ({ args }) => ({ ...args, verb: FALSE_VERB[args.verb] ?? 'roll' }),
  pace: ({ args }) => ({ ...args, pace: args.pace === 'slow' ? 'brisk' : 'slow' }),
  still: ({ args }, clip) => {
    const mover = someone(clip, [args.actor], isMoving(clip))
    return mover ? { actor: mover } : undefined
  },
  heads: ({ args }) => ({
    ...args,
    direction: TURNED[args.direction],
  }),
  over: ({ args }, clip) => {
    if (args.how === 'down') return { ...args, how: 'up' }
    if (args.how === 'up') return { ...args, how: 'down' }
    // Not across something that stands elsewhere.
    const elsewhere = someone(clip, [args.actor, args.other], isStill(clip))
    return elsewhere ? { ...args, other: elsewhere } : undefined
  },
  passes: ({ args }) => ({ ...args, side: args.side === 'behind' ? 'in front of' : 'behind' }),
  hits: ({ args }, clip) => {
    const bystander = someone(clip, [args.actor, args.other], isStill(clip))
    return bystander ? { ...args, other: bystander } : undefined
  },
  acts: ({ args }, clip) => {
    const idler = someone(
      clip,
      [args.actor],
      (actor) => clip.actors(actor)[0]?.kind === 'person' && !actsIn(clip, actor),
    )
    return idler ? { ...args, actor: idler } : { ...args, verb: FALSE_ACT[args.verb] }
  },
  sits: ({ args }, clip) => {
    const idler = someone(
      clip,
      [args.actor],
      (actor) => clip.actors(actor)[0]?.kind === 'person' && !actsIn(clip, actor),
    )
    return idler ? { ...args, actor: idler } : undefined
  },
  topples: (_claim, clip) => {
    const stander = someone(clip, [], isStill(clip))
    return stander ? { actor: stander } : undefined
  },
  knocks: ({ args }, clip) => {
    const bystander = someone(clip, [args.actor, ...args.others], isStill(clip))
    return bystander
      ? { ...args, others: [bystander] }
      : { ...args, words: falseAmount(args.words) }
  },
  chain: ({ args }) =>
    args.direction
      ? { ...args, direction: TURNED[args.direction] }
      : { ...args, actors: [...args.actors].reverse() },
  tally: ({ args }) => ({ ...args, state: args.state === 'fallen' ? 'standing' : 'fallen' }),
  // Whatever is piled up is a stack.
  collapses: ({ args }) => ({ ...args, heap: args.heap === 'tower' ? 'wall' : 'tower' }),
  stacked: ({ args }) => ({ ...args, heap: args.heap === 'tower' ? 'wall' : 'tower' }),
  throws: ({ args }, clip) => {
    const bystander = someone(clip, [args.actor, args.other], isStill(clip))
    return bystander ? { ...args, other: bystander } : { actor: args.other, other: args.actor }
  },
  pockets: ({ args }) => ({ ...args, words: args.words === 'one' ? 'three' : 'one' }),
  relays: ({ args }) => ({ ...args, actors: args.others, others: args.actors }),
  falls_off: ({ args }, clip) => {
    const bystander = someone(clip, [args.actor, args.other], isStill(clip))
    return bystander ? { ...args, actor: bystander } : { actor: args.other, other: args.actor }
  },
  lands: ({ args }, clip) => {
    const bystander = someone(clip, [args.actor, args.other], isStill(clip))
    return bystander ? { ...args, actor: bystander } : { actor: args.other, other: args.actor }
  },
  bounces: ({ args }, clip) => {
    const bystander = someone(clip, [args.actor, args.other], isStill(clip))
    return bystander ? { ...args, actor: bystander } : { actor: args.other, other: args.actor }
  },
  returns: ({ args }) => ({ ...args, direction: args.direction === 'left' ? 'right' : 'left' }),
  breaks_off: ({ args }, clip) => {
    const { actor, other = '' } = args
    const bystander =
      someone(clip, [actor, other], isStill(clip)) ??
      someone(clip, [actor, other], (one) => !clip.body(one).moves)
    return bystander ? { ...args, actor: bystander } : undefined
  },
  enters: ({ args }) => ({ ...args, side: SIDES[args.side] }),
  leaves: ({ args }) => ({ ...args, side: SIDES[args.side] }),
  starts: ({ args }, clip) => {
    const sitter = someone(clip, [args.actor], isStill(clip))
    return sitter ? { actor: sitter } : undefined
  },
  stops: ({ args }, clip) => {
    const sitter = someone(clip, [args.actor], isStill(clip))
    return sitter ? { actor: sitter } : undefined
  },
  order: ({ args }) =>
    args.relation === 'before'
      ? { ...args, first: args.second, second: args.first }
      : { ...args, relation: 'before' },
  hangs: ({ args }, clip) => {
    const stander = someone(
      clip,
      [args.actor, args.other],
      (one) => isStill(clip)(one) && clip.body(one).box(0).min[1] < 0.05,
    )
    return stander ? { ...args, actor: stander } : undefined
  },
  place: ({ args }, clip) => {
    const turned = other(
      {
        'left of': 'right of',
        'right of': 'left of',
        'in front of': 'behind',
        behind: 'in front of',
      },
      args.relation,
    )
    if (turned) return { ...args, relation: turned }
    // On, in and above do not hold the other way round; next to does, so it is said of what stands far off.
    if (args.relation !== 'next to') return { ...args, actor: args.other, other: args.actor }
    const apart = (one: string) =>
      norm(minus(clip.body(one).middle(0), clip.body(args.actor).middle(0)))
    const [far] = clip.cast
      .filter((one) => isStill(clip)(one) && clip.mask(one, 0) !== null)
      .sort((a, b) => apart(b) - apart(a))
    return far && far !== args.other ? { ...args, other: far } : undefined
  },
  framed: ({ args }, clip) => {
    const where = (
      { left: 'right', right: 'left', foreground: 'background', background: 'foreground' } as const
    )[args.where as 'left']
    // From the middle to the side that it does not lean to.
    const leans = (clip.mask(args.actor, 0)?.x ?? 0.5) < 0.5
    return { ...args, where: where ?? (leans ? 'right' : 'left') }
  },
  strikes_at: ({ args }) => ({ ...args, seconds: farSeconds(args.seconds) }),
  timed: ({ args }) => ({ ...args, seconds: farSeconds(args.seconds) }),
  begins: null,
  begins_in: null,
  begins_beside: ({ args }) => ({
    ...args,
    relation: args.relation === 'left of' ? 'right of' : 'left of',
  }),
  ends_in: ({ args }) => ({ ...args, where: args.where === 'left' ? 'right' : 'left' }),
  shifts: ({ args: { actor, from, to } }) => ({ actor, from: to, to: from }),
  lasts: ({ args }) => ({ ...args, seconds: farSeconds(args.seconds) }),
  taller: ({ args }) => ({ actor: args.other, other: args.actor }),
  ends: ({ args }) =>
    args.relation === 'on'
      ? undefined
      : { ...args, relation: args.relation === 'left of' ? 'right of' : 'left of' },
  fates: ({ args }) => ({ ...args, words: args.words === 'two' ? 'four' : 'two' }),
  shadows: ({ args }) => ({ ...args, to: args.to === 'left' ? 'right' : 'left' }),
  sky: ({ args }) => ({ kind: args.kind === 'clear' ? 'overcast' : 'clear' }),
  larger: ({ args }) => ({ actor: args.other, other: args.actor }),
  setting: ({ args }) => ({ place: args.place === 'desert' ? 'park' : 'desert' }),
  daytime: ({ args }) => ({ time: args.time === 'night' ? 'day' : 'night' }),
  light: ({ args }) => {
    if (args.from) return { ...args, from: args.from === 'left' ? 'right' : 'left' }
    return { ...args, quality: args.quality === 'soft' ? 'bright' : 'soft' }
  },
  weather: null,
  camera: ({ args }) => {
    if (args.move === 'static' || args.move === 'rest') return { move: 'pan', direction: 'left' }
    const turned = {
      left: 'right',
      right: 'left',
      up: 'down',
      down: 'up',
      in: 'out',
      out: 'in',
      clockwise: 'counterclockwise',
      counterclockwise: 'clockwise',
    }[args.direction ?? '']
    return turned ? { ...args, direction: turned } : { move: 'static' }
  },
  follows: ({ args }, clip) => {
    const sitter = someone(clip, [args.actor], isStill(clip))
    return sitter ? { ...args, actor: sitter } : undefined
  },
  tracks: ({ args }) => ({
    ...args,
    from: ({ side: 'tail', tail: 'lead', lead: 'tail', aerial: 'side' } as const)[args.from],
  }),
  reveals: ({ args }, clip) => {
    const seen = someone(
      clip,
      [args.actor],
      (one) => isStill(clip)(one) && (clip.mask(one, 0)?.area ?? 0) > 40,
    )
    return seen ? { actor: seen } : undefined
  },
  shakes: ({ args }) => ({ how: args.how === 'a lot' ? 'a little' : 'a lot' }),
  angle: ({ args }) => ({
    angle:
      args.angle === 'dutch'
        ? 'from below'
        : args.angle === 'high' || args.angle === 'top-down'
          ? 'low'
          : 'high',
  }),
  shot: ({ args }) => ({ ...args, size: args.size.endsWith('wide') ? 'close-up' : 'wide' }),
  cut: ({ args }) => ({ shot: args.shot + 1 }),
  look: null,
}

/** The claim with one thing changed, grossly and by little; nothing where this clip offers nothing to change it to. */
export function mutated(claim: StoredClaim, clip: Clip): StoredClaim[] {
  // Predicate and arguments belong together by the type of the claim, which a lookup loses.
  const all = [
    MUTATIONS[claim.predicate],
    NEAR_MISSES[claim.predicate],
  ] as (Mutate<PredicateName> | null)[]
  return all.flatMap((mutate, i) => {
    const args = mutate?.(claim, clip)
    return args ? [{ ...claim, id: `${claim.id}~${i}`, args } as StoredClaim] : []
  })
}
