/**
 * diffusion-pipe with captions.json.
 * Mirrors tdrussell/diffusion-pipe at 0784ca8: utils/dataset.py (`_get_ungrouped_metadata`, `_metadata_map_fn`) and
 * models/base.py at 8f83dbf (frames by `linspace`, `int(n * framerate / fps)`).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parse } from 'smol-toml'
import { probe, range, refuse, type Sample } from './sample.ts'

const PASSED = ['.txt', '.npz', '.json', '.parquet', '.bak', '.db']

export function readDiffusionPipe(root: string, rate = 16): Sample[] {
  const config = parse(readFileSync(join(root, 'dataset.toml'), 'utf8')) as {
    frame_buckets: number[]
    directory: { path: string }[]
  }
  const folder = config.directory[0]?.path ?? ''
  const buckets = config.frame_buckets
  refuse(
    buckets.some((n) => n % 4 !== 1),
    'frame buckets must be 4n + 1',
  )
  const captions = existsSync(join(folder, 'captions.json'))
    ? (JSON.parse(readFileSync(join(folder, 'captions.json'), 'utf8')) as Record<string, unknown>)
    : {}
  return readdirSync(folder)
    .sort()
    .filter((name) => !PASSED.includes(extname(name)))
    .map((name) => {
      const own = captions[name]
      refuse(own === undefined, `Image file ${name} does not have an entry in captions.json`)
      refuse(!Array.isArray(own), 'captions.json must contain lists of captions')
      const video = join(folder, name)
      refuse(extname(name) !== '.mp4', `Media file ${name} could not be opened`)
      const { frames, fps } = probe(video)
      const available = Math.trunc((frames * rate) / fps)
      const bucket = Math.max(...buckets.filter((n) => n <= available))
      refuse(bucket !== Math.max(...buckets), `${name} falls into the bucket of ${bucket} frames`)
      const taken = range(0, available).map((i) => Math.trunc((i * fps) / rate))
      return { video, captions: own as string[], frames: taken.slice(0, bucket) }
    })
}
