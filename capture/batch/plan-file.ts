import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { InputError, messageOf } from '../errors.ts'
import { writeWhole } from './write-whole.ts'
import { PlannedClip } from './planned.ts'

/** The truth of what a reel is to hold, one clip a line; lines are only ever added. */
export const PLAN_FILE = 'plan.jsonl'

/** The clips planned so far; undefined where nothing was planned. */
export async function readPlan(reel: string): Promise<PlannedClip[] | undefined> {
  const file = join(reel, PLAN_FILE)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  return text?.split('\n').flatMap((line, i) => {
    if (line === '') return []
    try {
      return [PlannedClip.parse(JSON.parse(line))]
    } catch (cause) {
      const why = cause instanceof z.ZodError ? z.prettifyError(cause) : messageOf(cause)
      throw new InputError(`${file}:${i + 1} is not a planned clip: ${why}`, {
        remedy: 'Plan files are written by groundreel alone; put back what was there.',
        cause,
      })
    }
  })
}

/** Readers see the plan before or the plan after, never a half. */
export async function writePlan(reel: string, clips: readonly PlannedClip[]): Promise<void> {
  await writeWhole(join(reel, PLAN_FILE), clips.map((clip) => `${JSON.stringify(clip)}\n`).join(''))
}
