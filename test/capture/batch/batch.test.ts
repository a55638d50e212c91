import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openSession, type Session } from '#capture'
import { type BatchCall, runBatch } from '../../../capture/batch/run-batch.ts'
import { readRecipe } from '../../../capture/cli/read-recipe.ts'
import { call, endStarted, start } from '../../helpers/cli.ts'
import { descendantsOf } from '../../helpers/processes.ts'
import { killAtRandom, outliving } from './killing.ts'
import { failuresIn, faultsOfReel, manifestOf, namesIn, planIn, rowsIn } from './reel-checks.ts'
import { TOYS, writeRecipe } from './toys.ts'

const FULL = Boolean(process.env['FULL'])
const folder = mkdtempSync(join(tmpdir(), 'groundreel-batch-'))
afterEach(endStarted)
afterAll(() => rmSync(folder, { recursive: true }))

const SOUND = { lost: [], duplicated: [], drafts: [], damaged: [] }
const RECIPE = {
  count: 6,
  quotas: [
    { ratio: { daytime: { day: 2, dusk: 1 } } },
    { where: { camera_motion: 'pan left' }, count: 2 },
  ],
  splits: { train: 0.5, validation: 0.5 },
}
const recipe = writeRecipe(folder, RECIPE)
const whole = join(folder, 'whole')

// One browser for all tests but those that end processes.
let session: Session
beforeAll(async () => {
  session = await openSession()
})
afterAll(() => session?.close())

async function batch(file: string, reel: string, more: Partial<BatchCall> = {}) {
  return runBatch({
    ...(await readRecipe(file, {})),
    ...{ reel, extend: false, lanes: 1 },
    open: async () => ({ use: session.use, close: async () => {} }),
    ...more,
  })
}

/** Of every clip, by id. */
function frameHashes(reel: string) {
  return Object.fromEntries(
    rowsIn(reel)
      .map(({ id }) => [id, manifestOf(reel, id).frameHashes] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

describe('a reel', () => {
  beforeAll(async () => {
    const counts = { done: 6, failed: 0, rejected: 0, left: 0, unfilled: [] }
    expect(await batch(recipe, whole)).toMatchObject(counts)
  })

  test('holds exactly the cells that were asked for, one row a clip', async () => {
    const rows = rowsIn(whole)
    expect(rows).toHaveLength(6)
    expect(rows.filter((row) => row.camera_motion.includes('pan left'))).toHaveLength(2)
    const plan = new Map(planIn(whole).map((clip) => [clip.id, clip]))
    const times = rows.map(({ id }) => plan.get(id)?.labels['daytime'])
    expect(times.filter((time) => time === 'dusk')).toHaveLength(2)
    for (const { id, split, group } of rows) {
      expect(split).toBe(plan.get(id)?.split)
      expect(group).toBe(plan.get(id)?.group)
    }
    expect(await faultsOfReel(whole)).toEqual(SOUND)
  })

  test('that is done is not rendered again, and loses no row that can be made anew', async () => {
    const before = readFileSync(join(whole, 'metadata.jsonl'), 'utf8')
    const [first = ''] = before.split('\n')
    const { id } = JSON.parse(first) as { id: string }
    rmSync(join(whole, 'metadata.jsonl'))
    expect(await batch(recipe, whole)).toMatchObject({ done: 6, frames: 0 })
    const after = readFileSync(join(whole, 'metadata.jsonl'), 'utf8')
    expect(after.split('\n').sort()).toEqual(before.split('\n').sort())
    rmSync(join(whole, 'clips', id.slice(0, 2), id), { recursive: true })
    expect(await batch(recipe, whole)).toMatchObject({ done: 6, frames: 4 })
    expect(await faultsOfReel(whole)).toEqual(SOUND)
  })

  test('of another recipe is refused with what differs', async () => {
    const other = writeRecipe(folder, { ...RECIPE, count: 8, crf: 20 }, 'other')
    const { code, err } = await call('batch', other, '--out', whole)
    expect(code).toBe(2)
    expect(err).toContain('name: "recipe" -> "other"')
    expect(err).toContain('count: 6 -> 8')
    expect(err).toContain('crf: 14 -> 20')
    const changed = mkdtempSync(join(folder, 'changed-'))
    const file = writeRecipe(changed, RECIPE, 'recipe', { ...TOYS, name: 'toys-again' })
    await expect(batch(file, whole)).rejects.toThrow('the file of source toys has changed')
  })

  test('is extended by what another recipe asks for beyond', async () => {
    const more = writeRecipe(mkdtempSync(join(folder, 'more-')), {
      ...RECIPE,
      count: 8,
      quotas: [],
    })
    const before = planIn(whole)
    const copy = join(folder, 'extended')
    execFileSync('cp', ['-r', whole, copy])
    expect(await batch(more, copy, { extend: true })).toMatchObject({ done: 8, frames: 8 })
    expect(planIn(copy).slice(0, 6)).toEqual(before)
    expect(await faultsOfReel(copy)).toEqual(SOUND)
  })

  test('rendered by two shards is the same as by one batch', async () => {
    const halves = join(folder, 'halves')
    const shards = [0, 1].map((index) => batch(recipe, halves, { shard: { index, count: 2 } }))
    for (const report of await Promise.all(shards))
      expect(report).toMatchObject({ done: 3, left: 0 })
    expect(planIn(halves)).toEqual(planIn(whole))
    expect(frameHashes(halves)).toEqual(frameHashes(whole))
    expect(await faultsOfReel(halves)).toEqual(SOUND)
  })

  test('killed at random moments and taken up again is the same, without a trace', async () => {
    // One reel is done before so many kills: the next one is begun then.
    for (let left = FULL ? 50 : 2, seed = 3; left > 0; seed++) {
      const reel = join(folder, `killed-${seed}`)
      const { killed, orphans, code, err } = await killAtRandom(
        // Frames are compared, and the same ones are promised on one back end.
        ['batch', recipe, '--out', reel, '--lanes', '1', '--gl', session.identity.browser.backend],
        { kills: left, seed, within: FULL ? [0.1, 6] : [1, 5] },
      )
      left -= killed.length
      expect(code, err).toBe(0)
      expect(killed.length).toBeGreaterThan(0)
      expect(orphans).toEqual([])
      expect(await faultsOfReel(reel)).toEqual(SOUND)
      expect(frameHashes(reel)).toEqual(frameHashes(whole))
    }
  })
})

test('a second batch on a reel is refused, and a signal ends the first in order', async () => {
  const reel = join(folder, 'ended')
  const long = writeRecipe(folder, { count: 40, frames: 24 }, 'long')
  const run = start(['batch', long, '--out', reel, '--lanes', '1'])
  await expect.poll(() => namesIn(reel).length, { timeout: 60_000 }).toBeGreaterThan(0)
  const family = descendantsOf(run.child.pid ?? 0)
  const { code, err } = await call('batch', long, '--out', reel)
  expect(err).toContain(`Another batch (batch) is at work on ${reel}: process ${run.child.pid}`)
  expect(code).toBe(2)
  await expect(batch(long, reel, { shard: { index: 0, count: 2 } })).rejects.toThrow(/is at work/)
  run.child.kill('SIGTERM')
  const ended = await run.ended
  expect(ended.err).toMatch(/clips in .*, \d+ left[^]*Ended by SIGTERM\.\n$/)
  expect(ended.code).toBe(143)
  expect(await outliving(family)).toEqual([])
  const names = namesIn(reel)
  expect(names.filter((name) => name.startsWith('.'))).toEqual([])
  expect(
    rowsIn(reel)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(names.sort())
})

test('what fails or is rejected is told with its seed, and another takes its place', async () => {
  // One in three is black, which no stage accepts; one in three is too dark for the gate.
  const light = (exposure: number) => ({ sun: { elevation: 40 }, exposure })
  const file = writeRecipe(
    mkdtempSync(join(folder, 'dark-')),
    { count: 3, gates: { luminance: { min: 40 } } },
    'dark',
    {
      ...TOYS,
      world: {
        $pick: [
          light(1),
          light(0.12),
          {
            sun: { strength: 0 },
            sky: { kind: 'studio', strength: 0, color: '#000000', horizon: '#000000' },
          },
        ],
      },
    },
  )
  const reel = join(folder, 'dark')
  const report = await batch(file, reel)
  const failures = failuresIn(reel)
  expect(report.failures).toEqual(failures)
  const [failed, rejected] = ['render', 'gate'].map((stage) =>
    failures.filter((one) => one.stage === stage),
  )
  expect(report).toMatchObject({
    done: 3,
    left: 0,
    failed: failed?.length,
    rejected: rejected?.length,
  })
  expect(failed?.length).toBeGreaterThan(0)
  expect(rejected?.length).toBeGreaterThan(0)
  for (const one of failed ?? []) expect(one.reason).toMatch(/black|one colour/)
  for (const one of rejected ?? []) expect(one.reason).toMatch(/^luminance is [\d.]+, below 40$/)
  for (const { id, seed } of [...(failed ?? []), ...(rejected ?? [])])
    expect(planIn(reel).find((clip) => clip.id === id)?.seed).toBe(seed)
  expect(await faultsOfReel(reel)).toEqual(SOUND)
})

test('clips that a broken machine failed are tried again when asked, those that a gate refused are not', async () => {
  const home = mkdtempSync(join(folder, 'retried-'))
  const file = writeRecipe(home, {
    count: 3,
    sources: [{ template: 'toys.json', seeds: [0, 3] }],
  })
  const reel = join(home, 'reel')
  let calls = 0
  const broken: BatchCall['open'] = async () => ({
    use: (pages, work, watch) =>
      calls++ === 0
        ? session.use(pages, work, watch)
        : Promise.reject(new Error('the browser is gone')),
    close: async () => {},
  })
  expect(await batch(file, reel, { open: broken })).toMatchObject({
    ...{ done: 1, failed: 2, left: 0 },
    unfilled: [{ cell: 'clips', wanted: 3, got: 1 }],
  })
  const before = failuresIn(reel)
  expect(before.map(({ stage, reason }) => [stage, reason])).toEqual([
    ['render', 'the browser is gone'],
    ['plan', 'the seeds of toys are used up'],
    ['render', 'the browser is gone'],
    ['plan', 'the seeds of toys are used up'],
  ])
  // Nothing is tried again by itself, for no other seed is left.
  expect(await batch(file, reel)).toMatchObject({ done: 1, frames: 0 })
  expect(failuresIn(reel)).toEqual(before)

  const refused = before.map((one, i) =>
    i === 0 ? { ...one, stage: 'gate', reason: 'luminance is 3, below 20' } : one,
  )
  writeFileSync(
    join(reel, 'failures.jsonl'),
    refused.map((one) => `${JSON.stringify(one)}\n`).join(''),
  )
  expect(await batch(file, reel, { retryFailed: true })).toMatchObject({
    ...{ done: 2, failed: 0, rejected: 1, left: 0 },
    unfilled: [{ cell: 'clips', wanted: 3, got: 2 }],
  })
  expect(failuresIn(reel)).toEqual(refused.slice(0, 2))
  expect(rowsIn(reel).map(({ id }) => id)).not.toContain(before[0]?.id)
  expect(await faultsOfReel(reel)).toMatchObject({ duplicated: [], drafts: [], damaged: [] })
})

test('a full disk stops with the reason, and the reel goes on when there is room', async (context) => {
  const where = join(folder, 'disk')
  mkdirSync(where)
  if (!mounts(where, '200k')) return context.skip('only root may make a small disk')
  try {
    await expect(batch(recipe, where)).rejects.toThrow(/disk is full|no space left/i)
    expect(failuresIn(where)).toEqual([])
    execFileSync('mount', ['-o', 'remount,size=32m', where])
    expect(await batch(recipe, where)).toMatchObject({ done: 6, left: 0 })
    expect(await faultsOfReel(where)).toEqual(SOUND)
    if (existsSync(whole)) expect(frameHashes(where)).toEqual(frameHashes(whole))
  } finally {
    execFileSync('umount', [where])
  }
})

function mounts(where: string, size: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', where], {
      stdio: 'ignore',
    })
    return true
  } catch {
    return false
  }
}
