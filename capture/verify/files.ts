import { resolve, sep } from 'node:path'
import { hashFile, type Manifest } from '../clip/manifest.ts'

/** How a file of a clip compares to what the manifest says of it. */
export interface FileCheck {
  name: string
  state: 'same' | 'changed' | 'missing'
}

/** Hashes every file that the manifest names. */
export async function checkFiles(folder: string, { files }: Manifest): Promise<FileCheck[]> {
  const root = resolve(folder) + sep
  return Promise.all(
    Object.entries(files).map(async ([name, { sha256 }]): Promise<FileCheck> => {
      const path = resolve(root, name)
      // A manifest that points out of its folder is not one of ours.
      if (!path.startsWith(root)) return { name, state: 'changed' }
      try {
        const found = await hashFile(path)
        return { name, state: found.sha256 === sha256 ? 'same' : 'changed' }
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        return { name, state: code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : 'changed' }
      }
    }),
  )
}
