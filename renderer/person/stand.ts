import type { Clip } from './clip.ts'
import type { Joint } from './rig.ts'
import { about, poseInto, type Turns } from './turns.ts'

/** Seconds per breath, samples per second. */
const [BREATH, RATE] = [4, 15]

/** Radians about a world axis on top of the T-pose, for the left side; the right side mirrors it. */
const STANCE: [joint: string, x: number, y: number, z: number][] = [
  ['Shoulder', 0, 0, -0.07],
  ['UpperArm', 0.06, 0, -1.27],
  ['LowerArm', 0.14, -0.2, -0.1],
  ['UpperLeg', 0, 0.12, 0.02],
  ['Foot', 0, 0, -0.02],
]

/** Standing at ease: arms hanging, the chest rising with each breath, the weight going from side to side. */
export function standClip(rig: readonly Joint[]): Clip {
  const samples = BREATH * RATE + 1
  const clip = {
    duration: BREATH,
    samples,
    turns: new Float32Array(samples * rig.length * 4),
    hips: new Float32Array(samples * 3),
  }
  for (let s = 0; s < samples; s++) {
    const phase = (2 * Math.PI * s) / (samples - 1)
    const sway = Math.sin(phase)
    const breath = Math.sin(phase + 1)
    const turned = stance()
    turned.set('upperChest', about(-0.012 * breath, 0, 0))
    turned.set('spine', about(0.02, 0.015 * sway, 0.006 * sway))
    turned.set('head', about(0.02 + 0.012 * breath, 0.05 * Math.sin(phase + 2), 0))
    poseInto(clip.turns, 4 * s * rig.length, rig, turned)
    // Level feet under moving hips: the legs lean back by as much as the hips go.
    const { x, y, z } = rig[0].position
    clip.hips.set([x, y + 0.001 * breath, z], 3 * s)
  }
  return clip
}

/** How the joints are turned of one who stands at ease. */
export function stance(): Turns {
  const turned: Turns = new Map()
  for (const [joint, x, y, z] of STANCE) {
    turned.set(`left${joint}`, about(x, y, z))
    turned.set(`right${joint}`, about(x, -y, -z))
  }
  return turned
}
