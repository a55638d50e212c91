import {
  framingAt,
  SIZE_WORDS,
  takenSubject,
  viewsOf,
  type CameraTrack,
  type SizeWord,
} from '#scenes'
import { grade, round, type Predicate, type PredicateArgs, type Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { median } from '../geometry.ts'
import { isBackdrop, mostSalient } from '../salience.ts'

/**
 * The shot size by the published scale (README): how high the picture is at the subject, in heights of the subject. True
 * when the size is present in every frame looked at, false when another one is in any. The subject is the one that the
 * shot is about, else what a viewer would name first. Of things that are no people only the far ends of the scale are
 * words that a viewer would use: wide of something 0.8 m large and more, close-up of part of it. `close`: a thing of at
 * most 0.6 m fills 0.55 of the picture's height (median), false below 0.35.
 */
const CLOSE = { no: 0.35, yes: 0.55 }
const OF_THINGS: readonly SizeWord[] = ['extreme wide', 'wide', 'close-up', 'extreme close-up']
const LARGE = 0.8
const SMALL = 0.6

export const shot: Predicate<'shot'> = {
  name: 'shot',
  doc: 'The shot size, from extreme wide to extreme close-up, of whom the shot is about.',
  propose: (facts) => {
    const main = mainOf(facts)
    if (!main) return []
    return ([...SIZE_WORDS, 'close'] as const)
      .filter((size) => verdict({ size, actor: main.id }, facts).status === 'verified')
      .slice(0, 1)
      .map((size) => ({
        predicate: 'shot',
        args: { size, actor: main.id },
        frames: [0, facts.frames],
        salience: 0.3,
      }))
  },
  verify: ({ args }, facts) => verdict(args, facts),
}

function mainOf(facts: Facts): Member | undefined {
  const things = facts.members.filter((member) => !isBackdrop(member))
  const { subject } = facts.shot
  const asked = subject?.length === 1 && things.find(({ id }) => id === subject[0])
  return asked || mostSalient(things, facts)
}

function verdict({ size, actor }: PredicateArgs['shot'], facts: Facts): Verdict {
  const member = facts.member(actor)
  const largest = round(Math.max(...member.size))
  if (size === 'close') return isClose(member, largest)
  const isSubject = facts.shot.subject?.includes(actor) ?? false
  const words = sizesOf(member, facts)
  const evidence = {
    size: [...new Set(words.map((word) => word ?? 'grey'))].join(' '),
    metres: largest,
  }
  if (words.some((word) => word !== undefined && word !== size))
    return { status: 'refuted', margin: -1, evidence }
  const suits = member.kind === 'person' || (OF_THINGS.includes(size) && isOfThing())
  return words.every((word) => word === size) && suits
    ? { status: 'verified', margin: 1, evidence }
    : { status: 'untestable', margin: 0, evidence }

  function isOfThing(): boolean {
    if (isSubject) return true
    return size.endsWith('wide') ? largest >= LARGE : largest <= SMALL
  }
}

function isClose(member: Member, metres: number): Verdict {
  const heights = member.samples.flatMap(({ seen, box }) => (seen && box ? [box[3] - box[1]] : []))
  const fill = median(heights)
  const evidence = { fill: round(fill), metres }
  return metres > SMALL
    ? { status: 'untestable', margin: 0, evidence }
    : grade(fill, CLOSE, evidence)
}

const SIZES = new WeakMap<Member, (SizeWord | undefined)[]>()

/** The size present at each frame at which it was looked for; kept, for it is asked for by every word. */
function sizesOf(member: Member, facts: Facts): (SizeWord | undefined)[] {
  const known = SIZES.get(member) ?? measure(member, facts)
  SIZES.set(member, known)
  return known
}

function measure({ cast, samples }: Member, facts: Facts): (SizeWord | undefined)[] {
  const { scene, take, camera, frames, aspect } = facts
  const subject = takenSubject(scene, take, [cast.id])
  if (!subject) return [undefined]
  const views = viewsOf(take.cameras[camera] as CameraTrack, 0, frames)
  return samples.flatMap(({ frame, seen }) => {
    const view = views[frame]
    return view && seen ? [framingAt(view, aspect, subject.box(frame)).size] : []
  })
}
