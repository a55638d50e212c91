import type {
  CaptionFile,
  Listing,
  SourceText,
  StudioEvent,
  Summary,
  Trouble,
  Which,
} from './protocol.ts'
import type { Path } from './scene/outline.ts'
import { createStore } from './store.ts'

/** What lies on the desk: the scene that is open, what is known of it, and which panels show. */
export interface Desk {
  listing: Listing | undefined
  open: Open | undefined
  /** What the editor holds. */
  text: string
  /** What the file says, as far as we know; undefined for a clip. */
  saved: SourceText | undefined
  /** Somebody else changed the file while the editor holds changes of its own. */
  isStale: boolean
  which: Which
  camera: string | undefined
  /** Pixels of the longer side; undefined for the clip's own size. */
  longSide: number | undefined
  /** The last good scene: it stays while the text is wrong. */
  summary: Summary | undefined
  trouble: Trouble | undefined
  isPlayingOut: boolean
  captions: CaptionFile | undefined
  proof: Proof
  rendering: Extract<StudioEvent, { type: 'rendering' }> | undefined
  /** The clip that this page asked for, and what was open then. */
  awaited: { render: string; open: string } | undefined
  notice: string | undefined
  left: 'gallery' | 'seeds'
  right: Panel
  language: 'en' | 'zh'
  form: string
  /** A sentence put to the proof. */
  typed: string
  claim: string | undefined
  /** What is chosen in the text. */
  place: Path | undefined
  /** The editor is there, though another panel may show. */
  isWriting: boolean
  isHelpOpen: boolean
}

export interface Open {
  kind: 'scene' | 'template' | 'clip'
  id: string
  name: string
  /** From the folder it was found in. */
  file: string
  /** Of a clip that a template gave. */
  seed?: number
  isWritable: boolean
}

export type Proof =
  | { state: 'none' }
  | { state: 'proving'; done: number; total: number }
  | { state: 'proven' }
  | { state: 'failed'; message: string }

export const PANELS = ['captions', 'claims', 'scene', 'editor', 'cast'] as const
export type Panel = (typeof PANELS)[number]

/** A clip is not written: it has no text, and no tree of it. */
export function panelsOf(open: Open | undefined): readonly Panel[] {
  return PANELS.filter((one) => open?.kind !== 'clip' || (one !== 'editor' && one !== 'scene'))
}

export const desk = createStore<Desk>({
  listing: undefined,
  open: undefined,
  text: '',
  saved: undefined,
  isStale: false,
  which: {},
  camera: undefined,
  longSide: undefined,
  summary: undefined,
  trouble: undefined,
  isPlayingOut: false,
  captions: undefined,
  proof: { state: 'none' },
  rendering: undefined,
  awaited: undefined,
  notice: undefined,
  left: 'gallery',
  right: 'captions',
  language: 'en',
  form: 'default',
  typed: '',
  claim: undefined,
  place: undefined,
  isWriting: false,
  isHelpOpen: false,
})

export function isDirty({ text, saved }: Desk): boolean {
  return saved !== undefined && text !== saved.text
}
