import type { ReelClip } from '../reel/open-reel.ts'
import { readCameras } from '../verify/stored-clip.ts'
import type { NamedModel } from './models.ts'
import type { Control, Target } from './target.ts'
import { isUnfit, type Unfit, type Window } from './window.ts'

export interface Wanted {
  target: Target
  model: NamedModel | undefined
  controls: readonly Control[]
  keepCuts: boolean
}

/** What a target looks at of a clip, or why it has no use for it: by its row, and by which files it has. */
export async function fitOf(
  { row, folder, has, ready }: ReelClip,
  { target, model, controls, keepCuts }: Wanted,
): Promise<Window | Unfit> {
  const window = target.window(row, model)
  if (isUnfit(window)) return window
  const missing = ['video.mp4', ...neededFiles(target, controls)].find((name) => !has(name))
  if (missing) return lacking(missing)
  if (row.shots < 2) return window
  const [from, to] = window.frames
  await ready()
  const { shots } = await readCameras(folder)
  const isCut = shots.some((shot) => shot.from > from && shot.from < to)
  // What is so wherever it begins is only known of one shot.
  if (isCut && (!keepCuts || window.any !== undefined)) return CUT
  return window
}

/** Where the shots of such a clip can be looked at each by itself, that is done instead. */
export const CUT: Unfit = { reason: 'a cut in what is trained on', render: 'scenes of one shot' }

/** Whether a target can do with a shot: not who takes all cameras of a scene, nor who reads truth frame by frame. */
export function takesShots({ group, passes }: Target): boolean {
  return !group && !passes
}

/** Beside what all clips have. */
export function neededFiles({ passes = [] }: Target, controls: readonly Control[]): string[] {
  return [
    ...controls.map((control) => `preview/${control}.mp4`),
    ...passes.map((pass) => `passes/${pass}.mkv`),
  ]
}

function lacking(name: string): Unfit {
  const passes = 'depth,instance,normal'
  if (name.startsWith('preview/'))
    return { reason: `no ${name}`, render: `--passes ${passes} --previews` }
  if (name.startsWith('passes/')) return { reason: `no ${name}`, render: '--passes instance' }
  return { reason: `no ${name}: the clip is not whole`, render: 'it again' }
}
