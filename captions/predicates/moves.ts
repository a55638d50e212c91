import {
  every,
  grade,
  round,
  type Claim,
  type Draft,
  type Predicate,
  type Verb,
  type Verdict,
} from '../claim.ts'
import { contactsOf } from '../facts/contacts.ts'
import type { Facts } from '../facts/facts.ts'
import { gaitIn } from '../facts/gait.ts'
import type { Member } from '../facts/member.ts'
import { crestOver } from '../facts/terrain.ts'
import type { Motion } from '../facts/motion.ts'
import { restsOn } from '../facts/support.ts'
import { windingOf } from '../facts/winding.ts'
import { length, subtract, type Vec3 } from '../geometry.ts'
import { salienceOf } from '../salience.ts'

/**
 * A viewer sees a thing move when its picture shifts: for a thing that goes somewhere, the spot its pixels
 * mark in the world (box + depth + camera) moves by 40 % of what the take says, or by its own half size;
 * and that is true from 1.5 % of the picture's width, false below 0.4 %. What circles must be seen to go
 * round: those spots wind by 320 degrees about their middle (false below 180). Spinning and swinging on the
 * spot is believed from the take (from 20 / 4 degrees) when it is seen at >= 60 pixels; a smaller thing that
 * swings (>= 20 pixels) must shift an edge of its box by as much of the picture as one that goes somewhere.
 */
const SHIFT = { no: 0.004, yes: 0.015 }
const TURN = { no: 8, yes: 20 }
const SWING = { no: 2, yes: 4 }
const ROUND = { no: 180, yes: 320 }
const PIXELS = 60
/** Degrees that its own +Y leans away from where it began: sliding things keep it. */
const TUMBLES = 60
/** Degrees that what slides may turn in all. */
const SLIDES = 30
/** What fire does is flickering, for which its edges are no measure. */
const FIRE = /flame|fire|spark/

export const moves: Predicate<'moves'> = {
  name: 'moves',
  doc: 'The actor moves in a way that has a verb: walks, trots, gallops, runs, drives, rolls, slides, bounces, flies, rises, falls, spins, swings, waves, bobs, topples over, tips, tumbles.',
  propose: (facts) =>
    facts.members.flatMap((member) =>
      (facts.motions.get(member.id) ?? []).flatMap((motion): Draft<'moves'>[] => {
        const verb = verbFor(member, motion, facts)
        const draft: Draft<'moves'> = {
          predicate: 'moves',
          args: { actor: member.id, gait: motion.gait, verb },
          frames: [motion.from, motion.to],
          salience: salienceOf(member, facts) + 0.3,
        }
        return verdict(member, motion, facts).status === 'verified' ? [draft] : []
      }),
    ),
  verify(claim, facts) {
    const member = facts.member(claim.args.actor)
    const motion = motionOf(claim, facts)
    if (!motion)
      return {
        status: 'refuted',
        margin: -1,
        evidence: { motions: facts.motions.get(member.id)?.length ?? 0 },
      }
    const seen = verdict(member, motion, facts)
    if (seen.status !== 'verified') return seen
    const verb = verbFor(member, motion, facts)
    if (verb === claim.args.verb && motion.gait === claim.args.gait) return seen
    return {
      status: 'refuted',
      margin: -1,
      evidence: { ...seen.evidence, verb, gait: motion.gait },
    }
  },
}

/** The stretch of motion that a claim is about. */
export function motionOf(
  claim: Pick<Claim, 'frames'> & { args: { actor: string } },
  facts: Facts,
): Motion | undefined {
  return facts.motions
    .get(claim.args.actor)
    ?.find(({ from, to }) => from < claim.frames[1] && to > claim.frames[0])
}

/** First and last sample in a stretch of frames in which the actor is seen. */
export function endsOf(member: Member, { from, to }: { from: number; to: number }) {
  const seen = member.samples.filter(
    (sample) => sample.seen && sample.spot && sample.frame >= from && sample.frame <= to,
  )
  const [first, last] = [seen[0], seen.at(-1)]
  return first && last && first !== last ? { first, last, seen } : undefined
}

function verdict(member: Member, motion: Motion, facts: Facts): Verdict {
  const ends = endsOf(member, motion)
  if (!ends || member.pixels < PIXELS / 3)
    return { status: 'untestable', margin: 0, evidence: { seen: ends?.seen.length ?? 0 } }
  if (motion.gait === 'stirs') return { status: 'untestable', margin: 0, evidence: { stirs: true } }
  if (motion.gait === 'spins') return onTheSpot(member, motion.turned, TURN)
  if (motion.gait === 'tips') return onTheSpot(member, motion.turned, SWING)
  if (motion.gait === 'swings')
    return member.pixels < PIXELS
      ? toAndFro(member, motion)
      : onTheSpot(member, motion.turned, SWING)
  const spots = ends.seen.map(({ spot }) => spot as Vec3)
  const way = Math.max(...spots.map((spot) => length(subtract(spot, spots[0] as Vec3))))
  const depth = ends.first.depth?.[1] ?? facts.shot.distance
  const half = facts.shot.views[ends.first.frame]?.half ?? 0.36
  const shift = way / (2 * half * depth * facts.aspect)
  const shifted = grade(shift, SHIFT, {
    metres: round(way),
    take: round(length(motion.net)),
    shift: round(shift),
  })
  if (motion.gait !== 'circles') return shifted
  const winding = windingOf(spots)
  return every(shifted, grade(winding, ROUND, { winding: Math.round(winding) }))
}

/** A small thing that swings: an edge of its box goes to and fro on the screen. */
function toAndFro(member: Member, motion: Motion): Verdict {
  const boxes = member.samples.flatMap(({ seen, box, frame }) =>
    seen && box && frame >= motion.from && frame <= motion.to ? [{ box, frame }] : [],
  )
  if (FIRE.test(member.noun.en) || boxes.length < 8 || member.pixels < PIXELS / 3)
    return { status: 'untestable', margin: 0, evidence: { seen: boxes.length } }
  const shift = Math.max(
    ...([0, 2] as const).map((edge) =>
      unevenness(boxes.map(({ box, frame }) => [frame, box[edge]])),
    ),
  )
  return every(
    grade(motion.turned, SWING, { degrees: round(motion.turned) }),
    grade(shift, SHIFT, { shift: round(shift) }),
  )
}

/** Range of values about their line of regression: the camera's own way drifts, a swing does not. */
function unevenness(points: [number, number][]): number {
  const mean = (k: 0 | 1) => points.reduce((sum, point) => sum + point[k], 0) / points.length
  const [t, v] = [mean(0), mean(1)]
  const spread = points.reduce((sum, [x]) => sum + (x - t) ** 2, 0) || 1
  const slope = points.reduce((sum, [x, y]) => sum + (x - t) * (y - v), 0) / spread
  const rest = points.map(([x, y]) => y - v - slope * (x - t))
  return Math.max(...rest) - Math.min(...rest)
}

function onTheSpot(
  member: Member,
  turned: number,
  thresholds: { no: number; yes: number },
): Verdict {
  const evidence = { degrees: round(turned), pixels: Math.round(member.pixels) }
  return member.pixels < PIXELS
    ? { status: 'untestable', margin: 0, evidence }
    : grade(turned, thresholds, evidence)
}

/** What the motion is called for that sort of thing. */
function verbFor(member: Member, motion: Motion, facts: Facts): Verb {
  switch (motion.gait) {
    case 'spins':
      return 'spin'
    case 'swings':
      return /flag|banner|pennant/.test(member.noun.en) ? 'wave' : 'swing'
    case 'topples':
      return 'topple'
    case 'tips':
      return 'tip'
    // Never said.
    case 'stirs':
      return 'move'
    case 'bobs':
      return 'bob'
    case 'shuttles':
      return 'move'
    case 'rises':
      return 'rise'
    case 'falls':
      return member.class === 'aircraft' ? 'move' : 'fall'
    case 'circles':
    case 'travels': {
      if (member.class === 'aircraft' || (isBird(member) && isAloft(member, motion, facts)))
        return 'fly'
      if (member.class === 'boat') return 'sail'
      if (member.class === 'ball' && motion.bounces >= 2) return 'bounce'
      if (motion.rolls) return 'roll'
      if (facts.holds.get(member.id) === 'free' && isThrown(member, motion, facts)) return 'fly'
      if (member.withers !== null) {
        const gait = gaitIn(member, [motion.from, motion.to], motion.speed, facts.take)
        // Horses gallop; dogs, cats and deer are said to run.
        return gait === 'gallop' && member.kind !== 'horse' ? 'run' : (gait ?? 'move')
      }
      // A person walks up to a fast 2.5 m/s, and runs with both feet off the ground from 3.2.
      if (member.walks) return motion.speed <= 2.5 ? 'walk' : motion.speed >= 3.2 ? 'run' : 'move'
      if (member.class === 'vehicle') return isPushed(member, motion, facts) ? 'move' : 'drive'
      if (member.class === 'object' && motion.lean.most >= TUMBLES) return 'tumble'
      const lift = liftOf(member, motion.from, facts)
      const low = lift < 0.02 + 0.05 * member.size[1]
      return low && member.class === 'object' && motion.turned <= SLIDES ? 'slide' : 'move'
    }
  }
}

/** What has wings and no engine. */
function isBird({ noun }: Member): boolean {
  return /\b(?:birds?|vulture|eagle|hawk|gull|seagull|crow|raven|owl|pigeon|butterfly|butterflies|bat)$/.test(
    noun.en,
  )
}

/** Higher than its own height over whatever is below, at the start, in the middle and at the end. */
function isAloft(member: Member, { from, to }: Motion, facts: Facts): boolean {
  return [from, (from + to) >> 1, to].every(
    (frame) => liftOf(member, frame, facts) > member.size[1],
  )
}

/** What stood and was run into does not drive off. */
function isPushed({ id }: Member, { from }: Motion, facts: Facts): boolean {
  const near = (t: number) => Math.abs(t * facts.fps - from) <= 3
  return from > 0 && contactsOf(facts).some(({ by, on, t }) => [by, on].includes(id) && near(t))
}

/** A ball that nothing carries in the first half of its first motion. */
function isThrown(member: Member, { from, to }: Motion, facts: Facts): boolean {
  if (member.class !== 'ball' || facts.motions.get(member.id)?.[0]?.from !== from) return false
  return [0.15, 0.3, 0.45].every((share) => {
    const frame = Math.round(from + share * (to - from))
    // The cushions of a table reach higher than what lies on it.
    const borne = facts.glimpsed.some((other) => other !== member && restsOn(member, other, frame))
    return !borne && liftOf(member, frame, facts) > 0.5 * member.size[1]
  })
}

function liftOf(member: Member, frame: number, facts: Facts): number {
  return member.bounds(frame).min[1] - groundUnder(member, frame, facts)
}

/** Height of the highest thing that an actor can be standing on, metres. */
function groundUnder(member: Member, frame: number, facts: Facts): number {
  const { min, max } = member.bounds(frame)
  const [x, z] = [(min[0] + max[0]) / 2, (min[2] + max[2]) / 2]
  const tops = facts.glimpsed
    .filter((other) => other.id !== member.id)
    .flatMap((other) => {
      const box = other.bounds(frame)
      const under = x >= box.min[0] && x <= box.max[0] && z >= box.min[2] && z <= box.max[2]
      const top = other.kind === 'ground' ? crestOver(other, [x, min[1], z], frame) : box.max[1]
      return under && top <= min[1] + 0.05 ? [top] : []
    })
  return Math.max(0, ...tops)
}
