/**
 * CogVideo's finetune scripts and CogKit.
 * Mirrors THUDM/CogVideo at 1789f07: finetune/datasets/utils.py (`load_prompts`, `load_videos`,
 * `preprocess_video_with_resize`); THUDM/CogKit at 1633285: metadata.jsonl with `file_name` and `prompt`.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { probe, range, refuse, type Sample } from './sample.ts'

interface Model {
  frames?: number
  rate?: number
  /** Width over height. */
  aspect?: number
}

export function readCogvideo(root: string, model: Model = {}): Sample[] {
  const lines = (name: string) =>
    readFileSync(join(root, name), 'utf8')
      .split(/\r\n|\r|\n/)
      .map((line) => line.trim())
      .filter((line) => line.length > 0)
  const [prompts, videos] = [lines('prompts.txt'), lines('videos.txt')]
  refuse(
    prompts.length !== videos.length,
    `Expected length of prompts and videos to be the same but found ${prompts.length} and ${videos.length}`,
  )
  return videos.map((name, i) => sampleOf(join(root, name), prompts[i] as string, model))
}

export function readCogkit(root: string, model: Model = {}): Sample[] {
  return readFileSync(join(root, 'train/metadata.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { file_name, prompt } = JSON.parse(line) as { file_name?: string; prompt?: string }
      refuse(!file_name || !prompt, 'file_name or prompt is missing')
      return sampleOf(join(root, 'train', file_name as string), prompt as string, model)
    })
}

function sampleOf(
  video: string,
  prompt: string,
  { frames = 49, rate = 8, aspect = 1.5 }: Model,
): Sample {
  refuse(!existsSync(video), `Expected all paths in the video column to exist: ${video}`)
  const own = probe(video)
  refuse(own.frames < frames, `video's frames is less than ${frames}.`)
  const stride = Math.floor(own.frames / frames)
  refuse(own.fps / stride !== rate, `${own.fps / stride} fps are taken for ${rate}`)
  refuse(Math.abs(own.width / own.height / aspect - 1) > 0.02, 'the picture is squeezed')
  return { video, captions: [prompt], frames: range(0, own.frames, stride).slice(0, frames) }
}
