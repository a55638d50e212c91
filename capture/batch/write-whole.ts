import { randomBytes } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { writeTrouble } from '../clip/folder.ts'
import { makeFolder } from '../clip/make-folder.ts'

/** Writes a file so that readers, and whoever comes after a crash, see the old text or the new one. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}`)
  try {
    await makeFolder(dirname(file))
    const handle = await open(draft, 'w')
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw writeTrouble(file, error)
  }
}
