import { randomBytes } from 'node:crypto'
import type { StageJob } from '#renderer/protocol'
import type { PlayRequest, Summary } from '#renderer/studio'
import { nounOf } from '#captions'
import {
  cast,
  isTemplateText,
  parseScene,
  parseTemplate,
  type CameraTrack,
  type Cast,
  type Scene,
  shoot,
  solidActors,
  type Take,
  type Template,
} from '#scenes'
import { loadPhysics, physicsFor } from '#scenes/physics'
import { readAssets } from '../assets/assets.ts'
import { previewSize } from '../clip/preview-size.ts'
import { surveySize } from '../observe/schedule.ts'
import { cameraIndex, withOverrides } from '../options.ts'
import { recordOf, type TemplateRecord } from '../template/record.ts'
import { templateFiles } from '../template/template-files.ts'

/** A scene that was played out for a page. */
export interface Play {
  film: Film
  /** What the page's stage draws from. */
  job: StageJob
  summary: Summary
}

/** What is proven and rendered of it. */
export interface Film {
  /** As it will be rendered, not as it is previewed. */
  scene: Scene
  camera: string
  template?: TemplateRecord
}

/** What a text says, cast and shot. Throws what `parseScene`, `parseTemplate`, `cast` and `shoot` throw. */
export async function play(text: string, file: string, asked: PlayRequest): Promise<Play> {
  const assets = readAssets()
  if (!isTemplateText(text)) {
    const scene = parseScene(text, file, assets.images)
    return playScene(scene, asked)
  }
  const template = parseTemplate(text, file, templateFiles(file))
  const physics = await loadPhysics()
  const made = cast(template, asked.seed ?? 0, asked.params, {
    images: assets.images,
    shoot: (scene) => shoot(scene, physics),
    vary: asked.vary,
  })
  const played = await playScene(made.scene, asked, made.take)
  return {
    ...played,
    film: { ...played.film, template: recordOf(template, made) },
    summary: { ...played.summary, template: templateSummary(template, made) },
  }
}

/**
 * A scene as a page plays it.
 * @param known how it plays out at its own size, when somebody has shot it already
 */
export async function playScene(
  scene: Scene,
  { camera: wanted, longSide }: Pick<PlayRequest, 'camera' | 'longSide'>,
  known?: Take,
): Promise<Play> {
  readAssets().hashesFor(scene)
  const drawn = drawnScene(scene, longSide)
  const take = drawn === scene && known ? known : shoot(drawn, await physicsFor(drawn))
  const camera = cameraIndex(
    scene,
    scene.cameras.some(({ id }) => id === wanted) ? wanted : undefined,
  )
  const { width, height } = drawn.clip
  const survey = surveySize(drawn.clip)
  const job: StageJob = {
    scene: drawn,
    take,
    camera,
    width,
    height,
    surveyWidth: survey.width,
    surveyHeight: survey.height,
  }
  // Both are lists of the same cameras.
  const track = take.cameras[camera] as CameraTrack
  return { film: { scene, camera: track.id }, job, summary: summaryOf(scene, job, track) }
}

/** The scene in the size that is drawn; the very same one where that is its own. */
function drawnScene(scene: Scene, longSide: number | undefined): Scene {
  const { width, height } = scene.clip
  if (longSide === undefined || longSide >= Math.max(width, height)) return scene
  const size = previewSize(scene.clip, longSide)
  return withOverrides(scene, { size: `${size.width}x${size.height}` })
}

function summaryOf(scene: Scene, { take, width, height }: StageJob, track: CameraTrack): Summary {
  const { clip, name, title } = scene
  return {
    job: randomBytes(9).toString('base64url'),
    name,
    ...(title !== undefined && { title }),
    clip: { width: clip.width, height: clip.height, fps: take.fps, frames: take.frames },
    drawn: { width, height },
    camera: track.id,
    cameras: take.cameras.map(({ id }) => id),
    cast: membersOf(scene, take),
    events: take.events,
    shots: track.shots,
  }
}

/** In the words that captions use. */
function membersOf(scene: Scene, take: Take): Summary['cast'] {
  const solids = new Map(solidActors(scene).map((actor) => [actor.id, actor]))
  return take.cast.map((member) => {
    const actor = solids.get(member.solids[0] ?? '')
    const { id, kind } = member
    return { id, kind, noun: actor ? nounOf(member, actor).en : kind }
  })
}

function templateSummary(template: Template, made: Cast): NonNullable<Summary['template']> {
  const { seed, vary, params, choices, tries } = made
  return {
    seed,
    ...(vary && { vary }),
    values: params,
    params: template.params as NonNullable<Summary['template']>['params'],
    choices,
    tries,
  }
}
