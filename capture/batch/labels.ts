import { type CaptionFile, SEEN } from '#captions'
import {
  camerasOf,
  type CameraTrack,
  labelShot,
  poseAtFrame,
  type Scene,
  type ShotLabels,
  type Framing,
  type Take,
  viewsOf,
} from '#scenes'
import type { ClipPlan } from '../clip/plan.ts'
import type { Description } from '../clip/truth.ts'
import { qualityOf } from '../reel/quality.ts'
import { Gates, type Measures } from './gates.ts'
import type { Labels } from './quota.ts'

/**
 * What is known of a clip before anything is drawn: words as the columns of its row have them, kinds and events,
 * values of parameters (`params.balls`) and of choices (`choices.world/sky/kind`). What is grey has no label; a clip
 * with cuts has none of its camera, for each shot has its own.
 */
export function labelsOf({ scene, take, camera, template }: ClipPlan, source: string): Labels {
  const { world } = scene
  const daytime = daytimeOf(world.sun.elevation)
  const values = [
    ...Object.entries(template?.params ?? {}).map(([name, value]) => [`params.${name}`, value]),
    ...(template?.choices ?? []).map(({ path, value }) => [`choices.${path}`, value]),
  ] as [string, unknown][]
  return {
    source,
    ...cameraLabels(scene, take, camera),
    scene_type: world.place,
    weather: [world.sky.kind, ...(world.fog ? ['fog'] : [])],
    ...(daytime && { daytime }),
    kinds: [...new Set(take.cast.map(({ kind }) => kind))].sort(),
    events: [...new Set(take.events.map(({ kind }) => kind))].sort(),
    ...Object.fromEntries(
      values.flatMap(([name, value]) => (isWord(value) ? [[name, String(value)]] : [])),
    ),
  }
}

/** Longer values are texts and lists, not labels. */
function isWord(value: unknown): value is string | number | boolean {
  return (
    ['number', 'boolean'].includes(typeof value) ||
    (typeof value === 'string' && value.length <= 40)
  )
}

function cameraLabels(scene: Scene, take: Take, camera: number): Labels {
  // A camera of the scene has a track.
  const track = take.cameras[camera] as CameraTrack
  if (track.shots.length > 1) return {}
  const { labels, framing } = labelShot({ scene, take, camera, shot: 0 }, depthOf(take, track))
  return labelsFrom(labels, framing?.(0))
}

function labelsFrom(labels: ShotLabels, start: Framing | undefined): Labels {
  const { motions, isStatic, only, tracking, speed, steadiness } = labels
  const present = motions.filter(({ status }) => status === 'present')
  const has = [...new Set(present.map(({ motion, to }) => `${motion} ${to}`))]
  return {
    camera_motion: isStatic === 'present' ? ['static'] : has,
    ...(isStatic === 'present' && { only_motion: 'static' }),
    ...(only && { only_motion: `${only.motion} ${only.to}` }),
    ...(tracking && tracking.kinds.length > 0 && { tracking: tracking.kinds }),
    ...(speed && { camera_speed: speed }),
    ...(steadiness && { steadiness }),
    ...(start?.size && { shot_size: start.size }),
    ...(start?.angle && { camera_angle: start.angle }),
  }
}

/** Labels that only looking tells, or tells for certain. */
export function isSeenLabel(name: string): boolean {
  return SEEN_LABELS.has(name)
}

const MEASURES = Object.keys(Gates.shape).filter((name) => name !== 'duplicates')
const SEEN_LABELS = new Set(['actors_seen', 'kinds_seen', 'shot_size', 'camera_angle', ...MEASURES])

/** What gates measure, of a clip that was looked at. */
export function measuresOf(
  { scene, take, camera }: ClipPlan,
  { observations, captions }: Description,
): Measures {
  const { width, height } = scene.clip
  // The plan's camera is one of the take's.
  const cameras = camerasOf(take, take.cameras[camera] as CameraTrack, { width, height })
  return qualityOf(observations, captions, cameras)
}

/**
 * The labels that looking tells: who is seen in a quarter of the clip and more, by id and by kind, what gates measure, and
 * those of the camera again, their distances measured on what is seen.
 */
export function seenLabels(
  { take }: ClipPlan,
  { observations, captions }: Description,
  measures: Measures,
): Labels {
  const seen = observations.members.filter(
    (member) => member.seen.filter(Boolean).length >= SEEN * member.seen.length,
  )
  return {
    ...seenOfCamera(captions),
    actors_seen: seen.map(({ id }) => id),
    kinds_seen: [...new Set(seen.flatMap(({ member }) => take.cast[member]?.kind ?? []))].sort(),
    ...Object.fromEntries(
      Object.entries(measures)
        .filter(([name]) => MEASURES.includes(name))
        .map(([name, value]) => [name, String(value)]),
    ),
  }
}

function seenOfCamera({ camera }: CaptionFile): Labels {
  const [shot, second] = camera.shots
  if (!shot || second) return {}
  const { has, only, framing } = shot
  const still = shot.static === 'present'
  return {
    camera_motion: still ? ['static'] : has,
    only_motion: still ? 'static' : (only ?? ''),
    shot_size: framing?.start.size ?? '',
    camera_angle: framing?.start.angle ?? '',
  }
}

/** By the sun's height, with the borders that captions have; grey in between. */
function daytimeOf(elevation: number): string | undefined {
  if (elevation >= 12) return 'day'
  if (elevation < -9) return 'night'
  return elevation <= 4 ? 'dusk' : undefined
}

/** Metres to what there is to see: the median of the things ahead, in the middle of the clip. */
function depthOf(take: Take, track: CameraTrack): number {
  const frame = take.frames >> 1
  const [view] = viewsOf(track, frame, frame + 1)
  if (!view) return 5
  const depths = take.cast
    .filter(({ kind }) => !BACKDROPS.includes(kind))
    .map(({ track: own }) => {
      const { position } = poseAtFrame(own, frame)
      return position.reduce(
        (sum, value, i) =>
          sum + (value - (view.position[i] as number)) * (view.forward[i] as number),
        0,
      )
    })
    .filter((depth) => depth > 0)
    .sort((a, b) => a - b)
  return depths[depths.length >> 1] ?? 5
}

const BACKDROPS = ['ground', 'plane', 'road', 'room', 'footpath', 'pond']
