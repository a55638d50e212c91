import { createReadStream, existsSync } from 'node:fs'
import { appendFile, mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { endLine } from '../clip/end-line.ts'
import { writeTrouble } from '../clip/folder.ts'
import { METADATA_FILE } from '../reel/layout.ts'
import type { Shard } from './shard.ts'
import { writeWhole } from './write-whole.ts'

/** What was not accepted, and why. */
const FAILURES_FILE = 'failures.jsonl'

/** Of a shard only: two machines must not write at the end of one file. */
const SHARDS = 'shards'

/** A clip that failed or was rejected, or a seed that gave none. */
export interface Failure {
  source: string
  seed: number
  /** Where it went wrong. */
  stage: 'cast' | 'render' | 'gate' | 'plan'
  reason: string
  /** Of a clip that was planned. */
  id?: string
  slot?: number
  turn?: number
  camera?: string
}

/** Lines that a batch adds at the end of a file of its own. */
export interface Journal {
  row(text: string): Promise<void>
  failure(failure: Failure): Promise<void>
}

export async function openJournal(reel: string, shard: Shard | undefined): Promise<Journal> {
  const rows = join(reel, fileOf(METADATA_FILE, shard))
  const failures = join(reel, fileOf(FAILURES_FILE, shard))
  await mkdir(dirname(rows), { recursive: true })
  await endLine(rows)
  await endLine(failures)
  // One call of `write` a line: whoever kills us finds it whole or not at all.
  const add = (file: string, text: string) =>
    appendFile(file, `${text}\n`).catch((error: unknown) => {
      throw writeTrouble(file, error)
    })
  return {
    row: (text) => add(rows, text),
    failure: (failure) => add(failures, JSON.stringify(failure)),
  }
}

function fileOf(name: string, shard: Shard | undefined): string {
  return shard ? `${SHARDS}/${shard.index}-of-${shard.count}.${name}` : name
}

/** The rows known of a reel, by id and as they are written, of all shards. */
export async function readRows(reel: string): Promise<Map<string, string>> {
  const rows = new Map<string, string>()
  for (const file of await filesOf(reel, METADATA_FILE))
    for await (const line of linesOf(file)) {
      const id = /"id":"([^"]+)"/.exec(line)?.[1]
      if (id !== undefined && line.endsWith('}')) rows.set(id, line)
    }
  return rows
}

export async function readFailures(reel: string): Promise<Failure[]> {
  const found = new Map<string, Failure>()
  for (const file of await filesOf(reel, FAILURES_FILE))
    for await (const line of linesOf(file))
      if (line.endsWith('}')) found.set(line, JSON.parse(line) as Failure)
  return [...found.values()]
}

/** Writes both files anew, complete or not at all, from all that the shards have written. */
export async function gather(
  reel: string,
  rows: Iterable<string>,
  failures: readonly Failure[],
): Promise<void> {
  await writeWhole(join(reel, METADATA_FILE), lines(rows))
  await writeWhole(join(reel, FAILURES_FILE), lines(failures.map((one) => JSON.stringify(one))))
}

/** Whether shards have written what may not be gathered yet. */
export function haveShardsLeft(reel: string): boolean {
  return existsSync(join(reel, SHARDS))
}

/** What shards have left, once all of it is gathered and none is at work. */
export async function dropShards(reel: string): Promise<void> {
  await rm(join(reel, SHARDS), { recursive: true, force: true })
}

function lines(texts: Iterable<string>): string {
  let text = ''
  for (const one of texts) text += `${one}\n`
  return text
}

async function filesOf(reel: string, name: string): Promise<string[]> {
  const folder = join(reel, SHARDS)
  const shards = existsSync(folder) ? await readdir(folder) : []
  return [
    join(reel, name),
    ...shards.filter((one) => one.endsWith(`.${name}`)).map((one) => join(folder, one)),
  ].filter((file) => existsSync(file))
}

async function* linesOf(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })
}
