import type { Observations } from '#captions'
import type { CameraTrack } from '#scenes'
import { openObserver } from '../observe/observer.ts'
import { sampleFrames } from '../observe/schedule.ts'
import { type Crew, loadAll } from './crew.ts'
import type { ClipPlan } from './plan.ts'

/**
 * Looks at a clip without drawing it: the surveys alone, at the frames and in the size at which `renderClip` takes them,
 * so that the finished clip has the same observations.
 */
export async function observeClip(
  { take, camera, job }: ClipPlan,
  crew: Omit<Crew, 'ffmpeg'>,
): Promise<Observations> {
  const { stages, signal, onProgress = () => {} } = crew
  const [stage] = stages
  // The plan's camera is one of the take's.
  const { shots } = take.cameras[camera] as CameraTrack
  await loadAll(job, crew)
  const frames = sampleFrames({ ...take, shots })
  const observer = openObserver(take, { width: job.surveyWidth, height: job.surveyHeight })
  for (const [i, frame] of frames.entries()) {
    observer.add(await stage.draw(frame, 'survey', signal))
    onProgress({ stage: 'draw', done: i + 1, total: frames.length })
  }
  return observer.finish((frame, without) => stage.draw(frame, { without }, signal))
}
