import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, expect } from 'vitest'
import { type LaunchedBrowser, launchBrowser } from '../../../capture/browser/launch.ts'
import { SessionOptions } from '../../../capture/options.ts'
import { openStudio, type StudioServer } from '../../../capture/studio/studio.ts'

/** A page of the studio in a real Chrome, and what the tests look at in it. */
export interface Visit {
  page: Page
  chrome: LaunchedBrowser
  studio: StudioServer
  /** Of the live picture: RGBA, top row first. */
  pixels(): Promise<Uint8Array>
  frame(): Promise<number>
  /** Leaves in the gallery what is called like that. */
  search(text: string): Promise<void>
  inPage<T>(code: string): Promise<T>
}

/**
 * Opens one page for the tests of a file: each begins where the last one ended. Nothing is waited for by the clock; how
 * long a state may take to come is what a busy machine needs.
 * @param folder removed at the end
 */
export function visit(path: string, folder: string, out: string): () => Visit {
  const faults: string[] = []
  let now: Visit | undefined
  beforeAll(async () => {
    // `GL=swiftshader npm test` draws with another back end.
    const session = SessionOptions.parse({ gl: process.env['GL'] })
    const [studio, chrome] = await Promise.all([
      openStudio({ path, out, session }),
      launchBrowser(session),
    ])
    const page = await chrome.browser.newPage()
    page.setDefaultTimeout(PATIENCE)
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text())
    })
    await page.setViewport({ width: 1280, height: 800 })
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }])
    const inPage = async <T>(code: string) => (await page.evaluate(code)) as T
    now = {
      page,
      chrome,
      studio,
      inPage,
      pixels: async () =>
        Uint8Array.from(
          await inPage<number[]>(`(() => {
            const live = document.querySelector('canvas.live')
            return [...live.getContext('2d').getImageData(0, 0, live.width, live.height).data]
          })()`),
        ),
      frame: () => page.$eval('.ruler', (ruler) => Number(ruler.getAttribute('aria-valuenow'))),
      async search(text) {
        await page.click('#search', { count: 3 })
        await page.keyboard.type(text)
        // Keys are the studio's again where nobody writes.
        await page.evaluate('document.activeElement.blur()')
      },
    }
    await page.goto(studio.url, { waitUntil: 'domcontentloaded' })
    // What ships would be drawn beside every test.
    await page.waitForSelector('#search')
    await now.search(basename(path))
    await page.waitForSelector('canvas.live[data-frame="0"]')
  }, TEST_PATIENCE)
  afterAll(async () => {
    await now?.chrome.close()
    await now?.studio.close()
    rmSync(folder, { recursive: true })
    expect(faults).toEqual([])
  }, TEST_PATIENCE)
  return () => {
    if (!now) throw new Error('the page is not open')
    return now
  }
}

/** Milliseconds until a state has come, and until a test is over. */
const PATIENCE = 90_000
export const TEST_PATIENCE = 4 * PATIENCE

export function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

export async function eventually(holds: () => Promise<boolean | undefined | null>): Promise<void> {
  for (const end = performance.now() + PATIENCE; performance.now() < end;) {
    if (await holds()) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('it never came to be')
}
