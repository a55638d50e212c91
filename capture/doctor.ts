import { statfs } from 'node:fs/promises'
import { availableParallelism, freemem, homedir, totalmem } from 'node:os'
import { dirname } from 'node:path'
import { browserRemedy } from './browser/discover.ts'
import { type BrowserIdentity, findBrowsers, launchBrowser } from './browser/launch.ts'
import { type GlFacts, glFacts } from './browser/gl.ts'
import { cacheFolder, openCache } from './cache.ts'
import { encoders, ffmpegRemedy, findFfmpeg } from './encode/discover.ts'
import { GroundreelError, messageOf } from './errors.ts'

/** One thing that was looked at. `mend` is the command or sentence that makes it good. */
export interface Finding {
  check: string
  verdict: 'good' | 'slow' | 'broken'
  detail: string
  mend?: string
}

export interface DoctorOptions {
  executablePath?: string | undefined
  ffmpegPath?: string | undefined
  signal?: AbortSignal | undefined
}

/** Looks at everything this machine must give; it starts a browser and draws with it. */
export async function examineMachine({
  executablePath,
  ffmpegPath,
  signal,
}: DoctorOptions = {}): Promise<Finding[]> {
  return [
    checkNode(process.versions.node),
    ...(await checkBrowser(executablePath, signal)),
    await checkFfmpeg(ffmpegPath),
    checkCores(availableParallelism()),
    checkMemory(freeMemory(), totalmem()),
    await checkCache(),
  ]
}

export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isNew = major > 20 || (major === 20 && minor >= 19)
  const finding: Finding = {
    check: 'node',
    verdict: isNew ? 'good' : 'broken',
    detail: `Node ${version}`,
  }
  return isNew ? finding : { ...finding, mend: 'Install Node 20.19 or newer.' }
}

/** What the GL back end in use says about a machine, and what would make it faster. */
export function checkGl(
  { backend, renderer, embedded, name }: BrowserIdentity,
  facts: GlFacts,
): Finding {
  const finding = { check: 'gl', detail: `${backend} (${renderer})` }
  if (backend === 'hardware') return { ...finding, verdict: 'good' }
  if (backend === 'llvmpipe') {
    const mend = 'A graphics card is faster still; here none was found that Chrome can use.'
    return { ...finding, verdict: 'good', mend }
  }
  if (facts.platform !== 'linux') {
    return {
      ...finding,
      verdict: 'slow',
      mend: 'Update the graphics driver, and open chrome://gpu to see what it lacks.',
    }
  }
  const needed = [
    ...(embedded || /shell/i.test(name) ? ['chromium'] : []),
    ...(facts.mesa.length === 0 ? ['libegl1', 'libegl-mesa0', 'libgl1-mesa-dri'] : []),
  ]
  const mend =
    needed.length > 0
      ? `apt-get install ${needed.join(' ')}`
      : 'Run with gl set to llvmpipe to learn why it does not work here.'
  return {
    ...finding,
    verdict: 'slow',
    detail: `${finding.detail}; llvmpipe is 2.4 times as fast`,
    mend,
  }
}

export function checkCores(cores: number): Finding {
  const detail = cores === 1 ? '1 core' : `${cores} cores`
  if (cores > 1) return { check: 'cores', verdict: 'good', detail }
  return {
    check: 'cores',
    verdict: 'slow',
    detail,
    mend: 'Drawing and encoding run side by side on two cores or more.',
  }
}

export function checkMemory(free: number, total: number): Finding {
  const finding = { check: 'memory', detail: `${gigabytes(free)} free of ${gigabytes(total)}` }
  if (free > 1.5e9) return { ...finding, verdict: 'good' }
  return {
    ...finding,
    verdict: 'slow',
    mend: 'One browser and one ffmpeg need about 1.5 GB: close other programs.',
  }
}

export function checkDisk(folder: string, free: number): Finding {
  const finding = { check: 'cache', detail: `${folder}, ${gigabytes(free)} free` }
  if (free > 1e9) return { ...finding, verdict: 'good' }
  return {
    ...finding,
    verdict: 'broken',
    mend: 'Free 1 GB there, or set GROUNDREEL_CACHE to another disk.',
  }
}

async function checkBrowser(
  executablePath: string | undefined,
  signal: AbortSignal | undefined,
): Promise<Finding[]> {
  try {
    const found = await findBrowsers(executablePath)
    const others = found.map(({ name, path }) => (path ? `${name} (${path})` : name)).join(', ')
    const { identity, close } = await launchBrowser({ executablePath, signal })
    await close()
    const detail = `${identity.name}, ${identity.version}, ${identity.executablePath}; found: ${others}`
    return [{ check: 'browser', verdict: 'good', detail }, checkGl(identity, glFacts())]
  } catch (error) {
    signal?.throwIfAborted()
    return [broken('browser', error, browserRemedy)]
  }
}

async function checkFfmpeg(ffmpegPath: string | undefined): Promise<Finding> {
  try {
    const { path, version, source, has } = await findFfmpeg(ffmpegPath)
    const missing = encoders.filter((name) => !has[name])
    const lacks = missing.length > 0 ? `, without ${missing.join(', ')}` : ''
    return {
      check: 'ffmpeg',
      verdict: 'good',
      detail: `ffmpeg ${version} (${source}), ${path}${lacks}`,
    }
  } catch (error) {
    return broken('ffmpeg', error, ffmpegRemedy)
  }
}

async function checkCache(): Promise<Finding> {
  try {
    const folder = await openCache()
    const { bavail, bsize } = await statfs(folder)
    return checkDisk(folder, bavail * bsize)
  } catch (error) {
    const folder = cacheFolder(process.env, homedir())
    return broken(
      'cache',
      error,
      `Set GROUNDREEL_CACHE to a folder that you own; ${dirname(folder)} does not do.`,
    )
  }
}

function broken(check: string, error: unknown, fallback: string): Finding {
  const mend = (error instanceof GroundreelError && error.remedy) || fallback
  return { check, verdict: 'broken', detail: messageOf(error), mend }
}

function freeMemory(): number {
  // What the kernel could free counts, and so does a container's limit.
  const available = process.availableMemory?.() ?? freemem()
  return Math.min(available, totalmem())
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`
}
