import type { CaptionFile, FormName } from '#captions'
import { PROFILE_NAMES, PROFILES } from '#scenes'
import { InputError } from '../errors.ts'
import type { Manifest } from '../clip/manifest.ts'
import { oneLine } from '../clip/one-line.ts'
import { readCameras, readManifest, readTold } from '../verify/stored-clip.ts'
import { qualityOf } from './quality.ts'
import type { Row } from './row.ts'

/** What a clip's own files do not say. */
export interface Placed {
  /** The video, from where metadata.jsonl is. */
  file_name: string
  license?: string
  split?: string
  /** Default is the one whose size, rate and length the clip has. */
  profile?: string
}

/** The row of a finished clip, from the files in its folder. Throws an InputError where there is no clip. */
export async function rowOf(
  folder: string,
  { file_name, license = 'unknown', split = 'train', profile }: Placed,
): Promise<Row> {
  const manifest = await readManifest(folder)
  const { scene, observations, captions } = await readTold(folder)
  if (!captions.camera || !captions.tags)
    throw new InputError(`${folder} was captioned by an earlier groundreel.`, {
      remedy: 'Render it again.',
    })
  const { width, height, fps, frames } = manifest
  const { en } = captions.captions
  const text = (form: FormName) => oneLine(en[form].text)
  const [first] = captions.camera.shots
  return {
    file_name,
    id: manifest.id,
    caption: text('default'),
    text: text('default'),
    prompt: text('default'),
    short_caption: text('short'),
    dense_caption: text('dense'),
    main_object_caption: text('main_object'),
    background_caption: text('background'),
    style_caption: text('style'),
    camera_caption: text('camera'),
    motion_caption: text('motion'),
    no_camera_caption: text('no_camera'),
    width,
    height,
    num_frames: frames,
    fps,
    duration: Math.round((1e6 * frames) / fps) / 1e6,
    aspect_ratio: Math.round((1e6 * height) / width) / 1e6,
    resolution: width * height,
    camera: manifest.camera,
    camera_motion: motionsOf(captions.camera),
    shot_size: first?.framing?.start.size ?? '',
    camera_angle: first?.framing?.start.angle ?? '',
    shots: captions.camera.shots.length,
    has_audio: false,
    scene_type: scene.world.place,
    style: styleOf(captions),
    tags: captions.tags.map((tag) => tag.text),
    template: manifest.template?.name.replace(/\.jsonc?$/, '') ?? '',
    profile: profile ?? profileOf(manifest),
    group: manifest.group,
    seed: manifest.template?.seed ?? manifest.seed,
    spec_sha256: manifest.files['scene.json']?.sha256 ?? '',
    renderer: `groundreel@${manifest.versions.groundreel}`,
    license,
    split,
    ...qualityOf(observations, captions, await readCameras(folder)),
  }
}

function motionsOf({ shots }: CaptionFile['camera']): string[] {
  const moves = [...new Set(shots.flatMap(({ has }) => has))]
  if (moves.length > 0) return moves
  return [shots.every((shot) => shot.static === 'present') ? 'static' : 'unclear']
}

function styleOf({ claims }: CaptionFile): string {
  const look = claims.find(({ predicate }) => predicate === 'look')
  return look ? String((look.args as { style: string }).style) : ''
}

function profileOf({ width, height, fps, frames }: Manifest): string {
  const own = PROFILE_NAMES.find((name) => {
    const profile = PROFILES[name]
    return (
      profile.width === width &&
      profile.height === height &&
      profile.fps === fps &&
      profile.frames === frames
    )
  })
  return own ?? 'custom'
}
