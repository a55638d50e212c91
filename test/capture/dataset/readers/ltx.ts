/**
 * The LTX-2 trainer's dataset.
 * Mirrors Lightricks/LTX-2 at 400fd31: packages/ltx-trainer/docs/dataset-preparation.md, and at 29aff0b:
 * packages/ltx-trainer/scripts/process_videos.py (columns, buckets, sides that divide by 32, 8n + 1 frames).
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { probe, range, refuse, type Sample } from './sample.ts'

export function readLtx(root: string, bucket = 121): Sample[] {
  refuse(bucket % 8 !== 1, 'frames must be 8n + 1')
  return readFileSync(join(root, 'dataset.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const row = JSON.parse(line) as {
        caption?: string
        video?: string
        media_path?: string
        reference_video?: string
      }
      const name = row.video ?? row.media_path
      refuse(!name || !row.caption, 'column video or caption not found')
      const video = join(root, name as string)
      refuse(!existsSync(video), `${video} does not exist`)
      const { frames, width, height } = probe(video)
      refuse(width % 32 !== 0 || height % 32 !== 0, 'sides must divide by 32')
      refuse(frames < bucket, `${frames} frames are fewer than the bucket's ${bucket}`)
      return {
        video,
        captions: [row.caption as string],
        frames: range(0, bucket),
        ...(row.reference_video && { control: join(root, row.reference_video) }),
      }
    })
}
