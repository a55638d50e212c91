import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession } from 'puppeteer'
import { expect, test, vi } from 'vitest'
import { writeDesk } from './desk.ts'
import { eventually, same, TEST_PATIENCE, visit } from './visit.ts'

vi.setConfig({ testTimeout: TEST_PATIENCE })
const { folder, ball } = writeDesk()
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

test('a render that is cancelled leaves no clip and says so; the next one may begin', async () => {
  const { page } = here()
  await page.waitForSelector('.sentence')
  await page.click('[aria-label="Render the clip"]')
  await page.waitForSelector('[aria-label="Cancel rendering"]')
  await page.click('[aria-label="Cancel rendering"]')
  await page.waitForFunction('document.querySelector(".notices").textContent.includes("cancelled")')
  await page.waitForSelector('[aria-label="Render the clip"]:not([disabled])')
  expect(await page.$('.card[data-clip]')).toBeNull()
  expect(existsSync(join(folder, 'out', 'ball'))).toBe(false)
})

test('every key is listed in the help, which Escape closes', async () => {
  const { page } = here()
  await page.keyboard.press('?')
  await page.waitForSelector('dialog[open]')
  const keys = await page.$$eval('.help kbd', (all) => all.map((one) => one.textContent))
  expect(keys).toEqual(
    expect.arrayContaining(['Space', '←', 'G', 'O', 'S', 'Ctrl S', 'Ctrl Z', '?']),
  )
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog[open]', { hidden: true })
})

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
