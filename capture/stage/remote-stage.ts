import type { Browser, Page } from 'puppeteer'
import type { LoadReport, Pass, Picture, Stage, StageJob } from '#renderer/protocol'
import { messageOf, StageError } from '../errors.ts'
import { type Calls, openCalls, StageLostError } from './calls.ts'
import type { StageServer } from './server.ts'

/** A stage in a page of Chrome. */
export interface RemoteStage extends Stage {
  load(job: StageJob, signal?: AbortSignal): Promise<LoadReport>
  draw(frame: number, pass: Pass, signal?: AbortSignal): Promise<Picture>
  /** False once the page failed as a whole; then nothing but `close` is of use. */
  readonly isUsable: boolean
  close(): Promise<void>
}

export interface StageOptions {
  /** How long the oldest question may stay without an answer. */
  patienceSeconds?: number
  signal?: AbortSignal | undefined
}

/** Opens a page with a stage in it and waits for its socket. */
export async function openStage(
  browser: Browser,
  server: StageServer,
  { patienceSeconds = 120, signal }: StageOptions = {},
): Promise<RemoteStage> {
  signal?.throwIfAborted()
  const page = await browser.newPage().catch((cause: unknown) => {
    throw new StageLostError(`No page opens: ${messageOf(cause)}`, { cause })
  })
  const admission = server.admit()
  const spoken = listen(page)
  try {
    const gone = firstTrouble(page, spoken, signal)
    const arrived = page.goto(admission.url, {
      waitUntil: 'domcontentloaded',
      timeout: startSeconds * 1000,
    })
    const socket = await Promise.race([
      Promise.all([admission.socket, arrived]).then(([first]) => first),
      gone.promise,
    ])
    gone.forget()
    return stageOver(page, openCalls(socket, patienceSeconds), spoken)
  } catch (error) {
    admission.cancel()
    await closePage(page)
    throw error
  }
}

const startSeconds = 30
const politeSeconds = 2

function stageOver(page: Page, calls: Calls, spoken: () => string): RemoteStage {
  const browser = page.browser()
  const onCrash = (cause: Error) =>
    calls.fail({ reason: `the page crashed (${cause.message})`, isLost: true, cause })
  const onDisconnect = () => calls.fail({ reason: 'the browser is gone', isLost: true })
  page.on('error', onCrash)
  page.on('pageerror', (cause) =>
    calls.fail({ reason: `the page failed: ${messageOf(cause)}${spoken()}`, isLost: false, cause }),
  )
  browser.once('disconnected', onDisconnect)

  return {
    // The protocol says which answer belongs to which verb.
    load: (job, signal) => calls.ask({ verb: 'load', job }, signal) as Promise<LoadReport>,
    draw: (frame, pass, signal) =>
      calls.ask({ verb: 'draw', frame, pass }, signal) as Promise<Picture>,
    pending: () => calls.ask({ verb: 'pending' }) as Promise<string[]>,
    get isUsable() {
      return calls.failure === undefined
    },
    async close() {
      browser.off('disconnected', onDisconnect)
      calls.fail({ reason: 'the stage was closed', isLost: true })
      await closePage(page)
    },
  }
}

/** What the page wrote to its console lately: three tells there why a shader does not compile. */
function listen(page: Page): () => string {
  const lines: string[] = []
  page.on('console', (message) => {
    if (message.type() !== 'error') return
    lines.push(message.text().slice(0, 2000))
    if (lines.length > 5) lines.shift()
  })
  return () => lines.map((line) => `\n  ${line}`).join('')
}

/** Rejects when the page fails before its socket is open. */
function firstTrouble(page: Page, spoken: () => string, signal: AbortSignal | undefined) {
  let give: (error: unknown) => void = () => {}
  const promise = new Promise<never>((_, reject) => (give = reject))
  const onAbort = () => give(signal?.reason)
  const onCrash = (cause: Error) =>
    give(new StageLostError(`The page crashed: ${cause.message}`, { cause }))
  const onError = (cause: unknown) =>
    give(new StageError(`The stage does not start: ${messageOf(cause)}${spoken()}`, { cause }))
  const late = setTimeout(
    () => onError(new Error(`it opened no socket within ${startSeconds} s`)),
    startSeconds * 1000,
  )
  signal?.addEventListener('abort', onAbort, { once: true })
  page.on('error', onCrash)
  page.on('pageerror', onError)
  const forget = () => {
    clearTimeout(late)
    signal?.removeEventListener('abort', onAbort)
    page.off('error', onCrash)
    page.off('pageerror', onError)
  }
  promise.catch(forget)
  return { promise, forget }
}

/** A crashed page never answers its closing. */
async function closePage(page: Page): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, politeSeconds * 1000).unref())
  // Its browser may be gone already, and the page with it.
  await Promise.race([page.close().catch(() => {}), late])
}
