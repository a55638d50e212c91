import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { BALL, writeDesk } from './desk.ts'
import { eventually, same, TEST_PATIENCE, visit } from './visit.ts'

vi.setConfig({ testTimeout: TEST_PATIENCE })
const { folder, ball } = writeDesk()
const here = visit(ball, folder, join(folder, 'out'))

test('what is chosen in the tree is chosen in the picture, in the text, and can be set', async () => {
  const { page, inPage } = here()
  await page.click('[data-value="scene"]')
  await page.waitForSelector('.outline li')
  expect(
    await page.$$eval('.outline li', (all) => all.map((one) => one.getAttribute('data-item'))),
  ).toEqual(['Clip', 'main', 'lawn', 'ball', 'crate'])
  await page.locator('.outline [data-item="ball"]').click()
  await page.waitForSelector('.mark[data-actor="ball"][data-chosen]')
  await page.waitForSelector('.inspector input[aria-label="radius"]')
  expect(await valueOf('.inspector input[aria-label="radius"]')).toBe('0.4')
  expect(await valueOf('.inspector input[aria-label="motion 0 roll"]')).toBe('0.4')
  await page.click('[data-value="editor"]')
  await page.waitForSelector('.cm-chosen')
  const marked = await inPage<string>(
    `[...document.querySelectorAll('.cm-chosen')].map((one) => one.textContent).join('')`,
  )
  expect(marked).toContain('"id": "ball"')
  expect(marked).not.toContain('"id": "crate"')
})

test('what is clicked in the picture is chosen in the tree, and the cursor of the editor chooses', async () => {
  const { page } = here()
  await page.click('[data-value="scene"]')
  await page.click('[aria-label="Boxes and names"]')
  const crate = await page.waitForSelector('.mark[data-actor="crate"]')
  const box = await crate?.boundingBox()
  if (!box) throw new Error('there is a crate')
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2)
  await page.waitForSelector('.outline [data-item="crate"][aria-selected="true"]')
  await page.click('[aria-label="Boxes and names"]')
  await page.click('[data-value="editor"]')
  await page.waitForSelector('.cm-content')
  const places = await page.$$('.cm-line')
  for (const line of places)
    if ((await line.evaluate((one) => one.textContent)).includes('"ground"')) {
      await line.click()
      break
    }
  await page.click('[data-value="scene"]')
  await page.waitForSelector('.outline [data-item="lawn"][aria-selected="true"]')
})

test('the tree is gone through with the keyboard', async () => {
  const { page } = here()
  await page.focus('.outline')
  await page.keyboard.press('ArrowDown')
  await page.waitForSelector('.outline [data-item="ball"][aria-selected="true"]')
  await page.keyboard.press('Home')
  await page.waitForSelector('.outline [data-item="Clip"][aria-selected="true"]')
  await page.type('[aria-label="Find in the scene"]', 'crat')
  await page.waitForFunction('document.querySelectorAll(".outline li").length === 1')
  await page.locator('.outline [data-item="crate"]').click()
  await page.click('[aria-label="Find in the scene"]', { count: 3 })
  await page.keyboard.press('Backspace')
})

test('a setting changes picture and text, comments stay, and undo and redo go through both', async () => {
  const { page, pixels } = here()
  const before = await pixels()
  await page.locator('.outline [data-item="ball"]').click()
  const color = '.inspector select[aria-label="material color"]'
  await page.waitForSelector(color)
  await page.select(color, 'blue')
  await eventually(async () => !same(await pixels(), before))
  const blue = await pixels()
  await page.click('[data-value="editor"]')
  await page.waitForSelector('[aria-label="not saved"]')
  expect(await page.$eval('.cm-content', (one) => one.textContent)).toMatch(
    /"color": "blue" \}, \/\/ rolls/,
  )
  // What is typed and what is set have one history.
  await page.click('.cm-content')
  await page.keyboard.down('Control')
  await page.keyboard.press('Home')
  await page.keyboard.up('Control')
  await page.keyboard.sendCharacter('// Blue. ')
  await page.click('[data-value="scene"]')
  await page.click('[aria-label="Undo"]')
  await page.waitForFunction(
    '!document.querySelector(".cm-content").textContent.includes("// Blue. ")',
  )
  await page.focus('.outline')
  await chord('z')
  await eventually(async () => same(await pixels(), before))
  expect(await valueOf(color)).toBe('red')
  await chord('y')
  await eventually(async () => same(await pixels(), blue))
  await chord('z')
  await eventually(async () => same(await pixels(), before))
  await page.waitForSelector('[aria-label="not saved"]', { hidden: true })
  expect(readFileSync(ball, 'utf8')).toBe(BALL)
})

test('a slider of a thing that was left to itself writes it into the text, and can be left out again', async () => {
  const { page, inPage } = here()
  await page.locator('.outline [data-item="main"]').click()
  await page.waitForSelector('.inspector .more summary')
  await page.click('.inspector .more summary')
  const fov = await page.waitForSelector('.inspector input[aria-label="fov"]')
  await fov?.click({ count: 3 })
  await fov?.type('60')
  await page.waitForFunction(
    'document.querySelector(".cm-content").textContent.includes(\'"lookAt": [0, 0.5, 0], "fov": 60 }\')',
  )
  await page.hover('.param:has([aria-label="fov"])')
  await page.click('[aria-label="Leave fov out"]')
  await page.waitForSelector('[aria-label="not saved"]', { hidden: true })
  expect(await inPage('document.querySelector(".cm-content").textContent.includes("fov")')).toBe(
    false,
  )
})

test('what is saved is the text as it stands, unless the file was changed meanwhile', async () => {
  const { page } = here()
  await page.locator('.outline [data-item="crate"]').click()
  await page.waitForSelector('.inspector select[aria-label="material color"]')
  await page.select('.inspector select[aria-label="material color"]', 'yellow')
  await page.waitForSelector('[aria-label="not saved"]')
  const theirs = BALL.replace('// A ball.', '// Their ball.')
  writeFileSync(ball, theirs)
  await page.waitForSelector('.stale')
  await page.click('[data-value="editor"]')
  await page.click('[aria-label="Save"]')
  await page.waitForFunction('document.querySelector(".notices").textContent.includes("changed")')
  expect(readFileSync(ball, 'utf8')).toBe(theirs)
  await page.click('[aria-label="Keep mine"]')
  await page.waitForSelector('.stale', { hidden: true })
  await page.click('[aria-label="Save"]')
  await page.waitForSelector('[aria-label="not saved"]', { hidden: true })
  expect(readFileSync(ball, 'utf8')).toBe(BALL.replace('"green"', '"yellow"'))
})

test('whoever types elsewhere than what is chosen keeps the cursor', async () => {
  const { page } = here()
  await page.click('[data-value="scene"]')
  await page.locator('.outline [data-item="crate"]').click()
  await page.click('[data-value="editor"]')
  await page.click('.cm-content')
  await page.keyboard.down('Control')
  await page.keyboard.press('Home')
  await page.keyboard.up('Control')
  await page.keyboard.type('// One. ')
  await page.waitForFunction(
    'document.querySelector(".cm-content").textContent.startsWith("// One. // A ball.")',
  )
  await page.click('[aria-label="Save"]')
  await page.waitForSelector('[aria-label="not saved"]', { hidden: true })
})

test('one domain of a template is thrown alone', async () => {
  const { page, search, inPage } = here()
  await search('heap')
  await page.waitForFunction('document.querySelectorAll(".card").length === 1')
  await page.click('.card')
  await page.waitForSelector('.die[data-seed="0"][aria-pressed="true"]')
  await page.waitForSelector('.die[data-seed="11"] .thumb[data-state="drawn"]')
  await page.select('.seeds select', 'look')
  await page.waitForSelector('.die[data-seed="11"] .thumb[data-state="drawn"]')
  await page.click('.die[data-seed="3"]')
  await page.waitForFunction('document.querySelector(".what").textContent.includes("look of 3")')
  expect(await inPage('document.querySelector(".what").textContent')).toContain('seed 0')
  // The tree of a template shows what is repeated; a copy is chosen by what it was made of.
  await page.click('[data-value="scene"]')
  await page.waitForSelector('.outline [data-item="repeat"]')
  await page.focus('.outline')
  await page.locator('.outline [data-item="repeat"] .fold').click()
  await page.locator('.outline [data-item="ball"]').click()
  await page.waitForSelector('.mark[data-actor="ball_1"][data-chosen]')
})

async function chord(key: 'z' | 'y'): Promise<void> {
  const { page } = here()
  await page.keyboard.down('Control')
  await page.keyboard.press(key)
  await page.keyboard.up('Control')
}

function valueOf(selector: string): Promise<string> {
  return here().inPage(`document.querySelector(${JSON.stringify(selector)}).value`)
}
