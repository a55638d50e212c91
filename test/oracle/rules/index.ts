import type { PredicateName } from '../../../captions/claim.ts'
import type { Clip, StoredClaim } from '../clip.ts'
import type { Rule, Ruling } from '../ruling.ts'
import { acts, sits } from './acts.ts'
import { angle, camera } from './lens.ts'
import { cut, reveals, shakes, shot, tracks } from './shots.ts'
import { enters, follows, hits, leaves, over, passes } from './meeting.ts'
import { bounces, breaksOff, chain, collapses, fallsOff, knocks, lands, tally } from './falls.ts'
import { pockets, relays, stacked, throws } from './machines.ts'
import {
  begins,
  beginsBeside,
  beginsIn,
  ends,
  endsIn,
  fates,
  lasts,
  shifts,
  strikesAt,
  taller,
} from './course.ts'
import { heads, pace, returns, still } from './manner.ts'
import { moves } from './moves.ts'
import { topples } from './topples.ts'
import { color, glows, material, wears } from './paint.ts'
import { framed, hangs, larger, place } from './place.ts'
import { count, exists } from './presence.ts'
import { order, starts, stops, timed } from './timing.ts'
import { daytime, light, look, setting, shadows, sky, weather } from './world.ts'

/** One rule for everything that can be claimed: a new predicate does not compile until it has one. */
const RULES: { [P in PredicateName]: Rule<P> } = {
  exists,
  count,
  color,
  material,
  wears,
  glows,
  moves,
  acts,
  sits,
  pace,
  still,
  heads,
  over,
  passes,
  hits,
  strikes_at: strikesAt,
  timed,
  topples,
  knocks,
  chain,
  tally,
  collapses,
  stacked,
  throws,
  pockets,
  relays,
  falls_off: fallsOff,
  lands,
  bounces,
  returns,
  breaks_off: breaksOff,
  enters,
  leaves,
  starts,
  stops,
  order,
  hangs,
  place,
  framed,
  begins,
  begins_in: beginsIn,
  begins_beside: beginsBeside,
  ends_in: endsIn,
  shifts,
  lasts,
  larger,
  taller,
  ends,
  fates,
  setting,
  daytime,
  light,
  shadows,
  sky,
  weather,
  camera,
  reveals,
  shakes,
  follows,
  tracks,
  angle,
  shot,
  cut,
  look,
}

/** The oracle's own answer to a claim. */
export function rule(
  claim: Pick<StoredClaim, 'predicate' | 'args' | 'frames'>,
  clip: Clip,
): Ruling {
  // Predicate and arguments belong together by the type of the claim, which a lookup loses.
  return (RULES[claim.predicate] as Rule<PredicateName>)(claim, clip)
}
