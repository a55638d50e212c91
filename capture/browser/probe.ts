import { setTimeout as wait } from 'node:timers/promises'
import { TimeoutError, type Browser } from 'puppeteer'
import { z } from 'zod'
import { messageOf } from '../errors.ts'
import type { BrowserCandidate } from './discover.ts'
import { type Backend, classify, type GlRoad } from './gl.ts'
import { LateError, type OpenBrowser, openBrowser } from './open.ts'
import { probePage } from './probe-page.ts'

export interface ProbeResult {
  browser: string
  /** Empty when the browser did not start. */
  version: string
  backend: Backend
  renderer: string
  ok: boolean
  /** Why not, as the end of a sentence that starts with the browser's name. */
  reason: string
  /** It may only have been slow: the machine was busy. */
  late: boolean
}

/** Count up when the probe learns to see more: results that machines remember are then asked anew. */
export const probeVersion = 1

/** Starts a browser on one back end, draws and reads back, and ends it. */
export async function probeCandidate(
  candidate: BrowserCandidate,
  road: GlRoad,
  signal?: AbortSignal,
): Promise<ProbeResult> {
  let open: OpenBrowser
  try {
    open = await openBrowser(candidate, road, signal)
  } catch (error) {
    signal?.throwIfAborted()
    const reason = `does not start: ${messageOf(error)}`
    return {
      browser: candidate.name,
      version: '',
      backend: road.backend,
      renderer: '',
      ok: false,
      reason,
      late: isLate(error),
    }
  }
  try {
    return await probeOpen(candidate, road, open)
  } finally {
    await open.close()
  }
}

/** Proves that a running browser draws right, and with the back end that was asked for. */
export async function probeOpen(
  candidate: BrowserCandidate,
  road: GlRoad,
  { browser, version }: OpenBrowser,
): Promise<ProbeResult> {
  const { renderer = '', reason, late = false } = await ask(browser)
  const got = classify(renderer)
  const verdict = reason ?? (got === road.backend ? '' : `fell back to ${renderer} on its own`)
  return {
    browser: candidate.name,
    version,
    backend: road.backend,
    renderer,
    ok: verdict === '',
    reason: verdict,
    late,
  }
}

/** Whether a browser did not come up in time, rather than not at all. */
export function isLate(error: unknown): boolean {
  return error instanceof LateError || error instanceof TimeoutError
}

const probeSeconds = 30

const answerSchema = z.object({ renderer: z.string().optional(), reason: z.string().optional() })

async function ask(browser: Browser): Promise<z.infer<typeof answerSchema> & { late?: boolean }> {
  const patience = new AbortController()
  const answer = async () => {
    const page = await browser.newPage()
    const got = answerSchema.parse(await page.evaluate(probePage))
    await page.close()
    return got
  }
  const late = async () => {
    await wait(probeSeconds * 1000, undefined, { signal: patience.signal })
    return { reason: `did not draw a triangle within ${probeSeconds} s`, late: true }
  }
  // Only the timer's end is swallowed; a page that failed is told below.
  const lateQuietly = late().catch(() => ({}))
  try {
    return await Promise.race([answer(), lateQuietly])
  } catch (error) {
    return { reason: `failed while it drew a triangle: ${messageOf(error)}`, late: isLate(error) }
  } finally {
    patience.abort()
  }
}
