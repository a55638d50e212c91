import { createHash, randomBytes } from 'node:crypto'
import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import { MAX_SCENE_BYTES } from '#scenes'
import type { Saved, SourceText } from '#renderer/studio'
import { InputError } from '../errors.ts'

/** The text of a file and the stamp of what it says. */
export async function readSource(file: string): Promise<SourceText> {
  const { size } = await stat(file)
  if (size > MAX_SCENE_BYTES)
    throw new InputError(`${file} is larger than the ${MAX_SCENE_BYTES / 2 ** 20} MB of a scene.`)
  const text = await readFile(file, 'utf8')
  return { text, stamp: stampOf(text) }
}

/**
 * Writes a text as it stands, unless the file no longer says what the writer read. A reader sees the old text or the
 * new one: it is written beside and renamed.
 */
export async function saveSource(file: string, { text, stamp }: SourceText): Promise<Saved> {
  const now = await readSource(file)
  if (now.stamp !== stamp)
    return { ok: false, isStale: true, message: 'The file was changed by somebody else.' }
  const draft = `${file}.${randomBytes(4).toString('hex')}.draft`
  const { mode } = await stat(file)
  await writeFile(draft, text, { mode: mode & 0o777 })
  await rename(draft, file)
  return { ok: true, stamp: stampOf(text) }
}

function stampOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}
