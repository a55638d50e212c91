import type { Clip } from './clip.ts'
import { any, weigh, type Ruling } from './ruling.ts'
import { minus, norm } from './space.ts'

/** What went wrong with a thing, by its poses at both ends of the clip. */
interface End {
  /** How far up that side of it points which was uppermost, 1 straight up. */
  top: number
  /** What its middle lost, over its height, and how far it got, over its size. */
  sunk: number
  gone: number
}

export function endOf(clip: Clip, actor: string): End {
  const body = clip.body(actor)
  const last = clip.frames - 1
  const [size, from, to] = [body.size(0), body.middle(0), body.middle(last)]
  return {
    top: topOf(clip, actor, last),
    sunk: (from[1] - to[1]) / size[1],
    gone: norm(minus(to, from)) / Math.max(...size),
  }
}

/** On its side, or lower by a good part of its height. */
export function down(clip: Clip, actor: string): Ruling {
  const end = endOf(clip, actor)
  const why = { actor, ...end }
  return any(
    weigh(end.top, { yes: 0.78, no: 0.93 }, why),
    weigh(end.sunk, { yes: 0.3, no: 0.12 }, why),
  )
}

/**
 * How far up that axis of its own points which is nearest to upright at first, 1 straight up, of the solid that turned
 * most: a book that stands on its edge has its cover to the side.
 */
export function topOf(clip: Clip, actor: string, frame: number): number {
  const body = clip.body(actor)
  const ids = [...new Set(body.solids.map((solid) => solid.actor))]
  return Math.min(
    ...ids.map((id) => {
      const [first, now] = [upward(clip, actor, id, 0), upward(clip, actor, id, frame)]
      const most = first.reduce(
        (a, b, k) => (Math.abs(b) > Math.abs(first[a] as number) ? k : a),
        0,
      )
      return (now[most] as number) * Math.sign(first[most] as number)
    }),
  )
}

/** How far up its three axes point. */
function upward(clip: Clip, actor: string, id: string, frame: number): number[] {
  const [x, y, z, w] = clip.body(actor).pose(id, frame).rotation
  return [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)]
}
