import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { check, lock } from 'proper-lockfile'
import { writeTrouble } from '../clip/folder.ts'
import { InputError } from '../errors.ts'
import type { Shard } from './shard.ts'

/** Holders renew their locks every two seconds; one that did not for so long is gone, wherever it ran. */
const TIMES = { realpath: false, stale: 15_000, update: 2_000 } as const

/** Of two batches on one reel the second is refused, unless both are shards and different ones. */
export async function lockReel(
  reel: string,
  shard: Shard | undefined,
  onLost: (error: Error) => void,
): Promise<() => Promise<void>> {
  const own = nameOf(shard)
  return withGate(reel, async () => {
    for (const other of await namesIn(reel)) {
      const isOfOurs = shard && other !== own && other.endsWith(`-of-${shard.count}`)
      if (isOfOurs || !(await isHeld(reel, other))) continue
      const who = await ownerOf(reel, other)
      throw new InputError(
        `Another batch (${other}) is at work on ${reel}${who ? `: process ${who.pid} on ${who.host}` : ''}.`,
        { remedy: 'Let it end, or divide the reel with --shard.' },
      )
    }
    return hold(reel, own, onLost)
  })
}

/** One at a time plans, or puts together what several wrote. */
export async function withLock<T>(reel: string, name: string, work: () => Promise<T>): Promise<T> {
  const release = await lock(await fileOf(reel, name), {
    ...TIMES,
    stale: 5_000,
    update: 1_000,
    // A plan of many thousand clips takes minutes.
    retries: { retries: 100_000, factor: 1, minTimeout: 50, maxTimeout: 200 },
    onCompromised: () => {},
  })
  try {
    return await work()
  } finally {
    // It fails only when the lock was lost, and then there is nothing left to release.
    await release().catch(() => {})
  }
}

const FOLDER = '.locks'

/** Taking over what a dead batch of this machine held is two steps, and nobody may come in between. */
function withGate<T>(reel: string, work: () => Promise<T>): Promise<T> {
  return withLock(reel, 'gate', work)
}

function nameOf(shard: Shard | undefined): string {
  return shard ? `shard-${shard.index}-of-${shard.count}` : 'batch'
}

/** The library tells its locks apart by the file that they are said to be for. */
async function fileOf(reel: string, name: string): Promise<string> {
  const folder = join(reel, FOLDER)
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw writeTrouble(folder, error)
  })
  return join(folder, name)
}

/** Locks of batches, held or left behind. */
async function namesIn(reel: string): Promise<string[]> {
  const names = await readdir(join(reel, FOLDER))
  return names.flatMap((name) => /^((?:batch|shard-.+))\.lock$/.exec(name)?.[1] ?? [])
}

async function isHeld(reel: string, name: string): Promise<boolean> {
  const file = await fileOf(reel, name)
  if (!(await check(file, TIMES))) return false
  const owner = await ownerOf(reel, name)
  if (!owner || owner.host !== hostname() || isAlive(owner.pid)) return true
  // Killed a moment ago: nobody need wait until the lock is stale.
  await rmdir(`${file}.lock`).catch(() => {})
  return false
}

async function hold(
  reel: string,
  name: string,
  onLost: (error: Error) => void,
): Promise<() => Promise<void>> {
  const owner = await fileOf(reel, `${name}.json`)
  const release = await lock(await fileOf(reel, name), { ...TIMES, onCompromised: onLost })
  await writeFile(owner, JSON.stringify({ host: hostname(), pid: process.pid }))
  return async () => {
    await rm(owner, { force: true })
    await release().catch(() => {})
  }
}

async function ownerOf(
  reel: string,
  name: string,
): Promise<{ host: string; pid: number } | undefined> {
  try {
    return JSON.parse(await readFile(join(reel, FOLDER, `${name}.json`), 'utf8')) as {
      host: string
      pid: number
    }
  } catch {
    // Being written, or of a batch that has just ended.
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // EPERM: it is someone else's, and alive.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
