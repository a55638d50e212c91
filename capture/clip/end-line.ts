import { existsSync } from 'node:fs'
import { open } from 'node:fs/promises'

/** A disk that was full may have left half a line, which the next one must not be added to. */
export async function endLine(file: string): Promise<void> {
  if (!existsSync(file)) return
  const handle = await open(file, 'r+')
  try {
    const { size } = await handle.stat()
    if (size === 0) return
    const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1)
    if (buffer[0] !== 10) await handle.write('\n', size)
  } finally {
    await handle.close()
  }
}
