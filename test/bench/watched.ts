import type { CameraTrack } from '#scenes'
import type { ClipPlan, Crew } from '#capture'
import type { CaptionFile } from '#captions'
import { loadAll } from '../../capture/clip/crew.ts'
import { describe } from '../../capture/clip/truth.ts'
import { openObserver } from '../../capture/observe/observer.ts'
import { sampleFrames } from '../../capture/observe/schedule.ts'

/** What is said of a clip on its own observations, without the frames between them and without a film. */
export async function watched(plan: ClipPlan, crew: Crew): Promise<CaptionFile> {
  const { take, job } = plan
  const [stage] = crew.stages
  await loadAll(job, crew)
  const observer = openObserver(take, { width: job.surveyWidth, height: job.surveyHeight })
  const { shots } = take.cameras[job.camera] as CameraTrack
  const drawn = sampleFrames({ ...take, shots }).map((frame) => stage.draw(frame, 'survey'))
  for (const survey of drawn) observer.add(await survey)
  const observations = await observer.finish((frame, without) => stage.draw(frame, { without }))
  return describe(plan, observations).captions
}

/** Everything verified of a clip, as one text that is the same for the same set of claims. */
export function verifiedSet({ claims }: CaptionFile): string {
  return claims
    .filter(({ status }) => status === 'verified')
    .map(({ predicate, args }) => `${predicate} ${JSON.stringify(args)}`)
    .sort()
    .join('\n')
}
