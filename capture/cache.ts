import { randomBytes } from 'node:crypto'
import { type Stats } from 'node:fs'
import { access, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { lock } from 'proper-lockfile'
import { EnvironmentError, messageOf } from './errors.ts'

/**
 * The path of a cache entry, a folder that `build` fills when it is missing. It appears complete or not at
 * all, and only one of several racing processes builds it. Entries never change: put the version in the name.
 */
export async function cacheEntry(
  name: string,
  build: (folder: string) => Promise<void>,
): Promise<string> {
  const entry = join(await openCache(), name)
  if (await isThere(entry)) return entry
  await mkdir(dirname(entry), { recursive: true, mode: 0o700 })

  const release = await lock(entry, {
    lockfilePath: `${entry}.lock`,
    realpath: false,
    // Short, because a builder that was killed makes others wait this long.
    stale: 5_000,
    update: 1_000,
    // Look again every 100-250 ms for about five minutes: a builder may be slow, not dead.
    retries: { retries: 1500, factor: 1.5, minTimeout: 100, maxTimeout: 250 },
    // A machine that slept may lose the lock. Then two build, and the first rename wins.
    onCompromised: () => {},
  })
  try {
    if (await isThere(entry)) return entry
    await sweep(entry)
    const draft = draftOf(entry)
    try {
      await mkdir(draft, { mode: 0o700 })
      await build(draft)
      await rename(draft, entry).catch(async (error: unknown) => {
        if (!(await isThere(entry))) throw error
      })
    } finally {
      await rm(draft, { recursive: true, force: true })
    }
    return entry
  } finally {
    // It fails only when the lock was lost, and then there is nothing left to release.
    await release().catch(() => {})
  }
}

/** Writes a small file of the cache so that readers see the old text or the new one, never a half. */
export async function writeCacheFile(name: string, text: string): Promise<string> {
  const file = join(await openCache(), name)
  const draft = draftOf(file)
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(draft, text, { mode: 0o600 })
  await rename(draft, file)
  return file
}

/** Makes the cache folder if need be and checks that it is ours alone: we run programs from it. */
export async function openCache(): Promise<string> {
  const folder = cacheFolder(process.env, homedir())
  const facts = await make(folder)
  const trouble = whyUnsafe(facts, process.getuid?.())
  if (!trouble) return folder
  throw new EnvironmentError(
    `The cache folder ${folder} ${trouble.got}; we run programs from it.`,
    {
      remedy: `${trouble.mend(folder)}, or set GROUNDREEL_CACHE to a folder of your own.`,
    },
  )
}

/** Where the cache is: `$GROUNDREEL_CACHE`, `$XDG_CACHE_HOME/groundreel` or `~/.cache/groundreel`. */
export function cacheFolder(env: NodeJS.ProcessEnv, home: string): string {
  if (env.GROUNDREEL_CACHE) return env.GROUNDREEL_CACHE
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'groundreel')
}

/** Why programs in such a folder cannot be trusted, if so. `uid` is undefined on Windows. */
export function whyUnsafe({ uid, mode }: Pick<Stats, 'uid' | 'mode'>, ours: number | undefined) {
  if (ours === undefined) return undefined
  if (uid !== ours) {
    return {
      got: `belongs to user ${uid}, not to user ${ours} who runs this`,
      mend: (folder: string) => `Run chown -R ${ours} ${folder}`,
    }
  }
  if ((mode & 0o022) !== 0) {
    return {
      got: `can be written by other users (mode ${(mode & 0o777).toString(8)})`,
      mend: (folder: string) => `Run chmod 700 ${folder}`,
    }
  }
  return undefined
}

const draftMark = '.draft-'

function draftOf(path: string): string {
  return `${path}${draftMark}${process.pid}-${randomBytes(6).toString('hex')}`
}

async function make(folder: string): Promise<Stats> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const facts = await stat(folder)
    if (!facts.isDirectory()) throw new Error('it is not a folder')
    return facts
  } catch (cause) {
    throw new EnvironmentError(`The cache folder ${folder} cannot be made: ${messageOf(cause)}.`, {
      remedy: 'Set GROUNDREEL_CACHE to a folder that you can write.',
      cause,
    })
  }
}

/** Removes what builders that were killed left behind. */
async function sweep(entry: string): Promise<void> {
  const folder = dirname(entry)
  const start = basename(entry) + draftMark
  const drafts = (await readdir(folder)).filter(
    (name) => name.startsWith(start) && !isRunning(Number.parseInt(name.slice(start.length), 10)),
  )
  await Promise.all(drafts.map((name) => rm(join(folder, name), { recursive: true, force: true })))
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
