import type { Picture } from '#renderer/protocol'
import type { Box } from './mask.ts'
import { type MemberSample, ringWidth, type Sample } from './measure.ts'
import type { Survey } from './survey.ts'

/** dE2000 to its surroundings from which a member stands out. */
export const contrastThreshold = 5
/** Mean difference 0..255 to the frame without it from which a member is visible. */
export const differenceThreshold = 3
/** Fewer pixels than this prove nothing. */
export const fewestPixels = 20

/** One drawing of a sampled frame without some members. */
export interface DifferenceTest {
  /** Index into the samples. */
  sample: number
  frame: number
  /** Members whose boxes do not meet, so that none hides another's place. */
  members: number[]
}

/** True where the ring around a member does not tell it from what surrounds it. */
export function needsDifference({ pixels, contrast }: MemberSample): boolean {
  return pixels >= fewestPixels && (contrast === null || contrast < contrastThreshold)
}

/**
 * Which frames to draw again without whom: members that blend in with their surroundings in at least a
 * quarter of the samples, at up to three moments each, several of them in one drawing. A drawing costs
 * as much as a frame, so there is one for 40 frames of the clip; who blends in longest comes first.
 */
export function planDifferences(samples: readonly Sample[]): DifferenceTest[] {
  const count = samples[0]?.members.length ?? 0
  const most = Math.ceil(((samples.at(-1)?.frame ?? 0) + 1) / framesPerDrawing)
  const candidates = Array.from({ length: count }, (_, member) => ({
    member,
    moments: blendsIn(samples, member),
  }))
    .filter(({ moments }) => moments.length >= Math.max(1, samples.length / 4))
    .sort((a, b) => b.moments.length - a.moments.length || a.member - b.member)

  const tests: DifferenceTest[] = []
  for (const { member, moments } of candidates) {
    const shared = [...new Set(tests.map(({ sample }) => sample))].filter((sample) =>
      moments.includes(sample),
    )
    for (const sample of [...new Set([...shared, ...spread(moments, momentsEach)])].slice(
      0,
      momentsEach,
    )) {
      const { frame, members } = samples[sample] as Sample
      const boxOf = (one: number) => (members[one] as MemberSample).box as Box
      const fits = (test: DifferenceTest) =>
        test.sample === sample && test.members.every((other) => !meet(boxOf(member), boxOf(other)))
      const joined = tests.find(fits)
      if (joined) joined.members.push(member)
      else if (tests.length < most) tests.push({ sample, frame, members: [member] })
    }
  }
  return tests
}

/** Mean absolute difference 0..255 over a member's pixels between a survey and the same frame without it. */
export function differenceOf(
  { rgb, ids }: Pick<Survey, 'rgb' | 'ids'>,
  without: Picture,
  member: number,
): number {
  let sum = 0
  let pixels = 0
  for (let i = 0; i < ids.length; i++) {
    if (ids[i] !== member + 1) continue
    pixels++
    for (let at = 3 * i; at < 3 * i + 3; at++)
      sum += Math.abs((rgb[at] as number) - (without.bytes[at] as number))
  }
  return pixels === 0 ? 0 : sum / (3 * pixels)
}

const momentsEach = 3
const framesPerDrawing = 40

/** The samples in which a member cannot be told from what surrounds it. */
function blendsIn(samples: readonly Sample[], member: number): number[] {
  return samples.flatMap(({ members }, i) =>
    needsDifference(members[member] as MemberSample) ? [i] : [],
  )
}

/** The middles of n equal stretches: the ends of a clip are its least typical moments. */
function spread(values: readonly number[], n: number): number[] {
  if (values.length <= n) return [...values]
  return Array.from(
    { length: n },
    (_, i) => values[Math.floor(((i + 0.5) * values.length) / n)] as number,
  )
}

function meet(a: Box, b: Box): boolean {
  return (
    a[0] < b[2] + ringWidth &&
    b[0] < a[2] + ringWidth &&
    a[1] < b[3] + ringWidth &&
    b[1] < a[3] + ringWidth
  )
}
