import { readFileSync } from 'node:fs'
import { createFile, MP4BoxBuffer } from 'mp4box'

/** What a trainer gets of a clip. */
export interface Sample {
  /** Path of its video, or its bytes. */
  video: string | Uint8Array
  captions: string[]
  /** Frames of the video that are trained on; of those that begin anywhere, the first that may be. */
  frames?: number[]
  /** Path of a control video. */
  control?: string
}

/** A loader's own complaint, or what it would do in silence. */
export class Refusal extends Error {}

export interface Probe {
  frames: number
  fps: number
  width: number
  height: number
}

/** What a decoder says of a video, read from the container by a library of others. */
export function probe(video: string | Uint8Array): Probe {
  const bytes = typeof video === 'string' ? readFileSync(video) : video
  const file = createFile()
  file.appendBuffer(MP4BoxBuffer.fromArrayBuffer(new Uint8Array(bytes).buffer, 0))
  file.flush()
  const [track] = file.getInfo().tracks
  if (!track?.video) throw new Refusal('no video')
  return {
    frames: track.nb_samples,
    fps: track.nb_samples / (track.duration / track.timescale),
    width: track.video.width,
    height: track.video.height,
  }
}

export function range(from: number, to: number, step = 1): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, i) => from + i * step)
}

/** What ends a line for Python's `str.splitlines`; a return and a new line are one end. */
const ENDS = '\n\r\v\f\u001C\u001D\u001E\u0085\u2028\u2029'

/** Python's `str.splitlines`. */
export function splitlines(text: string): string[] {
  const lines = ['']
  for (const letter of text.replaceAll('\r\n', '\n'))
    if (ENDS.includes(letter)) lines.push('')
    else lines[lines.length - 1] += letter
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** Python's `numpy.linspace(a, b, n, dtype=int)`. */
export function linspace(a: number, b: number, n: number): number[] {
  return Array.from({ length: n }, (_, i) =>
    n === 1 ? Math.trunc(a) : Math.trunc(a + (i * (b - a)) / (n - 1)),
  )
}

export function refuse(condition: boolean, words: string): void {
  if (condition) throw new Refusal(words)
}
