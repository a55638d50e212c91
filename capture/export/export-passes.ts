import { mkdir } from 'node:fs/promises'
import type { TruthPassName } from '#renderer/protocol'
import type { DraftFolder } from '../clip/folder.ts'
import { InputError } from '../errors.ts'
import {
  type ClipTruth,
  FIELD_NAMES,
  FIELDS,
  type FieldKind,
  type FieldName,
  sourcesOf,
} from '../passes/fields.ts'
import { type Decoder, truthFrames } from '../passes/stored-frames.ts'
import { npySink } from './npy.ts'
import { PNG_CODES, pngSink } from './png.ts'
import { isPreview, PREVIEWS, type PreviewName, previewSink } from './preview.ts'
import type { Sink } from './sink.ts'

export const EXPORT_FORMATS = ['npy', 'exr', 'png', 'preview'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** What an exported pass is, for passes.json. */
type Told = Pick<FieldKind, 'holds' | 'units' | 'invalid'> & { files: string }

export interface ExportWatch {
  onFrame?: (done: number, total: number) => void
}

/**
 * Writes passes of a clip, stored or worked out from those that are, in a format of other tools, with passes.json that
 * tells what they hold. Throws an InputError where the clip lacks what one takes, or the format cannot show it.
 */
export async function exportPasses(
  clip: ClipTruth,
  { passes, as }: { passes: readonly FieldName[]; as: ExportFormat },
  folder: Pick<DraftFolder, 'path' | 'write'>,
  decoder: Decoder,
  { onFrame = () => {} }: ExportWatch = {},
): Promise<void> {
  const sources = new Set(passes.flatMap((name) => requireSources(name, clip)))
  const sinks: [FieldName, Sink][] = []
  try {
    await mkdir(folder.path('.'), { recursive: true })
    for (const name of passes)
      sinks.push([name, await openSink(name, as, clip, folder.path, decoder)])
    for await (const frame of truthFrames(clip, [...sources], decoder)) {
      for (const [name, sink] of sinks)
        await sink.write(FIELDS[name].values(frame, clip), frame.frame)
      onFrame(frame.frame + 1, clip.frames)
    }
    for (const [, sink] of sinks) await sink.finish()
  } catch (error) {
    await Promise.all(sinks.map(([, sink]) => sink.abort()))
    throw error
  }
  const told = Object.fromEntries(passes.map((name) => [name, tell(name, as)]))
  await folder.write('passes.json', `${JSON.stringify(told, undefined, 1)}\n`)
}

/** All passes that a clip has, or that can be worked out from them, which the format shows. */
export function exportable({ stored }: Pick<ClipTruth, 'stored'>, as: ExportFormat): FieldName[] {
  return FIELD_NAMES.filter(
    (name) => sourcesOf(name, stored).lacks.length === 0 && (as !== 'preview' || isPreview(name)),
  )
}

/** Previews of a clip that is being rendered. @throws InputError when no pass of it has one */
export function previewsOf(stored: readonly TruthPassName[]): FieldName[] {
  const shown = exportable({ stored: new Set(stored) }, 'preview').filter((name) =>
    BESIDE.has(name),
  )
  if (shown.length > 0) return shown
  throw new InputError('--previews shows passes, and none that can be shown is asked for.', {
    remedy: 'Add --passes depth,instance,normal.',
  })
}

/** What control models take; the others can be exported later. */
const BESIDE: ReadonlySet<FieldName> = new Set(['depth', 'instance', 'normal', 'edges'])

function requireSources(name: FieldName, { stored }: ClipTruth) {
  const { sources, lacks } = sourcesOf(name, stored)
  if (lacks.length === 0) return sources
  throw new InputError(
    `${name} is worked out from the ${lacks.length > 1 ? 'passes' : 'pass'} ${lacks.join(', ')}, which the clip does not have.`,
    { remedy: `Render it again with --passes ${[...new Set([...stored, ...lacks])].join(',')}.` },
  )
}

async function openSink(
  name: FieldName,
  as: ExportFormat,
  clip: ClipTruth,
  path: DraftFolder['path'],
  decoder: Decoder,
): Promise<Sink> {
  switch (as) {
    case 'npy':
      return npySink(path(`${name}.npy`), FIELDS[name], clip)
    case 'exr': {
      // A large library, which only this format needs.
      const { exrSink } = await import('./exr.ts')
      return exrSink(path(name), FIELDS[name], clip)
    }
    case 'png':
      return pngSink(path(name), PNG_CODES[name], clip, decoder)
    case 'preview':
      if (!isPreview(name))
        throw new InputError(`${name} has no preview.`, {
          remedy: `Those that have one: ${Object.keys(PREVIEWS).join(', ')}.`,
        })
      return previewSink(path(`${PREVIEWS[name]}.mp4`), name, clip, decoder)
  }
}

function tell(name: FieldName, as: ExportFormat): Told {
  const { holds, units, invalid } = FIELDS[name]
  switch (as) {
    case 'npy':
      return { files: `${name}.npy`, holds, units, invalid }
    case 'exr':
      return { files: `${name}/00000.exr`, holds, units, invalid }
    case 'png':
      return {
        files: `${name}/00000.png`,
        holds,
        units: PNG_CODES[name].units,
        invalid: PNG_CODES[name].invalid,
      }
    case 'preview':
      return { files: `${PREVIEWS[name as PreviewName]}.mp4`, holds, units: '', invalid }
  }
}
