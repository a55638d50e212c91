import { constants, existsSync } from 'node:fs'
import { access, chmod, copyFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, join, posix, win32 } from 'node:path'
import { cacheEntry } from '../cache.ts'
import { EnvironmentError, messageOf } from '../errors.ts'
import { runProgram } from '../process.ts'

export interface Ffmpeg {
  path: string
  version: string
  source: FfmpegCandidate['source']
  has: Readonly<Record<Encoder, boolean>>
}

/** The encoders somebody here asks for; libx264 is the one we cannot do without. */
export const encoders = [
  'libx264',
  'libx265',
  'libvpx-vp9',
  'libsvtav1',
  'ffv1',
  'libwebp',
  'png',
  'gif',
  'aac',
] as const
export type Encoder = (typeof encoders)[number]

/** Finds the first ffmpeg that runs and encodes H.264; it is asked once per process. */
export async function findFfmpeg(explicit?: string): Promise<Ffmpeg> {
  const candidates = ffmpegCandidates({ ...packages(), ...machine }, explicit)
  const failures: string[] = []
  for (const candidate of candidates) {
    try {
      const ffmpeg = await examined(candidate)
      if (ffmpeg.has.libx264) return ffmpeg
      failures.push(`${candidate.path} has no libx264`)
    } catch (error) {
      failures.push(`${candidate.path}: ${messageOf(error)}`)
    }
  }
  const details = failures.map((failure) => `\n  ${failure}`).join('')
  throw new EnvironmentError(`No ffmpeg that encodes H.264 was found.${details}`, {
    remedy: ffmpegRemedy,
  })
}

/** What to do on a machine without a usable ffmpeg. */
export const ffmpegRemedy =
  'Run apt-get install ffmpeg (or brew, winget), or set FFMPEG_PATH to one that has libx264.'

export interface FfmpegCandidate {
  path: string
  source: 'explicit' | 'ffmpeg-static' | 'installed' | '@ffmpeg-installer'
}

/** What the search may know of a machine; injected so that every platform is tested on one. */
export interface Machine {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  exists: (path: string) => boolean
  /** Where the npm packages say that their binaries are. */
  static: string | undefined
  installer: string | undefined
}

/** Every ffmpeg of this machine, best first. An explicit one is the only one, and must be there. */
export function ffmpegCandidates(from: Machine, explicit?: string): FfmpegCandidate[] {
  const { platform, env, exists } = from
  const asked = explicit ?? env.FFMPEG_PATH
  if (asked) {
    if (exists(asked)) return [{ path: asked, source: 'explicit' }]
    const where = explicit ? 'The ffmpeg that was asked for' : 'FFMPEG_PATH'
    throw new EnvironmentError(`${where} is ${asked}, but there is no such file.`, {
      remedy: 'Correct the path, or leave it out and ffmpeg is searched for.',
    })
  }
  const { join: joined, delimiter } = platform === 'win32' ? win32 : posix
  const program = platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg'
  const onPath = (env.PATH ?? env.Path ?? '').split(delimiter).filter(Boolean)
  const all: { path: string | undefined; source: FfmpegCandidate['source'] }[] = [
    { path: from.static, source: 'ffmpeg-static' },
    ...onPath.map((folder) => ({ path: joined(folder, program), source: 'installed' as const })),
    { path: from.installer, source: '@ffmpeg-installer' },
  ]
  return all.filter((one): one is FfmpegCandidate => one.path !== undefined && exists(one.path))
}

const machine = { platform: process.platform, env: process.env, exists: existsSync }
const known = new Map<string, Promise<Ffmpeg>>()

function examined(candidate: FfmpegCandidate): Promise<Ffmpeg> {
  const before = known.get(candidate.path)
  if (before) return before
  const now = examine(candidate)
  known.set(candidate.path, now)
  return now
}

async function examine({ path: found, source }: FfmpegCandidate): Promise<Ffmpeg> {
  const path = source === '@ffmpeg-installer' ? await runnable(found) : found
  const ask = async (question: string) => {
    const signal = AbortSignal.timeout(20_000)
    return (await runProgram(path, ['-hide_banner', question], { signal })).stdout
  }
  const [about, list] = [await ask('-version'), await ask('-encoders')]
  const version = /^ffmpeg version (\S+)/m.exec(about)?.[1]
  if (!version) throw new EnvironmentError(`${path} does not answer -version as ffmpeg does`)
  const names = new Set([...list.matchAll(/^ [VAS][.A-Z]{5} (\S+)/gm)].map(([, name]) => name))
  const has = Object.fromEntries(encoders.map((name) => [name, names.has(name)])) as Record<
    Encoder,
    boolean
  >
  return { path, version, source, has }
}

/** npm runs no install script for this package, so its file may not be executable. */
export async function runnable(path: string): Promise<string> {
  if (await canRun(path)) return path
  await chmod(path, 0o755).catch(() => {
    // A folder of someone else's, or read-only: the copy below helps there.
  })
  if (await canRun(path)) return path
  const folder = await cacheEntry('ffmpeg/installer-1.1.0', async (draft) => {
    const copy = join(draft, basename(path))
    await copyFile(path, copy)
    await chmod(copy, 0o700)
  })
  return join(folder, basename(path))
}

function canRun(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

function packages(): { static: string | undefined; installer: string | undefined } {
  const load = createRequire(import.meta.url)
  // Both fail where they have no binary: one is optional, the other throws a string on unknown platforms.
  const attempt = (name: string): unknown => {
    try {
      return load(name)
    } catch {
      return undefined
    }
  }
  const found = attempt('ffmpeg-static')
  const installer = attempt('@ffmpeg-installer/ffmpeg') as { path: string } | undefined
  return { static: typeof found === 'string' ? found : undefined, installer: installer?.path }
}
