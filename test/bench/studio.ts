import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Page } from 'puppeteer'
import { parseScene } from '#scenes'
import { readAssets } from '../../capture/assets/assets.ts'
import { type LaunchedBrowser, launchBrowser } from '../../capture/browser/launch.ts'
import { planClip } from '../../capture/clip/plan.ts'
import { stageBundle, studioBundle } from '../../capture/stage/bundle.ts'
import { openStage } from '../../capture/stage/remote-stage.ts'
import { openServer } from '../../capture/stage/server.ts'
import { openStudio } from '../../capture/studio/studio.ts'
import { BALL, crowd, writeDesk } from '../capture/studio/desk.ts'
import { median } from './measure.ts'

interface StudioBench {
  rounds: number
  say: (line: string) => void
}

/**
 * The studio as somebody meets it: how long until the first frame of an example stands there, at the clip's own size;
 * the same of capture's own stage, whose shaders cost both alike; how large the page is; the longest task of the page's
 * main thread, in milliseconds of its processor, while a scene of 4,900 actors is opened, looked at in every panel,
 * edited and proven; how long the server let others wait meanwhile; how long it takes until the page shows what another
 * editor saved; and how far the drawn pixels are from those that capture films in the same Chrome.
 */
export async function benchStudio({ rounds, say }: StudioBench) {
  const bundle = await studioBundle()
  const chrome = await launchBrowser()
  try {
    const seconds: number[] = []
    const captured: number[] = []
    for (let round = 0; round < rounds; round++) {
      seconds.push(await firstFrame(chrome))
      captured.push(await firstCapture(chrome))
      say(
        `first frame of the demo: ${seconds.at(-1)?.toFixed(2)} s; of capture's stage ${captured.at(-1)?.toFixed(2)} s`,
      )
    }
    const difference = await pixelDifference(chrome)
    say(`largest difference of a pixel to capture: ${difference}`)
    const edits = await externalEdits(chrome)
    say(`what another editor saved is in the page after ${edits.map(Math.round).join(', ')} ms`)
    const { task, delay } = await longestTask(chrome)
    say(`longest task of the page: ${task} ms; longest wait of the server: ${delay} ms`)
    return {
      first_frame_s: Math.round(100 * median(seconds)) / 100,
      first_frame_samples_s: seconds.map((one) => Math.round(100 * one) / 100).join(' '),
      capture_first_frame_s: Math.round(100 * median(captured)) / 100,
      bundle_kb: Math.round((await bytesBelow(bundle)) / 1024),
      longest_task_ms: task,
      server_longest_wait_ms: delay,
      external_edit_ms: Math.round(median(edits)),
      pixel_difference_to_capture: difference,
      renderer: chrome.identity.renderer,
    }
  } finally {
    await chrome.close()
  }
}

const DEMO = 'scenes/examples/demo.json'

async function firstFrame({ browser }: LaunchedBrowser): Promise<number> {
  const studio = await openStudio({ path: DEMO })
  const page = await browser.newPage()
  try {
    const start = performance.now()
    await page.goto(studio.url, { waitUntil: 'domcontentloaded' })
    await page.waitForSelector('canvas.live[data-frame]', { timeout: 120_000 })
    return (performance.now() - start) / 1000
  } finally {
    await page.close()
    await studio.close()
  }
}

/** What opening a page, loading and drawing take without a studio around them. */
async function firstCapture({ browser }: LaunchedBrowser): Promise<number> {
  const server = await openServer({ bundle: await stageBundle(), assets: readAssets().files })
  const { job } = await planClip(parseScene(readFileSync(DEMO, 'utf8'), DEMO), {})
  const start = performance.now()
  const stage = await openStage(browser, server)
  try {
    await stage.load(job)
    await stage.draw(0, 'rgba')
    return (performance.now() - start) / 1000
  } finally {
    await stage.close()
    await server.close()
  }
}

/** Over three frames: 0 is the very same bytes. */
async function pixelDifference({ browser }: LaunchedBrowser): Promise<number> {
  const studio = await openStudio({ path: DEMO })
  const server = await openServer({ bundle: await stageBundle(), assets: readAssets().files })
  const page = await browser.newPage()
  try {
    await page.goto(studio.url, { waitUntil: 'domcontentloaded' })
    await page.waitForSelector('canvas.live[data-frame="0"]', { timeout: 120_000 })
    const { job } = await planClip(parseScene(readFileSync(DEMO, 'utf8'), DEMO), {})
    const stage = await openStage(browser, server)
    await stage.load(job)
    let most = 0
    for (const [frame, key] of [
      [0, 'Home'],
      [1, 'ArrowRight'],
      [job.take.frames - 1, 'End'],
    ] as const) {
      await page.keyboard.press(key)
      await page.waitForSelector(`canvas.live[data-frame="${frame}"]`, { timeout: 120_000 })
      const shown = await pixelsOf(page)
      const { bytes } = await stage.draw(frame, 'rgba')
      if (shown.length !== bytes.length) throw new Error('the sizes differ')
      for (const [i, value] of bytes.entries())
        most = Math.max(most, Math.abs(value - (shown[i] ?? 0)))
    }
    await stage.close()
    return most
  } finally {
    await page.close()
    await server.close()
    await studio.close()
  }
}

async function pixelsOf(page: Page): Promise<Buffer> {
  const text = (await page.evaluate(`(() => {
    const live = document.querySelector('canvas.live')
    const { data } = live.getContext('2d').getImageData(0, 0, live.width, live.height)
    let text = ''
    for (let i = 0; i < data.length; i += 8192)
      text += String.fromCharCode(...data.subarray(i, i + 8192))
    return btoa(text)
  })()`)) as string
  return Buffer.from(text, 'base64')
}

/** Milliseconds from the writing of a file to its text and its scene being in the page, five times. */
async function externalEdits({ browser }: LaunchedBrowser): Promise<number[]> {
  const { folder, ball } = writeDesk()
  const studio = await openStudio({ path: ball, out: join(folder, 'out') })
  const page = await browser.newPage()
  try {
    await page.goto(studio.url, { waitUntil: 'domcontentloaded' })
    await page.waitForSelector('canvas.live[data-frame]', { timeout: 120_000 })
    await page.waitForSelector('.sentence', { timeout: 120_000 })
    await page.click('[data-value="editor"]')
    await page.waitForSelector('.cm-content')
    const times: number[] = []
    for (const color of ['blue', 'yellow', 'white', 'black', 'pink']) {
      const seen = page.waitForFunction(
        `document.querySelector(".cm-content").textContent.includes('"color": "${color}" } },')`,
        { polling: 'mutation' },
      )
      const start = performance.now()
      writeFileSync(ball, BALL.replace('"green"', `"${color}"`))
      await seen
      times.push(performance.now() - start)
      await page.waitForFunction('document.querySelector(".busy") === null')
    }
    return times
  } finally {
    await page.close()
    await studio.close()
    rmSync(folder, { recursive: true })
  }
}

async function longestTask({ browser }: LaunchedBrowser): Promise<{ task: number; delay: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'groundreel-bench-'))
  const file = join(folder, 'many.json')
  writeFileSync(file, crowd(4900))
  const studio = await openStudio({ path: file })
  const page = await browser.newPage()
  try {
    const waits = monitorEventLoopDelay({ resolution: 10 })
    waits.enable()
    await page.tracing.start({ categories: ['toplevel', 'disabled-by-default-devtools.timeline'] })
    await page.goto(studio.url, { waitUntil: 'domcontentloaded' })
    await page.waitForSelector('canvas.live[data-frame]', { timeout: 240_000 })
    await page.click('[data-value="cast"]')
    await page.click('[data-value="scene"]')
    await page.locator('.outline [data-item="box_7"]').click()
    await page.waitForSelector('.inspector .param')
    await page.click('[data-value="editor"]')
    await page.waitForSelector('.cm-content')
    writeFileSync(file, crowd(4900, 'red'))
    await page.waitForFunction('document.querySelector(".cm-content").textContent.includes("red")')
    await page.keyboard.press('End')
    await page.waitForSelector('canvas.live[data-frame="7"]', { timeout: 240_000 })
    await page.click('[data-value="claims"]')
    await page.waitForSelector('.claims li', { timeout: 600_000 })
    await page.click('[data-value="captions"]')
    await page.waitForSelector('.sentence')
    waits.disable()
    const trace = await page.tracing.stop()
    return {
      task: longestOf(JSON.parse(Buffer.from(trace ?? []).toString('utf8')) as Trace, studio.url),
      delay: Math.round(waits.max / 1e6),
    }
  } finally {
    await page.close()
    await studio.close()
    rmSync(folder, { recursive: true })
  }
}

interface Trace {
  traceEvents: {
    name: string
    pid: number
    tid: number
    /** Microseconds of the thread's own time. */
    tdur?: number
    args: { name?: string; data?: { url?: string; processId?: number } }
  }[]
}

/**
 * Milliseconds of its own time that the main thread of the page at an address spent on one task; who else uses the machine
 * does not count, nor do the pages that Chrome's own bars are made of.
 */
function longestOf({ traceEvents }: Trace, address: string): number {
  const { origin } = new URL(address)
  const processes = new Set(
    traceEvents
      .filter(
        ({ name, args: { data } }) =>
          name === 'FrameCommittedInBrowser' && data?.url?.startsWith(origin) === true,
      )
      .map(({ args }) => args.data?.processId),
  )
  const main = new Set(
    traceEvents
      .filter(
        ({ name, pid, args }) =>
          name === 'thread_name' && args.name === 'CrRendererMain' && processes.has(pid),
      )
      .map(({ pid, tid }) => `${pid}/${tid}`),
  )
  const tasks = traceEvents.filter(
    ({ name, pid, tid }) => name.endsWith('RunTask') && main.has(`${pid}/${tid}`),
  )
  if (tasks.length === 0) throw new Error('the trace holds no task of the page')
  return Math.round(Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000)
}

async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.(js|css|html|glb)$/.test(entry.name))
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
