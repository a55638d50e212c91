import {
  every,
  grade,
  round,
  type Draft,
  type Heading,
  type Predicate,
  type Verdict,
} from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import type { Motion } from '../facts/motion.ts'
import { add, dot, length, subtract, times, unit, type Vec3 } from '../geometry.ts'
import { salienceOf } from '../salience.ts'
import { endsOf, moves } from './moves.ts'

/**
 * Directions are the viewer's, measured against the still background: the way from the first to the last
 * spot that its pixels mark in the world, along the camera's axes (mean of both moments). Cosine with
 * the way: true from 0.7, false below 0.25. Toward and away also need the depth to change by 10 %. What a faster camera
 * leaves behind, so that its pixels go the other way by 1.5 % of the picture, is open; a few pixels of it tell, for a
 * viewer follows what the eye has found, from before it stood out to after it was hidden.
 */
const ALONG = { no: 0.25, yes: 0.7 }
const DEPTH = { no: 0.02, yes: 0.1 }
const PIXELS = { no: -1, yes: -0.015 }

export const heads: Predicate<'heads'> = {
  name: 'heads',
  doc: 'Where it goes, as the viewer sees it: left, right, toward or away from the camera, up, down.',
  propose: (facts) =>
    facts.members.flatMap((member) =>
      (facts.motions.get(member.id) ?? []).flatMap((motion): Draft<'heads'>[] => {
        if (!['travels'].includes(motion.gait) || length(motion.net) < 0.6 * motion.path) return []
        const moving = moves.verify(
          {
            args: { actor: member.id, gait: motion.gait, verb: 'move' },
            frames: [motion.from, motion.to],
          },
          facts,
        )
        if (moving.status === 'untestable') return []
        return HEADINGS.filter((direction) => {
          const byTake = cosine(motion.net, direction, motion, facts) >= ALONG.yes
          return byTake && measure(member.id, direction, motion, facts).status === 'verified'
        }).map((direction) => ({
          predicate: 'heads',
          args: { actor: member.id, direction },
          frames: [motion.from, motion.to],
          salience: salienceOf(member, facts) + 0.1,
        }))
      }),
    ),
  verify({ args, frames: [from, to] }, facts) {
    return measure(args.actor, args.direction, { from, to }, facts)
  },
}

export const HEADINGS = ['right', 'left', 'toward', 'away'] as const

function measure(
  id: string,
  direction: Heading,
  span: { from: number; to: number },
  facts: Facts,
): Verdict {
  const ends = endsOf(facts.member(id), span)
  if (!ends) return { status: 'untestable', margin: 0, evidence: { seen: 0 } }
  const way = subtract(ends.last.spot as Vec3, ends.first.spot as Vec3)
  const share = cosine(way, direction, { from: ends.first.frame, to: ends.last.frame }, facts)
  const along = grade(share, ALONG, { cosine: round(share), metres: round(length(way)) })
  if (direction === 'left' || direction === 'right') {
    const shift = shiftOf(facts.member(id), direction === 'right' ? 1 : -1, span)
    return every(along, grade(shift, PIXELS, { shift: round(shift) }))
  }
  if (direction !== 'toward' && direction !== 'away') return along
  const [a, b] = [ends.first.depth?.[1] as number, ends.last.depth?.[1] as number]
  const change = direction === 'toward' ? 1 - b / a : b / a - 1
  return every(along, grade(change, DEPTH, { depth: round(change) }))
}

/**
 * How far its pixels get to the right (+1) or left (-1) between the first and the last of them, as a share of the picture. Of
 * what keeps its place no edge goes the other way either: as a van turns it may draw back from one side alone.
 */
function shiftOf(member: Member, sign: 1 | -1, { from, to }: { from: number; to: number }): number {
  const boxes = member.samples.flatMap(({ box, frame }) =>
    box && frame >= from && frame <= to ? [box] : [],
  )
  const [first, last] = [boxes[0], boxes.at(-1)]
  if (!first || !last) return Number.NaN
  const [left, right] = [0, 2].map((k) => sign * ((last[k] as number) - (first[k] as number)))
  const middle = ((left as number) + (right as number)) / 2
  return middle > -PIXELS.yes ? middle : Math.min(left as number, right as number)
}

/** Cosine between a way and a direction of the camera's, level ones taken level. */
export function cosine(
  way: Vec3,
  direction: Heading,
  { from, to }: Pick<Motion, 'from' | 'to'>,
  facts: Facts,
): number {
  const [a, b] = [from, to].map((frame) => facts.shot.views[Math.min(frame, facts.frames - 1)])
  if (!a || !b) return Number.NaN
  const right = unit(add(a.right, b.right))
  const forward = add(a.forward, b.forward)
  const axes: Record<Heading, Vec3> = {
    right,
    left: times(right, -1),
    up: [0, 1, 0],
    down: [0, -1, 0],
    away: unit([forward[0], 0, forward[2]]),
    toward: unit([-forward[0], 0, -forward[2]]),
  }
  return dot(way, axes[direction]) / (length(way) || 1)
}
