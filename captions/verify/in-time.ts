import type { Member } from '../facts/member.ts'
import { busyOf } from './course.ts'
import { cameraMoves } from './judge-camera.ts'
import type { Happening, Link, Said, Sentence } from './meaning.ts'
import type { Discourse, Moment } from './resolve.ts'
import { between, OPEN, REFUTED, TRUE, type Judgement, type Truth } from './truth.ts'

/** After what the last mover did, or at the same time. */
export function inTime(
  how: 'follow' | 'coincide',
  members: Member[],
  beside: Happening[],
  before: Discourse,
  truth: Truth,
): Judgement {
  // `Once it has stopped` names who was there before; else it is who moved last.
  const [subject] = before.subjects
  const named = how === 'follow' && subject && before.movers.includes(subject)
  const last = named ? subject : before.movers[0]
  const [mine, theirs] = [members[0] && busyOf(members[0], truth), last && busyOf(last, truth)]
  if (!mine || !theirs)
    return beside.some(({ does: verb }) => verb === 'stay' || verb === 'stay put')
      ? TRUE({ still: true })
      : OPEN({ span: null })
  const frames: [number, number] = [Math.min(mine[0], theirs[0]), Math.max(mine[1], theirs[1])]
  const gap = (mine[0] - theirs[1]) / truth.fps
  const shared =
    (Math.min(mine[1], theirs[1]) - Math.max(mine[0], theirs[0])) /
    Math.min(mine[1] - mine[0], theirs[1] - theirs[0])
  if (how === 'follow')
    return {
      status: gap >= 0.1 ? 'verified' : gap <= -0.15 ? 'refuted' : 'untestable',
      evidence: { gap },
      frames,
    }
  return {
    status: shared >= 0.4 ? 'verified' : shared <= 0.1 ? 'refuted' : 'untestable',
    evidence: { shared },
    frames,
  }
}

/** What must come later than what is told before it of the same one, and does not begin later, is refuted. */
export function inOrder(said: readonly Said[], judged: Judgement[], { fps }: Truth): Judgement[] {
  let last = -1
  return judged.map((one, i) => {
    const early =
      said[i]?.later === true && one.frames !== undefined && (one.frames[0] - last) / fps < -0.1
    last = Math.max(last, one.frames?.[0] ?? -1)
    return early && one.status === 'verified' ? REFUTED({ order: 'earlier' }) : one
  })
}

/** When what was found true happened; null where none of it has a time. */
export function momentOf(said: readonly Said[], judged: readonly Judgement[]): Moment | null {
  // `It rolls back` when it has turned.
  const returns = said.some(({ what }) => what.does === 'return')
  const times = judged.flatMap(({ status, frames }, i) =>
    status === 'verified' && frames && !(returns && said[i]?.what.does === 'move') ? [frames] : [],
  )
  const [first, last] = [times[0], times.at(-1)]
  return first && last ? { first, last } : null
}

/** Seconds off which two things are no longer at once, or in one order: from there open, from the second on refuted. */
const SLACK = 0.1
const WRONG = 0.25

/** Is a clause so in time to the one told before it, as its word says? */
export function isLinked(
  { how, isMain }: Link,
  own: Moment | null,
  told: Moment | null,
  { fps }: Truth,
): Judgement {
  if (!own || !told) return OPEN({ moment: null })
  const [main, sub] = isMain ? [own, told] : [told, own]
  const seconds = (frames: number) => frames / fps
  switch (how) {
    case 'before': {
      const ahead = seconds(sub.first[0] - main.last[0])
      return between(ahead, -SLACK, 0.04, { ahead })
    }
    case 'after': {
      // What goes on for a while is over first.
      const past = seconds(main.first[0] - sub.last[1])
      return between(past, -WRONG, -SLACK, { past })
    }
    case 'when': {
      const late = seconds(main.first[0] - sub.last[0])
      const evidence = { late }
      if (late >= -0.15 && late <= 1) return TRUE(evidence)
      return late < -0.35 || late > 1.6 ? REFUTED(evidence) : OPEN(evidence)
    }
    case 'then': {
      const late = seconds(own.first[0] - told.last[0])
      return between(late, -WRONG, -SLACK, { late })
    }
    case 'until': {
      const off = (end: number) => seconds(Math.max(sub.first[0] - end, end - sub.last[1]))
      const apart = Math.min(off(main.first[1]), off(main.last[1]))
      return between(apart, 0.8, 0.35, { apart })
    }
  }
}

/** The camera moves for a good part of the time that the latest to move take, or the other way round. */
export function movesAlong(
  parts: readonly Sentence[],
  { movers, subjects }: Discourse,
  truth: Truth,
): Judgement {
  const said = parts.flatMap((part) => (part.kind === 'camera' ? part.said : []))
  const moves = said.flatMap((one) =>
    one.does === 'move' ? (cameraMoves(one.move, one.direction, truth).frames ?? []) : [],
  )
  const spans = [...subjects, ...movers].flatMap((member) => busyOf(member, truth) ?? [])
  // A camera that holds still, or someone who stays, does so all the while.
  if (moves.length < 2 || spans.length < 2) return TRUE()
  const [from, to] = [Math.min(...moves), Math.max(...moves)]
  const [start, end] = [Math.min(...spans), Math.max(...spans)]
  const shared =
    (Math.min(to, end) - Math.max(from, start)) / Math.max(1, Math.min(to - from, end - start))
  return between(shared, 0.1, 0.4, { shared })
}
