import { type FileHandle, mkdir, open, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { writeTrouble } from '../clip/folder.ts'

/** A text that grows while an export goes on; a part at a time is held. */
export interface TextFile {
  add(text: string): Promise<void>
  close(): Promise<void>
}

export async function openText(path: string): Promise<TextFile> {
  const trouble = (error: unknown) => {
    throw writeTrouble(path, error)
  }
  await mkdir(dirname(path), { recursive: true }).catch(trouble)
  const handle: FileHandle = await open(path, 'w').catch(trouble)
  let [held, size] = [[] as string[], 0]
  const flush = async () => {
    const text = held.join('')
    ;[held, size] = [[], 0]
    await handle.writeFile(text).catch(trouble)
  }
  return {
    async add(text) {
      held.push(text)
      size += text.length
      if (size > 1 << 16) await flush()
    },
    async close() {
      await flush()
      await handle.close()
    },
  }
}

/** A small text, of which an export may have one for each clip: all of them reach the disk when the folder appears. */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
  } catch (error) {
    throw writeTrouble(path, error)
  }
}

/** A list of JSON, one entry a line. */
export async function openJsonList(path: string): Promise<TextFile> {
  const file = await openText(path)
  let count = 0
  return {
    add: (json) => file.add(`${count++ === 0 ? '[\n' : ',\n'}${json}`),
    async close() {
      await file.add(count === 0 ? '[]\n' : '\n]\n')
      await file.close()
    },
  }
}
