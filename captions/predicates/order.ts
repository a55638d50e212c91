import { every, grade, round, type Draft, type Predicate, type Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import type { Motion } from '../facts/motion.ts'
import { overlap } from '../facts/camera.ts'
import { salienceOf } from '../salience.ts'
import { acts } from './acts.ts'
import { moves } from './moves.ts'

/**
 * Two motions in time. `before`: seconds from the end of the first to the start of the second, true from
 * 0.15, false from -0.1. `while`: shared part of the shorter, true from 0.5, false below 0.15, and of 0.4 s at least.
 */
const GAP = { no: -0.1, yes: 0.15 }
const SHARED = { no: 0.15, yes: 0.5 }
const LONG = { no: 0.1, yes: 0.4 }

export const order: Predicate<'order'> = {
  name: 'order',
  doc: 'One actor moves before another one does, or while it does.',
  propose: (facts) => {
    const movers = facts.members.flatMap((member) => {
      const [act] = actsOf(member, facts)
      if (act) return [{ member, motion: act }]
      const seen = (facts.motions.get(member.id) ?? []).filter(
        (motion) =>
          moves.verify(
            {
              args: { actor: member.id, gait: motion.gait, verb: 'move' },
              frames: [motion.from, motion.to],
            },
            facts,
          ).status !== 'untestable',
      )
      return seen.length > 0
        ? [{ member, motion: unbroken(member.id, facts) ?? (seen[0] as Motion) }]
        : []
    })
    return movers.flatMap((a) =>
      movers.flatMap((b): Draft<'order'>[] => {
        if (a === b || areOfOneRow(a.member, b.member, facts)) return []
        const salience = (salienceOf(a.member, facts) + salienceOf(b.member, facts)) * 0.2
        const frames: [number, number] = [
          Math.min(a.motion.from, b.motion.from),
          Math.max(a.motion.to, b.motion.to),
        ]
        const args = { first: a.member.id, second: b.member.id, event: 'end' as const }
        if (gap(a.motion, b.motion, facts) >= GAP.yes)
          return [{ predicate: 'order', args: { ...args, relation: 'before' }, frames, salience }]
        if (a.member.id < b.member.id && together(a.motion, b.motion, facts).status === 'verified')
          return [{ predicate: 'order', args: { ...args, relation: 'while' }, frames, salience }]
        return []
      }),
    )
  },
  verify({ args }, facts) {
    const [a, b] = [unbroken(args.first, facts), unbroken(args.second, facts)]
    if (!a || !b) return { status: 'refuted', margin: -1, evidence: { moves: false } }
    if (args.relation === 'before')
      return grade(gap(a, b, facts), GAP, { gap: round(gap(a, b, facts)) })
    return together(a, b, facts)
  },
}

/** Of a row that falls or hangs nobody tells which one moves while which other does. */
function areOfOneRow(a: Member, b: Member, { members, holds }: Facts): boolean {
  const hold = holds.get(a.id) ?? 'none'
  const alike =
    a.noun.en === b.noun.en && (hold === 'jointed' || (hold === 'free' && a.class !== 'ball'))
  return alike && members.filter(({ noun }) => noun.en === a.noun.en).length > 2
}

type Span = Pick<Motion, 'from' | 'to'>

/** What one does who goes nowhere. */
function actsOf({ id, done }: Member, facts: Facts): Span[] {
  if ((facts.motions.get(id) ?? []).length > 0) return []
  return done.filter(({ doing, from, to }) => {
    if (doing === 'seated') return false
    const args = { actor: id, gait: 'acts', verb: doing } as const
    return acts.verify({ args, frames: [from, to] }, facts).status === 'verified'
  })
}

/** Its first motion with those that follow without a rest: a ball that is thrown back goes on. */
function unbroken(id: string, facts: Facts): Span | undefined {
  const [first, ...rest] = facts.motions.get(id) ?? []
  const member = facts.glimpsed.find((one) => one.id === id)
  if (!first) return member && actsOf(member, facts)[0]
  return rest.reduce(
    (all, next) => (next.from <= all.to + 1 ? { ...all, to: next.to } : all),
    first,
  )
}

function together(a: Span, b: Span, { fps }: Facts): Verdict {
  const seconds = (Math.min(a.to, b.to) - Math.max(a.from, b.from)) / fps
  const evidence = { shared: round(overlap(a, b)), seconds: round(seconds) }
  return every(grade(evidence.shared, SHARED, evidence), grade(seconds, LONG, evidence))
}

/** Seconds between the end of one motion and the start of the other. */
function gap(a: Span, b: Span, { fps }: Facts): number {
  return (b.from - a.to) / fps
}
