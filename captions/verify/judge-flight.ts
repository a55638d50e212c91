import type { Member } from '../facts/member.ts'
import { crestOver } from '../facts/terrain.ts'
import { courseOf } from './course.ts'
import { between, type Judgement, type Truth } from './truth.ts'

/** A joint holds it, or a part of it. */
export function isHung({ id, cast }: Member, { scene }: Truth): boolean {
  const own = [id, ...cast.solids]
  return (scene.physics?.joints ?? []).some(({ body }) => own.includes(body))
}

/** No top of anything is within half its height below it as it passes, early on: of what takes longer, in the first second and a half. */
export function isThrown(member: Member, [from, to]: [number, number], truth: Truth): boolean {
  const early = Math.min(to - from, 1.5 * truth.fps)
  const frames = [0.12, 0.25].map((share) => Math.round(from + share * early))
  return frames.every((frame) => {
    const { min, max } = member.bounds(frame)
    const [x, z] = [(min[0] + max[0]) / 2, (min[2] + max[2]) / 2]
    return truth.glimpsed
      .filter(({ id }) => id !== member.id)
      .map((other) => {
        const { min: low, max: top } = other.bounds(frame)
        // A hill somewhere else does not count.
        if (other.kind === 'ground') top[1] = crestOver(other, [x, min[1], z], frame)
        return { min: low, max: top }
      })
      .filter((box) => x >= box.min[0] && x <= box.max[0] && z >= box.min[2] && z <= box.max[2])
      .every((box) => box.max[1] > max[1] || min[1] - box.max[1] > 0.4 * (max[1] - min[1]))
  })
}

/** Its foot is more than a metre, and its own height, above all that stands below it, most of the time that it moves. */
export function isAloft(member: Member, truth: Truth): Judgement {
  const { span } = courseOf(member, truth)
  const [from, to] = span ?? [0, truth.frames - 1]
  const frames = Array.from({ length: to - from + 1 }, (_, n) => from + n)
  const high = frames.filter((frame) => {
    const { min, max } = member.bounds(frame)
    const [x, z] = [(min[0] + max[0]) / 2, (min[2] + max[2]) / 2]
    const tops = truth.glimpsed
      .filter(({ id, class: sort }) => id !== member.id && sort !== 'room')
      .map((other) => ({ ...other.bounds(frame), other }))
      .filter((box) => x >= box.min[0] && x <= box.max[0] && z >= box.min[2] && z <= box.max[2])
      .map(({ max: top, other }) =>
        other.kind === 'ground' ? crestOver(other, [x, min[1], z], frame) : top[1],
      )
    return min[1] - Math.max(0, ...tops) > Math.max(1, max[1] - min[1])
  })
  const share = high.length / frames.length
  return between(share, 0.3, 0.7, { aloft: Math.round(share * 100) / 100 })
}
