import { grade, round, type Draft, type Predicate } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { salienceOf } from '../salience.ts'

/**
 * Metres between its back and the wall (or the inside of the room) that it covers: true up to 0.06, false from
 * 0.4; its foot must be at least 0.4 m above the wall's.
 */
const GAP = { no: 0.4, yes: 0.06 }
const FOOT = 0.4

export const hangs: Predicate<'hangs'> = {
  name: 'hangs',
  doc: 'A picture, clock or the like hangs on a wall.',
  propose: (facts) =>
    facts.members
      .filter(
        (member) =>
          member.class === 'object' &&
          (facts.motions.get(member.id) ?? []).every(({ gait }) => gait === 'spins'),
      )
      .flatMap((member) =>
        facts.members
          .filter(
            (wall) =>
              (wall.class === 'wall' || wall.class === 'room') && gapTo(member, wall) <= GAP.yes,
          )
          .slice(0, 1)
          .map((wall): Draft<'hangs'> => ({
            predicate: 'hangs',
            args: { actor: member.id, other: wall.id },
            frames: [0, facts.frames],
            salience: salienceOf(member, facts) * 0.4,
          })),
      ),
  verify({ args }, facts) {
    const gap = gapTo(facts.member(args.actor), facts.member(args.other))
    return grade(gap, GAP, { gap: Number.isFinite(gap) ? round(gap) : null })
  },
}

/** Infinite when it stands on the floor or does not cover the wall. */
function gapTo(member: Member, wall: Member): number {
  const [a, b] = [member.bounds(0), wall.bounds(0)]
  if (a.min[1] - b.min[1] < FOOT || a.max[1] > b.max[1] + 0.05) return Number.POSITIVE_INFINITY
  const gaps = ([0, 2] as const).map((k) => {
    const other = k === 0 ? 2 : 0
    const covers = a.min[other] >= b.min[other] - 0.05 && a.max[other] <= b.max[other] + 0.05
    if (!covers) return Number.POSITIVE_INFINITY
    if (wall.class === 'room')
      return Math.max(
        0,
        Math.min(Math.abs(a.min[k] - b.min[k]), Math.abs(b.max[k] - a.max[k])) - WALL,
      )
    return b.max[k] - b.min[k] < 0.5
      ? Math.max(0, a.min[k] - b.max[k], b.min[k] - a.max[k])
      : Number.POSITIVE_INFINITY
  })
  return Math.min(...gaps)
}

/** A room's box includes its walls and window sills, metres. */
const WALL = 0.24
