/**
 * Folders of pairs.
 * Mirrors bghira/SimpleTuner at bc8e6ab: documentation/DATALOADER.md (`caption_strategy: textfile`: every line is a caption);
 * ostris/ai-toolkit at 27a03a9: toolkit/dataloader_mixins.py (`caption_ext`); and tdrussell/diffusion-pipe at 0784ca8:
 * utils/dataset.py (whatever else is there is opened as a video).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { probe, range, refuse, type Sample, splitlines } from './sample.ts'

const PASSED = ['.txt', '.npz', '.json', '.parquet', '.bak', '.db']

export function readPaired(root: string): Sample[] {
  const folder = join(root, 'clips')
  return readdirSync(folder)
    .sort()
    .filter((name) => !PASSED.includes(extname(name)))
    .map((name) => {
      const video = join(folder, name)
      refuse(extname(name) !== '.mp4', `Media file ${name} could not be opened`)
      const label = video.replace(/\.mp4$/, '.txt')
      refuse(!existsSync(label), `${name} has no caption`)
      const text = readFileSync(label, 'utf8')
      const lines = splitlines(text)
      refuse(
        lines.length !== 1 || text.startsWith('\u{feff}'),
        `${lines.length} captions where there is one`,
      )
      return { video, captions: [text.trim()], frames: range(0, probe(video).frames) }
    })
}
