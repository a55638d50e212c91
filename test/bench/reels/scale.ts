import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { runBatch } from '../../../capture/batch/run-batch.ts'
import { exportReel } from '../../../capture/dataset/export-reel.ts'
import { ReelExportOptions } from '../../../capture/dataset/options.ts'
import { planExport } from '../../../capture/dataset/plan.ts'
import { slope } from '../measure.ts'
import { openCopies } from './copies.ts'

type Say = (line: string) => void

/** A reel of so many finished clips: seconds until a batch knows that nothing is left, and until it is exported. */
export async function finishedReel(folder: string, count: number, say: Say) {
  const home = mkdtempSync(join(folder, 'finished-'))
  const { reel, file, finish } = await openCopies(home, count)
  finish(count)
  const begin = performance.now()
  const report = await runBatch({ ...file, reel, extend: false })
  const resume = (performance.now() - begin) / 1000
  if (report.done !== count || report.frames > 0) throw new Error(`${report.done} were known`)

  const start = performance.now()
  const heap: number[] = []
  const { report: exported } = await exportReel(
    reel,
    planExport('videofolder', ReelExportOptions.parse({})),
    { out: join(home, 'export'), force: false },
    {
      signal: new AbortController().signal,
      ffmpeg: async () => '',
      onClip: (done) => {
        if (done % SAMPLED === 0) heap.push(heapBytes())
      },
    },
  )
  const seconds = (performance.now() - start) / 1000
  if (exported.clips !== count) throw new Error(`${exported.clips} of ${count} were exported`)
  say(
    `${count} clips: taken up again in ${resume.toFixed(1)} s, exported in ${seconds.toFixed(1)} s`,
  )
  return {
    resume_10k_s: resume,
    export_10k_s: seconds,
    heap_bytes_per_exported_clip: slope(heap) / SAMPLED,
  }
}

/** Clips between two looks at the heap. */
const SAMPLED = 100

/** The heap's growth while a reel of so many planned clips goes by, each rendered at no cost; of the first of them. */
export async function heapPerClip(folder: string, planned: number, rendered: number, say: Say) {
  const home = mkdtempSync(join(folder, 'heap-'))
  const { reel, file, render } = await openCopies(home, planned)
  const heap: number[] = []
  await runBatch({
    ...{ ...file, reel, extend: false },
    dispatch: async (work) => {
      for (let i = 1; i <= rendered; i++) {
        const clip = work.next()
        if (!clip) break
        render(clip)
        await work.done(clip, 4)
        if (i % SAMPLED === 0) heap.push(heapBytes())
      }
      work.close()
    },
  })
  // What is compiled and cached at first is not the clips'.
  const settled = heap.slice(Math.floor(heap.length / 5))
  say(`heap: ${settled.map((bytes) => (bytes / 2 ** 20).toFixed(1)).join(' ')} MB`)
  return { heap_bytes_per_clip: slope(settled) / SAMPLED, heap_clips: rendered }
}

function heapBytes(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
