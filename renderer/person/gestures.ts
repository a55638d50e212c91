import type { Clip } from './clip.ts'
import { jointIndex, type Joint } from './rig.ts'
import { about, poseInto, type Turns } from './turns.ts'

export type Hand = 'left' | 'right'

/** Seconds of a wave to and fro; samples. */
const [WAVING, SAMPLES] = [0.72, 25]

/** Radians: the upper arm above level, the forearm bent up from it, and how far the hand goes to either side. */
const [RAISED, BENT, SWEEP] = [0.3, 1.12, 0.42]

/** A raised hand that goes to and fro, palm to the front. */
export function waveClip(rig: readonly Joint[], hand: Hand): Clip {
  return clipOf(rig, WAVING, SAMPLES, (phase) => {
    const sign = hand === 'left' ? 1 : -1
    const sweep = SWEEP * Math.sin(2 * Math.PI * phase)
    const follow = SWEEP * 0.35 * Math.sin(2 * Math.PI * (phase - 0.12))
    return new Map([
      [`${hand}Shoulder`, about(0, 0, 0.12 * sign)],
      [
        `${hand}UpperArm`,
        about(0, -0.25 * sign, 0).multiply(about(0, 0, (RAISED + 0.1 * sweep) * sign)),
      ],
      [
        `${hand}LowerArm`,
        about(0, 0, (BENT + sweep) * sign).multiply(about(-Math.PI / 2 + 0.15, 0, 0)),
      ],
      [`${hand}Hand`, about(0, follow * sign, 0)],
      ...fingers(hand, -0.25, -0.25),
    ])
  })
}

/** An arm stretched out to the front, forefinger straight. Radians. */
export function pointClip(rig: readonly Joint[], hand: Hand, toward: number, up: number): Clip {
  const sign = hand === 'left' ? 1 : -1
  return clipOf(rig, 1, 2, () => {
    const forward = about(0, (-Math.PI / 2 + 0.04) * sign, 0)
    const aim = about(0, toward, 0)
      .multiply(about(-up, 0, 0))
      .multiply(forward)
    const shoulder = about(0, (-0.15 + 0.2 * toward * sign) * sign, 0.05 * sign)
    return new Map([
      [`${hand}Shoulder`, shoulder],
      // The arm goes with the shoulder.
      [`${hand}UpperArm`, shoulder.clone().invert().multiply(aim)],
      [`${hand}LowerArm`, about(0, -0.06 * sign, 0)],
      [`${hand}Hand`, about(0, 0, 0)],
      ...fingers(hand, -0.45, 0.95),
    ])
  })
}

/** Radians that the forefinger and the other three close at each of their joints, more than they hang. */
function fingers(hand: Hand, fore: number, others: number): [string, ReturnType<typeof about>][] {
  const sign = hand === 'left' ? 1 : -1
  return (['Index', 'Middle', 'Ring', 'Little'] as const).flatMap((finger) =>
    (['Proximal', 'Intermediate', 'Distal'] as const).map(
      (joint): [string, ReturnType<typeof about>] => [
        `${hand}${finger}${joint}`,
        about(0, 0, -(finger === 'Index' ? fore : others) * sign),
      ],
    ),
  )
}

/** From the collar bone to the finger tips. */
export function armOf(rig: readonly Joint[], hand: Hand): number[] {
  const shoulder = jointIndex(rig, `${hand}Shoulder`)
  const within = (joint: number): boolean =>
    joint === shoulder || (joint >= 0 && within(rig[joint].parent))
  return rig.flatMap((_, joint) => (within(joint) ? [joint] : []))
}

function clipOf(
  rig: readonly Joint[],
  duration: number,
  samples: number,
  turnedAt: (phase: number) => Turns,
): Clip {
  const clip = {
    duration,
    samples,
    turns: new Float32Array(samples * rig.length * 4),
    hips: new Float32Array(samples * 3),
  }
  for (let s = 0; s < samples; s++)
    poseInto(clip.turns, 4 * s * rig.length, rig, turnedAt(s / (samples - 1)))
  return clip
}
