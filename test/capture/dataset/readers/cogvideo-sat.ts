/**
 * CogVideo's SAT.
 * Mirrors THUDM/CogVideo at 01f19da: sat/data_video.py (`SFTDataset`).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { probe, range, refuse, type Sample, splitlines } from './sample.ts'

const SKIPPED = 3

export function readCogvideoSat(root: string, { frames = 49, rate = 8 } = {}): Sample[] {
  const videos = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mp4'))
    .sort()
    .map((name) => join(root, name))
  return videos.map((video) => {
    const label = video.replaceAll('.mp4', '.txt').replaceAll('videos', 'labels')
    refuse(!existsSync(label), `${label} is not there: an empty caption`)
    const [caption] = splitlines(readFileSync(label, 'utf8'))
    refuse(caption === undefined, 'IndexError: list index out of range')
    return { video, captions: [caption as string], frames: indices(probe(video), frames, rate) }
  })
}

function indices(
  { frames: length, fps }: { frames: number; fps: number },
  frames: number,
  rate: number,
): number[] {
  refuse((length / fps) * rate <= frames, 'too short: another rate, or the last frame held')
  const end = Math.trunc(SKIPPED + (frames / rate) * fps)
  const step = Math.floor((end - SKIPPED) / frames)
  const taken = range(SKIPPED, end, step)
  refuse((taken.at(-1) ?? 0) >= Math.min(end, length), 'IndexError: beyond the last frame')
  refuse(fps / step !== rate, `${fps / step} fps are taken for ${rate}`)
  return taken.slice(0, frames)
}
