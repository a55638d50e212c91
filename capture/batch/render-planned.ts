import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ClipPlan } from '../clip/plan.ts'
import { renderClip } from '../clip/render-clip.ts'
import { InputError } from '../errors.ts'
import { RenderOptions } from '../options.ts'
import { clipFolderOf } from '../reel/layout.ts'
import type { Session } from '../session.ts'
import { type Judge, Rejected } from './judge.ts'
import type { PlannedClip } from './planned.ts'
import type { Recipe } from './recipe.ts'
import { isOfSeed } from './source.ts'

export interface PlannedRender {
  reel: string
  recipe: Recipe
  clip: PlannedClip
  plan: ClipPlan
  judge: Judge
}

/** Whether a clip is in its place in a reel: a folder appears complete or not at all. */
export function isFinished(reel: string, id: string): boolean {
  return existsSync(join(clipFolderOf(reel, id), 'manifest.json'))
}

/** Renders a clip into its place in a reel, unless it is there. @param onLoad when the browser takes in the scene */
export async function renderPlanned(
  session: Pick<Session, 'use'>,
  { reel, recipe, clip, plan, judge }: PlannedRender,
  signal: AbortSignal,
  onLoad: () => unknown = () => {},
): Promise<void> {
  if (isFinished(reel, clip.id)) return
  const { passes, previews, negatives, crf } = recipe
  const out = dirname(clipFolderOf(reel, clip.id))
  const options = RenderOptions.parse({ passes, previews, negatives, crf, out, name: clip.id })
  try {
    await session.use(
      1,
      (crew) => renderClip(plan, options, crew, (said) => judge.hear(clip, plan, said)),
      { signal, onProgress: ({ stage }) => void (stage === 'load' && onLoad()) },
    )
  } catch (error) {
    // Another worker may have been given the same clip, and have finished it first.
    if (!isFinished(reel, clip.id)) throw error
  }
}

/** Whether the same clip may come out at another try. */
export function mayPass(error: unknown): boolean {
  if (error instanceof Rejected || error instanceof InputError || isOfSeed(error)) return false
  return !(error instanceof Error && isFull(error))
}

/** No disk space: as we were told, or as ffmpeg was. */
export function isFull(error: Error): boolean {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') return true
  if (/no space left on device|disk quota exceeded/i.test(error.message)) return true
  return error.cause instanceof Error && isFull(error.cause)
}
