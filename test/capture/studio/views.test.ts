import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { expect, test, vi } from 'vitest'
import { root } from '../../examples.ts'
import { writeDesk } from './desk.ts'
import { TEST_PATIENCE, visit } from './visit.ts'

/**
 * The main views, compared with test/golden/studio/<back end>/<view>.png. `UPDATE_GOLDENS=1` writes them: look at them
 * before you accept them.
 */
vi.setConfig({ testTimeout: TEST_PATIENCE })
const folder = mkdtempSync(join(tmpdir(), 'groundreel-views-'))
const desk = join(folder, 'desk')
const { ball } = writeDesk(desk)
const here = visit(ball, folder, join(folder, 'out'))

/** Share of pixels: letters are smoothed a little differently from one build of Chrome to the next. */
const MOST = 0.01

test('a scene with its captions, in the dark', async () => {
  const { page } = here()
  await page.setViewport({ width: 1280, height: 720 })
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: 'dark' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ])
  await page.waitForSelector('.sentence')
  await looksLike('scene')
})

test('a sentence that was typed, and the claims', async () => {
  const { page } = here()
  await page.type('#typed', 'A red ball rolls. A zebra sings.')
  await page.waitForSelector('.verdicts [data-status="unparsed"]')
  await looksLike('verdicts')
  await page.click('[data-value="claims"]')
  await page.click('.claims li:nth-child(2) button')
  await page.waitForSelector('.claims .evidence')
  await page.waitForSelector('canvas.lit:not([hidden])')
  await looksLike('claims')
  await page.click('.claims li:nth-child(2) button')
})

test('the tree and the settings, in the light', async () => {
  const { page } = here()
  await inTheLight()
  await page.click('[data-value="scene"]')
  await page.locator('.outline [data-item="ball"]').click()
  await page.waitForSelector('.mark[data-actor="ball"][data-chosen]')
  await page.waitForSelector('.inspector input[aria-label="radius"]')
  await looksLike('settings')
})

test('a text with a mistake in it', async () => {
  const { page } = here()
  await page.click('[data-value="editor"]')
  await page.waitForSelector('.cm-chosen')
  await page.click('.cm-content')
  await page.keyboard.down('Control')
  await page.keyboard.press('Home')
  await page.keyboard.up('Control')
  await page.keyboard.sendCharacter('oops ')
  await page.waitForSelector('.cm-lintRange-error')
  await page.waitForSelector('.trouble')
  await page.evaluate('document.activeElement.blur()')
  await looksLike('mistake')
  await page.click('[aria-label="Undo"]')
  await page.waitForSelector('.trouble', { hidden: true })
  await page.waitForSelector('[aria-label="not saved"]', { hidden: true })
})

test('a template and its seeds', async () => {
  const { page, search } = here()
  await search('heap.json')
  await page.waitForFunction('document.querySelector(".card strong").textContent === "heap"')
  await page.click('.card')
  await page.waitForSelector('.die[data-seed="11"] .thumb[data-state="drawn"]')
  await page.click('[data-value="captions"]')
  await page.waitForSelector('.sentence')
  await page.waitForSelector('.verdicts [data-status="unparsed"]')
  await looksLike('seeds')
})

test('the keys', async () => {
  const { page } = here()
  await page.keyboard.press('?')
  await page.waitForSelector('dialog[open]')
  await looksLike('keys')
})

async function inTheLight(): Promise<void> {
  await here().page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ])
}

async function looksLike(view: string): Promise<void> {
  const { page, chrome } = here()
  await page.mouse.move(640, 712)
  await page.waitForFunction('document.querySelector(".busy, .proving") === null')
  await page.waitForFunction(
    `document.querySelector('canvas.live').dataset.frame === document.querySelector('.ruler').getAttribute('aria-valuenow')`,
  )
  await page.evaluate('document.fonts.ready')
  await page.waitForFunction(
    `[...document.querySelectorAll('.thumb')].every((one) => one.dataset.state === 'drawn')`,
  )
  const file = join(root, 'test/golden/studio', chrome.identity.backend, `${view}.png`)
  const bytes = Buffer.from(await page.screenshot())
  if (process.env['UPDATE_GOLDENS']) {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, bytes)
  }
  expect(existsSync(file), `${file} is missing: UPDATE_GOLDENS=1, and look at it`).toBe(true)
  const [golden, shown] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(bytes)]
  const { width, height } = golden
  expect({ width: shown.width, height: shown.height }).toEqual({ width, height })
  const difference = new PNG({ width, height })
  const options = { threshold: 0.15 }
  const count = pixelmatch(golden.data, shown.data, difference.data, width, height, options)
  if (count > MOST * width * height) {
    const out = join(root, 'test/out/studio')
    mkdirSync(out, { recursive: true })
    writeFileSync(join(out, `${view}.png`), bytes)
    writeFileSync(join(out, `${view}-difference.png`), PNG.sync.write(difference))
  }
  expect(count / (width * height), `${view} differs; see test/out/studio`).toBeLessThan(MOST)
}
