import { Vector3, type Quaternion } from 'three'
import { soleOf } from './ground.ts'
import { reach, type Leg } from './leg.ts'
import { jointIndex, type Joint } from './rig.ts'
import { stance } from './stand.ts'
import { about, placesOf, type Turns } from './turns.ts'

/** Feet that stay where somebody stands at ease, whatever the hips do. Metres, of the left side; the right one mirrors it. */
export interface Planted {
  /** Where the hips are over them. */
  hips: Vector3
  /** From the hips to the thigh's joint. */
  socket: Vector3
  leg: Leg
  ankle: Vector3
  /** From the ankle forward and up to the joint of the toes. */
  knuckle: [number, number]
}

/** Radians that feet point out. */
const OUTWARD = 0.12

export function plantedOf(rig: readonly Joint[]): Planted {
  const places = placesOf(rig)
  const at = (name: string) => places[jointIndex(rig, name)]
  const [thigh, knee, foot, toes] = ['UpperLeg', 'LowerLeg', 'Foot', 'Toes'].map((name) =>
    at(`left${name}`),
  )
  const turn = stance().get('leftUpperLeg') as Quaternion
  const ankle = foot.clone().sub(thigh).applyQuaternion(turn).add(thigh)
  return {
    hips: at('hips').clone(),
    socket: thigh.clone().sub(at('hips')),
    leg: { thigh: knee.clone().sub(thigh).setX(0), shank: foot.clone().sub(knee).setX(0) },
    ankle,
    knuckle: [toes.z - foot.z, toes.y - foot.y],
  }
}

/**
 * Bends hips, knees and ankles so that both feet stay where they are, or stand on their balls.
 * @param hips where the hips are, metres
 * @param pelvis how they are turned
 * @param heel radians that the heels are raised
 */
export function keepFeet(
  turned: Turns,
  planted: Planted,
  { hips, pelvis, heel }: { hips: Vector3; pelvis: Quaternion; heel: number },
): void {
  const { socket, leg, ankle } = planted
  turned.set('hips', pelvis)
  for (const [side, sign] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    const joint = new Vector3(sign * socket.x, socket.y, socket.z).applyQuaternion(pelvis).add(hips)
    const outward = sign * OUTWARD
    const heading = about(0, outward, 0)
    const raised = roundBall(planted, heel).applyQuaternion(heading)
    raised.add(new Vector3(sign * ankle.x, ankle.y, ankle.z))
    const { thigh, bend } = reach(leg, joint, raised, outward)
    const knee = about(bend, 0, 0)
    const foot = heading.clone().multiply(about(heel, 0, 0))
    turned.set(`${side}UpperLeg`, after(pelvis, thigh))
    turned.set(`${side}LowerLeg`, knee)
    turned.set(`${side}Foot`, after(thigh.clone().multiply(knee), foot))
    turned.set(`${side}Toes`, after(foot, heading))
  }
}

/** How an ankle shifts that goes round the ball of the foot, straight ahead: metres. @param heel radians */
export function roundBall({ knuckle: [forward, up] }: Planted, heel: number): Vector3 {
  const [c, s] = [Math.cos(heel), Math.sin(heel)]
  return new Vector3(0, up - (up * c - forward * s), forward - (forward * c + up * s))
}

/** Metres that soles are under ankles. */
export const UNDER = soleOf().under

/** The turn that a child needs in a parent turned so, to be turned so itself. */
function after(parent: Quaternion, own: Quaternion): Quaternion {
  return parent.clone().invert().multiply(own)
}
