import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a batch writes beside metadata.jsonl of clips that were not accepted. */
const FAILURES_FILE = 'failures.jsonl'

export interface FailureGroup {
  reason: string
  clips: number
  example: string
}

/** Why clips are not in the reel, the most frequent reason first; numbers in a reason make no other of it. */
export async function failuresOf(reel: string): Promise<FailureGroup[]> {
  const file = join(reel, FAILURES_FILE)
  if (!existsSync(file)) return []
  const groups = new Map<string, FailureGroup>()
  for (const line of (await readFile(file, 'utf8')).split('\n')) {
    if (!line.endsWith('}')) continue
    const {
      reason = '',
      source = '',
      seed = '',
    } = JSON.parse(line) as Record<string, string | number>
    const key = String(reason)
      .replaceAll(/\d+(\.\d+)?/g, '#')
      .split('\n')[0] as string
    const known = groups.get(key)
    if (known) known.clips++
    else groups.set(key, { reason: String(reason), clips: 1, example: `${source} ${seed}`.trim() })
  }
  return [...groups.values()].sort((a, b) => b.clips - a.clips)
}
