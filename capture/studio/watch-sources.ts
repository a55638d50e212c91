import { type FSWatcher, watch } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { Events } from './events.ts'
import { readSource } from './source-file.ts'

/** Watches the files that pages have open. */
export interface SourceWatch {
  add(id: string, file: string, stamp: string): void
  /** We wrote that ourselves. */
  expect(id: string, stamp: string): void
  close(): void
}

/** Tells of a file when it says something else than it did, and of nothing when it was merely touched. */
export function watchSources(events: Pick<Events, 'send'>): SourceWatch {
  const known = new Map<string, { file: string; stamp: string }>()
  const folders = new Map<string, FSWatcher>()
  let timer: NodeJS.Timeout | undefined
  let latest = Infinity

  const look = async () => {
    latest = Infinity
    for (const [id, one] of known) {
      // Between two steps of an editor there may be no file; the next step calls again.
      const now = await readSource(one.file).catch(() => undefined)
      if (!now || now.stamp === one.stamp) continue
      one.stamp = now.stamp
      events.send({ type: 'changed', id, stamp: now.stamp })
    }
  }
  const lookSoon = () => {
    const now = performance.now()
    latest = Math.min(latest, now + LONGEST_MS)
    clearTimeout(timer)
    timer = setTimeout(() => void look(), Math.min(QUIET_MS, Math.max(0, latest - now)))
  }

  return {
    add(id, file, stamp) {
      known.set(id, { file, stamp })
      const folder = dirname(file)
      if (folders.has(folder)) return
      // The folder, not the file: editors replace a file when they save it.
      const watcher = watch(folder, (_, name) => {
        const isOurs = [...known.values()].some(
          (one) => dirname(one.file) === folder && basename(one.file) === name,
        )
        // Some systems tell no name.
        if (name === null || isOurs) lookSoon()
      })
      watcher.on('error', () => watcher.close())
      folders.set(folder, watcher)
    },
    expect(id, stamp) {
      const one = known.get(id)
      if (one) one.stamp = stamp
    },
    close() {
      clearTimeout(timer)
      for (const watcher of folders.values()) watcher.close()
    },
  }
}

/**
 * Editors write in several steps; what they write is looked at when they have paused, or however long they go on: the
 * picture is to follow within 300 ms.
 */
const QUIET_MS = 40
const LONGEST_MS = 120
