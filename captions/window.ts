import { doneIn, type CameraTrack, type Take, type Track } from '#scenes'
import { viewAt } from './geometry.ts'
import type { Filmed } from './facts/facts.ts'
import type { Observations } from './observation.ts'

/** Frames [from, to) between the cuts of the camera that filmed; one span when it makes none. */
export function shotsOf({ take, camera }: Filmed): { from: number; to: number }[] {
  return (take.cameras[camera] as CameraTrack).shots
}

/**
 * Frames [from, to) of a clip as if they were all of it: what was seen and what happens before and after is not known.
 * A window that begins or ends between two observations knows its edges to an eighth of a second.
 */
export function windowOf(filmed: Filmed, from: number, to: number): Filmed {
  if (from === 0 && to === filmed.take.frames) return filmed
  return {
    ...filmed,
    index: shotsOf(filmed).findIndex((shot) => shot.to > from),
    take: takeIn(filmed.take, from, to),
    observations: observationsIn(filmed.observations, from, to),
  }
}

/** One shot as if it were a clip of its own: its first frame is 0, and nothing is known of before and after. */
export function shotOf(filmed: Filmed, shot: number): Filmed {
  const spans = shotsOf(filmed)
  const { from, to } = spans[shot] as { from: number; to: number }
  const index = (filmed.index ?? 0) + shot
  if (spans.length === 1) return { ...filmed, index }
  return {
    ...filmed,
    index,
    ...(from > 0 && {
      before: viewAt(filmed.take.cameras[filmed.camera] as CameraTrack, from - 1),
    }),
    take: takeIn(filmed.take, from, to),
    observations: observationsIn(filmed.observations, from, to),
  }
}

function takeIn(take: Take, from: number, to: number): Take {
  const { fps } = take
  const begins = from / fps
  return {
    ...take,
    frames: to - from,
    cast: take.cast.map((member) => ({ ...member, track: trackIn(member.track, from, to) })),
    actors: take.actors.map((actor) => ({
      ...actor,
      track: trackIn(actor.track, from, to),
      ...(actor.done && { done: doneIn(actor.done, from, to) }),
      ...(actor.wheels && {
        wheels: actor.wheels.map(({ pivot, spin, steer, rise }) => ({
          pivot,
          spin: spin.slice(from, to),
          steer: steer.slice(from, to),
          rise: rise.slice(from, to),
        })),
      }),
    })),
    cameras: take.cameras.map((camera) => ({
      ...camera,
      track: trackIn(camera.track, from, to),
      fov: camera.fov.length > 1 ? camera.fov.slice(from, to) : camera.fov,
      shots: camera.shots
        .map((shot) => ({
          from: Math.max(shot.from, from) - from,
          to: Math.min(shot.to, to) - from,
        }))
        .filter((shot) => shot.to > shot.from),
    })),
    events: take.events
      .filter(({ t }) => t * fps >= from && t * fps < to)
      .map((event) => ({
        ...event,
        t: event.t - begins,
        ...(event.until !== undefined && { until: event.until - begins }),
      })),
  }
}

function trackIn(track: Track, from: number, to: number): Track {
  if (track.samples === 1) return track
  const of = (values: number[], size: number) => values.slice(size * from, size * to)
  const [position, rotation, scale] = [
    of(track.position, 3),
    of(track.rotation, 4),
    of(track.scale, 1),
  ]
  const begun = track.travel[from] as number
  const stays = (values: number[], size: number) =>
    values.every((value, i) => value === values[i % size])
  // What stays where it is in this shot never moves, as far as the shot tells.
  if (stays(position, 3) && stays(rotation, 4) && stays(scale, 1))
    return {
      samples: 1,
      position: position.slice(0, 3),
      rotation: rotation.slice(0, 4),
      scale: scale.slice(0, 1),
      travel: [0],
    }
  return {
    samples: to - from,
    position,
    rotation,
    scale,
    travel: of(track.travel, 1).map((way) => way - begun),
  }
}

function observationsIn(seen: Observations, from: number, to: number): Observations {
  const inside = seen.frames.map((frame) => frame >= from && frame < to)
  const kept = <T>(column: T[]) => column.filter((_, i) => inside[i])
  return {
    ...seen,
    frames: kept(seen.frames).map((frame) => frame - from),
    luminance: kept(seen.luminance),
    sky: kept(seen.sky),
    members: seen.members
      .map((member) => ({
        ...member,
        pixels: kept(member.pixels),
        box: kept(member.box),
        visibility: kept(member.visibility),
        truncation: kept(member.truncation),
        depth: kept(member.depth),
        color: kept(member.color),
        contrast: kept(member.contrast),
        difference: kept(member.difference),
        seen: kept(member.seen),
      }))
      // In a part of a picture a box may be all that is known.
      .filter(({ box }) => box.some(Boolean)),
  }
}
