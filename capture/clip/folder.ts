import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { EnvironmentError, GroundreelError, InputError, messageOf } from '../errors.ts'
import { atOurEnd } from '../process.ts'
import { makeFolder } from './make-folder.ts'

/** A folder while it is written, of a clip or an export: hidden, beside the place where it will appear. */
export interface DraftFolder {
  /** Where it will appear. */
  readonly final: string
  /** The path of a file in it, for programs that write themselves. */
  path(name: string): string
  /** Writes a file, making folders on the way. */
  write(name: string, content: string | Uint8Array): Promise<void>
  /** A folder in it. */
  within(name: string): Pick<DraftFolder, 'path' | 'write'>
  /** The names of all files in it so far, sorted. */
  list(): Promise<string[]>
  /** Everything is on the disk and appears under the final name at once. */
  commit(): Promise<void>
  /** Removes it; nothing happens after a commit. */
  discard(): Promise<void>
}

/** What a folder holds, and the file by which it is known: only its like is ever replaced. */
export interface FolderKind {
  name: string
  mark: string
}

interface DraftOptions {
  /** Replace what is there of the same kind. */
  force?: boolean
  kind?: FolderKind
  /** Whether files that have another name too are on the disk already, as those of finished clips are. */
  areLinksKept?: boolean
}

const CLIP: FolderKind = { name: 'a clip', mark: 'manifest.json' }

/**
 * Starts a folder. It appears under its final name when it is complete or not at all: whatever
 * ends this process, a half one is only ever a hidden folder, which the next run removes.
 */
export async function openDraft(
  wanted: string,
  { force = false, kind = CLIP, areLinksKept = false }: DraftOptions = {},
): Promise<DraftFolder> {
  const final = resolve(wanted)
  const parent = dirname(final)
  await makeFolder(parent).catch((error: unknown) => {
    throw writeTrouble(parent, error)
  })
  await sweep(parent)
  assertFree(final, force, kind)
  const draft = hiddenName(final, 'partial')
  await mkdir(draft).catch((error: unknown) => {
    throw writeTrouble(parent, error)
  })
  ours.add(draft)
  const callOff = atOurEnd(() => rmSync(draft, { recursive: true, force: true, maxRetries: 3 }))

  const done = () => {
    ours.delete(draft)
    callOff()
  }
  const folder: DraftFolder = {
    final,
    path: (name) => join(draft, name),
    within: (inner) => ({
      path: (name) => folder.path(join(inner, name)),
      write: (name, content) => folder.write(join(inner, name), content),
    }),
    async write(name, content) {
      const file = join(draft, name)
      try {
        await mkdir(dirname(file), { recursive: true })
        await writeFile(file, content, { flush: true })
      } catch (error) {
        throw writeTrouble(join(final, name), error)
      }
    },
    list: async () => (await listFiles(draft)).sort(),
    async commit() {
      try {
        const entries = await readdir(draft, { recursive: true, withFileTypes: true })
        for (const entry of entries) {
          const path = join(entry.parentPath, entry.name)
          const isKept = areLinksKept && entry.isFile() && (await stat(path)).nlink > 1
          if (!isKept) await flush(path)
        }
        await flush(draft)
        assertFree(final, force, kind)
        replace(draft, final)
        await flush(parent)
      } catch (error) {
        throw error instanceof GroundreelError ? error : writeTrouble(final, error)
      }
      done()
    },
    async discard() {
      await rm(draft, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
      done()
    },
  }
  return folder
}

const ours = new Set<string>()
const ourHost = hostname().replaceAll(/[^A-Za-z0-9]/g, '_')

/** `.name.partial-host-pid-random`: whose it is can be told from its name. */
function hiddenName(final: string, kind: 'partial' | 'replaced'): string {
  return join(
    dirname(final),
    `.${basename(final)}.${kind}-${ourHost}-${process.pid}-${randomBytes(4).toString('hex')}`,
  )
}

function assertFree(final: string, force: boolean, { name, mark }: FolderKind): void {
  if (!existsSync(final)) return
  const isFolder = statSync(final).isDirectory()
  if (isFolder && readdirSync(final).length === 0) return
  if (!isFolder || !existsSync(join(final, mark))) {
    throw new InputError(`${final} is there already and is not ${name}; it is left alone.`, {
      remedy: 'Name another folder with --out or --name.',
    })
  }
  if (!force) {
    throw new InputError(`${final} holds ${name} already.`, {
      remedy: 'Replace it with --force, or name another folder.',
    })
  }
}

/** Both renames follow each other without a pause in which a signal could be served. */
function replace(draft: string, final: string): void {
  if (!existsSync(final) || readdirSync(final).length === 0) return renameSync(draft, final)
  const old = hiddenName(final, 'replaced')
  renameSync(final, old)
  try {
    renameSync(draft, final)
  } catch (error) {
    renameSync(old, final)
    throw error
  }
  rmSync(old, { recursive: true, force: true, maxRetries: 3 })
}

/** Removes what processes of this machine that are no more left in a folder, and puts back what they took. */
export async function sweep(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    const [, clip, kind, host, pid] =
      /^\.(.+)\.(partial|replaced)-(\w+)-(\d+)-[0-9a-f]{8}$/.exec(name) ?? []
    const path = join(parent, name)
    if (clip === undefined || host !== ourHost || ours.has(path)) continue
    // A number of ours that we do not know was a process before us.
    if (Number(pid) !== process.pid && isAlive(Number(pid))) continue
    if (kind === 'replaced' && !existsSync(join(parent, clip))) renameSync(path, join(parent, clip))
    else await rm(path, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it is someone else's, and alive.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
}

async function flush(path: string): Promise<void> {
  // Windows does not open folders.
  const file = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EISDIR' || error.code === 'EPERM') return undefined
    throw error
  })
  try {
    await file?.sync()
  } finally {
    await file?.close()
  }
}

/** What a failed write means to the user, and what to try. */
export function writeTrouble(path: string, cause: unknown): GroundreelError {
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const remedy = 'Free some space, or write to another disk with --out.'
    return new GroundreelError(`The disk is full: ${path} cannot be written.`, { remedy, cause })
  }
  if (code === 'EFBIG') {
    const remedy = 'Raise the limit with ulimit -f.'
    return new GroundreelError(
      `${path} would grow beyond the file size that this process may write.`,
      { remedy, cause },
    )
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new EnvironmentError(`${path} cannot be written (${code}).`, {
      remedy: 'Name a folder that you can write with --out.',
      cause,
    })
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    const remedy = 'Name another folder with --out.'
    return new InputError(`${path} cannot be a folder: a file is in its way.`, { remedy, cause })
  }
  return new GroundreelError(`${path} cannot be written: ${messageOf(cause)}`, { cause })
}
