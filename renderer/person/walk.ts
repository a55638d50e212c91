import { Quaternion, Vector3 } from 'three'
import type { Clip } from './clip.ts'
import { curveAt, type Curve } from './curve.ts'
import { footfallAt, type Shoe } from './footfall.ts'
import { soleOf } from './ground.ts'
import { reach, type Leg } from './leg.ts'
import { jointIndex, type Joint } from './rig.ts'
import { about, placesOf, poseInto, type Turns } from './turns.ts'

/** Seconds of a stride (the pose goes by metres, so only blends see them), samples. */
const [CYCLE, SAMPLES] = [1.1, 81]

const DEGREE = Math.PI / 180

/** Metres: from the middle to an ankle. Degrees that feet point out. */
const [TRACK, OUTWARD] = [0.062, 6]

/** How far the hips sway to the standing leg, metres. */
const SWAY = 0.022

/** How much lower than on straight legs the hips are, metres: over the standing leg, and on both. */
const [HIGH, LOW] = [0.009, 0.036]

/**
 * A stride of so many metres, made rather than recorded: feet go where the ground keeps them, the hips as
 * high as a nearly straight standing leg holds them, and knees follow from both. The clip of person.glb
 * creeps on bent knees with its hands out; mended, little of it would be left.
 */
export function walkClip(rig: readonly Joint[], stride: number): Clip {
  const clip = {
    duration: CYCLE,
    samples: SAMPLES,
    turns: new Float32Array(SAMPLES * rig.length * 4),
    hips: new Float32Array(SAMPLES * 3),
  }
  const walker = walkerOf(rig)
  for (let s = 0; s < SAMPLES; s++) {
    const { turned, hips } = walkAt(walker, stride, (s % (SAMPLES - 1)) / (SAMPLES - 1))
    poseInto(clip.turns, 4 * s * rig.length, rig, turned)
    clip.hips.set(hips.toArray(), 3 * s)
  }
  return clip
}

interface Walker {
  hips: Vector3
  /** From the hips to the left thigh's joint. */
  socket: Vector3
  leg: Leg
  shoe: Shoe
  /** Height of the thigh's joint on straight legs. */
  tall: number
}

function walkerOf(rig: readonly Joint[]): Walker {
  const places = placesOf(rig)
  const [hips, thigh, knee, ankle, toes] = [
    'hips',
    'leftUpperLeg',
    'leftLowerLeg',
    'leftFoot',
    'leftToes',
  ].map((name) => places[jointIndex(rig, name)])
  const leg = { thigh: knee.clone().sub(thigh).setX(0), shank: ankle.clone().sub(knee).setX(0) }
  const { heel, tip, under } = soleOf()
  const knuckle: [number, number] = [toes.z - ankle.z, toes.y - ankle.y]
  return {
    hips,
    socket: thigh.clone().sub(hips),
    leg,
    shoe: { heel: [heel, -under], knuckle, tip: [tip - knuckle[0], -under - knuckle[1]] },
    tall: under + leg.thigh.length() + leg.shank.length(),
  }
}

/** Phase 0: the left heel lands. */
function walkAt(
  { hips, socket, leg, shoe, tall }: Walker,
  stride: number,
  phase: number,
): { turned: Turns; hips: Vector3 } {
  const turned: Turns = new Map()
  const wave = (amplitude: number, late: number) =>
    amplitude * Math.cos(2 * Math.PI * (phase - late))
  const vault = (1 - Math.cos(4 * Math.PI * (phase - 0.045))) / 2
  const place = new Vector3(wave(SWAY, 0.3), tall - socket.y - LOW + (LOW - HIGH) * vault, hips.z)
  // The pelvis goes with the swinging leg and drops a little on its side; the chest turns against it.
  const pelvis = about(0, -wave(5 * DEGREE, 0), 0).multiply(about(0, 0, wave(2.5 * DEGREE, 0.22)))
  turned.set('hips', pelvis)
  const counter = (x: number, y: number, z: number) =>
    about(x * DEGREE, wave(y * DEGREE, 0.02), -wave(z * DEGREE, 0.22))
  turned.set('spine', counter(3, 3.5, 1.2))
  turned.set('chest', counter(0, 3.5, 1.2))
  turned.set('upperChest', counter(-1, 3, 0))
  turned.set('neck', counter(0, -2, 0))
  turned.set('head', counter(-1, -2.5, 0))
  for (const [side, sign, late] of [
    ['left', 1, 0],
    ['right', -1, 0.5],
  ] as const) {
    const own = phase - late
    const fall = footfallAt(shoe, stride, stride * LEAD, own)
    const outward = sign * OUTWARD * DEGREE
    const hip = socket
      .clone()
      .setX(sign * socket.x)
      .applyQuaternion(pelvis)
      .add(place)
    const ankle = new Vector3(sign * TRACK, fall.up, fall.forward + place.z + socket.z)
    const { thigh, bend } = reach(leg, hip, ankle, outward)
    const heading = about(0, outward, 0)
    const foot = heading.clone().multiply(about(-fall.foot, 0, 0))
    const toes = heading.clone().multiply(about(-fall.toes, 0, 0))
    const knee = about(bend, 0, 0)
    turned.set(`${side}UpperLeg`, after(pelvis, thigh))
    turned.set(`${side}LowerLeg`, knee)
    turned.set(`${side}Foot`, after(thigh.multiply(knee), foot))
    turned.set(`${side}Toes`, after(foot, toes))
    swingArm(turned, side, sign, own)
  }
  return { turned, hips: place }
}

/** Where the heel lands before the thigh's joint, share of the stride. */
const LEAD = 0.202

/** The turn that a child needs in a parent turned so, to be turned so itself. */
function after(parent: Quaternion, own: Quaternion): Quaternion {
  return parent.clone().invert().multiply(own)
}

/** Degrees over the leg's cycle: upper arm forward, elbow bent. Back when the own leg is in front. */
const SHOULDER: Curve = [
  [0, -21],
  [0.06, -22],
  [0.56, 15],
  [1, -21],
]
const ELBOW: Curve = [
  [0, 10],
  [0.08, 9],
  [0.58, 27],
  [1, 10],
]

/** Arms hang a little off the body, palms to the thighs. */
function swingArm(turned: Turns, side: 'left' | 'right', sign: 1 | -1, phase: number): void {
  const [swing, bend] = [curveAt(SHOULDER, phase) * DEGREE, curveAt(ELBOW, phase) * DEGREE]
  turned.set(`${side}Shoulder`, about(0, 0, -0.07 * sign))
  turned.set(`${side}UpperArm`, about(-swing, 0, 0).multiply(about(0, 0, -1.34 * sign)))
  turned.set(`${side}LowerArm`, about(0, -bend * sign, 0).multiply(about(0.15, 0, 0)))
  turned.set(`${side}Hand`, about(0.12, 0, 0))
}
