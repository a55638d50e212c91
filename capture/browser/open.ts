import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import puppeteer, { type Browser } from 'puppeteer'
import { ProgramError } from '../errors.ts'
import { type Program, startProgram } from '../process.ts'
import type { BrowserCandidate } from './discover.ts'
import { unpackEmbedded } from './embedded.ts'
import { chromeFlags } from './flags.ts'
import type { GlRoad } from './gl.ts'
import { pipeTransport } from './pipe.ts'

export interface OpenBrowser {
  browser: Browser
  executablePath: string
  /** 'Chrome/143.0.7499.40', as the browser itself says. */
  version: string
  pid: number
  /** The last lines that Chrome wrote to stderr. */
  said(): string[]
  /** Ends Chrome and all its processes, hanging or not, and removes its profile. Safe to call twice. */
  close(): Promise<void>
}

/**
 * Starts one browser with one GL back end. We start Chrome, not Puppeteer: so its process group, its
 * environment and its end are ours, also when it never answers.
 */
export async function openBrowser(
  candidate: BrowserCandidate,
  road: GlRoad,
  signal?: AbortSignal,
): Promise<OpenBrowser> {
  const { executablePath, env } = await resolve(candidate)
  const open = (sandbox: boolean) =>
    start({ candidate, executablePath, env, road, sandbox, signal })
  if (process.getuid?.() === 0) return open(false)
  return open(true).catch((error: unknown) => {
    if (error instanceof ProgramError && sandboxTrouble.test(error.stderr.join('\n')))
      return open(false)
    throw error
  })
}

/** A browser that may be well, on a machine that had no time for it. */
export class LateError extends ProgramError {}

const startSeconds = 40
const politeSeconds = 3
const sandboxTrouble =
  /no usable sandbox|suid sandbox|without --no-sandbox|failed to move to new namespace/i

interface Start {
  candidate: BrowserCandidate
  executablePath: string
  env: NodeJS.ProcessEnv
  road: GlRoad
  sandbox: boolean
  signal: AbortSignal | undefined
}

async function start({
  candidate,
  executablePath,
  env,
  road,
  sandbox,
  signal,
}: Start): Promise<OpenBrowser> {
  // In one go with the start, which removes it: between the two, an abort would leave it behind.
  signal?.throwIfAborted()
  const profile = mkdtempSync(join(tmpdir(), 'groundreel-chrome-'))
  const isShell = candidate.kind === 'shell'
  const chrome = startProgram(
    executablePath,
    [...road.flags, ...chromeFlags(profile, { isShell, sandbox })],
    {
      env: { ...env, ...road.env },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      scratch: profile,
      signal,
    },
  )
  try {
    const browser = await firstAnswer(chrome, executablePath)
    const version = await browser.version()
    const { pid = 0 } = chrome.child
    return {
      browser,
      executablePath,
      version,
      pid,
      said: chrome.tail,
      close: () => close(browser, chrome),
    }
  } catch (error) {
    await chrome.end()
    throw error
  }
}

async function firstAnswer(chrome: Program, executablePath: string): Promise<Browser> {
  const [, , , toChrome, fromChrome] = chrome.child.stdio
  // A program that could not be started has no pipes; its error comes out of `done`.
  if (!toChrome || !fromChrome) return chrome.done.then(tooEarly)
  const transport = pipeTransport(
    toChrome as NodeJS.WritableStream,
    fromChrome as NodeJS.ReadableStream,
  )
  const connecting = puppeteer.connect({
    transport,
    defaultViewport: null,
    // Else Chrome tells every frame that a page sends once more, as base64 in JSON: 10 ms of processor
    // time for a picture of 512x512.
    networkEnabled: false,
    issuesEnabled: false,
  })
  // Chrome's own end says more than the connection that breaks with it.
  const connected = connecting.catch((error: unknown) =>
    Promise.race([chrome.done, wait(500, undefined, { ref: false })]).then(() => {
      throw error
    }),
  )
  const patience = new AbortController()
  const late = wait(startSeconds * 1000, undefined, { signal: patience.signal }).then(() => {
    throw new LateError({
      command: executablePath,
      args: chrome.child.spawnargs.slice(1),
      reason: `did not answer within ${startSeconds} s of its start`,
      stderr: chrome.tail(),
    })
  })
  // Whichever loses the race may fail without harm.
  late.catch(() => {})
  try {
    return await Promise.race([connected, chrome.done.then(tooEarly), late])
  } finally {
    patience.abort()
  }
}

function tooEarly(): never {
  throw new Error(
    'Chrome ended at once, without an error. Is the path that of a launcher that hands over?',
  )
}

async function close(browser: Browser, chrome: Program): Promise<void> {
  // Asked politely, Chrome collects its own children; in a container nobody else may.
  const closing = browser.close().then(() => chrome.done)
  closing.catch(() => {})
  await Promise.race([
    closing.catch(() => {}),
    wait(politeSeconds * 1000, undefined, { ref: false }),
  ])
  await chrome.end()
}

async function resolve({
  path,
}: BrowserCandidate): Promise<{ executablePath: string; env: NodeJS.ProcessEnv }> {
  if (path !== undefined) return { executablePath: path, env: process.env }
  const { executablePath, libraries, fonts } = await unpackEmbedded()
  const libraryPath = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter)
  const hasFonts = process.env.FONTCONFIG_PATH !== undefined || existsSync('/etc/fonts/fonts.conf')
  const env = { ...process.env, LD_LIBRARY_PATH: libraryPath }
  return { executablePath, env: hasFonts ? env : { ...env, FONTCONFIG_PATH: fonts } }
}
