import type { Done } from '#scenes'
import {
  every,
  grade,
  round,
  type ActVerb,
  type Draft,
  type Predicate,
  type Verdict,
} from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { outlinesOf, type Outline } from '../facts/outline.ts'
import { median } from '../geometry.ts'
import { kept } from '../kept.ts'
import { salienceOf } from '../salience.ts'

/**
 * What the take says that a person does, where its outline shows it, in its own heights:
 * - a jump: its lower edge rises by half of what the jump does, false from a tenth;
 * - a wave: the hand is above the crown in most samples, true from 1.03 of its height, false below 1.0; of who sits, of
 *   how high it is while no hand is raised;
 * - pointing: the arm makes it wide in most samples, true from 0.4, false below 0.36. An arm towards the camera does not show;
 * - sitting down and getting up: its upper edge is as high as that of one who stands before (after), true from 0.9, false
 *   below 0.8, and at most 0.85 after (before), false from 0.93.
 * Nobody makes it out of fewer than 150 pixels.
 */
const PIXELS = { no: 50, yes: 150 }
const RISES = { no: 0.1, yes: 0.5 }
const HAND = { no: 1, yes: 1.03 }
const ARM = { no: 0.36, yes: 0.4 }
const STANDS = { no: 0.8, yes: 0.9 }
const SITS = { no: 0.93, yes: 0.85 }
/** Seconds before and after in which one is to be seen standing or seated, and in which an arm goes up or down. */
const AROUND = 0.9
const RAISING = 0.45
/** An act that is seen for less has no word, seconds. */
const SHORT = 0.6

export const acts: Predicate<'acts'> = {
  name: 'acts',
  doc: 'A person does something besides going its way: jumps, waves, points, sits down, stands up.',
  propose: (facts) =>
    facts.members.flatMap((member) =>
      member.done.flatMap(({ doing, from, to }): Draft<'acts'>[] => {
        if (doing === 'seated') return []
        const draft: Draft<'acts'> = {
          predicate: 'acts',
          args: { actor: member.id, gait: 'acts', verb: doing },
          frames: [from, to],
          salience: salienceOf(member, facts) + 0.3,
        }
        return acts.verify(draft, facts).status === 'verified' ? [draft] : []
      }),
    ),
  verify({ args, frames }, facts) {
    const member = facts.member(args.actor)
    const done = member.done.find(
      ({ doing, from, to }) => doing === args.verb && from < frames[1] && to > frames[0],
    )
    if (!done) return { status: 'refuted', margin: -1, evidence: { acts: member.done.length } }
    const pixels = grade(member.pixels, PIXELS, { pixels: Math.round(member.pixels) })
    const seconds = (done.to - done.from) / facts.fps
    if (seconds < SHORT) return { status: 'untestable', margin: 0, evidence: { seconds } }
    return every(pixels, shown(args.verb, done, member, facts))
  },
}

/** Outlines are asked for by every act of one, to propose it and to prove it. */
const outlinesIn = kept((facts: Facts) => ({
  of: kept((member: Member) => outlinesOf(member, facts.shot.views, facts.aspect)),
}))

function shown(verb: ActVerb, { from, to, rise = 0 }: Done, member: Member, facts: Facts): Verdict {
  const outlines = outlinesIn(facts).of(member)
  const within = (a: number, b: number) => outlines.filter(({ frame }) => frame >= a && frame <= b)
  const edge = (some: Outline[], name: 'top' | 'bottom' | 'width') =>
    median(some.map((one) => one[name]))
  const [wait, raise] = [AROUND * facts.fps, RAISING * facts.fps]
  switch (verb) {
    case 'jump': {
      const still = edge([...within(from - wait, from + 2), ...within(to - 2, to + wait)], 'bottom')
      const high = Math.max(...within(from, to).map(({ bottom }) => bottom))
      const rose = ((high - still) * member.size[1]) / rise
      return grade(rose, RISES, { rose: round(rose) })
    }
    case 'wave': {
      const raised = edge(within(from === 0 ? 0 : from + raise, to - raise), 'top')
      const top = raised / (isSeated(member, (from + to) >> 1) ? seatedTop(member, facts) : 1)
      return grade(top, HAND, { top: round(top) })
    }
    case 'point': {
      const width = edge(within(from === 0 ? 0 : from + raise, to - raise), 'width')
      return grade(width, ARM, { width: round(width) })
    }
    case 'sit':
    case 'stand': {
      const [before, after] = [within(from - wait, from + 2), within(to - 2, to + wait)]
      const [up, down] = verb === 'sit' ? [before, after] : [after, before]
      const [high, low] = [edge(up, 'top'), edge(down, 'top')]
      const evidence = { high: round(high), low: round(low) }
      return every(grade(high, STANDS, evidence), grade(low, SITS, evidence))
    }
  }
}

/** Its upper edge over its height while it sits and raises no hand, where that is seen. */
export function seatedTop(member: Member, facts: Facts): number {
  const waves = member.done.filter(({ doing }) => doing === 'wave')
  const low = outlinesIn(facts)
    .of(member)
    .filter(
      ({ frame }) =>
        isSeated(member, frame) && !waves.some(({ from, to }) => frame >= from && frame <= to),
    )
  return median(low.map(({ top }) => top))
}

function isSeated({ done }: Member, frame: number): boolean {
  return done.some(({ doing, from, to }) => doing === 'seated' && frame >= from && frame < to)
}
