import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession, KeyInput, WebWorker } from 'puppeteer'
import { expect, test, vi } from 'vitest'
import { BALL, writeDesk } from './desk.ts'
import { eventually, same, TEST_PATIENCE, visit } from './visit.ts'

vi.setConfig({ testTimeout: TEST_PATIENCE })
const { folder, ball } = writeDesk()
writeFileSync(join(folder, 'twin.json'), BALL)
const here = visit(ball, folder, join(folder, 'out'))

test('a GL context that is lost comes back, with the frame that was shown', async () => {
  const { page, pixels, frame } = here()
  await page.keyboard.press('ArrowRight')
  await page.waitForSelector('canvas.live[data-frame="1"]')
  const before = await pixels()
  expect(await loseContexts()).toBeGreaterThan(0)
  // What is drawn already is there without GL; another pass is not.
  await page.keyboard.press('2')
  await eventually(async () => !same(await pixels(), before))
  await page.keyboard.press('1')
  await eventually(async () => same(await pixels(), before))
  expect(await frame()).toBe(1)
  expect(await page.$('.fault')).toBeNull()
})

test('a machine that takes the context away again and again is told of, and tried again when asked', async () => {
  const { page, pixels } = here()
  const before = await pixels()
  const heal = sickenStages()
  expect(await loseContexts()).toBeGreaterThan(0)
  await page.keyboard.press('3')
  const fault = await page.waitForSelector('.fault')
  expect(await fault?.evaluate((one) => one.textContent)).toContain('the WebGL context was lost')
  expect(same(await pixels(), before)).toBe(true)
  heal()
  await page.click('[aria-label="Try again"]')
  await page.waitForSelector('.fault', { hidden: true })
  await eventually(async () => !same(await pixels(), before))
  await page.keyboard.press('1')
  await eventually(async () => same(await pixels(), before))
})

test('a first picture that cannot be drawn is told of as well', async () => {
  const { page, search, studio } = here()
  const heal = sickenStages()
  // The same address is no new page.
  await page.goto('about:blank')
  await page.goto(studio.url, { waitUntil: 'domcontentloaded' })
  await page.waitForSelector('#search')
  await search('ball.json')
  await page.waitForSelector('.fault')
  expect(await page.$('.waiting')).toBeNull()
  heal()
  await page.click('[aria-label="Try again"]')
  await page.waitForSelector('canvas.live[data-frame="0"]')
})

test('a render that is cancelled leaves no clip and says so; the next one may begin', async () => {
  const { page, search } = here()
  await page.waitForSelector('.sentence')
  await page.click('[aria-label="Render the clip"]')
  await page.waitForSelector('[aria-label="Cancel rendering"]')
  await page.click('[aria-label="Cancel rendering"]')
  await page.waitForFunction('document.querySelector(".notices").textContent.includes("cancelled")')
  await page.waitForSelector('[aria-label="Render the clip"]:not([disabled])')
  await search('ball')
  expect(await page.$('.card[data-source]')).not.toBeNull()
  expect(await page.$('.card[data-clip]')).toBeNull()
  expect(existsSync(join(folder, 'out', 'ball'))).toBe(false)
})

test('whoever went on to another scene is left there when the clip is rendered', async () => {
  const { page, search } = here()
  const open = async (file: string, name: string) => {
    await search(file)
    await page.click('.card[data-source]')
    await page.waitForFunction(`document.querySelector('.what strong').textContent === '${name}'`)
    await page.waitForSelector('.sentence')
  }
  await page.click('[aria-label="Render the clip"]')
  await page.waitForSelector('[aria-label="Cancel rendering"]')
  await open('heap.json', 'heap')
  await page.waitForFunction(
    'document.querySelector(".notices").textContent.includes("is rendered")',
  )
  await page.waitForSelector('[aria-label="Render the clip"]')
  expect(await page.$eval('.what strong', (one) => one.textContent)).toBe('heap')
  expect(await page.$('.screen[data-picture="live"]')).not.toBeNull()
  await page.click('[data-value="gallery"]')
  await open('ball.json', 'ball')
})

test('every key that the help lists does what it says', async () => {
  const { page } = here()
  const tried: string[] = []
  const press = async (keys: string, comes: string) => {
    if (!tried.includes(keys)) tried.push(keys)
    const names = keys.split(' ').map((name) => KEY_NAMES[name] ?? name.toLowerCase())
    const [last = '', ...held] = names.reverse()
    for (const name of held) await page.keyboard.down(name as KeyInput)
    await page.keyboard.press(last as KeyInput)
    for (const name of held) await page.keyboard.up(name as KeyInput)
    await page.waitForFunction(comes)
  }
  const leave = () => page.evaluate('document.activeElement.blur()')
  const there = (selector: string) => `document.querySelector('${selector}') !== null`
  const gone = (selector: string) => `document.querySelector('${selector}') === null`
  const at = (frame: number) => there(`canvas.live[data-frame="${frame}"]`)
  const on = (selector: string) => there(`${selector}[aria-pressed="true"]`)
  const speed = (value: string) =>
    `document.querySelector('[aria-label="Speed"]').value === '${value}'`

  await page.waitForSelector('.sentence')
  await leave()
  await press('Home', at(0))
  await press('→', at(1))
  await press('←', at(0))
  await press('Shift →', at(10))
  await press('Shift ←', at(0))
  await press('End', at(15))
  await press('Space', there('[aria-label="Pause"]'))
  await press('Space', there('[aria-label="Play"]'))
  await press('L', there('[aria-label="Loop"][aria-pressed="false"]'))
  await press('L', on('[aria-label="Loop"]'))
  await press('[', speed('0.5'))
  await press(']', speed('1'))
  for (const [i, pass] of ['rgb', 'depth', 'normal', 'ids', 'flow'].entries())
    await press(`${i + 1}`, on(`[data-value="${pass}"]`))
  await press('1', on('[data-value="rgb"]'))
  await press('B', there('.mark[data-actor="ball"]'))
  await press('B', gone('.mark'))
  await press('T', there('.way[data-actor="ball"]'))
  await press('T', gone('.way'))
  await press('G', there('.guides'))
  await press('G', gone('.guides'))
  await press('O', there('.overlays[data-orbit]'))
  await press('O', gone('.overlays[data-orbit]'))
  await press('F', 'document.fullscreenElement?.className === "player"')
  await press('F', 'document.fullscreenElement === null')
  await press('S', on('[data-value="scene"]'))
  await press('E', on('[data-value="editor"]'))
  await press('C', on('[data-value="captions"]'))
  await press('V', 'document.activeElement.id === "typed"')
  await leave()
  await press('/', 'document.activeElement.id === "search"')
  await leave()
  await press('E', there('.cm-content'))
  await page.click('.cm-content')
  await page.keyboard.type(' ')
  await leave()
  await press('Ctrl Z', gone('[aria-label="not saved"]'))
  await press('Ctrl Y', there('[aria-label="not saved"]'))
  await press('Ctrl S', gone('[aria-label="not saved"]'))
  await press('?', there('dialog[open]'))
  const listed = await page.$$eval('.help kbd', (all) => all.map((one) => one.textContent))
  expect(new Set(tried)).toEqual(new Set(listed))
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog[open]', { hidden: true })
})

test('of two scenes of one name the editor tells which file it writes', async () => {
  const { page, search } = here()
  await search('twin.json')
  await page.click('.card[data-source]')
  await page.keyboard.press('e')
  await page.waitForFunction('document.querySelector(".file").textContent === "twin.json"')
})

const KEY_NAMES: Record<string, string> = {
  Space: 'Space',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  Home: 'Home',
  End: 'End',
  Shift: 'Shift',
  Ctrl: 'Control',
}

/** From now on every stage that is opened loses its context while it loads; until it is healed. */
function sickenStages(): () => void {
  const { page } = here()
  const sicken = (worker: WebWorker) => void worker.evaluate(SICK).catch(() => {})
  page.on('workercreated', sicken)
  return () => page.off('workercreated', sicken)
}

/** It is there long before the first program is linked: a scene is fetched before that. */
const SICK = `{
  const context = WebGL2RenderingContext.prototype
  const link = context.linkProgram
  context.linkProgram = function (program) {
    this.getExtension('WEBGL_lose_context').loseContext()
    link.call(this, program)
  }
}`

/** Takes the GL contexts away from the threads that draw; how many there were. */
async function loseContexts(): Promise<number> {
  const { page } = here()
  let lost = 0
  for (const { client } of page.workers()) lost += await loseIn(client)
  return lost
}

async function loseIn(client: CDPSession): Promise<number> {
  const { result } = await client.send('Runtime.evaluate', {
    expression: 'WebGL2RenderingContext.prototype',
  })
  const { objects } = await client.send('Runtime.queryObjects', {
    prototypeObjectId: result.objectId ?? '',
  })
  const { result: count } = await client.send('Runtime.callFunctionOn', {
    objectId: objects.objectId ?? '',
    functionDeclaration: `function () {
      for (const gl of this) gl.getExtension('WEBGL_lose_context').loseContext()
      return this.length
    }`,
    returnByValue: true,
  })
  return Number(count.value)
}
