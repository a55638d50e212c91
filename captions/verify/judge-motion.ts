import { poseAtFrame } from '#scenes'
import type { Member, Sample } from '../facts/member.ts'
import { add, dot, length, rotate, subtract, times, unit, type Vec3 } from '../geometry.ts'
import { ACTS, doesAct, isSeated } from './judge-acts.ts'
import { courseOf } from './course.ts'
import { strides } from './judge-strides.ts'
import { isHung, isThrown } from './judge-flight.ts'
import { best, between, OPEN, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'

/** Does it do what the verb says? */
export function does(member: Member, said: string, truth: Truth): Judgement {
  // A flag has no hand.
  const verb = said === 'wave' && member.class !== 'person' ? 'flutter' : said
  if (ACTS.includes(verb)) return doesAct(member, verb, truth)
  const course = courseOf(member, truth)
  const { net, path, turned, span } = course
  const large = Math.max(...member.size)
  const evidence = { net: rounded(length(net)), path: rounded(path), turned: Math.round(turned) }
  const judged = ((): Judgement => {
    if (verb === 'spin' && member.substance.turning > 0)
      return between(member.substance.turning, 10, 40, { turning: member.substance.turning })
    if (!span) return REFUTED({ moves: false })
    const goes = length(net) > 0.5 * path && length(net) > 0.2 * large
    const level = Math.hypot(net[0], net[2])
    switch (verb) {
      case 'spin':
        return length(net) > 0.5 * large ? REFUTED(evidence) : between(turned, 10, 20, evidence)
      case 'swing':
        // What hangs on a joint may swing once and not come back.
        if (member.substance.turning >= 40) return REFUTED({ turning: member.substance.turning })
        return goes && !isHung(member, truth) ? REFUTED(evidence) : between(turned, 2, 4, evidence)
      case 'flutter':
        return goes || !/flag|banner|pennant/.test(member.noun.en)
          ? REFUTED(evidence)
          : between(turned, 2, 4, evidence)
      case 'bounce': {
        const heights = course.middles.slice(span[0], span[1] + 1).map(([, y]) => y)
        const lows = heights.filter(
          (y, n) =>
            n > 0 &&
            n < heights.length - 1 &&
            y <= (heights[n - 1] as number) &&
            y < (heights[n + 1] as number),
        ).length
        return between(
          Math.max(...heights) - Math.min(...heights) < 0.1 * member.size[1] ? 0 : lows,
          0,
          1,
          { ...evidence, lows },
        )
      }
      case 'tumble':
        return path > 0.2 * large && member.class !== 'ball'
          ? between(turned, 25, 55, evidence)
          : REFUTED(evidence)
      case 'topple':
        // What leans on another for a while may lie later.
        return best([
          toppled(member, span, truth),
          toppled(member, [span[0], truth.frames - 1], truth),
        ])
      case 'tip':
        return goes && length(net) > 0.6 * large
          ? REFUTED(evidence)
          : between(turned, 1, 3, evidence)
      case 'bob':
      case 'shuttle':
        return goes ? REFUTED(evidence) : between(path / large, 0.05, 0.1, evidence)
      case 'rise':
      case 'fall':
        return between(
          (verb === 'rise' ? net[1] : -net[1]) / (level + Math.abs(net[1])),
          0.3,
          0.6,
          evidence,
        )
      case 'walk':
      case 'trot':
      case 'gallop':
      case 'run':
        return goes || path > 3 * large
          ? strides(member, verb, (path * truth.fps) / (span[1] - span[0]))
          : REFUTED({ ...evidence, walks: member.walks })
      case 'drive':
        return member.class === 'vehicle' && goes && !wasStruck(member, span[0], truth)
          ? TRUE(evidence)
          : REFUTED({ ...evidence, class: member.class })
      case 'fly':
        return path > 0.2 * large &&
          (member.class === 'aircraft' ||
            (member.class === 'animal' && !member.walks) ||
            isThrown(member, span, truth))
          ? TRUE(evidence)
          : REFUTED({ ...evidence, class: member.class })
      case 'sail':
        return member.class === 'boat' && goes
          ? TRUE(evidence)
          : REFUTED({ ...evidence, class: member.class })
      case 'roll': {
        const round = ((turned * Math.PI) / 180) * (Math.min(...member.size) / 2)
        // What is thrown back has gone somewhere too.
        return goes || path > 1.5 * large
          ? between(round / Math.max(path, 1e-9), 0.2, 0.4, { ...evidence, round: rounded(round) })
          : REFUTED(evidence)
      }
      case 'slide':
        return !goes || member.walks ? REFUTED(evidence) : between(turned, 90, 30, evidence)
      case 'move':
        return goes || path > 0.2 * large ? TRUE(evidence) : OPEN(evidence)
      default:
        return REFUTED({ ...evidence, verb })
    }
  })()
  return span ? { ...judged, frames: span } : judged
}

/** It stood until something touched it, within an eighth of a second. */
function wasStruck({ id }: Member, start: number, { take, fps }: Truth): boolean {
  return take.events.some(
    ({ kind, actor, other, t }) =>
      kind === 'contact' &&
      (actor === id || other === id) &&
      start > 1 &&
      Math.abs(t - start / fps) <= 0.125,
  )
}

/** It stood upright before and lies at the end of the stretch; what turns on beyond that tumbles. */
export function toppled(member: Member, [from, to]: [number, number], truth: Truth): Judgement {
  const { track } =
    member.cast.track.samples > 1
      ? member.cast
      : (truth.take.actors.find(
          (actor) => member.cast.solids.includes(actor.id) && actor.track.samples > 1,
        ) ?? member.cast)
  const lean = (frame: number) => {
    const [, up] = rotate([0, 1, 0], poseAtFrame(track, frame).rotation)
    return (Math.acos(Math.min(1, Math.max(-1, up))) * 180) / Math.PI
  }
  const [first, last] = [lean(from), lean(to)]
  const evidence = { from: Math.round(first), to: Math.round(last) }
  if (member.class === 'ball') return REFUTED({ ...evidence, class: 'ball' })
  return worst([between(first, 35, 22, evidence), between(last, 25, 42, evidence)])
}

/**
 * Direction by the pixels: the spots that its box and depth mark in the world, along the camera's axes. Of the frames
 * given, else of all its motion.
 */
export function goes(
  member: Member,
  direction: string,
  truth: Truth,
  during?: [number, number],
): Judgement {
  const { span: whole, net } = courseOf(member, truth)
  const span = during ?? whole
  if (!span) return REFUTED({ moves: false })
  const seen = member.samples.filter(
    ({ seen: is, spot, frame }) => is && spot && frame >= span[0] && frame <= span[1],
  )
  const first = seen[0]
  if (!first || seen.length < 2) return OPEN({ seen: seen.length })
  const last = farthest(seen, first)
  if (direction === 'uphill' || direction === 'downhill') {
    const climb = net[1] / (Math.hypot(net[0], net[2]) || 1)
    return between(direction === 'uphill' ? climb : -climb, 0.02, 0.06, { climb: rounded(climb) })
  }
  const way = subtract(last.spot as Vec3, first.spot as Vec3)
  const share = dot(way, axis(direction, first, last, truth)) / (length(way) || 1)
  const along = between(share, 0.15, 0.6, { cosine: rounded(share), metres: rounded(length(way)) })
  return { ...worst([along, crosses(member, direction, [span[0], last.frame])]), frames: span }
}

/** It turns, and from there goes in that direction, or back by a third of the way that it had come. */
export function comesBack(member: Member, direction: string | null, truth: Truth): Judgement {
  const { span, middles } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const [start, end] = [middles[span[0]] as Vec3, middles[span[1]] as Vec3]
  const seen = member.samples.filter(
    ({ frame, spot }) => spot && frame >= span[0] && frame < span[1],
  )
  const way = direction && seen[0] && axis(direction, seen[0], seen.at(-1) as Sample, truth)
  // The farthest against that direction, or from where it began.
  const off = ({ spot }: Sample) =>
    way ? -dot(spot as Vec3, way) : length(subtract(spot as Vec3, start))
  const turn = seen.reduce<Sample | undefined>((a, b) => (a && off(a) >= off(b) ? a : b), undefined)
  if (!turn) return OPEN({ seen: 0 })
  const there = middles[turn.frame] as Vec3
  // What it came against that direction, as far as it is seen.
  const come = way ? off(turn) - off(seen[0] as Sample) : length(subtract(there, start))
  const back = length(subtract(end, there))
  const evidence = { come: rounded(come), back: rounded(back) }
  const returns = between(
    come <= 0 ? 0 : Math.min(come / large(member), back / come),
    0.1,
    0.33,
    evidence,
  )
  const goesBack = direction ? [goes(member, direction, truth, [turn.frame, span[1]])] : []
  return { ...worst([returns, ...goesBack]), frames: [turn.frame, span[1]] }
}

function large({ size }: Member): number {
  return Math.max(...size)
}

/** Its pixels, however few, do not end up on the other side of where they began: a camera may keep them in place. */
function crosses(member: Member, direction: string, [from, to]: [number, number]): Judgement {
  if (direction !== 'left' && direction !== 'right') return TRUE()
  const xs = member.samples.flatMap(({ box, x, frame }) =>
    box && frame >= from && frame <= to ? [x] : [],
  )
  const shift = (xs.at(-1) as number) - (xs[0] as number)
  return between(direction === 'right' ? shift : -shift, -0.06, -0.02, { shift: rounded(shift) })
}

/** Where a way ends: the last place of it, or where what was thrown back turned. */
function farthest(seen: Sample[], first: Sample): Sample {
  const away = (sample: Sample) => length(subtract(sample.spot as Vec3, first.spot as Vec3))
  const [last, far] = [seen.at(-1) as Sample, seen.reduce((a, b) => (away(b) > away(a) ? b : a))]
  return away(far) > 2 * away(last) ? far : last
}

/** Whichever of left and right it goes; null when neither. */
export function sideways(member: Member, truth: Truth): 'left' | 'right' | null {
  return (
    (['left', 'right'] as const).find((side) => goes(member, side, truth).status === 'verified') ??
    null
  )
}

export function axis(direction: string, first: Sample, last: Sample, { views }: Truth): Vec3 {
  const [a, b] = [views[first.frame], views[last.frame]]
  const right = unit(add(a?.right ?? [1, 0, 0], b?.right ?? [1, 0, 0]))
  const forward = add(a?.forward ?? [0, 0, -1], b?.forward ?? [0, 0, -1])
  const ahead = unit([forward[0], 0, forward[2]])
  const axes: Record<string, Vec3> = {
    right,
    left: times(right, -1),
    away: ahead,
    toward: times(ahead, -1),
    up: [0, 1, 0],
    down: [0, -1, 0],
  }
  return axes[direction] ?? [0, 0, 0]
}

export function begins(member: Member, truth: Truth): Judgement {
  const { span } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  return {
    ...between(span[0] / truth.fps, 0.05, 0.3, { at: rounded(span[0] / truth.fps) }),
    frames: [Math.max(0, span[0] - 2), span[0] + 2],
  }
}

export function halts(member: Member, truth: Truth): Judgement {
  const { span } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const rest = (truth.frames - 1 - span[1]) / truth.fps
  const inView =
    member.samples.at(-1)?.seen === true ||
    member.samples.some(({ frame, seen }) => seen && frame >= span[1])
  return {
    ...worst([between(rest, 0.05, 0.3, { rest: rounded(rest) }), inView ? TRUE() : OPEN()]),
    frames: [span[1] - 2, span[1] + 2],
  }
}

export function stays(member: Member, how: string, truth: Truth, atFirst = false): Judgement {
  const { span, path } = courseOf(member, truth)
  const isLeft = atFirst && span !== null && span[0] / truth.fps >= 0.3
  if (!isLeft && span && path > 0.1 * Math.max(...member.size))
    return REFUTED({ path: rounded(path) })
  // A thing sits where it lies, a person on what it sits on.
  if (member.class === 'person' && how === 'sit') return isSeated(member, truth)
  if (member.class === 'person' && how === 'stand' && isSeated(member, truth).status === 'verified')
    return REFUTED({ seated: true })
  if (how === 'park' && member.class !== 'vehicle') return REFUTED({ class: member.class })
  if (how === 'grow' && member.class !== 'plant') return REFUTED({ class: member.class })
  return TRUE({ moves: span !== null })
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
