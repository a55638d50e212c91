import {
  annotate,
  type Annotations,
  type CaptionFile,
  captionScene,
  negativesOf,
  type DenseTruth,
  type Observations,
} from '#captions'
import { type Cameras, camerasOf, type CameraTrack } from '#scenes'
import { clipId } from './clip-id.ts'
import type { DraftFolder } from './folder.ts'
import { oneLine } from './one-line.ts'
import type { ClipPlan } from './plan.ts'

/** What is said of a clip, and what it rests on. */
export interface Description {
  observations: Observations
  captions: CaptionFile
}

/** @param negatives whether captions that are false by one claim are made too */
export function describe(
  { scene, take, camera }: ClipPlan,
  observations: Observations,
  { negatives = false } = {},
): Description {
  const filmed = { scene, take, camera, observations }
  const captions = captionScene(filmed)
  return {
    observations,
    captions: negatives ? { ...captions, negatives: negativesOf(filmed, captions) } : captions,
  }
}

/**
 * Writes everything about a clip that is text; returns what deriving passes takes.
 * @param dense of every member of the cast, when passes were asked for
 */
export async function writeTruth(
  folder: DraftFolder,
  plan: ClipPlan,
  { observations, captions }: Description,
  dense?: readonly DenseTruth[],
): Promise<{ cameras: Cameras; annotations: Annotations }> {
  const { scene, take, camera, assets } = plan
  // The plan's camera is an index of both lists.
  const track = take.cameras[camera] as CameraTrack
  const { width, height } = scene.clip
  const id = clipId({ scene, camera: track.id, assets })
  const cameras = camerasOf(take, track, { width, height })
  const annotations = annotate(scene, take, dense)
  await folder.write('scene.json', json(scene))
  await folder.write('cameras.json', json(cameras))
  await folder.write('annotations.json', json(annotations))
  await folder.write('observations.json', json(observations))
  await folder.write('caption.json', json({ ...captions, id }))
  await folder.write('caption.txt', `${oneLine(captions.captions.en.default.text)}\n`)
  return { cameras, annotations }
}

function json(content: unknown): string {
  return `${JSON.stringify(content)}\n`
}
