import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { parseScene } from '#scenes'
import { planClip } from '../../../capture/clip/plan.ts'
import { stageBundle } from '../../../capture/stage/bundle.ts'
import { openStage } from '../../../capture/stage/remote-stage.ts'
import { openServer } from '../../../capture/stage/server.ts'
import { BALL, writeDesk } from './desk.ts'
import { eventually, same, TEST_PATIENCE, visit } from './visit.ts'

vi.setConfig({ testTimeout: TEST_PATIENCE })
const { folder, ball } = writeDesk()
const here = visit(ball, folder, join(folder, 'out'))

test('a frame is the very picture that capture films', async () => {
  const { page, pixels } = here()
  await page.keyboard.press('End')
  await page.waitForSelector('canvas.live[data-frame="15"]')
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowLeft')
  await page.waitForSelector('canvas.live[data-frame="11"]')
  expect(await page.$eval('.time', (time) => time.textContent)).toContain('1.38 sframe 11')
  const { job } = await planClip(parseScene(BALL, 'ball.json'), {})
  const server = await openServer({ bundle: await stageBundle(), assets: new Map() })
  const stage = await openStage(here().chrome.browser, server)
  await stage.load(job)
  const { bytes } = await stage.draw(11, 'rgba')
  const shown = await pixels()
  expect(shown.length).toBe(bytes.length)
  expect(Buffer.compare(Buffer.from(shown), Buffer.from(bytes))).toBe(0)
  await stage.close()
  await server.close()
})

test('it is scrubbed and played, and passes and guides lie over it', async () => {
  const { page, pixels } = here()
  const ruler = await page.waitForSelector('.ruler')
  const box = await ruler?.boundingBox()
  if (!box) throw new Error('there is a ruler')
  await page.mouse.move(box.x + box.width * (2.5 / 16), box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * (6.5 / 16), box.y + 8)
  await page.mouse.up()
  await page.waitForSelector('canvas.live[data-frame="6"]')
  await page.keyboard.press('Space')
  await page.waitForSelector('canvas.live[data-frame="9"]')
  await page.keyboard.press('Space')
  const picture = await pixels()
  await page.keyboard.press('2')
  await page.waitForFunction(
    'document.querySelector(\'[data-value="depth"]\').ariaPressed === "true"',
  )
  await eventually(async () => !same(await pixels(), picture))
  const depth = await pixels()
  await page.keyboard.press('o')
  await page.waitForSelector('.overlays[data-orbit] .camera-way')
  await eventually(async () => !same(await pixels(), depth))
  await page.keyboard.press('o')
  await eventually(async () => same(await pixels(), depth))
  await page.keyboard.press('1')
  await eventually(async () => same(await pixels(), picture))
  await page.keyboard.press('g')
  await page.waitForSelector('.guides')
  await page.keyboard.press('b')
  await page.waitForSelector('.mark[data-actor="ball"]')
  await page.keyboard.press('t')
  // The way of the ball goes through its middle, however it turns.
  await page.keyboard.press('End')
  for (let frame = 15; frame > 7; frame--) await page.keyboard.press('ArrowLeft')
  await page.waitForSelector('canvas.live[data-frame="7"]')
  await eventually(async () => {
    const ball = await middleOf('.mark[data-actor="ball"]')
    const dot = await middleOf('.way[data-actor="ball"] circle')
    return ball && dot && Math.hypot(dot.x - ball.x, dot.y - ball.y) < 5
  })
  for (const key of ['t', 'g', 'b'] as const) await page.keyboard.press(key)
  await page.waitForSelector('.way', { hidden: true })
})

/** Pixels of the page; undefined while it is not there. */
async function middleOf(selector: string) {
  const one = await here().page.$(selector)
  const box = await one?.boundingBox()
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('claims are proven; a sentence lights its actors, and a click goes to where it holds', async () => {
  const { page, frame, inPage } = here()
  await page.waitForSelector('.sentence')
  const [first] = await page.$$('.sentence')
  expect(await first?.evaluate((one) => one.textContent)).toMatch(/ball/)
  await first?.hover()
  await page.waitForSelector('canvas.lit[data-lit*="ball"]:not([hidden])')
  expect(
    await inPage<number>(`(() => {
      const lit = document.querySelector('canvas.lit')
      const { data } = lit.getContext('2d').getImageData(0, 0, lit.width, lit.height)
      return data.filter((_, i) => i % 4 === 3 && data[i] === 255).length
    })()`),
  ).toBeGreaterThan(5)
  await page.waitForSelector('.mark[data-actor="ball"][data-lit]')
  const bar = await page.waitForSelector('.bar.claim')
  const id = await bar?.evaluate((one) => one.getAttribute('data-claim'))
  await page.keyboard.press('Home')
  await bar?.click()
  await page.waitForSelector(`.bar.claim[data-claim="${id}"][data-chosen]`)
  expect(await frame()).toBeGreaterThan(0)
  await page.click('[data-value="claims"]')
  await page.waitForSelector('.claims li[data-chosen] .evidence')
  await page.click('[data-value="captions"]')
  await page.click('[data-value="zh"]')
  expect(await page.$eval('.sentences', (one) => one.textContent)).toMatch(/球/)
  await page.click('[data-value="en"]')
})

test('any sentence is judged phrase by phrase', async () => {
  const { page } = here()
  await page.type(
    '#typed',
    'A red ball rolls from left to right. A blue ball rolls. A zebra sings.',
  )
  await page.waitForFunction('document.querySelector(".verdicts").textContent.includes("zebra")')
  const verdicts = await page.$$eval('.verdicts li', (all) =>
    all.map(
      (one) => `${one.getAttribute('data-status')} ${one.querySelector('.phrase')?.textContent}`,
    ),
  )
  expect(verdicts).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^verified .*ball/),
      expect.stringMatching(/^refuted .*blue/),
      expect.stringMatching(/^unparsed .*zebra/),
    ]),
  )
  // Whoever looks at another panel finds the sentence again.
  await page.click('[data-value="claims"]')
  await page.waitForSelector('#typed', { hidden: true })
  await page.click('[data-value="captions"]')
  await page.waitForSelector('.verdicts [data-status="unparsed"]')
})

test('bad JSON keeps the picture and tells the place; undo mends it', async () => {
  const { page, pixels } = here()
  const before = await pixels()
  await page.click('[data-value="editor"]')
  await page.waitForSelector('.cm-content')
  await page.click('.cm-content')
  await page.keyboard.down('Control')
  await page.keyboard.press('End')
  await page.keyboard.up('Control')
  await page.keyboard.sendCharacter(' oops')
  await page.waitForSelector('.problems')
  const last = BALL.split('\n').length
  expect(await page.$eval('.problems .at', (at) => at.textContent)).toMatch(new RegExp(`^${last}:`))
  await page.waitForSelector('.cm-lintRange-error')
  expect(await page.$eval('.trouble', (one) => one.textContent)).toContain('last good scene')
  expect(same(await pixels(), before)).toBe(true)
  await page.click('[aria-label="Undo"]')
  await page.waitForSelector('.problems', { hidden: true })
})

test('what another editor writes appears at once, at the same time of the clip', async () => {
  const { page, pixels, frame } = here()
  await page.evaluate('document.activeElement.blur()')
  await page.keyboard.press('Home')
  for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowRight')
  await page.waitForSelector('canvas.live[data-frame="10"]')
  const before = await pixels()
  writeFileSync(ball, BALL.replace('"color": "green"', '"color": "yellow"'))
  await page.waitForFunction('document.querySelector(".cm-content").textContent.includes("yellow")')
  await eventually(async () => !same(await pixels(), before))
  expect(await frame()).toBe(10)
  // What plays goes on playing.
  await page.keyboard.press('Space')
  await page.waitForSelector('[aria-label="Pause"]')
  writeFileSync(ball, BALL.replace('"color": "green"', '"color": "white"'))
  await page.waitForFunction('document.querySelector(".cm-content").textContent.includes("white")')
  await page.waitForFunction('document.querySelector(".busy") === null')
  expect(await page.$('[aria-label="Pause"]')).not.toBeNull()
  await page.keyboard.press('Space')
  await page.waitForSelector('[aria-label="Play"]')
  await page.click('.cm-content')
  await page.keyboard.type('/')
  await page.waitForSelector('[aria-label="not saved"]')
  writeFileSync(ball, BALL)
  await page.waitForSelector('.stale')
  await page.click('[aria-label="Take theirs"]')
  await page.waitForSelector('.stale', { hidden: true })
  expect(readFileSync(ball, 'utf8')).toBe(BALL)
})

test('a clip is rendered and opens beside the live stage', async () => {
  const { page, search } = here()
  await page.waitForSelector('.sentence', { hidden: true })
  await page.click('[aria-label="Render the clip"]')
  await page.waitForSelector('.rendering')
  await page.waitForSelector('.screen[data-picture="beside"] canvas.live[data-frame]')
  await page.click('[data-value="captions"]')
  await page.waitForSelector('.sentence')
  await search('ball')
  expect(await page.$$eval('.card[data-clip]', (all) => all.length)).toBe(1)
})

test('keys of what a clip has not do nothing', async () => {
  const { page } = here()
  await page.click('.card[data-clip]')
  await page.waitForSelector('[data-picture="video"] video')
  await page.waitForSelector('[data-value="captions"][aria-pressed="true"]')
  await page.evaluate('document.activeElement.blur()')
  for (const key of ['e', 's', 'o'] as const) await page.keyboard.press(key)
  expect(await page.$('.overlays[data-orbit]')).toBeNull()
  expect(await page.$('[data-value="captions"][aria-pressed="true"]')).not.toBeNull()
  await page.click('[data-value="live"]')
  await page.keyboard.press('o')
  await page.waitForSelector('.overlays[data-orbit]')
  await page.click('[data-value="video"]')
  await page.waitForSelector('.overlays:not([data-orbit])')
})

test('a throw of the dice gives a scene, parameters another', async () => {
  const { page, pixels, search, inPage } = here()
  await search('heap')
  await page.waitForFunction('document.querySelectorAll(".card").length === 1')
  await page.click('.card')
  await page.waitForSelector('.die[data-seed="0"][aria-pressed="true"]')
  await page.waitForSelector('canvas.live[data-frame]')
  const before = await pixels()
  await page.waitForSelector('.die[data-seed="5"] .thumb[data-state="drawn"]')
  const colors = await inPage<string[]>(
    `[...document.querySelectorAll('.die [data-state="drawn"] canvas')].map((one) => one.toDataURL())`,
  )
  expect(new Set(colors).size).toBeGreaterThan(2)
  const other = colors.findIndex((one) => one !== colors[0])
  await page.click(`.die[data-seed="${other}"]`)
  await page.waitForSelector(`.die[data-seed="${other}"][aria-pressed="true"]`)
  await eventually(async () => !same(await pixels(), before))
  expect(await page.$eval('.what', (what) => what.textContent)).toContain(`seed ${other}`)
  await page.click('[aria-label="Roll twelve others"]')
  await page.waitForSelector('.die[data-seed="23"]')
  await page.click('[aria-label="First seed"]', { count: 3 })
  await page.keyboard.type('4000')
  await page.waitForSelector('.die[data-seed="4011"]')
  await inPage(`document.querySelector('.params input[type="number"]').select()`)
  await page.type('.params input[type="number"]', '4')
  await page.waitForFunction('document.querySelector(".facts").textContent.includes("5 actors")')
  // The search is a key away, though the gallery lies behind the seeds.
  await page.evaluate('document.activeElement.blur()')
  await page.keyboard.press('/')
  await page.waitForFunction('document.activeElement.id === "search"')
  await page.click('[data-value="seeds"]')
})

test('nobody is kept out: axe finds nothing in any view, in the light and in the dark', async () => {
  const { page, search } = here()
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  await page.evaluate(axe)
  const look = async (view: string) => {
    for (const theme of ['dark', 'light']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }])
      expect(await violations(), `${view}, ${theme}`).toEqual([])
    }
  }
  for (const panel of ['cast', 'scene', 'editor', 'claims', 'captions']) {
    await page.click(`[data-value="${panel}"]`)
    await look(`seeds and ${panel}`)
  }
  await page.keyboard.press('?')
  await page.waitForSelector('dialog[open]')
  await look('help')
  await page.keyboard.press('Escape')
  await page.click('[data-value="gallery"]')
  await search('ball')
  await page.click('.card[data-clip]')
  await page.waitForSelector('.sentence')
  await page.select('[aria-label="Form"]', 'timeline')
  await page.waitForSelector('.sentence time')
  await look('gallery and clip')
  await page.select('[aria-label="Form"]', 'tags')
  await page.click('[data-value="beside"]')
  await page.waitForSelector('[data-picture="beside"] canvas.live[data-frame]')
  await look('clip beside the stage')
})

async function violations(): Promise<string[]> {
  interface Found {
    id: string
    nodes: { html: string; failureSummary: string }[]
  }
  const { violations: found } = await here().inPage<{ violations: Found[] }>(
    'axe.run(document, { resultTypes: ["violations"] })',
  )
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}
