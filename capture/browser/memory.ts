import { createHash } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { openCache, writeCacheFile } from '../cache.ts'
import { type BrowserCandidate } from './discover.ts'
import { backends, type GlChoice, type GlFacts } from './gl.ts'
import { probeVersion } from './probe.ts'

const choiceSchema = z.object({
  /** Which candidate and which of its roads won. */
  candidate: z.number().int(),
  road: z.number().int(),
  version: z.string(),
  backend: z.enum(backends),
  renderer: z.string(),
})

/** What a machine's probe found best. */
export type Choice = z.infer<typeof choiceSchema>

/** Remembers the winner on this machine until a browser, Mesa, a device or the probe changes. */
export function choiceMemory(
  candidates: readonly BrowserCandidate[],
  facts: GlFacts,
  gl: GlChoice,
) {
  const files = [...candidates.map(({ path }) => path), ...facts.mesa].map(fingerprint)
  const key = JSON.stringify({
    probeVersion,
    gl,
    candidates,
    facts,
    files,
    uid: process.getuid?.(),
  })
  const name = join('probe', `${createHash('sha256').update(key).digest('hex').slice(0, 24)}.json`)
  return {
    async recall(): Promise<Choice | undefined> {
      const file = join(await openCache(), name)
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return 'null'
        throw error
      })
      // What an older groundreel wrote is no memory of ours.
      return choiceSchema.safeParse(JSON.parse(text)).data
    },
    async remember(choice: Choice): Promise<void> {
      await writeCacheFile(name, `${JSON.stringify(choice)}\n`)
    },
    async forget(): Promise<void> {
      await rm(join(await openCache(), name), { force: true })
    },
  }
}

function fingerprint(path: string | undefined): string {
  if (path === undefined) return ''
  const { mtimeMs, size } = statSync(path)
  return `${path} ${mtimeMs} ${size}`
}
