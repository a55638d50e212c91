import { KINDS, type Actor, type SolidActor } from '../actors/index.ts'
import type { Vec3 } from '../schema/values.ts'
import { blueprintOf } from '../shape/blueprint.ts'
import { wheelsOf } from '../shape/wheels.ts'
import { about, inverse, multiply, place, rotate, subtract } from './pose.ts'
import type { Pose, WheelTrack } from './take.ts'

/** Radians; a vehicle that never heads further from its way is driven straight. */
const STRAIGHT = 1e-4
/** Steps between two frames in which the heading is followed. */
const STEPS = 8
/** Metres a second below which a wheel keeps its angle. */
const CREEPS = 0.02
const DEGREES = 180 / Math.PI

/**
 * A vehicle that follows a path: its rear wheels run in their own line behind it, and its front wheels are turned to where they go,
 * so that no wheel slips sideways. `poses` face along the path, as motions leave them; undefined for what has no steering.
 * (The rear axle follows the path's point as the end of a pole does, a tractrix: the kinematic model of a car.)
 */
export function steered(
  actor: Actor,
  poses: Pose[],
  seed: number,
  fps: number,
): { poses: Pose[]; wheels: WheelTrack[] } | undefined {
  const rear = actor.kind === 'group' ? undefined : rearAxle(actor)
  const drives = actor.motion.some((motion) => motion.kind === 'path' && motion.face === 'along')
  if (rear === undefined || poses.length === 1 || !drives) return undefined
  const offs = headingsOff(poses, -rear * (poses[0] as Pose).scale)
  if (offs.every((off) => Math.abs(off) < STRAIGHT)) return undefined
  const driven = poses.map((pose, n) => ({
    ...pose,
    rotation: multiply(about([0, 1, 0], (offs[n] as number) * DEGREES), pose.rotation),
  }))
  const { parts } = blueprintOf(actor as SolidActor, seed)
  const wheels = wheelsOf(parts).map(({ pivot, radius }) => {
    const isFront = pivot[2] > rear + 0.1
    return rolled(driven, pivot, radius, isFront, fps)
  })
  return { poses: driven, wheels }
}

/** Where the axle is that is not steered, along an actor's own +Z. */
function rearAxle(actor: SolidActor): number | undefined {
  const kind = KINDS[actor.kind] as { rearAxle?: (actor: SolidActor) => number }
  return kind.rearAxle?.(actor)
}

/** Radians, to the left, that it heads off its way at each frame. @param lead metres from the rear axle to the point on the path */
function headingsOff(poses: Pose[], lead: number): number[] {
  const faced = poses.map(({ rotation }) => headingOf(rotate([0, 0, 1], rotation)))
  // The line itself is made of short straight pieces.
  const ways = poses.map((_, n) => {
    const [a, b] = [poses[n - 1], poses[n + 1]]
    const way = a && b && subtract(b.position, a.position)
    return way && Math.hypot(way[0], way[2]) > 1e-6 ? headingOf(way) : (faced[n] as number)
  })
  const steps = poses.map(({ position }, n) => {
    const before = poses[n - 1]?.position ?? position
    return Math.hypot(position[0] - before[0], position[2] - before[2])
  })
  // As if it had gone round the first bend for long already.
  const bend = steps[1] ? turnFrom(ways[0] as number, ways[1] as number) / steps[1] : 0
  let heading = (ways[0] as number) - Math.asin(Math.min(Math.max(bend * lead, -0.9), 0.9))
  return poses.map((_, n) => {
    if (n > 0) {
      const turn = turnFrom(ways[n - 1] as number, ways[n] as number)
      for (let step = 0; step < STEPS; step++) {
        const way = (ways[n - 1] as number) + (turn * (step + 0.5)) / STEPS
        heading += (Math.sin(way - heading) * (steps[n] as number)) / STEPS / lead
      }
    }
    return turnFrom(faced[n] as number, heading)
  })
}

function headingOf([x, , z]: Vec3): number {
  return Math.atan2(x, z)
}

/** The shorter way round, radians. */
function turnFrom(a: number, b: number): number {
  return Math.atan2(Math.sin(b - a), Math.cos(b - a))
}

/** How a wheel is turned and has rolled at each frame, by the way of its middle over the ground. */
function rolled(
  poses: Pose[],
  pivot: Vec3,
  radius: number,
  isFront: boolean,
  fps: number,
): WheelTrack {
  const track: WheelTrack = { pivot, spin: [0], steer: [], rise: poses.map(() => 0) }
  const middles = poses.map((pose) => place(pivot, pose))
  const along = (n: number): Vec3 => {
    const last = poses.length - 1
    const [a, b] = [Math.max(n - 1, 0), Math.min(n + 1, last)]
    const way = subtract(middles[b] as Vec3, middles[a] as Vec3)
    const own = rotate(way, inverse((poses[n] as Pose).rotation))
    return own.map((value) => (value * fps) / (b - a)) as Vec3
  }
  poses.forEach((pose, n) => {
    const [x, , z] = along(n)
    const goes = Math.hypot(x, z) > CREEPS
    const angle =
      isFront && goes ? Math.atan2(x * Math.sign(z || 1), Math.abs(z)) * DEGREES : undefined
    track.steer.push(angle ?? (isFront ? (track.steer[n - 1] ?? 0) : 0))
    if (n === 0) return
    const step = subtract(middles[n] as Vec3, middles[n - 1] as Vec3)
    const back = z < 0 ? -1 : 1
    const way = (back * Math.hypot(step[0], step[2])) / (radius * pose.scale)
    track.spin.push((track.spin[n - 1] as number) + way * DEGREES)
  })
  return track
}
