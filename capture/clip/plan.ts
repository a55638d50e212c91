import { join } from 'node:path'
import { type Scene, shoot, type Take } from '#scenes'
import { physicsFor } from '#scenes/physics'
import type { StageJob } from '#renderer/protocol'
import { type AssetHashes, readAssets } from '../assets/assets.ts'
import { surveySize } from '../observe/schedule.ts'
import type { TemplateRecord } from '../template/record.ts'
import { cameraIndex, type ClipOptions, type RenderOptions, withOverrides } from '../options.ts'

/** All that is known of a clip before anything is drawn. */
export interface ClipPlan {
  /** With the overrides written in: what scene.json will hold. */
  scene: Scene
  take: Take
  /** Index into the scene's cameras. */
  camera: number
  /** Of the assets that the scene uses. */
  assets: AssetHashes
  /** How the scene came out of a template, if it did. */
  template?: TemplateRecord | undefined
  /** Which clips it belongs to; default is those of the same scene through other cameras. */
  group?: string | undefined
  job: StageJob
}

/** @param template how the scene came out of a template */
export async function planClip(
  given: Scene,
  options: ClipOptions,
  template?: TemplateRecord,
): Promise<ClipPlan> {
  const scene = withOverrides(given, options)
  const camera = cameraIndex(scene, options.camera)
  const assets = readAssets().hashesFor(scene)
  const take = shoot(scene, await physicsFor(scene))
  const survey = surveySize(scene.clip)
  const { width, height } = scene.clip
  const job = {
    scene,
    take,
    camera,
    width,
    height,
    surveyWidth: survey.width,
    surveyHeight: survey.height,
  }
  return { scene, take, camera, assets, template, job }
}

/** `out/<scene>-s<seed>`, and the camera's id when it is not the first. */
export function clipPath(
  { scene, camera, template }: ClipPlan,
  { out, name }: RenderOptions,
): string {
  const suffix = camera === 0 ? '' : `-${scene.cameras[camera]?.id}`
  return join(out, name ?? `${clipName(scene, template)}${suffix}`)
}

/** `<scene>-s<seed>`: the seed of the cast; with what varies, as in `toys-s0-look-s5`. */
export function clipName(scene: Scene, template?: TemplateRecord): string {
  const vary = template?.vary
  const varied = vary ? `-${vary.domains.join('-')}-s${vary.seed}` : ''
  return `${scene.name}-s${template?.seed ?? scene.seed}${varied}`
}
