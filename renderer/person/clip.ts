import { AnimationClip, Quaternion, Vector3, type Interpolant, type KeyframeTrack } from 'three'
import { jointIndex, type Joint } from './rig.ts'

/** Samples per second of a baked clip: fine enough that straight lines between them do not show. */
const RATE = 60

/** A looping clip as plain numbers: reading it costs a few additions, no searching and no garbage. */
export interface Clip {
  /** Seconds. */
  duration: number
  /** Samples; the last one is the first one again. */
  samples: number
  /** Per sample and joint x, y, z, w. Neighbouring samples lie in one hemisphere. */
  turns: Float32Array
  /** Per sample the place of the hips, metres. */
  hips: Float32Array
}

/** Radians that a joint of the back or neck is held further forward (negative: more upright) than in the clip. */
export type Posture = Record<string, number>

export function bakeClip(
  rig: readonly Joint[],
  animations: AnimationClip[],
  name: string,
  posture: Posture = {},
): Clip {
  const source = AnimationClip.findByName(animations, name)
  if (!source) throw new Error(`person.glb has no clip ${JSON.stringify(name)}`)
  const samples = Math.round(source.duration * RATE) + 1
  const turns = new Float32Array(samples * rig.length * 4)
  const hips = new Float32Array(samples * 3)
  for (let s = 0; s < samples; s++) {
    rig.forEach((joint, j) => joint.quaternion.toArray(turns, 4 * (s * rig.length + j)))
    rig[0].position.toArray(hips, 3 * s)
  }
  for (const track of source.tracks) {
    const dot = track.name.lastIndexOf('.')
    const joint = jointIndex(rig, track.name.slice(0, dot))
    const interpolant = interpolantOf(track)
    for (let s = 0; s < samples; s++) {
      const value = interpolant.evaluate((source.duration * s) / (samples - 1)) as ArrayLike<number>
      if (track.name.endsWith('.quaternion'))
        turns.set(Array.from(value), 4 * (s * rig.length + joint))
      else if (joint === 0) hips.set(Array.from(value), 3 * s)
    }
  }
  for (const [name, pitch] of Object.entries(posture))
    lean(turns, rig.length, jointIndex(rig, name), pitch)
  alignHemispheres(turns, rig.length)
  return { duration: source.duration, samples, turns, hips }
}

function interpolantOf(track: KeyframeTrack): Interpolant {
  // Three's typings leave out the factory that every track carries.
  return (track as unknown as { createInterpolant(): Interpolant }).createInterpolant()
}

/** Joints along the back have their x axis across the body, so that a turn about it is a nod. */
function lean(turns: Float32Array, joints: number, joint: number, pitch: number): void {
  const [turn, nod] = [
    new Quaternion(),
    new Quaternion().setFromAxisAngle(new Vector3(1, 0, 0), pitch),
  ]
  for (let i = 4 * joint; i < turns.length; i += 4 * joints)
    turn.fromArray(turns, i).premultiply(nod).toArray(turns, i)
}

/** q and -q are one rotation; mixing numbers needs neighbours on the same side. */
function alignHemispheres(turns: Float32Array, joints: number): void {
  const stride = 4 * joints
  for (let i = stride; i < turns.length; i += 4) {
    let dot = 0
    for (let k = 0; k < 4; k++) dot += turns[i + k] * turns[i + k - stride]
    if (dot < 0) for (let k = 0; k < 4; k++) turns[i + k] *= -1
  }
}
