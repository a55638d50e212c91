import { every, grade, round, type Draft, type Predicate, type Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import type { Motion } from '../facts/motion.ts'
import { middleOf } from '../facts/support.ts'
import { length, project } from '../geometry.ts'
import { isBackdrop, salienceOf } from '../salience.ts'

/**
 * The camera follows an actor: the actor goes somewhere (at least its own size), the camera moves, and the
 * middle of the actor's box stays within 0.12 of one place in the picture (false from 0.3), where it would have
 * left that place had the camera stood still. Alongside: the camera travels at least 60 % of the actor's way.
 */
const STAYS = { no: 0.3, yes: 0.12 }
const SHARE = { no: 0.25, yes: 0.6 }
/** Share of the shot that its way must last: what is only passed by is not followed. */
const LASTS = { no: 0.2, yes: 0.45 }
/** Share of the picture by which it would get farther from its first place if the camera stood still. */
const GAINS = { no: 0, yes: 0.06 }

export const follows: Predicate<'follows'> = {
  name: 'follows',
  doc: 'The camera keeps a moving actor in its place in the picture, by turning or by going along.',
  propose: (facts) =>
    facts.members
      .filter((member) => !isBackdrop(member))
      .flatMap((member) =>
        (['alongside', 'turning'] as const)
          .filter((how) => measure(member.id, how, facts).status === 'verified')
          .slice(0, 1)
          .map((how): Draft<'follows'> => ({
            predicate: 'follows',
            args: { actor: member.id, how },
            frames: spanOf(member.id, facts),
            salience: salienceOf(member, facts) * 0.6,
          })),
      ),
  verify: ({ args }, facts) => measure(args.actor, args.how, facts),
}

/** Its longest way. */
function wayOf(id: string, { motions }: Facts): Motion | undefined {
  return (motions.get(id) ?? [])
    .filter(({ gait }) => gait === 'travels')
    .sort((a, b) => b.path - a.path)[0]
}

function spanOf(id: string, facts: Facts): [number, number] {
  const { from, to } = wayOf(id, facts) ?? { from: 0, to: facts.frames - 1 }
  return [from, to + 1]
}

function gainOf(member: Member, { from, to }: Motion, { shot, aspect }: Facts): number {
  const [first, last] = [shot.views[from], shot.views[to]]
  if (!first || !last) return Number.NaN
  const [a, b] = [middleOf(member, from), middleOf(member, to)]
  const here = project(a, first, aspect)
  const way = (to: { x: number; y: number }) => Math.hypot(to.x - here.x, to.y - here.y)
  return way(project(b, first, aspect)) - way(project(b, last, aspect))
}

function measure(id: string, how: 'turning' | 'alongside', facts: Facts): Verdict {
  const member = facts.member(id)
  const motion = wayOf(id, facts)
  if (!motion) return { status: 'refuted', margin: -1, evidence: { travels: false } }
  const seen = member.samples.filter(
    ({ seen: is, frame }) => is && frame >= motion.from && frame <= motion.to,
  )
  if (seen.length < 3) return { status: 'untestable', margin: 0, evidence: { seen: seen.length } }
  const spread = (pick: 'x' | 'y') =>
    Math.max(...seen.map((s) => s[pick])) - Math.min(...seen.map((s) => s[pick]))
  const drift = Math.max(spread('x'), spread('y')) / 2
  const stays = grade(drift, STAYS, { drift: round(drift) })
  const views = facts.shot.views.slice(motion.from, motion.to + 1)
  let way = 0
  for (let n = 1; n < views.length; n++)
    way += length(
      [0, 1, 2].map((k) => (views[n]?.position[k] ?? 0) - (views[n - 1]?.position[k] ?? 0)) as [
        number,
        number,
        number,
      ],
    )
  const turned = facts.shot.labels.motions
    .filter(({ motion: name }) => name === 'pan' || name === 'tilt')
    .reduce((sum, { amount }) => sum + amount, 0)
  const along =
    how === 'alongside'
      ? grade(way / motion.path, SHARE, { way: round(way / motion.path) })
      : grade(turned, { no: 2, yes: 8 }, { degrees: round(turned) })
  return every(
    stays,
    along,
    grade(gainOf(member, motion, facts), GAINS, {}),
    grade((motion.to - motion.from) / facts.frames, LASTS, {
      lasts: round((motion.to - motion.from) / facts.frames),
    }),
    grade(
      length(motion.net) / facts.shot.distance,
      { no: 0.02, yes: 0.1 },
      { net: round(length(motion.net)) },
    ),
  )
}
