import { appendFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { StudioEvent } from '#renderer/studio'
import { readSource } from '../../../capture/studio/source-file.ts'
import { type SourceWatch, watchSources } from '../../../capture/studio/watch-sources.ts'
import { BALL, writeDesk } from './desk.ts'

const { folder, ball } = writeDesk()
let told: StudioEvent[] = []
let watch: SourceWatch
beforeEach(async () => {
  writeFileSync(ball, BALL)
  told = []
  watch = watchSources({ send: (event) => told.push(event as StudioEvent) })
  watch.add('ball', ball, (await readSource(ball)).stamp)
})
afterEach(() => watch.close())
afterAll(() => rmSync(folder, { recursive: true }))

test('a file that is written or replaced is told of, once; one that is touched is not', async () => {
  utimesSync(ball, new Date(), new Date())
  writeFileSync(ball, BALL.replace('red', 'blue'))
  await toldOf(1)
  const beside = `${ball}.tmp`
  writeFileSync(beside, BALL)
  renameSync(beside, ball)
  await toldOf(2)
  const { stamp } = await readSource(ball)
  expect(told).toEqual([
    { type: 'changed', id: 'ball', stamp: expect.any(String) },
    { type: 'changed', id: 'ball', stamp },
  ])
})

test('what we wrote ourselves is no news', async () => {
  const ours = BALL.replace('red', 'white')
  const copy = join(folder, 'copy.json')
  writeFileSync(copy, ours)
  const { stamp } = await readSource(copy)
  writeFileSync(ball, ours)
  watch.expect('ball', stamp)
  writeFileSync(ball, `${ours}\n`)
  await toldOf(1)
  expect(told).toEqual([{ type: 'changed', id: 'ball', stamp: (await readSource(ball)).stamp }])
})

test('whoever writes on and on is told of meanwhile, and keeps no other file back', async () => {
  const log = join(folder, 'log.txt')
  const writing = setInterval(() => {
    appendFileSync(log, 'line\n')
    appendFileSync(ball, '\n')
  }, 10)
  await toldOf(2)
  clearInterval(writing)
})

async function toldOf(count: number): Promise<void> {
  await vi.waitFor(() => expect(told.length).toBeGreaterThanOrEqual(count), { timeout: 20_000 })
}
