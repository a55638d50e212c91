import { poseAtFrame, type Doing } from '#scenes'
import type { Member } from '../facts/member.ts'
import { add, project, rotate, times, type Vec3 } from '../geometry.ts'
import { best, between, OPEN, REFUTED, type Judgement, type Truth } from './truth.ts'

/** What a person may be said to do besides going its way. */
export const ACTS: readonly string[] = ['jump', 'wave', 'point', 'sit', 'stand']

/** Does the take say so, and are feet, crown and sides where they are then, by the picture of one who only stands? */
export function doesAct(member: Member, verb: string, truth: Truth): Judgement {
  const done = member.done.filter(({ doing }) => doing === verb)
  if (done.length === 0) return REFUTED({ acts: member.done.length })
  return best(
    done.map(({ doing, from, to, rise = 0 }): Judgement => {
      const frames: [number, number] = [from, to]
      return { ...looks(member, doing, frames, rise, truth), frames }
    }),
  )
}

/** It sits at any time, or all the time but a moment, by the take and by how low its crown is. */
export function isSeated(member: Member, truth: Truth): Judgement {
  const seated = member.done.filter(({ doing }) => doing === 'seated')
  const share = seated.reduce((sum, { from, to }) => sum + to - from, 0) / truth.frames
  if (share === 0) return REFUTED({ seated: 0 })
  return between(seatedCrown(member, truth), 0.94, 0.88, { share })
}

/** How high it is while it sits and raises no hand. */
function seatedCrown(member: Member, truth: Truth): number {
  const { done } = member
  const crowns = done
    .filter(({ doing }) => doing === 'seated')
    .flatMap(({ from, to }) => edgesOf(member, [from, to], truth))
    .filter(
      ({ frame }) =>
        !done.some(({ doing, from, to }) => doing === 'wave' && frame >= from && frame <= to),
    )
  return middle(crowns.map(({ crown }) => crown))
}

function looks(
  member: Member,
  doing: Doing,
  [from, to]: [number, number],
  rise: number,
  truth: Truth,
): Judgement {
  const second = truth.fps
  const within = (a: number, b: number) => edgesOf(member, [a, b], truth)
  switch (doing) {
    case 'jump': {
      const feet = middle([
        ...within(from - second, from + 2).map(({ foot }) => foot),
        ...within(to - 2, to + second).map(({ foot }) => foot),
      ])
      const up = Math.max(...within(from, to).map(({ foot }) => foot)) - feet
      const rose = (up * member.size[1]) / rise
      return between(Number.isFinite(rose) ? rose : Number.NaN, 0.1, 0.4, { rose })
    }
    case 'wave': {
      const raised = middle(within(from + second / 2, to - second / 2).map((one) => one.crown))
      const sits = member.done.some(
        (one) => one.doing === 'seated' && one.from < to - second / 2 && one.to > from + second / 2,
      )
      const crown = raised / (sits ? seatedCrown(member, truth) : 1)
      return between(crown, 0.99, 1.02, { crown })
    }
    case 'point': {
      const wide = middle(within(from + second / 2, to - second / 2).map((one) => one.wide))
      return between(wide, 0.34, 0.38, { wide })
    }
    case 'sit':
    case 'stand': {
      const [before, after] = [within(from - second, from + 3), within(to - 3, to + second)].map(
        (some) => middle(some.map(({ crown }) => crown)),
      ) as [number, number]
      const sunk = doing === 'sit' ? before - after : after - before
      return between(sunk, 0.04, 0.1, { sunk })
    }
    case 'seated':
      return OPEN({ doing })
  }
}

/** Where its box has its edges, in heights of the picture of one who stands there: 0 the feet, 1 the crown. */
function edgesOf(
  { samples, cast: { track }, size }: Member,
  [from, to]: [number, number],
  { views, scene: { clip } }: Truth,
): { frame: number; crown: number; foot: number; wide: number }[] {
  const aspect = clip.width / clip.height
  return samples.flatMap(({ frame, box, seen, truncation, visibility }) => {
    const view = views[frame]
    if (frame < from || frame > to || !seen || !box || !view) return []
    if (truncation > 0.02 || visibility < 0.85) return []
    const { position, rotation } = poseAtFrame(track, frame)
    const head: Vec3 = add(position, rotate(times([0, 1, 0], size[1]), rotation))
    const [foot, crown] = [project(position, view, aspect), project(head, view, aspect)]
    const tall = foot.y - crown.y
    return [
      {
        frame,
        crown: (foot.y - box[1]) / tall,
        foot: (foot.y - box[3]) / tall,
        wide: ((box[2] - box[0]) * aspect) / tall,
      },
    ]
  })
}

function middle(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}
