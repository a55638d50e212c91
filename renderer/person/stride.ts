import type { ShapeOf, Track } from '#scenes'
import type { Body } from './body.ts'
import { secondsAfter, type Gait } from './gait.ts'
import { actingAt } from './acts.ts'
import type { Stance } from './pose.ts'

/** Below this it stands, above `WALKING` it walks fully; metres per second. */
const [STANDING, WALKING] = [0.05, 0.5]
const [JOGGING, RUNNING] = [2.2, 3.2]

/** How much of the clip's sprinting leap a runner keeps. */
const BOUNCE = 0.55

/**
 * Metres of two steps at a walking pace in metres per second, for a body as modelled: step and cadence grow
 * alike, both with the root of the speed (the walk ratio, Sekiya 1997).
 */
function strideFor(pace: number): number {
  return Math.min(Math.max(1.22 * Math.sqrt(pace), 0.95), 1.55)
}

/** The walk of a person on its way: with one stride all along, the one for its usual pace. */
function walkOf(body: Body, size: number, track: Track, fps: number): Gait {
  let pace = 0
  for (let frame = 0; frame < track.samples; frame++)
    pace = Math.max(pace, Math.min(speedAt(track, frame, fps), JOGGING))
  return body.walk(strideFor(pace / size))
}

/** A person on its track: what it does at each frame. Standing, walking and running go by its speed, legs by the way it has come. */
export function stancesOf(
  body: Body,
  { height, acts = [] }: Pick<ShapeOf<'person'>, 'height' | 'acts'>,
  track: Track,
  fps: number,
): (frame: number) => Stance {
  const size = height / body.height
  const walk = walkOf(body, size, track, fps)
  return (frame) =>
    actingAt(body, strideAt(body, walk, size, track, frame, fps), acts, size, frame / fps)
}

function strideAt(
  body: Body,
  walk: Gait,
  size: number,
  track: Track,
  frame: number,
  fps: number,
): Stance {
  const speed = speedAt(track, frame, fps)
  const moving = ramp(speed, STANDING, WALKING)
  const running = ramp(speed, JOGGING, RUNNING) * moving
  const travelled = (track.travel[Math.min(frame, track.samples - 1)] as number) / size
  return {
    layers: [
      { clip: body.idle.clip, seconds: frame / fps, weight: 1 - moving },
      {
        clip: walk.clip,
        seconds: secondsAfter(walk, travelled),
        weight: moving - running,
      },
      { clip: body.run.clip, seconds: secondsAfter(body.run, travelled), weight: running },
    ],
    gestures: [],
    grounded: 1 - BOUNCE * running,
    lift: 0,
  }
}

/** Metres per second about a frame, over up to four frames to either side so that gaits do not snap. */
function speedAt(track: Track, frame: number, fps: number): number {
  if (track.samples === 1) return 0
  const at = (n: number) => track.travel[Math.min(Math.max(n, 0), track.samples - 1)] as number
  const reach = Math.max(1, Math.round(fps / 6))
  const [from, to] = [Math.max(frame - reach, 0), Math.min(frame + reach, track.samples - 1)]
  return ((at(to) - at(from)) / Math.max(to - from, 1)) * fps
}

function ramp(x: number, from: number, to: number): number {
  const share = Math.min(Math.max((x - from) / (to - from), 0), 1)
  return share * share * (3 - 2 * share)
}
