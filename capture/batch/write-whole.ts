import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { writeTrouble } from '../clip/folder.ts'
import { makeFolder } from '../clip/make-folder.ts'

/** What those who were killed on the way left in a folder. */
export async function removeDrafts(folder: string): Promise<void> {
  for (const name of await readdir(folder))
    if (/^\..+\.[0-9a-f]{8}$/.test(name)) await rm(join(folder, name), { force: true })
}

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
