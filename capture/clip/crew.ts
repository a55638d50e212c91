import type { LoadReport, StageJob } from '#renderer/protocol'
import type { BrowserIdentity } from '../browser/launch.ts'
import type { Ffmpeg } from '../encode/discover.ts'
import { StageLostError } from '../stage/calls.ts'
import type { RemoteStage } from '../stage/remote-stage.ts'

/** Who works on a clip, and how it is watched. */
export interface Crew {
  stages: [RemoteStage, ...RemoteStage[]]
  identity: BrowserIdentity
  ffmpeg: Ffmpeg
  signal?: AbortSignal | undefined
  onProgress?: ((progress: Progress) => void) | undefined
}

export interface Progress {
  stage: 'load' | 'draw' | 'describe' | 'write' | 'export' | 'verify'
  done: number
  total: number
}

/** Loads the job on every stage; the report is the first one's. */
export async function loadAll(
  job: StageJob,
  { stages, identity, signal }: Omit<Crew, 'ffmpeg'>,
): Promise<LoadReport> {
  const reports = await Promise.all(stages.map((stage) => stage.load(job, signal)))
  for (const { renderer } of reports) {
    if (renderer === identity.renderer) continue
    throw new StageLostError(
      `Chrome fell back from ${identity.renderer} to ${renderer} without a word.`,
    )
  }
  // There is a report for each stage, and there is a first stage.
  return reports[0] as LoadReport
}
