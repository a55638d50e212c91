import type { Member } from '../facts/member.ts'
import { between, REFUTED, worst, type Judgement } from './truth.ts'

/**
 * Walks, trots, gallops, runs: by the speed. An animal's gaits part at Froude numbers of 0.35 and 2.2; a person runs from
 * 3.2 m/s, and does not below 2.2.
 */
export function strides(member: Member, verb: string, speed: number): Judgement {
  const evidence = { speed: Math.round(speed * 100) / 100, walks: member.walks }
  if (!member.walks) return REFUTED(evidence)
  const { withers } = member
  if (withers === null) {
    if (verb === 'walk') return between(speed, 3.2, 2.6, evidence)
    return verb === 'run' ? between(speed, 2.2, 3.1, evidence) : REFUTED(evidence)
  }
  const froude = speed ** 2 / (9.81 * withers)
  if (verb === 'walk') return between(froude, 0.42, 0.32, evidence)
  if (verb === 'trot')
    return worst([between(froude, 0.28, 0.38, evidence), between(froude, 2.6, 2.0, evidence)])
  // Who runs may also be seen to trot.
  if (verb === 'run') return between(froude, 0.28, 2.4, evidence)
  return between(froude, 1.8, 2.4, evidence)
}
