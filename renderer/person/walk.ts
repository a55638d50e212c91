import { Vector3, type Quaternion } from 'three'
import type { Clip } from './clip.ts'
import { curveAt, type Curve } from './curve.ts'
import { footfallAt, vigour, type Footfall, type Shoe } from './footfall.ts'
import { soleOf } from './ground.ts'
import { reach, type Leg } from './leg.ts'
import { jointIndex, type Joint } from './rig.ts'
import { about, placesOf, poseInto, type Turns } from './turns.ts'

/** Seconds of a stride (the pose goes by metres, so only blends see them), samples. */
const [CYCLE, SAMPLES] = [1.1, 81]

const DEGREE = Math.PI / 180

/** Metres: from the middle to an ankle. Degrees that feet point out. */
const [TRACK, OUTWARD] = [0.076, 7]

/** How far the hips sway to the standing leg, metres. */
const SWAY = 0.022

/** How much lower than on straight legs the hips are over the standing leg, metres. */
const HIGH = 0.006

/** Radians that the knee of an outstretched leg keeps: it never snaps straight. */
const OUTSTRETCHED = 0.05

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
  const walker = walkerOf(rig, stride)
  for (let s = 0; s < SAMPLES; s++) {
    const { turned, hips } = walkAt(walker, (s % (SAMPLES - 1)) / (SAMPLES - 1))
    poseInto(clip.turns, 4 * s * rig.length, rig, turned)
    clip.hips.set(hips.toArray(), 3 * s)
  }
  return clip
}

interface Walker {
  stride: number
  hips: Vector3
  /** From the hips to the left thigh's joint. */
  socket: Vector3
  leg: Leg
  shoe: Shoe
  /** Height of the hips when they are over the standing leg, and how much they sink between. */
  high: number
  sinking: number
}

function walkerOf(rig: readonly Joint[], stride: number): Walker {
  const places = placesOf(rig)
  const [hips, thigh, knee, ankle, toes] = [
    'hips',
    'leftUpperLeg',
    'leftLowerLeg',
    'leftFoot',
    'leftToes',
  ].map((name) => places[jointIndex(rig, name)])
  const leg = { thigh: knee.clone().sub(thigh).setX(0), shank: ankle.clone().sub(knee).setX(0) }
  const socket = thigh.clone().sub(hips)
  const { heel, tip, under } = soleOf()
  const knuckle: [number, number] = [toes.z - ankle.z, toes.y - ankle.y]
  const shoe = { heel: [heel, -under], knuckle, tip: [tip - knuckle[0], -under - knuckle[1]] }
  const high = under + leg.thigh.length() + leg.shank.length() - socket.y - HIGH
  const walker: Walker = { stride, hips, socket, leg, shoe: shoe as Shoe, high, sinking: 0 }
  return { ...walker, sinking: sinkingOf(walker) }
}

/** How far the hips must sink between two steps for both feet to be in reach, metres. */
function sinkingOf(walker: Walker): number {
  const { thigh, shank } = walker.leg
  const [a, b] = [thigh.length(), shank.length()]
  const length = Math.sqrt(a * a + b * b + 2 * a * b * Math.cos(OUTSTRETCHED))
  let most = 0
  for (let s = 0; s < SAMPLES; s++) {
    const phase = s / (SAMPLES - 1)
    const sunk = 1 - vaultAt(phase)
    // High up a small lack is not worth a deep dip.
    if (sunk < 0.4) continue
    for (const { hip, ankle } of legsAt(walker, phase)) {
      const reach = Math.sqrt(length ** 2 - (ankle.x - hip.x) ** 2 - (ankle.z - hip.z) ** 2)
      most = Math.max(most, (hip.y - ankle.y - reach) / sunk)
    }
  }
  return most
}

/** The hips go over the standing leg like a vaulter: 0 on both feet, 1 above one. */
function vaultAt(phase: number): number {
  return (1 - Math.cos(4 * Math.PI * (phase - 0.035))) / 2
}

const wave = (amplitude: number, phase: number, late: number) =>
  amplitude * Math.cos(2 * Math.PI * (phase - late))

function hipsAt({ high, sinking, hips }: Walker, phase: number): Vector3 {
  return new Vector3(wave(SWAY, phase, 0.3), high - sinking * (1 - vaultAt(phase)), hips.z)
}

/** The pelvis goes with the swinging leg and drops a little on its side. */
function pelvisAt({ stride }: Walker, phase: number): Quaternion {
  const yaw = about(0, -wave(6 * DEGREE * vigour(stride), phase, 0), 0)
  return yaw.multiply(about(0, 0, wave(2 * DEGREE, phase, 0.22)))
}

/** Where thighs begin and ankles are, and how the feet are pitched: the left leg first. Phase 0: the left heel lands. */
function legsAt(
  walker: Walker,
  phase: number,
): { hip: Vector3; ankle: Vector3; fall: Footfall; sign: 1 | -1 }[] {
  const { socket, shoe, stride } = walker
  const [place, pelvis] = [hipsAt(walker, phase), pelvisAt(walker, phase)]
  return ([1, -1] as const).map((sign) => {
    const fall = footfallAt(shoe, stride, sign > 0 ? phase : phase - 0.5)
    return {
      sign,
      fall,
      hip: socket
        .clone()
        .setX(sign * socket.x)
        .applyQuaternion(pelvis)
        .add(place),
      ankle: new Vector3(
        sign * (TRACK + Math.sin(OUTWARD * DEGREE) * fall.rolled),
        fall.up,
        fall.forward - (1 - Math.cos(OUTWARD * DEGREE)) * fall.rolled + place.z + socket.z,
      ),
    }
  })
}

function walkAt(walker: Walker, phase: number): { turned: Turns; hips: Vector3 } {
  const turned: Turns = new Map()
  const pelvis = pelvisAt(walker, phase)
  turned.set('hips', pelvis)
  // The chest turns against the pelvis, the head looks ahead.
  const strength = vigour(walker.stride) * DEGREE
  const counter = (x: number, y: number, z: number) =>
    about(x * DEGREE, wave(y * strength, phase, 0.02), -wave(z * DEGREE, phase, 0.22))
  turned.set('spine', counter(6, 3.5, 1))
  turned.set('chest', counter(0, 3.5, 1))
  turned.set('upperChest', counter(-1, 3, 0))
  turned.set('neck', counter(-2, -2, 0))
  turned.set('head', counter(-2, -2.5, 0))
  for (const { sign, hip, ankle, fall } of legsAt(walker, phase)) {
    const side = sign > 0 ? 'left' : 'right'
    const outward = sign * OUTWARD * DEGREE
    const { thigh, bend } = reach(walker.leg, hip, ankle, outward)
    const heading = about(0, outward, 0)
    const foot = heading.clone().multiply(about(-fall.foot, 0, 0))
    const toes = heading.clone().multiply(about(-fall.toes, 0, 0))
    const knee = about(bend, 0, 0)
    turned.set(`${side}UpperLeg`, after(pelvis, thigh))
    turned.set(`${side}LowerLeg`, knee)
    turned.set(`${side}Foot`, after(thigh.multiply(knee), foot))
    turned.set(`${side}Toes`, after(foot, toes))
    swingArm(turned, side, sign, sign > 0 ? phase : phase - 0.5, vigour(walker.stride))
  }
  return { turned, hips: hipsAt(walker, phase) }
}

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
function swingArm(
  turned: Turns,
  side: 'left' | 'right',
  sign: 1 | -1,
  phase: number,
  strength: number,
): void {
  const swing = curveAt(SHOULDER, phase) * DEGREE * strength
  const bend = curveAt(ELBOW, phase) * DEGREE * strength
  turned.set(`${side}Shoulder`, about(0, 0, -0.07 * sign))
  turned.set(`${side}UpperArm`, about(-swing, 0, 0).multiply(about(0, 0, -1.36 * sign)))
  turned.set(`${side}LowerArm`, about(0, -bend * sign, 0).multiply(about(0.22, 0, 0)))
  turned.set(`${side}Hand`, about(0.2, 0, 0))
}
