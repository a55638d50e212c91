import { relative } from 'node:path'
import type { CaptionFile } from '#captions'
import type { RenderOptions } from '../options.ts'
import type { Session } from '../session.ts'
import { type Io, say, wrapped } from './io.ts'
import type { CastFile } from './read-template.ts'
import { openProgress } from './progress.ts'
import { type ErrorJson, errorJson } from './report-error.ts'
import { clipWords } from './scene-options.ts'

/** How a scene fared, as `--json` prints it. */
export interface Outcome {
  /** The scene file as it was called. */
  scene: string
  /** The clip's folder, absolute. */
  clip?: string
  id?: string
  seconds?: number
  caption?: string
  claims?: ClaimCounts
  error?: ErrorJson
}

interface ClaimCounts {
  checked: number
  refuted: number
}

/** Renders one scene and tells the user about it. */
export async function renderScene(
  session: Session,
  { file, scene, template, options }: CastFile & { file: string; options: RenderOptions },
  io: Io,
): Promise<Outcome> {
  say(io, '', `${file}: ${clipWords(scene)}`)
  const start = performance.now()
  const progress = openProgress(io)
  try {
    const { folder, manifest, description } = await session.render(scene, options, {
      signal: io.signal,
      onProgress: progress.show,
      template,
    })
    progress.stop()
    const seconds = Math.round(performance.now() - start) / 1000
    const { captions } = description
    const caption = captions.captions.en.default.text
    const claims = countClaims(captions)
    say(
      io,
      `Clip: ${nearPath(folder)} (${seconds.toFixed(1)} s)`,
      'Caption:',
      ...wrapped(caption, io.stderr, '  ').split('\n'),
      claimWords(claims),
    )
    return { scene: file, clip: folder, id: manifest.id, seconds, caption, claims }
  } finally {
    progress.stop()
  }
}

export function failureOf(scene: string, thrown: unknown): Outcome {
  return { scene, error: errorJson(thrown) }
}

/** One exit code for all: theirs when they agree, 1 when only some succeeded or they failed differently. */
export function outcomeCode(outcomes: readonly Pick<Outcome, 'error'>[]): number {
  const [first = 0, ...rest] = outcomes.map(({ error }) => error?.exitCode ?? 0)
  return rest.every((code) => code === first) ? first : 1
}

/** Claims that the rendered truth could decide; the refuted ones are in no sentence. */
export function countClaims({
  stats: { verified, refuted },
}: Pick<CaptionFile, 'stats'>): ClaimCounts {
  return { checked: verified + refuted, refuted }
}

export function claimWords({ checked, refuted }: ClaimCounts): string {
  const left = refuted === 0 ? '' : ' and left unsaid'
  return `${checked} claims checked on the pixels, ${refuted} refuted${left}`
}

/** As the user would type it. */
export function nearPath(path: string): string {
  const near = relative('', path)
  return near === '' || near.startsWith('..') ? path : near
}
