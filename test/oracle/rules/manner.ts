import type { Clip } from '../clip.ts'
import { levelAxes } from '../lens.ts'
import { courseOf, turnsByItself } from '../motion.ts'
import { all, plain, weigh, type Rule, type Ruling } from '../ruling.ts'
import { inner, minus, norm } from '../space.ts'

/** By the way a person gets over the ground: comfortable walking is 0.9..1.6 m/s (Bohannon 1997). */
export const pace: Rule<'pace'> = ({ args, frames }, clip) => {
  const { speed } = courseOf(clip, args.actor, frames)
  const why = { ...args, speed }
  if (args.pace === 'slow') return weigh(speed, { yes: 0.9, no: 1.05 }, why)
  if (args.pace === 'brisk') return weigh(speed, { yes: 1.55, no: 1.45 }, why)
  return all(weigh(speed, { yes: 0.85, no: 0.7 }, why), weigh(speed, { yes: 1.6, no: 1.75 }, why))
}

/** It stays put: its middle within 3 % of its size of where it was, and it does not turn. */
export const still: Rule<'still'> = ({ args: { actor }, frames }, clip) => {
  const course = courseOf(clip, actor, frames)
  return all(
    weigh(course.path / course.size, { yes: 0.03, no: 0.1 }, { actor }),
    weigh(course.turned, { yes: 3, no: 8 }, { actor, turned: course.turned }),
    plain(!turnsByItself(clip, actor), { actor, turns: 'by itself' }),
  )
}

/**
 * Where it goes for someone at the camera: the part of its way along the picture's own direction is at least
 * half of it; false below a quarter. To the side and up or down its place in the picture must go there as well
 * (with the camera held still), toward and away its distance must shrink or grow by 4 %.
 */
export const heads: Rule<'heads'> = ({ args: { actor, direction }, frames: [start, to] }, clip) => {
  const body = clip.body(actor)
  let last = Math.min(to, clip.frames - 1)
  // What comes from behind the camera is judged from where it comes into the picture, what leaves past the camera to
  // where it was last before it: what is behind has no place in the picture.
  let from = start
  while (from < last && !clip.mask(actor, from)) from++
  const isAhead = () => clip.lens((from + last) >> 1).see(body.middle(last)).depth > 0
  while (last > from && !clip.mask(actor, last) && !isAhead()) last--
  const lens = clip.lens((from + last) >> 1)
  const { right, ahead } = levelAxes(lens)
  const [a, b] = [body.middle(from), body.middle(last)]
  const net = minus(b, a)
  const way = {
    left: -inner(net, right),
    right: inner(net, right),
    toward: -inner(net, ahead),
    away: inner(net, ahead),
    up: net[1],
    down: -net[1],
  }[direction]
  const [p, q] = [lens.see(a), lens.see(b)]
  const shift = {
    left: p.x - q.x,
    right: q.x - p.x,
    up: p.y - q.y,
    down: q.y - p.y,
    // What ends (or begins) behind the camera came past it.
    toward: q.depth <= 0 ? 1 : p.depth / q.depth - 1,
    away: p.depth <= 0 ? 1 : q.depth / p.depth - 1,
  }[direction]
  const deep = direction === 'toward' || direction === 'away'
  const why = { actor, direction, net }
  return all(
    weigh(way / norm(net), { yes: 0.5, no: 0.25 }, why),
    weigh(shift, deep ? { yes: 0.04, no: 0 } : { yes: 0.01, no: 0 }, {
      ...why,
      shift: 'in the picture',
    }),
    pixelsAgree(clip, actor, direction, [from, last]),
  )
}

/**
 * Up to the first of the frames it comes, and from there goes back by its posed middle across the picture, for half of its size and more;
 * its pixels go back as well. It rolls where it turns by half of what a ball of its height does.
 */
export const returns: Rule<'returns'> = (
  { args: { actor, direction, verb }, frames: [turn, to] },
  clip,
) => {
  const body = clip.body(actor)
  const last = Math.min(to, clip.frames) - 1
  const { right } = levelAxes(clip.lens((turn + last) >> 1))
  const at = (n: number) => inner(body.middle(n), right) * (direction === 'right' ? 1 : -1)
  const come = Math.max(...Array.from({ length: turn + 1 }, (_, n) => at(n))) - at(turn)
  const back = at(last) - at(turn)
  const course = courseOf(clip, actor, [turn, last])
  const why = { actor, direction, come, back }
  const rolled = ((course.turned * Math.PI) / 180) * (course.height / 2 / course.path)
  return all(
    weigh(come / course.size, { yes: 0.5, no: 0.2 }, why),
    weigh(back / course.size, { yes: 0.5, no: 0.2 }, why),
    pixelsAgree(clip, actor, direction, [turn, last]),
    verb === 'move' ? plain(true, why) : weigh(rolled, { yes: 0.5, no: 0.15 }, { ...why, rolled }),
  )
}

/** Where it is whole in the picture at both moments, its pixels went the same way. */
function pixelsAgree(
  clip: Clip,
  actor: string,
  direction: string,
  [from, to]: [number, number],
): Ruling {
  const [a, b] = [clip.mask(actor, from), clip.mask(actor, to)]
  const whole = [a, b].every(
    (mask) =>
      mask && mask.left > 0.01 && mask.right < 0.99 && mask.top > 0.01 && mask.bottom < 0.99,
  )
  const sideways = direction === 'left' || direction === 'right'
  if (!whole || !a || !b || !sideways) return plain(true, { whole })
  // A camera that goes along may keep it in place, so only going the other way contradicts.
  const way = direction === 'left' ? a.x - b.x : b.x - a.x
  return plain(way > -0.02, { actor, direction, pixels: way })
}
