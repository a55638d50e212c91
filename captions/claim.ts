import type { Gait } from './facts/motion.ts'
import type { CameraMotionName, Doing, SizeWord } from '#scenes'
import type { Facts } from './facts/facts.ts'

/** Arguments by predicate. Actors are ids; everything is JSON. */
export interface PredicateArgs {
  exists: { actor: string }
  count: { actors: string[]; noun: string; words: string }
  color: { actor: string; color: string }
  material: { actor: string; material: string }
  wears: { actor: string; color: string; garment: 't-shirt' | 'sweater' }
  glows: { actor: string }
  moves: { actor: string; gait: Gait; verb: Verb }
  /** What a person does where it is, or on its way. */
  acts: { actor: string; gait: 'acts'; verb: ActVerb }
  /** It sits all the time; on another where that is its seat. */
  sits: { actor: string; other?: string }
  pace: { actor: string; pace: 'slow' | 'easy' | 'brisk' }
  still: { actor: string }
  heads: { actor: string; direction: Heading }
  over: { actor: string; other: string; how: 'across' | 'along' | 'down' | 'up' }
  passes: { actor: string; other: string; side: 'behind' | 'in front of' }
  hits: { actor: string; other: string }
  /** About so many seconds after the clip began it first strikes one of them. */
  strikes_at: { actor: string; others: string[]; seconds: string }
  /** About so many seconds after the clip began it comes to rest, or is gone from the picture. */
  timed: { actor: string; event: 'stops' | 'leaves'; seconds: string }
  topples: { actor: string }
  knocks: {
    actor: string
    others: string[]
    noun: string
    words: string
    how: 'over' | 'off' | 'apart'
  }
  chain: { actors: string[]; noun: string; words: string; direction?: Heading }
  tally: { actors: string[]; noun: string; words: string; state: 'fallen' | 'standing' }
  collapses: { actors: string[]; noun: string; heap: 'tower' | 'wall' | 'stack' }
  stacked: { actors: string[]; noun: string; heap: 'tower' | 'wall' | 'stack'; words?: string }
  throws: { actor: string; other: string }
  pockets: { actors: string[]; noun: string; words: string }
  relays: { actors: string[]; others: string[]; between: string[]; noun: string; words: string }
  falls_off: { actor: string; other: string }
  lands: { actor: string; other: string }
  bounces: { actor: string; other: string }
  /** After it came the other way. */
  returns: { actor: string; direction: 'left' | 'right'; verb: 'roll' | 'move' }
  breaks_off: { actor: string; other?: string }
  enters: { actor: string; side: Side }
  leaves: { actor: string; side: Side }
  starts: { actor: string }
  stops: { actor: string }
  order: { first: string; second: string; relation: 'before' | 'while'; event: 'start' | 'end' }
  hangs: { actor: string; other: string }
  place: { actor: string; relation: Relation; other: string }
  framed: { actor: string; where: Where }
  /** Where in the picture it is at first and where at last. */
  shifts: { actor: string; from: Third; to: Third }
  /** All of one noun that will move lie or stand on another at first. */
  begins: { actors: string[]; noun: string; other: string }
  /** All of one noun, of which some will move, are in one third of the picture at first. */
  begins_in: { actors: string[]; noun: string; where: Third }
  /** So many of one noun, of which some moved, are in one third of the picture at last. */
  ends_in: { actors: string[]; noun: string; words: string; where: Third }
  /** To which side of what keeps its place it is at first. */
  begins_beside: { actor: string; relation: 'left of' | 'right of'; other: string }
  /** About so many seconds it is on the move. */
  lasts: { actor: string; seconds: string }
  larger: { actor: string; other: string }
  taller: { actor: string; other: string }
  /** Where it is from another when all is over. */
  ends: { actor: string; relation: 'on' | 'left of' | 'right of' | 'next to'; other: string }
  /** How many of one noun come to one end: out of the picture at a side, or on another. */
  fates: {
    actors: string[]
    noun: string
    words: string
    end: 'leaves' | 'ends on'
    at: string
  }
  setting: { place: string }
  daytime: { time: 'day' | 'dusk' | 'night' }
  light: { quality?: 'soft' | 'bright' | 'warm'; from?: 'left' | 'right' }
  shadows: { to: 'left' | 'right'; long: boolean }
  sky: { kind: 'clear' | 'cloudy' | 'overcast' }
  weather: { kind: 'fog' }
  camera: { move: CameraMotionName | 'static' | 'rest'; direction?: string; speed?: 'slow' }
  /** The camera follows from there. */
  tracks: { actor: string; from: 'side' | 'tail' | 'lead' | 'aerial' }
  reveals: { actor: string }
  shakes: { how: 'a little' | 'a lot' }
  cut: { shot: number }
  follows: { actor: string; how: 'turning' | 'alongside' }
  angle: {
    angle:
      | 'level'
      | 'slightly high'
      | 'high'
      | 'top-down'
      | 'low'
      | 'from below'
      | 'eye level'
      | 'dutch'
  }
  shot: { size: SizeWord | 'close'; actor: string }
  look: { style: '3D animation' }
}

export type PredicateName = keyof PredicateArgs
export type Side = 'left' | 'right' | 'top' | 'bottom'
export type Heading = 'left' | 'right' | 'toward' | 'away' | 'up' | 'down'
export type Relation =
  | 'on'
  | 'in front of'
  | 'behind'
  | 'left of'
  | 'right of'
  | 'next to'
  | 'above'
  | 'in'
export type Where = 'left' | 'center' | 'right' | 'foreground' | 'background'
export type Third = 'left' | 'center' | 'right'
export type Verb =
  | 'walk'
  | 'trot'
  | 'gallop'
  | 'run'
  | 'drive'
  | 'roll'
  | 'slide'
  | 'fly'
  | 'sail'
  | 'rise'
  | 'fall'
  | 'spin'
  | 'swing'
  | 'wave'
  | 'bob'
  | 'bounce'
  | 'topple'
  | 'tip'
  | 'tumble'
  | 'move'

/** What a person does besides going its way. */
export type ActVerb = Exclude<Doing, 'seated'>

export type Status = 'verified' | 'refuted' | 'untestable'

/** How a claim fared: `margin` 0 is just past the threshold, 1 as far again as the grey zone is wide. */
export interface Verdict {
  status: Status
  margin: number
  evidence: Evidence
}
export type Evidence = Record<string, number | string | boolean | null>

/** A claim as proposed: what is said of whom in which frames [from, to), and how much a viewer would care. */
export interface Draft<P extends PredicateName = PredicateName> {
  predicate: P
  args: PredicateArgs[P]
  frames: [number, number]
  salience: number
}

/** One atomic statement with its proof, as it is stored in caption.json. */
export type Claim<P extends PredicateName = PredicateName> = {
  [K in P]: {
    id: string
    predicate: K
    args: PredicateArgs[K]
    frames: [number, number]
    shot: number
  } & Verdict & {
      salience: number
    }
}[P]

/** One file per predicate: what it means, what to claim, and when a claim is true, false or grey. */
export interface Predicate<P extends PredicateName> {
  name: P
  doc: string
  propose(facts: Facts): Draft<P>[]
  verify(claim: Pick<Draft<P>, 'args' | 'frames'>, facts: Facts): Verdict
}

/**
 * Three-valued judgement of one number. `yes` and `no` are thresholds with the grey zone between them;
 * yes > no when more is truer, yes < no when less is.
 */
export function grade(
  value: number,
  { no, yes }: { no: number; yes: number },
  evidence: Evidence,
): Verdict {
  const way = (value - yes) / (yes - no)
  if (Number.isNaN(way)) return { status: 'untestable', margin: 0, evidence }
  if (way >= 0) return { status: 'verified', margin: round(Math.min(way, 10)), evidence }
  if (way <= -1) return { status: 'refuted', margin: round(Math.max(way + 1, -10)), evidence }
  return { status: 'untestable', margin: round(way), evidence }
}

/** All must hold: the worst decides, evidence is joined. */
export function every(...verdicts: [Verdict, ...Verdict[]]): Verdict {
  const rank = { refuted: 0, untestable: 1, verified: 2 }
  const worst = verdicts.reduce((a, b) =>
    rank[b.status] < rank[a.status] || (b.status === a.status && b.margin < a.margin) ? b : a,
  )
  return {
    ...worst,
    evidence: Object.assign({}, ...verdicts.map(({ evidence }) => evidence)) as Evidence,
  }
}

export function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
