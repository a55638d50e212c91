import { every, grade, round, type Draft, type Predicate, type PredicateArgs } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member, Sample } from '../facts/member.ts'
import { middleOf } from '../facts/support.ts'
import { angleBetween, dot, length, subtract, times } from '../geometry.ts'
import { poseAtFrame } from '#scenes'
import { salienceOf } from '../salience.ts'
import { carrier } from '../facts/motion.ts'

/**
 * What came one way goes back the other, by where its middle is along the picture and by its pixels in it, in the samples in
 * which it is seen. How far it came and how far it goes back, over its own size: true from 1, false below 0.3; back over come:
 * true from 0.3, false below 0.1; in the picture both ways: true from 3 % of the width, false below 1 %; how much of
 * either way is along the picture: true from 0.7, false below 0.4, for what came from the front goes back there. It rolls back when it
 * turns by so much of what a ball does on that way: true from 0.6, false below 0.2.
 */
const FAR = { no: 0.3, yes: 1 }
const BACK = { no: 0.1, yes: 0.3 }
const SHIFT = { no: 0.01, yes: 0.03 }
const ALONG = { no: 0.4, yes: 0.7 }
const ROLLS = { no: 0.2, yes: 0.6 }

type Args = PredicateArgs['returns']

export const returns: Predicate<'returns'> = {
  name: 'returns',
  doc: 'What came from one side goes back to it, rolling or not: a ball after a blow.',
  propose: (facts) =>
    facts.members
      .filter(({ id }) => facts.holds.get(id) === 'free')
      .flatMap((member) =>
        (['left', 'right'] as const).flatMap((direction): Draft<'returns'>[] => {
          const found = turnIn(member, direction, facts)
          if (!found) return []
          const drafts = (['roll', 'move'] as const).map((verb): Draft<'returns'> => ({
            predicate: 'returns',
            args: { actor: member.id, direction, verb },
            frames: [found.turn.frame, found.end.frame + 1],
            salience: salienceOf(member, facts) + 0.1,
          }))
          return drafts
            .filter((draft) => returns.verify(draft, facts).status === 'verified')
            .slice(0, 1)
        }),
      ),
  verify({ args: { actor, direction, verb }, frames: [from, to] }, facts) {
    const member = facts.member(actor)
    const found = turnIn(member, direction, facts)
    if (!found || found.turn.frame < from || found.end.frame >= to)
      return { status: 'refuted', margin: -1, evidence: { turns: found?.turn.frame ?? null } }
    const { come, back, along, before, turn, end } = found
    const size = Math.max(...member.size)
    const sign = direction === 'right' ? 1 : -1
    const verdict = every(
      grade(come / size, FAR, { come: round(come) }),
      grade(back / size, FAR, { back: round(back) }),
      grade(back / come, BACK, {}),
      grade(along, ALONG, { along: round(along) }),
      grade(sign * (before.x - turn.x), SHIFT, { came: round(before.x - turn.x) }),
      grade(sign * (end.x - turn.x), SHIFT, { shift: round(end.x - turn.x) }),
    )
    if (verb === 'move') return verdict
    const rolled = rolledShare(member, [turn.frame, end.frame], facts)
    return every(verdict, grade(rolled, ROLLS, { rolled: round(rolled) }))
  },
}

/** Metres that it came along the picture and that it goes back, and how much of either way that is at least. */
interface Turning {
  come: number
  back: number
  along: number
  before: Sample
  turn: Sample
  end: Sample
}

/** Where it is farthest against that direction, and from there farthest along it; metres along the picture. */
function turnIn(member: Member, direction: Args['direction'], facts: Facts): Turning | undefined {
  const seen = member.samples.filter(({ seen: isSeen, box }) => isSeen && box)
  const view = facts.shot.views[seen[seen.length >> 1]?.frame ?? 0]
  if (!view || seen.length < 3) return undefined
  const axis = times(view.right, direction === 'right' ? 1 : -1)
  const at = ({ frame }: Sample) => dot(middleOf(member, frame), axis)
  const farthest = (some: readonly Sample[], sign: 1 | -1) =>
    some.reduce((a, b) => (sign * at(b) > sign * at(a) ? b : a))
  const turn = farthest(seen, -1)
  const [earlier, later] = [
    seen.filter(({ frame }) => frame <= turn.frame),
    seen.filter(({ frame }) => frame >= turn.frame),
  ]
  const [before, end] = [farthest(earlier, 1), farthest(later, 1)]
  const alongOf = (from: Sample) => {
    const [x, , z] = subtract(middleOf(member, turn.frame), middleOf(member, from.frame))
    return (at(from) - at(turn)) / Math.max(Math.hypot(x, z), 1e-6)
  }
  const along = Math.min(alongOf(before), alongOf(end))
  return { come: at(before) - at(turn), back: at(end) - at(turn), along, before, turn, end }
}

/** How much it turns over what a ball of its height does on that way. */
function rolledShare(member: Member, [from, to]: [number, number], { take }: Facts): number {
  const track = carrier(member.cast, take)
  const frames = Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)
  const way = frames.map((n) => length(subtract(middleOf(member, n + 1), middleOf(member, n))))
  const turned = frames.map((n) =>
    angleBetween(poseAtFrame(track, n).rotation, poseAtFrame(track, n + 1).rotation),
  )
  const sum = (all: number[]) => all.reduce((a, b) => a + b, 0)
  return ((sum(turned) * Math.PI) / 180) * (member.size[1] / 2 / Math.max(sum(way), 1e-6))
}
