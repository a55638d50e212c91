import type { CastMember, TakeEvent, Track } from './take.ts'

/** Slower than this counts as standing still, metres per second. */
const STILL_SPEED = 0.005

/**
 * When each member of the cast sets off and comes to rest, and what the physics saw of them.
 * @param members index into the cast by the id of a solid actor, or of a group that is one body
 */
export function eventsOf(
  cast: CastMember[],
  fps: number,
  seen: readonly TakeEvent[] = [],
  members: ReadonlyMap<string, number> = new Map(),
): TakeEvent[] {
  return [
    ...cast.flatMap((member) => startsAndStops(member, fps)),
    ...ofMembers(seen, cast, members),
  ].sort((a, b) => a.t - b.t || (a.actor < b.actor ? -1 : 1))
}

/** Told of members of the cast: what happens within one is nothing, what happens to two parts of one happens once. */
function ofMembers(
  seen: readonly TakeEvent[],
  cast: CastMember[],
  members: ReadonlyMap<string, number>,
): TakeEvent[] {
  const said = new Set<string>()
  const idOf = (actor: string) => cast[members.get(actor) ?? -1]?.id
  return seen.flatMap((event) => {
    const [actor, other] = [idOf(event.actor), event.other && idOf(event.other)]
    const key = `${event.kind} ${event.t} ${actor} ${other}`
    if (actor === undefined || actor === other || said.has(key)) return []
    said.add(key)
    return [{ ...event, actor, ...(other !== undefined && { other }) }]
  })
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
