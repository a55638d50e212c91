import type { Member } from '../facts/member.ts'
import { length, subtract, type Vec3 } from '../geometry.ts'
import { gapAt, middleOf } from './distances.ts'
import { courseOf } from './course.ts'
import { goes, rounded } from './judge-motion.ts'
import { between, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'

/** It lies on or at the other, both set off together, and it gets up and away from it; or off to a side. */
export function throwsUp(member: Member, other: Member, way: string, truth: Truth): Judgement {
  const [mine, its] = [courseOf(member, truth).span, courseOf(other, truth).span]
  if (!mine || !its || Math.abs(mine[0] - its[0]) > 0.15 * truth.fps)
    return REFUTED({ together: false })
  const size = Math.max(...other.size)
  const frames = framesFrom(its[0], its[0] + truth.fps, truth)
  const rise =
    (Math.max(...frames.map((n) => middleOf(other, n)[1])) - middleOf(other, its[0])[1]) / size
  const away = Math.max(...frames.map((n) => gapAt(member, other, n))) / size
  const up = worst([
    between(gapAt(member, other, its[0]) / size, 0.6, 0.2, {
      gap: rounded(gapAt(member, other, its[0])),
    }),
    between(rise, 0.3, 0.7, { rise: rounded(rise) }),
    between(away, 0.2, 0.7, { away: rounded(away) }),
  ])
  const flight: [number, number] = [its[0], Math.min(truth.frames - 1, its[0] + truth.fps)]
  return {
    ...(way === 'up' ? up : worst([up, goes(other, way, truth, flight)])),
    frames: [its[0], its[0] + 2],
  }
}

/** What hangs or turns: its lowest point gets lower, its highest one higher, or its middle goes away from where it was. */
export function swingsTo(member: Member, way: string, truth: Truth): Judgement {
  const { span, turned } = courseOf(member, truth)
  if (!span || turned < 4) return REFUTED({ turned: rounded(turned) })
  const first = member.bounds(span[0])
  const size = Math.max(...member.size)
  const boxes = framesFrom(span[0], span[0] + 2 * truth.fps, truth).map((n) => member.bounds(n))
  const amount =
    way === 'down'
      ? first.min[1] - Math.min(...boxes.map(({ min }) => min[1]))
      : way === 'up'
        ? Math.max(...boxes.map(({ max }) => max[1])) - first.max[1]
        : Math.max(
            ...framesFrom(span[0], truth.frames, truth).map((n) =>
              length(subtract(middleOf(member, n), middleOf(member, span[0]))),
            ),
          )
  return {
    ...between(amount / size, 0.015, 0.04, { [way]: rounded(amount / size) }),
    frames: span,
  }
}

/** From apart, it comes to touch another one of its noun that hung still. */
export function strikesNext(member: Member, truth: Truth): Judgement {
  const { span } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const others = truth.glimpsed.filter(
    (one) => one.id !== member.id && one.noun.en === member.noun.en,
  )
  const reach = 0.1 * Math.min(member.size[0], member.size[2])
  const near = (n: number) => others.some((one) => gapAt(member, one, n) <= reach)
  const at = framesFrom(span[0] + 1, truth.frames, truth).find(near)
  return at === undefined ? REFUTED({ touches: false }) : { ...TRUE(), frames: [at, at + 2] }
}

/** Those of a row at the other end than some of them, as many as are asked for. */
export function farEnd(row: Member[], near: Member[], n: number): Member[] {
  const line = inLine(row)
  const first = line.slice(0, n).some((member) => near.includes(member))
  return first ? line.slice(-n) : line.slice(0, n)
}

/** All of a row but as many at both ends. */
export function middlePart(row: Member[], ends: number): Member[] {
  return inLine(row).slice(ends, row.length - ends)
}

/** Until one at the end is at its farthest for the first time, it gets on by a third of that at most. */
export function hardlyMoves(member: Member, end: Member | undefined, truth: Truth): Judgement {
  const { span } = end ? courseOf(end, truth) : { span: null }
  if (!end || !span) return REFUTED({ end: false })
  const way = (one: Member, n: number) => length(subtract(middleOf(one, n), middleOf(one, span[0])))
  let [best, peak] = [0, span[0]]
  for (const n of framesFrom(span[0], truth.frames, truth)) {
    if (way(end, n) > best) [best, peak] = [way(end, n), n]
    else if (way(end, n) < 0.8 * best && best > 0.1 * Math.max(...end.size)) break
  }
  const moved = Math.max(...framesFrom(span[0], peak, truth).map((n) => way(member, n)))
  return {
    ...between(moved / best, 0.6, 0.35, { moved: rounded(moved / best) }),
    frames: [span[0], peak],
  }
}

function inLine(row: Member[]): Member[] {
  const places = row.map((member) => middleOf(member, 0))
  const spread = (k: 0 | 2) =>
    Math.max(...places.map((p) => p[k])) - Math.min(...places.map((p) => p[k]))
  const k = spread(0) >= spread(2) ? 0 : 2
  return [...row].sort((a, b) => middleOf(a, 0)[k] - middleOf(b, 0)[k])
}

function framesFrom(from: number, to: number, { frames }: Truth): number[] {
  const last = Math.min(frames - 1, to)
  return Array.from({ length: Math.max(1, last - from + 1) }, (_, n) => Math.min(last, from + n))
}

/** Its way along its longest side goes back by its own size or more, and forth again. */
export function zigzags(member: Member, truth: Truth): Judgement {
  const { span, middles } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const way = middles.slice(span[0], span[1] + 1)
  const reach = (k: 0 | 2) => Math.max(...way.map((p) => p[k])) - Math.min(...way.map((p) => p[k]))
  const k = reach(0) >= reach(2) ? 0 : 2
  const size = Math.max(...member.size)
  let [turns, sign, edge] = [0, 0, (way[0] as Vec3)[k]]
  for (const p of way) {
    const off = p[k] - edge
    if (sign !== 0 && off * sign > 0) edge = p[k]
    else if (Math.abs(off) > size) {
      if (sign !== 0) turns++
      ;[sign, edge] = [Math.sign(off), p[k]]
    }
  }
  return { ...between(turns, 1, 2, { turns }), frames: span }
}

/** It ends in some pocket of the table, be that in the picture or not. */
export function dropsIntoAny(member: Member, { take, frames }: Truth): Judgement {
  const p = middleOf(member, frames - 1)
  const reach = 1.3 * Math.max(...member.size)
  const over = take.cast.some(({ kind, track: { position } }) => {
    const [x = 0, , z = 0] = position
    return kind === 'pocket' && Math.hypot(p[0] - x, p[2] - z) <= reach
  })
  const sunk = (middleOf(member, 0)[1] - p[1]) / member.size[1]
  return over ? between(sunk, 0.15, 0.4, { sunk: rounded(sunk) }) : REFUTED({ over })
}

/** It ends inside a hollow thing, lower than it was. */
export function dropsInto(member: Member, base: Member, truth: Truth): Judgement {
  const last = truth.frames - 1
  const [p, box] = [middleOf(member, last) as Vec3, base.bounds(last)]
  const inside = ([0, 2] as const).every((k) => p[k] >= box.min[k] && p[k] <= box.max[k])
  const sunk = (middleOf(member, 0)[1] - p[1]) / member.size[1]
  return inside && p[1] <= box.max[1]
    ? between(sunk, 0.15, 0.4, { sunk: rounded(sunk) })
    : REFUTED({ inside })
}
