import type { Member } from '../facts/member.ts'
import { courseOf } from './course.ts'
import { rounded } from './judge-motion.ts'
import { between, OPEN, REFUTED, TRUE, type Judgement, type Truth } from './truth.ts'

/** Paces of walkers, metres per second. */
export function walksAt(member: Member, pace: string, truth: Truth): Judgement {
  const { span, path } = courseOf(member, truth)
  if (!span) return REFUTED({ moves: false })
  const speed = (path * truth.fps) / (span[1] - span[0])
  const evidence = { speed: rounded(speed) }
  if (pace === 'slow') return between(speed, 1.1, 0.75, evidence)
  if (pace === 'brisk') return between(speed, 1.4, 1.65, evidence)
  return speed >= 0.85 && speed <= 1.6
    ? TRUE(evidence)
    : speed < 0.6 || speed > 2
      ? REFUTED(evidence)
      : OPEN(evidence)
}
