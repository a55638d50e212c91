import type { Member } from '../facts/member.ts'
import { length, median, subtract, type Vec3 } from '../geometry.ts'
import { shareJudged } from './amounts.ts'
import { courseOf } from './course.ts'
import { middleOf, nearestAt } from './distances.ts'
import { axis, rounded, toppled } from './judge-motion.ts'
import { between, once, OPEN, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'

/** It ends over on its side, or lower than it began. */
export function isDown(member: Member, truth: Truth): Judgement {
  const { span } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const last = truth.frames - 1
  const over = toppled(member, [span[0], last], truth)
  if (over.status === 'verified') return over
  const sunk = (heightAt(member, 0) - heightAt(member, last)) / member.size[1]
  const lower = between(sunk, 0.2, 0.38, { sunk: rounded(sunk) })
  return lower.status === 'refuted' ? over : lower
}

/** Whom the motion of a thing runs on to: what sets off as something that it reached before is close to it. */
function reached(member: Member, truth: Truth): Set<string> {
  return once(truth, `reached ${member.id}`, () => {
    const movers = truth.glimpsed
      .flatMap((one) => {
        const { span } = courseOf(one, truth)
        return span && one.id !== member.id ? [{ one, at: span[0] }] : []
      })
      .sort((a, b) => a.at - b.at)
    const found: Member[] = [member]
    for (let n = -1; n !== found.length;) {
      n = found.length
      for (const { one, at } of movers)
        if (!found.includes(one) && found.some((by) => isCloseTo(by, one, at, truth)))
          found.push(one)
    }
    return new Set(found.map(({ id }) => id))
  })
}

/** Near it, moving, within a third of a second of the moment it sets off. */
function isCloseTo(by: Member, one: Member, at: number, truth: Truth): boolean {
  const { span } = courseOf(by, truth)
  if (!span || span[0] > at + 1) return false
  const reach = 0.2 * Math.min(Math.max(...by.size), Math.max(...one.size))
  const late = Math.round(truth.fps / 3)
  for (let frame = Math.max(0, at - 3); frame <= Math.min(truth.frames - 1, at + late); frame++)
    if (Math.max(0, nearestAt(by, one, frame)) <= reach) return true
  return false
}

/** It falls by what the other does, or by what that strikes. */
export function fells(member: Member, other: Member, truth: Truth): Judgement {
  const down = isDown(other, truth)
  if (down.status === 'refuted') return down
  if (!reached(member, truth).has(other.id)) return REFUTED({ ...down.evidence, reached: false })
  const { span } = courseOf(other, truth)
  return { ...down, ...(span && { frames: [span[0], span[0]] as [number, number] }) }
}

export function scatters(member: Member, other: Member, truth: Truth): Judgement {
  if (!reached(member, truth).has(other.id)) return REFUTED({ reached: false })
  const way = length(courseOf(other, truth).net) / Math.max(...other.size)
  return between(way, 0.3, 0.9, { way: rounded(way) })
}

/** What it stood on is left, and it gets below the top of it. */
export function dropsFrom(member: Member, base: Member, truth: Truth): Judgement {
  const { span } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const frames = framesFrom(0, truth)
  const on = frames.filter((frame) => isOver(member, base, frame))
  const left = on.at(-1)
  if (left === undefined) return REFUTED({ on: false })
  const top = member.bounds(left).min[1]
  const lowest = Math.min(...framesFrom(left, truth).map((frame) => member.bounds(frame).min[1]))
  const drop = (top - lowest) / member.size[1]
  return { ...between(drop, 0.1, 0.4, { drop: rounded(top - lowest) }), frames: [left, left + 2] }
}

/** It comes from above, and rests on it or leaves it upward. */
export function comesDownOn(member: Member, base: Member, truth: Truth): Judgement {
  const { span } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const first = framesFrom(span[0], truth).find((frame) => isOver(member, base, frame))
  if (first === undefined) return REFUTED({ on: false })
  const heights = Array.from({ length: first + 1 }, (_, frame) => heightAt(member, frame))
  const drop = (Math.max(...heights) - heightAt(member, first)) / member.size[1]
  return { ...between(drop, 0.15, 0.4, { drop: rounded(drop) }), frames: [first, first + 1] }
}

/** Close to it, and then going another way: its velocity turns by 50 degrees or more. */
export function springsBack(member: Member, other: Member, truth: Truth): Judgement {
  const { span, middles } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const reach = 0.3 * Math.max(...member.size)
  // What is quick is there and gone between two frames.
  const near = framesFrom(span[0], truth).filter(
    (frame) => Math.max(0, nearestAt(member, other, frame)) <= reach,
  )
  if (near.length === 0) return REFUTED({ touches: false })
  const turns = near.map((frame) => {
    const at = (n: number) => middles[Math.max(0, Math.min(truth.frames - 1, n))] as Vec3
    const [a, b] = [subtract(at(frame), at(frame - 2)), subtract(at(frame + 2), at(frame))]
    const size = length(a) * length(b)
    return size < 1e-9 ? 1 : (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / size
  })
  const least = Math.min(...turns)
  const at = near[turns.indexOf(least)] ?? 0
  return { ...between(least, 0.95, 0.8, { cosine: rounded(least) }), frames: [at, at + 2] }
}

/** The record of the joints says so. */
export function comesLoose(member: Member, { take, fps }: Truth): Judgement {
  const event = take.events.find(({ kind, actor }) => kind === 'breaks-off' && actor === member.id)
  const at = Math.floor((event?.t ?? 0) * fps)
  return event
    ? { ...TRUE({ at: rounded(event.t) }), frames: [at, at + 2] }
    : REFUTED({ breaks: false })
}

/** A good part of them is down, and what is left is lower than they were. */
export function comesDown(members: Member[], truth: Truth): Judgement {
  if (members.length < 3) return REFUTED({ members: members.length })
  const top = (frame: number) => Math.max(...members.map((one) => one.bounds(frame).max[1]))
  const foot = Math.min(...members.map((one) => one.bounds(0).min[1]))
  const left = (top(truth.frames - 1) - foot) / (top(0) - foot)
  const down = members.map((member) => isDown(member, truth))
  const spans = members.flatMap((member) => courseOf(member, truth).span ?? [])
  const judged = worst([
    between(left, 0.92, 0.75, { left: rounded(left) }),
    shareJudged(down, [Math.ceil(0.5 * members.length), members.length]),
  ])
  return spans.length > 0 ? { ...judged, frames: [Math.min(...spans), Math.max(...spans)] } : judged
}

/** Each but the first goes after a neighbour of it went. */
export function takesTurns(members: Member[], truth: Truth): Judgement {
  const going = members.flatMap((member) => {
    const { span } = courseOf(member, truth)
    return span ? [{ at: span[0], place: middleOf(member, 0), to: span[1] }] : []
  })
  if (going.length < 3) return REFUTED({ going: going.length })
  const apart = (a: Vec3, b: Vec3) => length(subtract(a, b))
  const nearest = going.map((one) =>
    Math.min(...going.flatMap((two) => (one === two ? [] : [apart(one.place, two.place)]))),
  )
  const reach = 2.3 * median(nearest)
  // The pose of a frame tells them apart only by frames.
  const after = going.filter((one) =>
    going.some((two) => two !== one && two.at <= one.at && apart(one.place, two.place) <= reach),
  ).length
  const [first, last] = [
    Math.min(...going.map(({ at }) => at)),
    Math.max(...going.map(({ at }) => at)),
  ]
  // The first has no one before it.
  const share = Math.min(1, after / (going.length - 1))
  return {
    ...worst([
      between(share, 0.6, 0.85, { share: rounded(share) }),
      between((last - first) / truth.fps, 0.08, 0.2, {
        seconds: rounded((last - first) / truth.fps),
      }),
    ]),
    frames: [first, last + 1],
  }
}

/** From where the first to go stood to where the last did, as the camera sees it. */
export function runsToward(members: Member[], direction: string, truth: Truth): Judgement {
  const going = members
    .flatMap((member) => {
      const { span } = courseOf(member, truth)
      const sample = member.samples.find(({ seen, spot }) => seen && spot)
      return span && sample ? [{ at: span[0], sample }] : []
    })
    .sort((a, b) => a.at - b.at)
  const [first, last] = [going[0], going.at(-1)]
  if (!first || !last || first === last) return OPEN({ going: going.length })
  const way = subtract(last.sample.spot as Vec3, first.sample.spot as Vec3)
  const ahead = axis(direction, first.sample, last.sample, truth)
  const share = (way[0] * ahead[0] + way[1] * ahead[1] + way[2] * ahead[2]) / (length(way) || 1)
  return {
    ...between(share, 0.15, 0.6, { cosine: rounded(share) }),
    frames: [first.at, last.at + 1],
  }
}

/** Where it was and as upright as it was, to the end. */
export function stillStands(member: Member, truth: Truth): Judgement {
  const last = truth.frames - 1
  const gone =
    length(subtract(middleOf(member, last), middleOf(member, 0))) / Math.max(...member.size)
  const over = toppled(member, [0, last], truth)
  if (over.status === 'verified') return REFUTED({ ...over.evidence })
  return between(gone, 1.2, 0.7, { gone: rounded(gone) })
}

/** Is that what they are together at first? */
export function isHeap(members: Member[], heap: string, truth: Truth): Judgement {
  if (members.length < 3) return REFUTED({ members: members.length })
  const boxes = members.map((member) => member.bounds(0))
  const span = ([0, 1, 2] as const).map(
    (k) =>
      Math.max(...boxes.map(({ max }) => max[k])) - Math.min(...boxes.map(({ min }) => min[k])),
  ) as [number, number, number]
  const height = median(members.map(({ size }) => size[1]))
  const layers = span[1] / height
  const evidence = { layers: rounded(layers), members: members.length, frames: truth.frames }
  if (heap === 'row') return between(layers, 2.5, 1.6, evidence)
  const high = between(layers, 1.2, 1.8, evidence)
  const shape = span[1] / Math.max(span[0], span[2])
  if (heap === 'tower')
    return worst([high, between(shape, 0.7, 1.2, { ...evidence, shape: rounded(shape) })])
  if (heap === 'wall') {
    if (shape >= 1.8) return REFUTED({ ...evidence, shape: rounded(shape) })
    const flat = Math.max(span[0], span[2]) / Math.min(span[0], span[2])
    return worst([high, between(flat, 1.5, 2.2, { ...evidence, flat: rounded(flat) })])
  }
  return high
}

function framesFrom(from: number, { frames }: Truth): number[] {
  return Array.from({ length: Math.max(0, frames - from) }, (_, n) => from + n)
}

function heightAt(member: Member, frame: number): number {
  return middleOf(member, frame)[1]
}

/** Its foot is within its half height of some solid of the other below it, and over its outline. */
function isOver(member: Member, base: Member, frame: number): boolean {
  const [a, b] = [member.bounds(frame), base.bounds(frame)]
  const [x, z] = [(a.min[0] + a.max[0]) / 2, (a.min[2] + a.max[2]) / 2]
  if (x < b.min[0] || x > b.max[0] || z < b.min[2] || z > b.max[2]) return false
  const slack = 0.02 + 0.15 * (a.max[1] - a.min[1])
  if (base.class === 'room') return Math.abs(a.min[1] - base.cast.track.position[1]!) <= slack
  return a.min[1] <= b.max[1] + slack && a.max[1] >= b.min[1]
}
