import type { Claim } from '../claim.ts'

/** What one actor does in one stretch of time: the claims that a clause about it can use. */
export interface Deed {
  actor: string
  /** All who do it, when several of one noun do the same. */
  crowd: string[]
  /** Their motions, `moves` first. */
  all: Claim<'moves' | 'acts'>[]
  moves: Claim<'moves' | 'acts'>
  /** What it does besides, on its way or after it. */
  also?: Claim<'acts'>
  heads: Claim<'heads'>[]
  /** In order of time. */
  over: Claim<'over'>[]
  enters?: Claim<'enters'>
  leaves?: Claim<'leaves'>
  starts?: Claim<'starts'>
  stops?: Claim<'stops'>
  pace?: Claim<'pace'>
  passes: Claim<'passes'>[]
  /** Whom it bumps into, and sets going. */
  hits?: Claim<'hits'>
  /** What it knocks over or off. */
  knocks?: Claim<'knocks'>
  /** What it falls off, drops onto, comes off again, breaks off. */
  falls?: Claim<'falls_off'>
  lands?: Claim<'lands'>
  /** Of all who do it. */
  allLands?: Claim<'lands'>[]
  bounces?: Claim<'bounces'>
  /** It goes back the way that it came. */
  returns?: Claim<'returns'>
  breaks?: Claim<'breaks_off'>
  /** The ramps (or steps) of one noun that it goes down one after another, and the ways that it turns to. */
  descent?: { down: Claim<'over'>[]; turns: Claim<'heads'>[] }
  /** What it does to others follows in the same clause. */
  leads?: boolean
}

/** Of one act alone. */
export function doing(actor: string, act: Claim<'acts'>): Deed {
  return { actor, crowd: [actor], all: [act], moves: act, heads: [], over: [], passes: [] }
}
