import { poseAtFrame } from '#scenes'
import { every, grade, round, type Draft, type Predicate } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { salienceOf } from '../salience.ts'
import { moves } from './moves.ts'

/**
 * Share of the frames of the motion in which its foot is on top of the other (gap <= 8 % of its height + 2 cm,
 * middle inside the other's outline): true from 0.6, false below 0.2. `along` when the other is at least
 * three times as long as wide and the way is its long way.
 */
const SHARE = { no: 0.2, yes: 0.6 }
const LONG = { no: 1.8, yes: 3 }

export const over: Predicate<'over'> = {
  name: 'over',
  doc: 'The actor moves across or along another one that it stands on.',
  propose: (facts) =>
    facts.members.flatMap((member) =>
      (facts.motions.get(member.id) ?? [])
        .filter(({ gait }) => gait === 'travels')
        .flatMap((motion): Draft<'over'>[] => {
          const span = { from: motion.from, to: motion.to }
          const seen = moves.verify({ args: { actor: member.id, gait: motion.gait, verb: 'move' }, frames: [motion.from, motion.to] }, facts)
          if (seen.status === 'untestable') return []
          const carriers = facts.members.filter((other) => other.id !== member.id && shareOver(member, other, span) >= SHARE.yes)
          const best = carriers.sort((a, b) => b.bounds(motion.from).max[1] - a.bounds(motion.from).max[1])[0]
          if (!best) return []
          return [
            {
              predicate: 'over',
              args: { actor: member.id, other: best.id, along: longWay(best, motion.net) >= LONG.yes },
              frames: [motion.from, motion.to],
              salience: salienceOf(member, facts) * 0.8,
            },
          ]
        }),
    ),
  verify({ args, frames: [from, to] }, facts) {
    const [member, other] = [facts.member(args.actor), facts.member(args.other)]
    const share = shareOver(member, other, { from, to })
    const carried = grade(share, SHARE, { share: round(share) })
    const motion = facts.motions.get(member.id)?.find((one) => one.from < to && one.to > from)
    if (!motion) return { ...carried, status: 'refuted', margin: -1 }
    if (!args.along) return carried
    const ratio = longWay(other, motion.net)
    return every(carried, grade(ratio, LONG, { ratio: round(ratio) }))
  },
}

/** Is it on top of the other at that frame? */
export function isOn(member: Member, other: Member, frame: number): boolean {
  const [a, b] = [member.bounds(frame), other.bounds(frame)]
  const [x, z] = [(a.min[0] + a.max[0]) / 2, (a.min[2] + a.max[2]) / 2]
  const inside = x >= b.min[0] && x <= b.max[0] && z >= b.min[2] && z <= b.max[2]
  // A room is stood in: its floor is where it was placed, not the top of its box.
  const gap = a.min[1] - (other.class === 'room' ? poseAtFrame(other.cast.track, frame).position[1] : b.max[1])
  return inside && Math.abs(gap) <= 0.02 + 0.08 * (a.max[1] - a.min[1])
}

function shareOver(member: Member, other: Member, { from, to }: { from: number; to: number }): number {
  let on = 0
  for (let frame = from; frame < to; frame++) if (isOn(member, other, frame)) on++
  return on / Math.max(1, to - from)
}

/** Length over width of the other, when the way runs along its length; else 0. Level boxes only. */
function longWay(other: Member, net: [number, number, number]): number {
  const [x, z] = [other.size[0], other.size[2]]
  const alongX = Math.abs(net[0]) > 2 * Math.abs(net[2])
  const alongZ = Math.abs(net[2]) > 2 * Math.abs(net[0])
  if (x > z && alongX) return x / z
  if (z > x && alongZ) return z / x
  return 0
}

