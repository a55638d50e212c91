import {
  captionAnyStart,
  captionScene,
  croppedTo,
  shotsOf,
  windowOf,
  windowsOf,
  type CaptionFile,
  type Filmed,
} from '#captions'
import { InputError } from '../errors.ts'
import type { PartOptions } from './part-options.ts'

/** Captions of a part of a clip, and what they must be true of: one window, or each where they may begin anywhere. */
export interface CaptionedPart {
  told: CaptionFile
  windows: Filmed[]
}

/**
 * Throws an InputError where the clip has no such part, or too little of it was looked at to tell of.
 * `every` so many windows of those that begin anywhere are looked at; default is all.
 */
export function captionPart(
  whole: Filmed,
  asked: PartOptions & { negatives: boolean; every?: number },
): CaptionedPart {
  const clip = cropIn(asked.crop, whole)
  const frames = framesIn(asked.frames, clip)
  if (asked.window === undefined)
    return { told: captionScene(clip, frames), windows: [windowOf(clip, ...frames)] }
  if (asked.negatives)
    throw new InputError('--negatives are false in one window, and --window asks for all.', {
      remedy: 'Leave one of them out, or name one window with --frames.',
    })
  const windows = windowsIn(asked.window, frames, clip)
  return { told: captionAnyStart(clip, asked.window, frames, asked.every), windows }
}

/** Least share of the picture's width and of its height: boxes are known to a 256th of the longer side. */
const LEAST = 0.25

function cropIn(asked: string | undefined, clip: Filmed): Filmed {
  if (asked === undefined) return clip
  const { width, height } = clip.scene.clip
  const [x, y, w, h] = asked.split(',').map(Number) as [number, number, number, number]
  if (x + w > width || y + h > height)
    throw new InputError(`--crop ${asked} reaches out of the picture, which is ${width}x${height}.`)
  const [least, lowest] = [Math.ceil(LEAST * width), Math.ceil(LEAST * height)]
  if (w < least || h < lowest)
    throw new InputError(`--crop ${asked} is too small to tell of what is in it.`, {
      remedy: `Ask for at least ${least}x${lowest} pixels.`,
    })
  return croppedTo(clip, [x, y, w, h])
}

function framesIn(asked: string | undefined, clip: Filmed): [from: number, to: number] {
  const { take } = clip
  if (asked === undefined) return [0, take.frames]
  const [from, to] = asked.split('..').map(Number) as [number, number]
  if (from >= to || to > take.frames)
    throw new InputError(`The clip has no frames ${asked}: it has 0..${take.frames}.`)
  const seen = looksIn(clip, from, to)
  if (seen < 3)
    throw new InputError(
      `Frames ${asked} are too few: ${seen} of them were looked at.`,
      tooFew(clip),
    )
  return [from, to]
}

function windowsIn(length: number, [from, to]: [number, number], clip: Filmed): Filmed[] {
  if (length > to - from)
    throw new InputError(`--window ${length} is longer than the ${to - from} frames there are.`)
  const cuts = shotsOf(clip).filter((shot) => shot.from > from && shot.from < to)
  if (cuts[0])
    throw new InputError(
      `--window takes frames without a cut, and there is one at ${cuts.map((shot) => shot.from).join(', ')}.`,
      { remedy: `Name a shot with --frames, such as ${from}..${cuts[0].from}` },
    )
  const windows = windowsOf(clip, length, [from, to])
  const seen = Math.min(...windows.map(({ observations }) => observations.frames.length))
  if (seen < 3)
    throw new InputError(
      `Windows of ${length} frames are too short: ${seen} frames of one were looked at.`,
      tooFew(clip),
    )
  return windows
}

function looksIn({ observations }: Filmed, from: number, to: number): number {
  return observations.frames.filter((frame) => frame >= from && frame < to).length
}

function tooFew({ take }: Filmed): { remedy: string } {
  return { remedy: `Ask for at least half a second, ${Math.ceil(take.fps / 2)} frames.` }
}
