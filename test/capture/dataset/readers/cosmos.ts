/**
 * NVIDIA Cosmos.
 * Mirrors nvidia-cosmos/cosmos-predict2.5 at 2ac6ee5: cosmos_predict2/_src/predict2/datasets/local_datasets/dataset_video.py
 * (`_load_video`, `_setup_caption_format`, `_load_text`); nvidia-cosmos/cosmos-transfer2.5 at b806d7c:
 * cosmos_transfer2/_src/transfer2/datasets/local_datasets/singleview_dataset.py.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { probe, range, refuse, type Sample } from './sample.ts'

export function readCosmosPredict(root: string, { frames = 93, start = 0 } = {}): Sample[] {
  const captions = join(root, 'captions')
  const isJson =
    existsSync(captions) && readdirSync(captions).some((name) => name.endsWith('.json'))
  refuse(isJson, 'captions would be read from captions/')
  refuse(
    !readdirSync(join(root, 'metas')).some((name) => name.endsWith('.txt')),
    'Could not auto-detect caption format',
  )
  return videosIn(root).map((name) => {
    const video = join(root, 'videos', `${name}.mp4`)
    const last = probe(video).frames - frames
    // numpy's randint(0, 0) raises.
    refuse(last <= 0, 'low >= high')
    const meta = join(root, 'metas', `${name}.txt`)
    const caption = existsSync(meta) ? readFileSync(meta, 'utf8').trim() : ''
    refuse(caption === '', `${meta}: an empty caption`)
    return { video, captions: [caption], frames: range(start, start + frames) }
  })
}

export function readCosmosTransfer(
  root: string,
  control: 'depth' | 'seg',
  { frames = 93, start = 0 } = {},
): Sample[] {
  return videosIn(root).map((name) => {
    const video = join(root, 'videos', `${name}.mp4`)
    const own = probe(video)
    refuse(own.frames < frames, `at least ${frames} frames are required`)
    const path = join(root, 'captions', `${name}.json`)
    const data = existsSync(path)
      ? (JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>)
      : {}
    const caption = data.caption ?? data.text ?? data.prompt ?? ''
    refuse(caption === '', 'the caption is "a video"')
    const other = join(root, control, `${name}.mp4`)
    refuse(!existsSync(other), `Control input file not found: ${other}`)
    refuse(probe(other).frames < own.frames, 'fewer frames than RGB video')
    return { video, captions: [caption], frames: range(start, start + frames), control: other }
  })
}

function videosIn(root: string): string[] {
  return readdirSync(join(root, 'videos'))
    .filter((name) => name.endsWith('.mp4'))
    .sort()
    .map((name) => name.slice(0, -4))
}
