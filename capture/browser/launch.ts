import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import puppeteer, { type Browser } from 'puppeteer'
import { EnvironmentError, messageOf } from '../errors.ts'
import { type BrowserCandidate, browserRemedy, discoverBrowsers } from './discover.ts'
import { embeddedVersion } from './embedded.ts'
import { type Backend, type GlChoice, glFacts, type GlRoad, glRoads } from './gl.ts'
import { type Choice, choiceMemory } from './memory.ts'
import { type OpenBrowser, openBrowser } from './open.ts'
import { isLate, probeOpen } from './probe.ts'

export interface LaunchOptions {
  executablePath?: string | undefined
  gl?: GlChoice | undefined
  /** Ends the browser, now or later. */
  signal?: AbortSignal | undefined
}

/** Who draws; goes into manifests, because pixels may differ between back ends and builds. */
export interface BrowserIdentity {
  name: string
  version: string
  executablePath: string
  embedded: boolean
  backend: Backend
  renderer: string
}

export interface LaunchedBrowser {
  browser: Browser
  identity: BrowserIdentity
  pid: number
  /** The last lines that Chrome wrote to stderr, for errors. */
  said(): string[]
  close(): Promise<void>
  /** Starts the same browser with the same back end, however long the machine takes: never another one in its place. */
  again(signal?: AbortSignal): Promise<LaunchedBrowser>
}

/** A busy machine may be late once; so often, it will not come at all. */
const PATIENCE = 5

/** Starts the best browser with the fastest GL that proved itself here, from memory where it can. */
export async function launchBrowser({
  executablePath,
  gl = 'auto',
  signal,
}: LaunchOptions = {}): Promise<LaunchedBrowser> {
  const candidates = await findBrowsers(executablePath)
  const facts = glFacts()
  const roadsOf = (candidate: BrowserCandidate) =>
    glRoads(
      facts,
      { isShell: candidate.kind === 'shell', isEmbedded: candidate.source === 'embedded' },
      gl,
    )
  const memory = choiceMemory(candidates, facts, gl)

  // A busy machine may have no time for the best browser now: then what comes next is used, and not remembered.
  let late = false
  const remembered = await memory.recall()
  if (remembered) {
    const candidate = candidates[remembered.candidate]
    const road = candidate && roadsOf(candidate)[remembered.road]
    const known = candidate && road && (await openKnown(candidate, road, remembered, signal))
    if (known && known !== 'late') return known
    late = known === 'late'
    if (!late) await memory.forget()
  }

  const failures: string[] = []
  for (const [index, candidate] of candidates.entries()) {
    for (const [roadIndex, road] of roadsOf(candidate).entries()) {
      const tried = await tryTwice(candidate, road, signal)
      if ('launched' in tried) {
        const { version, backend, renderer } = tried.launched.identity
        try {
          if (!late)
            await memory.remember({ candidate: index, road: roadIndex, version, backend, renderer })
        } catch (error) {
          await tried.launched.close()
          throw error
        }
        return tried.launched
      }
      late ||= tried.late
      failures.push(`${candidate.name} on ${road.backend} ${tried.reason}`)
      if (!tried.started) break
    }
  }
  throw noneWorks(candidates, failures, gl)
}

/** All browsers of this machine, best first. */
export async function findBrowsers(executablePath?: string): Promise<BrowserCandidate[]> {
  const machine = {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    exists: existsSync,
    puppeteer: process.env.PUPPETEER_EXECUTABLE_PATH
      ? []
      : [puppeteer.executablePath(), puppeteer.executablePath({ headless: 'shell' })],
    embedded: await embeddedVersion(),
  }
  // google-chrome is a link to google-chrome-stable, and /bin often one to /usr/bin.
  const seen = new Set<string>()
  return discoverBrowsers(machine, executablePath).filter(({ path = '' }) => {
    const file = path && realpathSync(path)
    return !seen.has(file) && seen.add(file)
  })
}

/** Opens what was remembered; undefined when it no longer starts or is no longer what was probed, `late` when it took too long. */
async function openKnown(
  candidate: BrowserCandidate,
  road: GlRoad,
  { version, backend, renderer }: Choice,
  signal: AbortSignal | undefined,
): Promise<LaunchedBrowser | 'late' | undefined> {
  let open: OpenBrowser
  try {
    open = await openBrowser(candidate, road, signal)
  } catch (error) {
    signal?.throwIfAborted()
    // The full search comes next, and tells its reasons.
    return isLate(error) ? 'late' : undefined
  }
  if (open.version === version && backend === road.backend)
    return launched(candidate, road, open, renderer)
  await open.close()
  return undefined
}

type Tried = { launched: LaunchedBrowser } | { started: boolean; reason: string; late: boolean }

/** What fails once may have failed by chance, and a slower road would be remembered for good. */
async function tryTwice(
  candidate: BrowserCandidate,
  road: GlRoad,
  signal: AbortSignal | undefined,
): Promise<Tried> {
  const first = await tryRoad(candidate, road, signal)
  return 'launched' in first || first.late || !first.started
    ? first
    : tryRoad(candidate, road, signal)
}

async function tryRoad(
  candidate: BrowserCandidate,
  road: GlRoad,
  signal: AbortSignal | undefined,
): Promise<Tried> {
  let open: OpenBrowser
  try {
    open = await openBrowser(candidate, road, signal)
  } catch (error) {
    signal?.throwIfAborted()
    return { started: false, reason: `does not start: ${messageOf(error)}`, late: isLate(error) }
  }
  const probe = await probeOpen(candidate, road, open)
  if (probe.ok) return { launched: launched(candidate, road, open, probe.renderer) }
  await open.close()
  signal?.throwIfAborted()
  return { started: true, reason: probe.reason, late: probe.late }
}

function launched(
  candidate: BrowserCandidate,
  road: GlRoad,
  { browser, version, executablePath, pid, said, close }: OpenBrowser,
  renderer: string,
): LaunchedBrowser {
  const identity = {
    name: candidate.name,
    version,
    executablePath,
    embedded: candidate.source === 'embedded',
    backend: road.backend,
    renderer,
  }
  // Whether it draws with the same renderer is seen when a scene is loaded.
  const again = async (signal?: AbortSignal) => {
    for (let attempt = 1; ; attempt++)
      try {
        return launched(candidate, road, await openBrowser(candidate, road, signal), renderer)
      } catch (error) {
        signal?.throwIfAborted()
        if (attempt === PATIENCE || !isLate(error)) throw error
      }
  }
  return { browser, identity, pid, said, close, again }
}

function noneWorks(
  candidates: readonly BrowserCandidate[],
  failures: readonly string[],
  gl: GlChoice,
): EnvironmentError {
  if (candidates.length === 0)
    return new EnvironmentError('No Chrome or Chromium was found.', { remedy: browserRemedy })
  const names = candidates.map(({ name }) => name).join(', ')
  const wanted = gl === 'auto' ? 'draws WebGL2 rightly' : `draws with ${gl}`
  const details = failures.map((failure) => `\n  ${failure}`).join('')
  return new EnvironmentError(`No browser of this machine ${wanted} (found: ${names}).${details}`, {
    remedy:
      gl === 'auto'
        ? browserRemedy
        : 'Let gl be auto, or run groundreel doctor to see what is missing.',
  })
}
