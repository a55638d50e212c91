import { copyFile, link, mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeTrouble } from '../clip/folder.ts'

/** Puts a finished file in another place too: as a second name of it, or as a copy where that cannot be. */
export async function putMedia(from: string, to: string): Promise<void> {
  try {
    await linkInto(from, to).catch(async (error: NodeJS.ErrnoException) => {
      // Another device; a file system without links; someone else's file, or too many names of it.
      if (!['EXDEV', 'EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EACCES'].includes(error.code ?? ''))
        throw error
      await copyFile(from, to)
    })
  } catch (error) {
    throw writeTrouble(to, error)
  }
}

async function linkInto(from: string, to: string): Promise<void> {
  await link(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    // The first in its folder; or the file itself is gone, and that is told now.
    await mkdir(dirname(to), { recursive: true })
    await link(from, to)
  })
}
