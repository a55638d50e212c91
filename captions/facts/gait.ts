import { gaitAt, gaitSpeeds, speedsOf, type QuadrupedGait, type Take } from '#scenes'
import type { Member } from './member.ts'
import { carrier } from './motion.ts'

/** A gait is told when it is gone for so much of a stretch. */
const MOSTLY = 0.75

/** An average speed nearer to the border of two gaits than this share of it tells neither. */
const NEAR = 0.06

/** How a four-legged animal goes in a stretch of frames; undefined where it changes too much or is on the border. */
export function gaitIn(
  member: Member,
  [from, to]: [number, number],
  speed: number,
  take: Take,
): QuadrupedGait | undefined {
  const { withers } = member
  if (withers === null) return undefined
  const borders = Object.values(gaitSpeeds(withers))
  if (borders.some((border) => Math.abs(speed / border - 1) < NEAR)) return undefined
  const gait = gaitAt(withers, speed)
  const speeds = speedsOf(carrier(member.cast, take), take.fps).slice(from, to)
  const same = speeds.filter((one) => gaitAt(withers, one) === gait).length
  return same >= MOSTLY * speeds.length ? gait : undefined
}
