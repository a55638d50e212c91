import type { Random } from '../random.ts'
import { add, rotate } from '../take/pose.ts'
import type { Vec3 } from '../schema/values.ts'
import { rotationOf, type CameraPose } from './camera-pose.ts'

/** Half the unrest of a nervous hand: degrees about each axis, metres along each. Below what counts as a movement. */
const [DEGREES, METRES] = [0.85, 0.012]

/** Breath, pulse and muscles: waves a second, and their share of the unrest. */
const WAVES = [
  { rate: 0.35, share: 0.45 },
  { rate: 0.9, share: 0.3 },
  { rate: 2.3, share: 0.16 },
  { rate: 5.1, share: 0.09 },
] as const

/** The same way as if the camera lay in a hand. @param amount 0..1 */
export function handheld(
  poses: readonly CameraPose[],
  amount: number,
  fps: number,
  random: Random,
): CameraPose[] {
  const [yaw, pitch, roll, x, y, z] = [0, 1, 2, 3, 4, 5].map((axis) =>
    waves(random.fork(`axis ${axis}`)),
  ) as [Wave, Wave, Wave, Wave, Wave, Wave]
  return poses.map((pose, frame) => {
    const t = frame / fps
    const [turn, way] = [amount * DEGREES, amount * METRES]
    const moved: Vec3 = [x(t) * way, y(t) * way, z(t) * way]
    return {
      ...pose,
      position: add(pose.position, rotate(moved, rotationOf(pose))),
      yaw: pose.yaw + yaw(t) * turn,
      pitch: pose.pitch + pitch(t) * turn,
      roll: pose.roll + roll(t) * turn * 0.5,
    }
  })
}

type Wave = (t: number) => number

/** A sum of sines in -1..1 that nobody sees repeat. */
function waves(random: Random): Wave {
  const parts = WAVES.map(({ rate, share }) => ({
    share,
    speed: 2 * Math.PI * rate * random.between(0.85, 1.15),
    phase: random.between(0, 2 * Math.PI),
  }))
  return (t) =>
    parts.reduce((sum, { share, speed, phase }) => sum + share * Math.sin(speed * t + phase), 0)
}
