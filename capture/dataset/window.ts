import { PROFILES } from '#scenes'
import type { Crop } from '#captions'
import type { Row } from '../reel/row.ts'
import type { Model, NamedModel } from './models.ts'

/** What of a clip a trainer looks at: its caption must be true of this. */
export interface Window {
  /** Frames [from, to) of the clip. */
  frames: [from: number, to: number]
  /** The trainer begins anywhere in these frames and takes so many in a row. */
  any?: number
  /** x, y, width and height in pixels; default is all of the picture. */
  crop?: Crop
}

/** Why a clip is of no use to a trainer, and what to render for one that is. */
export interface Unfit {
  /** The same for all clips that fail in the same way. */
  reason: string
  /** Options of `render` or `batch`. */
  render: string
}

export type Shape = Pick<Row, 'width' | 'height' | 'num_frames' | 'fps'>

export function isUnfit(window: Window | Unfit): window is Unfit {
  return 'reason' in window
}

export function wholeOf({ num_frames }: Shape): Window {
  return { frames: [0, num_frames] }
}

/**
 * The first frames of a clip, for a trainer that skips frames to come down to its rate: its frame i is the clip's
 * frame i * fps / rate.
 */
export function resampledHead(shape: Shape, model: NamedModel): Window | Unfit {
  const { fps, num_frames } = shape
  if (fps < model.fps) return slow(shape, model)
  const available = Math.floor((num_frames * model.fps) / fps)
  if (available < model.frames)
    return {
      reason: `${num_frames} frames at ${fps} fps are ${available} at ${model.fps}, and ${model.frames} are needed`,
      render: profileOf(model),
    }
  return { frames: [0, Math.floor(((model.frames - 1) * fps) / model.fps) + 1] }
}

/** The first frames of a clip, for a trainer that takes them as they come, whatever their rate. */
export function plainHead(shape: Shape, model: NamedModel): Window | Unfit {
  const { fps, num_frames } = shape
  if (fps !== model.fps) return offRate(shape, model)
  if (num_frames < model.frames) return short(shape, model.frames, profileOf(model))
  return { frames: [0, model.frames] }
}

/** So many frames in a row, beginning anywhere. */
export function anywhere(shape: Shape, length: number): Window {
  const { num_frames } = shape
  return { frames: [0, num_frames], ...(length < num_frames && { any: length }) }
}

export function short({ num_frames }: Shape, needed: number, render: string): Unfit {
  return { reason: `${num_frames} frames, and ${needed} are needed`, render }
}

export function offRate({ fps }: Shape, model: NamedModel): Unfit {
  return {
    reason: `${fps} fps, and frames are taken as if they were ${model.fps}: the model would learn another speed`,
    render: profileOf(model),
  }
}

function slow({ fps }: Shape, model: NamedModel): Unfit {
  return { reason: `${fps} fps, and the model takes ${model.fps}`, render: profileOf(model) }
}

/** Renders just what a model takes, or more frames of it where they are asked for. */
export function profileOf({ name, frames }: NamedModel, more = frames): string {
  const own = PROFILES[name].frames
  return own >= more ? `--profile ${name}` : `--profile ${name} --frames ${more}`
}

/** What is left when a trainer scales a picture until it covers the model's and cuts off what is over, half on each side. */
export function centreCropped(window: Window, { width, height }: Shape, model: Model): Window {
  const scale = Math.max(model.width / width, model.height / height)
  const kept = [Math.round(model.width / scale), Math.round(model.height / scale)] as const
  const [w, h] = [Math.min(width, kept[0]), Math.min(height, kept[1])]
  if (w === width && h === height) return window
  return { ...window, crop: [Math.floor((width - w) / 2), Math.floor((height - h) / 2), w, h] }
}

/** `frames 0 to 80`, `any 93 of 129 frames`, with the crop. */
export function windowWords({ frames: [from, to], any, crop }: Window): string {
  const time = any ? `any ${any} in a row of ${to - from} frames` : `frames ${from} to ${to - 1}`
  return crop ? `${time}, pixels ${crop.join(',')}` : time
}
