import type { Facts } from './facts.ts'
import type { Member } from './member.ts'
import { carrier, uprightOf } from './motion.ts'
import { middleOf } from './support.ts'
import { length, subtract } from '../geometry.ts'

/** What became of something that stood: it fell (over, or down), stands where it stood, or neither for sure. */
export type Fate = 'fallen' | 'standing' | 'unsure'

/** Degrees that it leans at the end; metres that its middle sank, over its height; metres gone, over its size. */
const FALLEN = { lean: 45, sank: 0.4 }
const STANDS = { lean: 12, sank: 0.1, gone: 0.6 }

export function fateOf(member: Member, facts: Facts): Fate {
  const track = carrier(member.cast, facts.take)
  const last = facts.frames - 1
  const [before, after] = [uprightOf(track, 0), uprightOf(track, last)]
  const [a, b] = [middleOf(member, 0), middleOf(member, last)]
  const sank = (a[1] - b[1]) / member.size[1]
  const lean = member.class === 'ball' ? 0 : after
  if (member.class !== 'ball' && before > 20) return 'unsure'
  if (lean >= FALLEN.lean || sank >= FALLEN.sank) return 'fallen'
  const gone = goneBy(member, facts)
  return lean <= STANDS.lean && sank <= STANDS.sank && gone <= STANDS.gone ? 'standing' : 'unsure'
}

/** How far from its first place it ends, in its own sizes. */
export function goneBy(member: Member, { frames }: Facts): number {
  const way = subtract(middleOf(member, frames - 1), middleOf(member, 0))
  return length(way) / Math.max(...member.size)
}

/** It is seen at its first place and at the end. */
export function isSeenThrough({ samples }: Member): boolean {
  return samples.slice(0, 2).some(({ seen }) => seen) && samples.slice(-3).some(({ seen }) => seen)
}
