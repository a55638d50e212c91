import { join } from 'node:path'
import { type Annotations, CATEGORIES } from '#captions'
import type { TruthPassName } from '#renderer/protocol'
import type { Cameras } from '#scenes'
import { InputError } from '../errors.ts'
import type { ClipTruth } from '../passes/fields.ts'
import { TRUTH_PASSES } from '../passes/formats.ts'
import { readAnnotations, readCameras, readManifest } from '../verify/stored-clip.ts'

/** The passes of a finished clip. Throws an InputError where there is no clip, or where it has no passes. */
export async function readClipTruth(folder: string): Promise<ClipTruth> {
  const { passes = {} } = await readManifest(folder)
  const stored = TRUTH_PASSES.filter((pass) => pass in passes)
  if (stored.length === 0)
    throw new InputError(`${folder} has no passes.`, {
      remedy: `Render it again with --passes; there are: ${TRUTH_PASSES.join(', ')}.`,
    })
  const path = (name: string) => join(folder, name)
  return clipTruthOf(await readCameras(folder), await readAnnotations(folder), stored, path)
}

/** @param path of a file of the clip */
export function clipTruthOf(
  { width, height, fps, frames }: Cameras,
  { actors }: Pick<Annotations, 'actors'>,
  stored: readonly TruthPassName[],
  path: (name: string) => string,
): ClipTruth {
  const categories = [0]
  for (const { instance, category } of actors)
    categories[instance] = 1 + CATEGORIES.indexOf(category)
  return {
    width,
    height,
    fps,
    frames: frames.length,
    file: (pass) => path(`passes/${pass}.mkv`),
    stored: new Set(stored),
    cameraToWorld: frames.map(({ cameraToWorld }) => cameraToWorld),
    categories,
  }
}
