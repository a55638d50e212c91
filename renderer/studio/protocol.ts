import type { CaptionFile, PhraseVerdict } from '#captions'
import type { Choice, Domain, Problem, TakeEvent } from '#scenes'

/**
 * The treaty between the studio's page and its server; types only. All of it is under `/api/` and wants the token,
 * in the header `x-groundreel-token` or, where a page cannot set one, as `?token=`:
 *
 * - `GET list` Listing, `GET source/<id>` SourceText, `GET schema/<scene|template>`, `GET job/<job>` StageJob
 * - `GET clip/<id>` ClipOpened, `GET video/<id>` and `GET poster/<id>`, the first in ranges
 * - `GET events`: server-sent, each a StudioEvent
 * - `POST play` PlayRequest: Played, `POST prove` { job, page }, `POST verify` { job, text }: PhraseVerdict[]
 * - `POST save` SaveRequest: Saved, `POST render` { job }: { render }, `POST cancel` { render }
 */
export interface Listing {
  /** The folder whose files these are, as the user called it. */
  opened: string
  sources: SourceEntry[]
  clips: ClipEntry[]
  /** The folder holds more than is looked through. */
  isCut?: boolean
  /** What to open at first. */
  first?: string
}

export interface SourceEntry {
  id: string
  kind: 'scene' | 'template'
  name: string
  title?: string
  /** Its path from the folder it was found in. */
  file: string
  group: 'opened' | 'examples' | 'templates'
  /** What ships with groundreel is shown, not written. */
  isWritable: boolean
}

export interface ClipEntry {
  id: string
  /** Of its scene. */
  name: string
  seed?: number
  file: string
  caption: string
}

export interface SourceText {
  text: string
  /** Of the file as it was read; a save names it, so that nobody else's change is lost. */
  stamp: string
}

export interface PlayRequest extends Which {
  /** A source, or a clip: then its own scene is played. */
  id: string
  /** What the editor holds; without it what the file says. */
  text?: string
  /** Id of the camera; the first without. */
  camera?: string
  /** Pixels of the longer side to draw in; the clip's own without. */
  longSide?: number
}

/** Which of a template's scenes. */
export interface Which {
  seed?: number
  params?: Record<string, unknown>
  vary?: { domains: Domain[]; seed: number }
}

export type Played = { ok: true; summary: Summary } | ({ ok: false } & Trouble)

export interface Trouble {
  message: string
  remedy?: string
  /** Each mistake in the text with its place; empty where it has none. */
  problems: Problem[]
}

/** A scene that was played out: all that the page tells of it. What the stage draws from is `job/<job>`. */
export interface Summary {
  job: string
  name: string
  title?: string
  /** The clip as it will be rendered. */
  clip: Size & { fps: number; frames: number }
  /** Pixels that the page draws. */
  drawn: Size
  camera: string
  cameras: string[]
  cast: Member[]
  events: TakeEvent[]
  /** Frames [from, to). */
  shots: { from: number; to: number }[]
  template?: TemplateSummary
}

export interface Size {
  width: number
  height: number
}

export interface Member {
  id: string
  kind: string
  noun: string
}

export interface TemplateSummary {
  seed: number
  vary?: { domains: readonly Domain[]; seed: number }
  /** Of every parameter. */
  values: Record<string, unknown>
  params: Record<string, DeclaredParam>
  choices: Choice[]
  tries: number
}

/** What a parameter takes, as the template declares it. */
export interface DeclaredParam {
  type: 'number' | 'int' | 'boolean' | 'text' | 'color' | 'choice' | 'point' | 'any'
  min?: number
  max?: number
  choices?: string[]
  default?: unknown
  doc?: string
}

export interface ClipOpened {
  summary: Summary
  captions: CaptionFile
}

export interface SaveRequest extends SourceText {
  id: string
}

/** `isStale`: the file was changed by somebody else since it was read; nothing was written. */
export type Saved = { ok: true; stamp: string } | { ok: false; isStale: boolean; message: string }

export type StudioEvent =
  | { type: 'changed'; id: string; stamp: string }
  | { type: 'listed' }
  | { type: 'proving'; job: string; done: number; total: number }
  | { type: 'proven'; job: string; captions: CaptionFile }
  | { type: 'unproven'; job: string; message: string }
  | { type: 'rendering'; render: string; stage: string; done: number; total: number }
  | { type: 'rendered'; render: string; clip: string }
  | { type: 'unrendered'; render: string; message: string }

export type { CaptionFile, PhraseVerdict }
