import type { Take } from '#scenes'
import { add, type Vec3 } from '../geometry.ts'
import type { Member } from './member.ts'
import type { Step } from './motion.ts'

/**
 * Frames at which a ball begins another way: it falls off what it rolled on, or is thrown back. What it did before and
 * what it does after are two motions.
 */
export function turnsOf(member: Member, steps: Step[], take: Take): number[] {
  return take.events.flatMap(({ kind, actor, other, t }) => {
    const frame = Math.floor(t * take.fps)
    if (kind === 'falls-off' && actor === member.id) return [frame]
    if (kind !== 'contact' || (actor !== member.id && other !== member.id)) return []
    const way = (from: number, to: number) =>
      steps
        .slice(Math.max(0, from), to)
        .reduce((sum, { moved }) => add(sum, moved), [0, 0, 0] as Vec3)
    const [came, went] = [way(frame - 4, frame), way(frame + 1, frame + 5)]
    const back = came[0] * went[0] + came[2] * went[2]
    const size = Math.hypot(came[0], came[2]) * Math.hypot(went[0], went[2])
    return back < -0.5 * size && size > 0 ? [frame] : []
  })
}

/** Stretches cut at these frames, where both pieces are long enough. */
export function split(spans: [number, number][], at: number[], least: number): [number, number][] {
  return [...at]
    .sort((a, b) => a - b)
    .reduce(
      (all, frame) =>
        all.flatMap(([from, to]): [number, number][] =>
          frame - from >= least && to - frame >= least
            ? [
                [from, frame],
                [frame, to],
              ]
            : [[from, to]],
        ),
      spans,
    )
}
