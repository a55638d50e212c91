import type { CaptionFile, FormName } from '#captions'
import { InputError } from '../../errors.ts'
import { captionPart } from '../../caption/part.ts'
import { oneLine } from '../../clip/one-line.ts'
import type { ReelClip } from '../../reel/open-reel.ts'
import type { Row } from '../../reel/row.ts'
import { readStoredClip, readTold } from '../../verify/stored-clip.ts'
import type { Window } from '../window.ts'

export interface Wording {
  lang: 'en' | 'zh'
  /** With sentences that rest on the look: `3D animation, soft daylight.` */
  style: boolean
}

export type Texts = Record<FormName, string>

/**
 * Every caption of a clip as it holds for a window: as stored where the window is all of the clip, planned anew from
 * what was seen where it is less. Undefined where there are none in that language.
 */
export async function captionFor(
  { folder, row, shot }: Pick<ReelClip, 'folder' | 'row' | 'shot'>,
  window: Window,
  { lang, style }: Wording,
): Promise<Texts | undefined> {
  const isWhole = wholeClip(window, row)
  if (isWhole && lang === 'en' && style) return textsOf(row)
  const told = isWhole
    ? (await readTold(folder)).captions
    : await toldIn(shot?.folder ?? folder, window, shot?.from)
  const forms = told.captions[lang]
  if (!forms) return undefined
  const looks = new Set(
    told.claims.filter(({ predicate }) => predicate === 'look').map(({ id }) => id),
  )
  const entries = Object.entries(forms).map(([form, { text, sentences }]) => {
    const kept = sentences.filter(({ claims }) => !claims.some((id) => looks.has(id)))
    const bare = kept.map((sentence) => sentence.text).join(lang === 'zh' ? '' : ' ')
    return [form, oneLine(style ? text : bare)]
  })
  return Object.fromEntries(entries) as Texts // the same forms
}

/** The row with the captions of a window in its columns. */
export function withCaptions(row: Row, texts: Texts): Row {
  return {
    ...row,
    short_caption: texts.short,
    dense_caption: texts.dense,
    main_object_caption: texts.main_object,
    background_caption: texts.background,
    style_caption: texts.style,
    camera_caption: texts.camera,
    motion_caption: texts.motion,
    no_camera_caption: texts.no_camera,
  }
}

function wholeClip({ frames: [from, to], any, crop }: Window, { num_frames }: Row): boolean {
  return from === 0 && to === num_frames && any === undefined && crop === undefined
}

/** Windows that begin anywhere are looked at half a second apart: each costs as much as a caption. */
async function toldIn(
  folder: string,
  { frames, any, crop }: Window,
  begin = 0,
): Promise<CaptionFile> {
  const clip = await readStoredClip(folder)
  const { told } = captionPart(clip, {
    frames: frames.map((frame) => frame + begin).join('..'),
    crop: crop?.join(','),
    window: any,
    every: Math.ceil(clip.take.fps / 2),
    negatives: false,
  })
  return told
}

function textsOf(row: Row): Texts {
  return {
    short: row.short_caption,
    default: row.caption,
    dense: row.dense_caption,
    camera: row.camera_caption,
    main_object: row.main_object_caption,
    background: row.background_caption,
    style: row.style_caption,
    motion: row.motion_caption,
    no_camera: row.no_camera_caption,
    // Nobody is given it here.
    prompt: row.prompt,
  }
}

/** A trainer reads a text that is told in one line; what the user puts before it must be one too. */
export function checkedPrefix(prefix: string): string {
  if (prefix === oneLine(prefix)) return prefix
  throw new InputError('--prefix takes one line without spaces at its ends.')
}
