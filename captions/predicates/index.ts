import type { Predicate, PredicateName } from '../claim.ts'
import { acts } from './acts.ts'
import { angle } from './angle.ts'
import { begins } from './begins.ts'
import { beginsBeside } from './begins-beside.ts'
import { beginsIn } from './begins-in.ts'
import { bounces } from './bounces.ts'
import { breaksOff } from './breaks-off.ts'
import { camera } from './camera.ts'
import { chain } from './chain.ts'
import { collapses } from './collapses.ts'
import { color } from './color.ts'
import { count } from './count.ts'
import { cut } from './cut.ts'
import { daytime } from './daytime.ts'
import { ends } from './ends.ts'
import { endsIn } from './ends-in.ts'
import { enters } from './enters.ts'
import { exists } from './exists.ts'
import { fallsOff } from './falls-off.ts'
import { fates } from './fates.ts'
import { follows } from './follows.ts'
import { framed } from './framed.ts'
import { glows } from './glows.ts'
import { hangs } from './hangs.ts'
import { heads } from './heads.ts'
import { hits } from './hits.ts'
import { knocks } from './knocks.ts'
import { larger } from './larger.ts'
import { lands } from './lands.ts'
import { lasts } from './lasts.ts'
import { leaves } from './leaves.ts'
import { light } from './light.ts'
import { look } from './look.ts'
import { material } from './material.ts'
import { moves } from './moves.ts'
import { order } from './order.ts'
import { over } from './over.ts'
import { pockets } from './pockets.ts'
import { relays } from './relays.ts'
import { stacked } from './stacked.ts'
import { throws } from './throws.ts'
import { pace } from './pace.ts'
import { passes } from './passes.ts'
import { place } from './place.ts'
import { reveals } from './reveals.ts'
import { setting } from './setting.ts'
import { returns } from './returns.ts'
import { shadows } from './shadows.ts'
import { shakes } from './shakes.ts'
import { shifts } from './shifts.ts'
import { shot } from './shot.ts'
import { sky } from './sky.ts'
import { sits } from './sits.ts'
import { starts } from './starts.ts'
import { still } from './still.ts'
import { stops } from './stops.ts'
import { taller } from './taller.ts'
import { strikesAt } from './strikes-at.ts'
import { tally } from './tally.ts'
import { timed } from './timed.ts'
import { topples } from './topples.ts'
import { tracks } from './tracks.ts'
import { wears } from './wears.ts'
import { weather } from './weather.ts'

/** Everything that can be claimed. A new predicate is one file and one line here. */
export const PREDICATES = {
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
  place,
  hangs,
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
} as const satisfies { [P in PredicateName]: Predicate<P> }
