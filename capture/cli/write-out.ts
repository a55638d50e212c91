import { rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { InputError } from '../errors.ts'
import { writeTrouble } from '../clip/folder.ts'
import { makeFolder } from '../clip/make-folder.ts'

/** Writes a file that was asked for: complete or not at all. A device such as /dev/null is written as it is. */
export async function writeOut(file: string, content: string | Uint8Array): Promise<void> {
  const there = await stat(file).catch(() => undefined)
  if (there?.isDirectory()) throw new InputError(`${file} is a folder; --out names a file.`)
  const draft =
    there && !there.isFile()
      ? file
      : join(dirname(file), `.${basename(file)}.partial-${process.pid}`)
  try {
    await makeFolder(dirname(resolve(file)))
    await writeFile(draft, content)
    if (draft !== file) await rename(draft, file)
  } catch (error) {
    if (draft !== file) await rm(draft, { force: true })
    throw writeTrouble(file, error)
  }
}
