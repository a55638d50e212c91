/**
 * DiffSynth-Studio's UnifiedDataset.
 * Mirrors modelscope/DiffSynth-Studio at 030ebe6: diffsynth/core/data/unified_dataset.py (`load_metadata`), and at 006372b:
 * operators.py (`LoadVideo`, without `fix_frame_rate`).
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { probe, range, refuse, type Sample } from './sample.ts'

/** What pandas.read_csv takes for a number that is none. */
const MISSING = ['', 'NA', 'N/A', 'NaN', 'nan', 'NULL', 'null', 'None', 'n/a', '<NA>']

export function readDiffsynth(root: string, { frames = 81, rate = 16 } = {}): Sample[] {
  const rows = parse(readFileSync(join(root, 'metadata.csv')), { columns: true }) as Record<
    string,
    string
  >[]
  return rows.map((row) => {
    const { video, prompt, control_video } = row
    refuse(
      video === undefined || prompt === undefined,
      `KeyError among ${Object.keys(row).join(', ')}`,
    )
    refuse(MISSING.includes(prompt as string), 'pandas reads a prompt as missing')
    const path = join(root, video as string)
    refuse(!existsSync(path), `No such file: ${path}`)
    const own = probe(path)
    refuse(own.fps !== rate, `${own.fps} fps are taken for ${rate}`)
    const taken = Math.min(frames, own.frames)
    refuse(taken % 4 !== 1, 'a number of frames that the encoder does not take')
    refuse(taken < frames, `${taken} frames`)
    return {
      video: path,
      captions: [prompt as string],
      frames: range(0, taken),
      ...(control_video && { control: join(root, control_video) }),
    }
  })
}
