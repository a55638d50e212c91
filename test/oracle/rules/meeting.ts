import type { Clip } from '../clip.ts'
import { gapBetween, liftOver, stepsOn } from '../contact.ts'
import { depthOf } from '../depth.ts'
import { courseOf, velocity } from '../motion.ts'
import { all, plain, weigh, type Rule, type Ruling } from '../ruling.ts'
import { direction, inner, level, minus, norm, type Vec3 } from '../space.ts'

/**
 * They touch: their nearest moment about the claim's frames brings them within 10 % of the smaller's size; they
 * came nearer before that; and one of them changes its velocity there, by half the speed at which they met.
 */
export const hits: Rule<'hits'> = ({ args: { actor, other }, frames: [from, to] }, clip) => {
  const [long, short] = [Math.round(0.3 * clip.fps), 2]
  const span = Array.from({ length: to - from + 2 * short }, (_, i) => from - short + i).filter(
    (n) => n >= 0 && n < clip.frames,
  )
  const nearest = nearestIn(clip, actor, other, span)
  const before = gapBetween(clip, actor, other, Math.max(0, nearest.n - long))
  const small = Math.min(...[actor, other].map((id) => Math.max(...clip.body(id).size(0))))
  const around = (id: string) =>
    [
      velocity(clip, id, nearest.n - 6, nearest.n - 2),
      velocity(clip, id, nearest.n + 2, nearest.n + 6),
    ] as [Vec3, Vec3]
  const [a, b] = [around(actor), around(other)]
  const met = norm(minus(a[0], b[0]))
  const changed = Math.max(norm(minus(a[1], a[0])), norm(minus(b[1], b[0])))
  const why = { actor, other, at: nearest.n, gap: nearest.most, before: before.most, met }
  return all(
    weigh(nearest.least / small, { yes: 0.1, no: 0.3 }, why),
    weigh(nearest.most / small, { yes: 0.3, no: 0.6 }, why),
    weigh((before.most - nearest.most) / small, { yes: 0.1, no: 0 }, why),
    weigh(changed / Math.max(met, 1e-6), { yes: 0.4, no: 0.15 }, { ...why, changed }),
  )
}

/** The nearest moment of some frames, and of the ways on to it and from it. */
function nearestIn(clip: Clip, a: string, b: string, frames: number[]) {
  type Moment = { n: number; least: number; most: number }
  const nearer = (p: Moment, q: Moment) => (q.most < p.most ? q : p)
  const at = frames.map((n) => ({ n, ...gapBetween(clip, a, b, n) })).reduce(nearer)
  return [at.n - 1, at.n]
    .filter((n) => n >= 0)
    .flatMap((n) =>
      stepsOn(clip, a, b, n).map((ahead) => ({ n, ...gapBetween(clip, a, b, n, ahead) })),
    )
    .reduce(nearer, at)
}

/**
 * On the screen they cross: the sides of their middles change about the claim's frames, with rows in common; and
 * where their outlines lie over each other, the pixels are those of the one that is said to be in front.
 */
export const passes: Rule<'passes'> = (
  { args: { actor, other, side }, frames: [from, to] },
  clip,
) => {
  const reach = Math.round(0.5 * clip.fps)
  const [first, last] = [Math.max(0, from - reach), Math.min(clip.frames - 1, to + reach)]
  const at = (n: number) => {
    const lens = clip.lens(n)
    return lens.see(clip.body(actor).middle(n)).x - lens.see(clip.body(other).middle(n)).x
  }
  const span = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const crossing = span.reduce((a, b) => (Math.abs(at(b)) < Math.abs(at(a)) ? b : a))
  const covers = ownersOf(clip, actor, other, span)
  const [front, back] =
    side === 'in front of' ? [covers.mine, covers.its] : [covers.its, covers.mine]
  const [near, rear] = side === 'in front of' ? [actor, other] : [other, actor]
  const why = { actor, other, side, crossing, ...covers }
  const moving = courseOf(clip, actor, [first, last])
  return all(
    plain(at(first) * at(last) < 0, { ...why, from: at(first), to: at(last) }),
    weigh(moving.path / moving.size, { yes: 0.1, no: 0.02 }, why),
    weigh(front + back, { yes: 1, no: 0 }, { ...why, overlap: 'pixels where both reach' }),
    weigh(front / Math.max(1, front + back), { yes: 0.3, no: 0.15 }, why),
    weigh(depthOf(clip, rear, crossing) / depthOf(clip, near, crossing), { yes: 1.01, no: 1 }, why),
  )
}

/**
 * Where both bodies reach on the screen (cells of a hundredth of its width that hold points of both), the pixels
 * that show the one and those that show the other, over all frames.
 */
function ownersOf(
  clip: Clip,
  actor: string,
  other: string,
  frames: number[],
): { mine: number; its: number } {
  const { width, height } = clip
  const cell = Math.max(2, Math.round(width / 100))
  const across = Math.ceil(width / cell)
  const cells = (id: string, n: number) => {
    const lens = clip.lens(n)
    return new Set(
      clip
        .body(id)
        .points(n)
        .flatMap((point) => {
          const { x, y, depth } = lens.see(point)
          if (depth <= 0 || x < 0 || y < 0 || x >= 1 || y >= 1) return []
          return [Math.floor((y * height) / cell) * across + Math.floor((x * width) / cell)]
        }),
    )
  }
  const found = { mine: 0, its: 0 }
  for (const n of frames) {
    const theirs = cells(other, n)
    const ids = clip.ids(n)
    for (const at of cells(actor, n)) {
      if (!theirs.has(at)) continue
      const [left, top] = [(at % across) * cell, Math.floor(at / across) * cell]
      for (let y = top; y < Math.min(height, top + cell); y++)
        for (let x = left; x < Math.min(width, left + cell); x++) {
          if (ids[y * width + x] === clip.id(actor)) found.mine++
          if (ids[y * width + x] === clip.id(other)) found.its++
        }
    }
  }
  return found
}

/**
 * It gets on by its own size while it stays on top of the other (its foot within a tenth of its height and 3 cm
 * of a top below it) in 60 % of the frames. Down and up: height changes by a tenth of the way. Along: the other
 * is twice as long as wide and the way runs within 35 degrees of its length; across what is three times as long: 30 or more.
 */
export const over: Rule<'over'> = ({ args: { actor, other, how }, frames }, clip) => {
  const [from, to] = frames
  const span = Array.from({ length: 7 }, (_, i) =>
    Math.round(from + ((Math.min(to, clip.frames - 1) - from) * i) / 6),
  )
  const course = courseOf(clip, actor, frames)
  const reach = 0.03 + 0.1 * course.height
  const lifts = span.map((n) => liftOver(clip, actor, other, n))
  const borne = lifts.filter((lift) => Math.abs(lift) <= reach).length / span.length
  const why = { actor, other, how, lifts: lifts.map((lift) => lift.toFixed(3)).join(' ') }
  const drop = course.net[1] / Math.max(course.path, 1e-9)
  const steep = {
    across: across(clip, other, course.net, span[0] as number),
    along: along(clip, other, course.net, span[0] as number),
    down: weigh(-drop, { yes: 0.1, no: 0.03 }, why),
    up: weigh(drop, { yes: 0.1, no: 0.03 }, why),
  }[how]
  return all(
    weigh(borne, { yes: 0.6, no: 0.3 }, why),
    weigh(course.path / course.size, { yes: 0.8, no: 0.4 }, why),
    steep,
  )
}

function along(clip: Clip, other: string, net: Vec3, frame: number): Ruling {
  const { ratio, slant } = lieOf(clip, other, net, frame)
  const why = { other, ratio, slant }
  return all(weigh(ratio, { yes: 2, no: 1.4 }, why), weigh(slant, { yes: 0.8, no: 0.6 }, why))
}

function across(clip: Clip, other: string, net: Vec3, frame: number): Ruling {
  const { ratio, slant } = lieOf(clip, other, net, frame)
  if (ratio < 3) return plain(true)
  return weigh(-slant, { yes: -0.86, no: -0.92 }, { other, ratio, slant })
}

/** Length over width of the other, and the cosine between a way and its length. */
function lieOf(clip: Clip, other: string, net: Vec3, frame: number) {
  // The long way of the other: the level direction in which its points spread most, against that across it.
  const points = clip.body(other).points(frame)
  const spreadAlong = (angle: number) => {
    const reaches = points.map(([x, , z]) => x * Math.cos(angle) + z * Math.sin(angle))
    return Math.max(...reaches) - Math.min(...reaches)
  }
  const angles = Array.from({ length: 36 }, (_, i) => (i * Math.PI) / 36)
  const narrow = angles.reduce((a, b) => (spreadAlong(b) < spreadAlong(a) ? b : a))
  const long: Vec3 = [-Math.sin(narrow), 0, Math.cos(narrow)]
  const ratio = spreadAlong(narrow + Math.PI / 2) / spreadAlong(narrow)
  return { ratio, slant: Math.abs(inner(direction(level(net)), long)) }
}

/** Not a pixel of it at first; when it first shows it touches (within 4 %) that side of the picture. */
export const enters: Rule<'enters'> = ({ args: { actor, side } }, clip) =>
  border(clip, actor, side, 1)

/** The same in reverse: it touches that side when last seen, and not a pixel of it is left. */
export const leaves: Rule<'leaves'> = ({ args: { actor, side } }, clip) =>
  border(clip, actor, side, -1)

function border(clip: Clip, actor: string, side: string, sign: 1 | -1): Ruling {
  const order = Array.from({ length: clip.frames }, (_, i) =>
    sign === 1 ? i : clip.frames - 1 - i,
  )
  const least = Math.max(2, clip.width * clip.height * 2e-5)
  const first = order.findIndex((n) => (clip.mask(actor, n)?.area ?? 0) >= least)
  if (first < 1) return plain(false, { actor, first })
  const mask = clip.mask(actor, order[first] as number)
  if (!mask) return plain(false, { actor })
  const gap = { left: mask.left, top: mask.top, right: 1 - mask.right, bottom: 1 - mask.bottom }[
    side
  ] as number
  return weigh(gap, { yes: 0.04, no: 0.08 }, { actor, side, frame: order[first] })
}

/**
 * The camera keeps a moving actor in its place: its middle strays by at most a sixth of the picture while it
 * would have left that place before a camera that stands still. Turning: the lens turns by 3 degrees or more;
 * alongside: the lens travels half of the actor's way.
 */
export const follows: Rule<'follows'> = ({ args: { actor, how }, frames }, clip) => {
  const [from, last] = [frames[0], Math.min(frames[1], clip.frames) - 1]
  const [a, b] = [clip.lens(from), clip.lens(last)]
  const [p, q] = [clip.body(actor).middle(from), clip.body(actor).middle(last)]
  const [here, there, fixed] = [a.see(p), b.see(q), a.see(q)]
  const kept = Math.hypot(there.x - here.x, there.y - here.y)
  const would = Math.hypot(fixed.x - here.x, fixed.y - here.y)
  const course = courseOf(clip, actor, frames)
  const turned = (Math.acos(Math.min(1, inner(a.forward, b.forward))) * 180) / Math.PI
  const travelled = norm(minus(b.position, a.position))
  const why = { actor, how, kept, would, turned, travelled, way: norm(course.net) }
  return all(
    weigh(kept, { yes: 0.17, no: 0.3 }, why),
    weigh(would - kept, { yes: 0.03, no: 0 }, why),
    how === 'turning'
      ? weigh(turned, { yes: 3, no: 1.5 }, why)
      : weigh(travelled / norm(course.net), { yes: 0.5, no: 0.3 }, why),
  )
}
