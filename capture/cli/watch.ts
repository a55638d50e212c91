import { watch } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** Runs `work` for each file at every save, one at a time; a newer save ends the work on the older one. Ends with the signal. */
export async function onSave(
  files: readonly string[],
  signal: AbortSignal,
  work: (file: string, signal: AbortSignal) => Promise<void>,
): Promise<never> {
  const saved = new Set<string>()
  let wake = () => {}
  let current: { file: string; control: AbortController } | undefined
  const stopWatching = files.map((file) =>
    watchFile(file, () => {
      saved.add(file)
      if (current?.file === file) current.control.abort(new Error('saved again'))
      wake()
    }),
  )
  const aborted = new Promise<void>((done) =>
    signal.addEventListener('abort', () => done(), { once: true }),
  )
  try {
    for (;;) {
      signal.throwIfAborted()
      const [file] = saved
      if (file === undefined) {
        await Promise.race([aborted, new Promise<void>((done) => (wake = done))])
        continue
      }
      saved.delete(file)
      current = { file, control: new AbortController() }
      await work(file, AbortSignal.any([signal, current.control.signal]))
      current = undefined
    }
  } finally {
    for (const stop of stopWatching) stop()
  }
}

/** Calls back when a file has been quiet after a change. Watches its folder: editors replace a file when they save it. */
function watchFile(file: string, onChange: () => void): () => void {
  const path = resolve(file)
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(dirname(path), (_, name) => {
    if (name !== null && name !== basename(path)) return
    clearTimeout(timer)
    timer = setTimeout(onChange, quietMs)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}

/** Editors write in several steps. */
const quietMs = 120
