import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { runBatch } from '../../../capture/batch/run-batch.ts'
import { readRecipe } from '../../../capture/cli/read-recipe.ts'
import { writeRecipe } from '../../capture/batch/toys.ts'
import { slope, treePss } from '../measure.ts'

/** Clips before the first look, in which shaders are compiled and heaps grow to their size; and between two looks. */
const SETTLING = 20
const SAMPLED = 5

/** Growth of all our processes by the clip, megabytes, over so many small ones; and what was seen. */
export async function memorySlope(folder: string, clips: number, say: (line: string) => void) {
  if (process.platform !== 'linux') return undefined
  const home = mkdtempSync(join(folder, 'memory-'))
  const call = await readRecipe(writeRecipe(home, { count: clips + SETTLING }), {})
  const megabytes: number[] = []
  await runBatch({
    ...{ ...call, reel: join(home, 'reel'), extend: false },
    onProgress: ({ done, left }) => {
      // At the end lanes close their browsers.
      if (done < SETTLING || done % SAMPLED > 0 || left < SETTLING) return
      globalThis.gc?.()
      megabytes.push(treePss())
    },
  })
  say(`memory: ${megabytes.map((mb) => mb.toFixed(0)).join(' ')} MB`)
  return { memory_slope_mb_per_clip: slope(megabytes) / SAMPLED, memory: megabytes }
}
