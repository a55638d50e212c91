import type { Done } from '../living/acts.ts'
import type { Noun, Vec3 } from '../schema/values.ts'

/** Unit quaternion `[x, y, z, w]`. */
export type Quaternion = [number, number, number, number]

export interface Pose {
  /** Metres, world. */
  position: Vec3
  /** World. */
  rotation: Quaternion
  scale: number
}

/**
 * World poses sampled at t = n / fps, flattened; a track of one sample never moves.
 * Lengths for n samples: position 3n, rotation 4n, scale n, travel n.
 */
export interface Track {
  samples: number
  position: number[]
  rotation: number[]
  scale: number[]
  /** Metres covered since t = 0 by the point it turns about; wheels turn and legs swing by it. */
  travel: number[]
}

/** A solid actor as played: which member of the cast it belongs to, and how it moves. */
export interface ActorTrack {
  id: string
  /** Index into `Take.cast`. */
  member: number
  track: Track
  /** Of a vehicle that the physics drives or that is steered round bends; the wheels of all others turn by the way they go. */
  wheels?: WheelTrack[]
  /** Of birds and butterflies. */
  flock?: FlockTrack
  /** Of a person: what else it does than go its way. */
  done?: Done[]
}

/** Where each bird of a flock is at each frame, one after the other; world. */
export interface FlockTrack {
  count: number
  /** Metres; 3 x count numbers a frame. */
  position: number[]
  /** Radians from +Z to +X, and upwards; count numbers a frame. */
  heading: number[]
  climb: number[]
}

/** How a wheel turned at each frame, besides going with its actor. */
export interface WheelTrack {
  /** Its middle, in the actor's own metres: which of its wheels it is. */
  pivot: Vec3
  /** Degrees about its axle since t = 0, forwards. */
  spin: number[]
  /** Degrees about the vertical, to the left. */
  steer: number[]
  /** The actor's own metres, above where it is drawn at rest. */
  rise: number[]
}

/**
 * Who passes and captions count: one entry per actor, or per group that carries a noun.
 * In id passes a member is 1 + its index here; 0 is the sky.
 */
export interface CastMember {
  id: string
  /** Kind of the actor, or `group`. */
  kind: string
  noun?: Noun
  /** Ids of the solid actors it is made of. */
  solids: string[]
  /** Moves as a whole: the pose of the group, or of the actor itself. */
  track: Track
}

export interface CameraTrack {
  id: string
  track: Track
  /** Vertical field of view in degrees, one value or one per sample. */
  fov: number[]
  /**
   * Where its line of sight meets the picture, in heights of the picture from the middle: right, up. None of what a scene
   * shoots: only a part of a picture has it elsewhere than in its middle.
   */
  axis?: [number, number]
  /** Frames `[from, to)` between the cuts: one for every shot. */
  shots: { from: number; to: number }[]
}

/**
 * Something that happens at a moment. `starts` and `stops` are read from the tracks; the rest is what the physics saw,
 * each told by a file in `scenes/physics/events/`, with its time to the step.
 */
export interface TakeEvent {
  /** Seconds. */
  t: number
  kind:
    | 'starts'
    | 'stops'
    | 'contact'
    | 'bounce'
    | 'slide'
    | 'roll'
    | 'rest'
    | 'topples'
    | 'falls-off'
    | 'loses-support'
    | 'breaks-off'
  /** A member of the cast, and the other one where there is one. */
  actor: string
  other?: string
  /** Metres, world. */
  point?: Vec3
  /** Newton seconds. */
  impulse?: number
  /** When what takes time is over, seconds. */
  until?: number
}

/** A scene played out: every pose at every frame time, baked; nothing is simulated after this. */
export interface Take {
  fps: number
  frames: number
  cast: CastMember[]
  actors: ActorTrack[]
  cameras: CameraTrack[]
  events: TakeEvent[]
}

/** The pose at frame n; tracks that never move answer for every frame. */
export function poseAtFrame(track: Track, frame: number): Pose {
  const i = Math.min(Math.max(frame, 0), track.samples - 1)
  const at = (values: number[], index: number) => values[index] as number
  return {
    position: [
      at(track.position, 3 * i),
      at(track.position, 3 * i + 1),
      at(track.position, 3 * i + 2),
    ],
    rotation: [
      at(track.rotation, 4 * i),
      at(track.rotation, 4 * i + 1),
      at(track.rotation, 4 * i + 2),
      at(track.rotation, 4 * i + 3),
    ],
    scale: at(track.scale, i),
  }
}

/** The pose at any time in seconds: position and scale linear, rotation normalised-linear between frames. */
export function poseAt(track: Track, seconds: number, fps: number): Pose {
  const x = Math.min(Math.max(seconds * fps, 0), track.samples - 1)
  const before = poseAtFrame(track, Math.floor(x))
  const share = x - Math.floor(x)
  if (share === 0) return before
  const after = poseAtFrame(track, Math.floor(x) + 1)
  const mix = (a: number, b: number) => a + (b - a) * share
  const dot = before.rotation.reduce((sum, q, k) => sum + q * (after.rotation[k] as number), 0)
  const turned = before.rotation.map((q, k) =>
    mix(q, Math.sign(dot || 1) * (after.rotation[k] as number)),
  )
  const length = Math.hypot(...turned)
  return {
    position: before.position.map((p, k) => mix(p, after.position[k] as number)) as Vec3,
    rotation: turned.map((q) => q / length) as Quaternion,
    scale: mix(before.scale, after.scale),
  }
}
