import type { DraftFolder } from '../clip/folder.ts'
import type { ReelHead } from '../reel/reel-file.ts'
import type { Row } from '../reel/row.ts'
import type { Form } from './captions/choice.ts'
import type { ModelName, NamedModel } from './models.ts'
import type { Shape, Unfit, Window } from './window.ts'

/** A trainer or loader that reels are exported to: what it reads, what it asks of clips, how it is written. */
export interface Target {
  /** Who reads it, in a sentence. */
  doc: string
  /** Files and columns, for the list of targets. */
  files: string
  /** The models that it trains; the first unless another is named. */
  models: readonly [ModelName, ...ModelName[]] | 'any'
  /** What it looks at of a clip, or why it cannot use it. @param model none where it is not known who trains */
  window(shape: Shape, model: NamedModel | undefined): Window | Unfit
  /** The caption unless another is asked for; none where captions are not read. */
  form: Form | undefined
  /** Tokens that its text encoder reads, where that is not its model's. */
  tokens?: number
  /** Whether each clip has a list of captions: all of a mix are given, not one. */
  isList?: true
  /** Videos beside the clip's own that it can take: files of `preview/`. */
  controls?: readonly Control[]
  /** Those without which a clip is of no use. */
  needs?: readonly Control[]
  /** Passes without which a clip is of no use. */
  passes?: readonly 'instance'[]
  /** Scenes are exported with all their cameras, of which there must be so many. */
  group?: { least: number; render: string }
  open(context: ExportContext): Promise<TargetWriter>
}

export const CONTROLS = ['depth', 'seg', 'normal', 'edge'] as const
export type Control = (typeof CONTROLS)[number]

/** Clips come in the order of their ids, those of a group after one another; little may be held of those that are written. */
export interface TargetWriter {
  add(item: Item): Promise<void>
  /** Writes what stands at the end; returns lines for whoever trains. */
  finish(): Promise<string[]>
}

export interface Item {
  /** With the captions of the window; `caption`, `text` and `prompt` are the one that was chosen. */
  row: Row
  /** Of the clip. */
  folder: string
  window: Window
  /** The chosen caption; all of a mix where the target takes a list. */
  texts: string[]
}

export interface ExportContext {
  folder: DraftFolder
  reel: ReelHead
  model: NamedModel | undefined
  controls: readonly Control[]
  /** The ffmpeg that is found when it is first asked for. */
  ffmpeg(): Promise<string>
  signal: AbortSignal
}
