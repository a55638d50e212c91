import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSession, type Session, templateHash } from '#capture'
import { CastError } from '#scenes'
import { castOf, template } from '../templates.ts'

/** Where small clips of templates are filmed to. */
export interface Corpus {
  ffmpeg: string
  /** The folder of a clip; undefined where the seed does not come together. */
  clip(name: string, seed: number): Promise<string | undefined>
  /** What is not kept goes away. */
  drop(folder: string): Promise<void>
}

/**
 * Films clips 256 pixels wide with the pass that tells who is where, or finds them in `keep`, where each has the name of its
 * template, a hash of what the template says, and its seed. That the renderer or the physics changed is not noticed: then
 * begin with an empty folder.
 */
export async function withCorpus<T>(
  keep: string | undefined,
  use: (corpus: Corpus) => Promise<T>,
): Promise<T> {
  const out = keep ?? (await mkdtemp(join(tmpdir(), 'groundreel-bench-')))
  const session = await openSession()
  try {
    return await use({
      ffmpeg: session.identity.ffmpeg.path,
      clip: (name, seed) => filmed(session, out, name, seed),
      async drop(folder) {
        if (keep === undefined) await rm(folder, { recursive: true })
      },
    })
  } finally {
    await session.close()
    if (keep === undefined) await rm(out, { recursive: true, force: true })
  }
}

async function filmed(
  session: Session,
  out: string,
  name: string,
  seed: number,
): Promise<string | undefined> {
  const made = template(name)
  const clip = `${name}-${templateHash(made).slice(0, 8)}-${seed}`
  const known = join(out, clip)
  if (existsSync(join(known, 'manifest.json'))) return known
  const cast = await castOf(made, seed).catch((error: unknown) => {
    if (error instanceof CastError) return undefined
    throw error
  })
  if (!cast) return undefined
  const { folder } = await session.render(cast.scene, {
    out,
    name: clip,
    size: '256x160',
    passes: ['instance'],
  })
  return folder
}
