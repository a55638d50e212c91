import { readFailures } from '../batch/journal.ts'

export interface FailureGroup {
  reason: string
  clips: number
  example: string
}

/** Why clips are not in the reel, the most frequent reason first; numbers in a reason make no other of it. */
export async function failuresOf(reel: string): Promise<FailureGroup[]> {
  const groups = new Map<string, FailureGroup>()
  for (const { reason, source, seed } of await readFailures(reel)) {
    const key = reason.replaceAll(/\d+(\.\d+)?/g, '#').split('\n')[0] as string
    const known = groups.get(key)
    if (known) known.clips++
    else groups.set(key, { reason, clips: 1, example: `${source} ${seed}` })
  }
  return [...groups.values()].sort((a, b) => b.clips - a.clips)
}
