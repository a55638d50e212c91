import type { Observations } from '#captions'
import type { Picture } from '#renderer/protocol'
import type { Take } from '#scenes'
import { differenceOf, needsDifference, planDifferences } from './difference.ts'
import { measure, type Sample } from './measure.ts'
import { observe } from './observations.ts'
import { parseSurvey, type Survey } from './survey.ts'

/** Watches a clip's surveys and says at the end what was to be seen. */
export interface Observer {
  /** Measures one survey; in the order of the frames. */
  add(picture: Picture): Sample
  /** Draws a few frames again without members that blend in, and closes the observations. */
  finish(drawWithout: (frame: number, members: number[]) => Promise<Picture>): Promise<Observations>
}

export function openObserver(
  take: Take,
  { width, height }: { width: number; height: number },
): Observer {
  const samples: Sample[] = []
  // Only those in which somebody blends in are needed again.
  const kept = new Map<number, Pick<Survey, 'rgb' | 'ids'>>()

  return {
    add(picture) {
      const survey = parseSurvey(picture, take.cast.length)
      const sample = measure(survey)
      if (sample.members.some(needsDifference))
        kept.set(samples.length, { rgb: survey.rgb, ids: survey.ids })
      samples.push(sample)
      return sample
    },
    async finish(drawWithout) {
      const tests = planDifferences(samples)
      const drawn = await Promise.all(
        tests.map(({ frame, members }) => drawWithout(frame, members)),
      )
      const differences = new Map<number, Map<number, number>>()
      for (const [i, { sample, members }] of tests.entries()) {
        // A planned test has its survey kept: both ask the same question.
        const survey = kept.get(sample) as Pick<Survey, 'rgb' | 'ids'>
        for (const member of members) {
          const column = differences.get(member) ?? new Map<number, number>()
          differences.set(
            member,
            column.set(sample, differenceOf(survey, drawn[i] as Picture, member)),
          )
        }
      }
      return observe({ take, width, height, samples, differences })
    },
  }
}
