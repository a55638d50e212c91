/**
 * musubi-tuner from a list.
 * Mirrors kohya-ss/musubi-tuner at 01d5904: docs/dataset_config.md (video dataset with metadata JSONL file; `source_fps` must be a
 * decimal number; `target_frames` is N * 4 + 1; `control_path` in all or none).
 */
import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { parse } from 'smol-toml'
import { probe, range, refuse, type Sample } from './sample.ts'

interface Config {
  datasets: {
    video_jsonl_file: string
    cache_directory?: string
    target_frames: bigint[]
    frame_extraction: string
    source_fps?: number | bigint
  }[]
}

export function readMusubi(root: string, rate = 16): Sample[] {
  const config = parse(readFileSync(`${root}/dataset.toml`, 'utf8'), {
    integersAsBigInt: true,
  }) as unknown as Config
  const caches = config.datasets.map((one) => one.cache_directory)
  refuse(
    caches.includes(undefined) || new Set(caches).size < caches.length,
    'a cache of its own for each',
  )
  return config.datasets.flatMap(
    ({ video_jsonl_file, target_frames, frame_extraction, source_fps }) => {
      refuse(
        typeof source_fps !== 'number',
        'source_fps is not a decimal number, and is not heeded',
      )
      refuse(frame_extraction !== 'head', 'not the first frames')
      const frames = Number(target_frames[0])
      refuse(frames % 4 !== 1, 'would be truncated to N * 4 + 1')
      const rows = readFileSync(video_jsonl_file, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map(
          (line) =>
            JSON.parse(line) as { video_path: string; caption: string; control_path?: string },
        )
      const controlled = rows.filter((row) => row.control_path).length
      refuse(controlled > 0 && controlled < rows.length, 'control_path in some rows only')
      return rows.map(({ video_path, caption, control_path }) => {
        refuse(!isAbsolute(video_path), 'looked for where the trainer is called')
        const own = probe(video_path)
        refuse(
          Math.abs(own.fps - Number(source_fps)) > 1e-6,
          'the video has another rate than is said',
        )
        const kept = range(0, own.frames).filter(
          (_, i) =>
            i === 0 || Math.floor((i * rate) / own.fps) > Math.floor(((i - 1) * rate) / own.fps),
        )
        refuse(kept.length < frames, `only ${kept.length} frames`)
        return {
          video: video_path,
          captions: [caption],
          frames: kept.slice(0, frames),
          ...(control_path && { control: control_path }),
        }
      })
    },
  )
}
