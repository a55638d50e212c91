import type { CastMember, TakeEvent, Track } from './take.ts'

/** Slower than this counts as standing still, metres per second. */
const STILL_SPEED = 0.005

/** When each member of the cast sets off and comes to rest. */
export function eventsOf(cast: CastMember[], fps: number): TakeEvent[] {
  return cast
    .flatMap((member) => startsAndStops(member, fps))
    .sort((a, b) => a.t - b.t || (a.actor < b.actor ? -1 : 1))
}

function startsAndStops({ id, track }: CastMember, fps: number): TakeEvent[] {
  const events: TakeEvent[] = []
  for (let frame = 1; frame + 1 < track.samples; frame++) {
    const before = speed(track, frame - 1, fps) > STILL_SPEED
    const after = speed(track, frame, fps) > STILL_SPEED
    if (before !== after)
      events.push({ t: frame / fps, kind: after ? 'starts' : 'stops', actor: id })
  }
  return events
}

/** Metres per second between frame n and n + 1. */
function speed({ travel }: Track, frame: number, fps: number): number {
  return ((travel[frame + 1] as number) - (travel[frame] as number)) * fps
}
