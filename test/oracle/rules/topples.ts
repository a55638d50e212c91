import { topOf } from '../fate.ts'
import { all, plain, weigh, type Rule } from '../ruling.ts'

/**
 * By the matrix of its poses: what was its top direction before is well down at the end of the stretch and of the clip, and
 * its middle is lower for it. What is as wide as it is high, a ball above all, has no top.
 */
export const topples: Rule<'topples'> = ({ args: { actor }, frames: [from, to] }, clip) => {
  const last = clip.frames - 1
  const [start, end] = [Math.max(0, from), Math.min(to, last)]
  const body = clip.body(actor)
  const size = body.size(start)
  const [before, after, final] = [start, end, last].map((n) => topOf(clip, actor, n))
  const why = { actor, before, after, final }
  const shapes = body.solids.map(({ part }) => part.shape.kind)
  return all(
    plain(!shapes.every((kind) => kind === 'sphere'), { ...why, shapes: shapes.join(' ') }),
    weigh(before ?? 0, { yes: 0.9, no: 0.75 }, why),
    weigh(after ?? 1, { yes: 0.75, no: 0.92 }, why),
    weigh(final ?? 1, { yes: 0.75, no: 0.92 }, why),
    weigh(body.middle(end)[1] - body.middle(start)[1], { yes: 0.05 * size[1], no: size[1] }, why),
  )
}
