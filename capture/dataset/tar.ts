import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import { writeTrouble } from '../clip/folder.ts'

/** A tar of plain files, whose bytes tell nothing of who wrote it, or when. */
export interface Tar {
  add(name: string, content: string | Uint8Array): Promise<void>
  close(): Promise<void>
}

export async function openTar(path: string): Promise<Tar> {
  await mkdir(dirname(path), { recursive: true })
  const tar = pack()
  const written = pipeline(tar, createWriteStream(path)).catch((error: unknown) => {
    throw writeTrouble(path, error)
  })
  // Told where it is awaited; a member that waits for a broken disk would wait for ever.
  written.catch(() => {})
  return {
    async add(name, content) {
      const bytes = Buffer.from(content)
      const head = { name, size: bytes.length, mode: 0o644, uid: 0, gid: 0, mtime: new Date(0) }
      const added = new Promise<void>((done, fail) => {
        tar.entry(head, bytes, (error) => (error ? fail(error) : done()))
      })
      await Promise.race([added, written])
    },
    async close() {
      tar.finalize()
      await written
    },
  }
}
