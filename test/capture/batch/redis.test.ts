import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readShards } from '../../../capture/reel/shards.ts'
import { call, endStarted, start } from '../../helpers/cli.ts'
import { descendantsOf } from '../../helpers/processes.ts'
import { outliving } from './killing.ts'
import { faultsOfReel, manifestOf, namesIn, planIn, rowsIn } from './reel-checks.ts'
import { hasRedis, startRedis } from './redis-server.ts'
import { writeRecipe } from './toys.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-redis-'))
const SOUND = { lost: [], duplicated: [], drafts: [], damaged: [] }
let redis: Awaited<ReturnType<typeof startRedis>>

const worker = () => start(['worker', '--redis', redis.url, '--lanes', '1', '--stalled', '3'])

test('a Redis that does not answer is told with its address', async () => {
  const recipe = writeRecipe(folder, { count: 1 }, 'none')
  const asked = ['batch', recipe, '--out', join(folder, 'none'), '--redis', 'redis://127.0.0.1:1']
  const { code, err } = await call(...asked)
  expect([code, err]).toEqual([2, expect.stringMatching(/No Redis answers at 127\.0\.0\.1:1/)])
})

describe.runIf(hasRedis)('over Redis', () => {
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterEach(endStarted)
  afterAll(async () => {
    await redis.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  test('Redis and a worker killed on the way lose nothing, and a worker ends in order', async () => {
    const recipe = writeRecipe(folder, { count: 10, frames: 8 })
    const reel = join(folder, 'shared')
    const first = worker()
    const family = new Set<number>()
    const note = (pid = 0) => descendantsOf(pid).forEach((one) => family.add(one))
    const batch = start(['batch', recipe, '--out', reel, '--redis', redis.url])
    await expect
      .poll(() => namesIn(reel).filter((name) => !name.startsWith('.')).length, { timeout: 60_000 })
      .toBeGreaterThan(0)
    await redis.kill()
    await redis.start()
    note(first.child.pid)
    first.child.kill('SIGKILL')
    const second = worker()
    const ended = await batch.ended
    expect([ended.code, ended.err]).toEqual([0, expect.stringMatching(/10 clips in/)])
    expect(await faultsOfReel(reel)).toEqual(SOUND)
    expect(rowsIn(reel)).toHaveLength(10)
    expect(rowsIn(reel).map(({ id }) => manifestOf(reel, id).id)).toHaveLength(10)
    note(second.child.pid)
    second.child.kill('SIGTERM')
    const done = await second.ended
    expect([done.code, done.err]).toEqual([143, expect.stringMatching(/\d+ clips rendered/)])
    expect(await outliving(family)).toEqual([])
  })

  test('clips that workers finish go into tars, and a batch that is killed goes on with them', async () => {
    const recipe = writeRecipe(folder, { count: 6, frames: 8 }, 'packed')
    const reel = join(folder, 'packed')
    const one = worker()
    const argv = ['batch', recipe, '--out', reel, '--redis', redis.url, '--store', 'shards']
    const batch = start(argv)
    await expect
      .poll(async () => (await readShards(reel)).clips.size, { timeout: 60_000 })
      .toBeGreaterThan(0)
    batch.child.kill('SIGKILL')
    await batch.ended
    const { code, err } = await call(...argv)
    expect([code, err]).toEqual([0, expect.stringMatching(/6 clips in/)])
    one.child.kill('SIGTERM')
    await one.ended
    const ids = planIn(reel).map(({ id }) => id)
    expect([...(await readShards(reel)).clips.keys()].sort()).toEqual(ids.toSorted())
    expect(
      rowsIn(reel)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids.toSorted())
    // A worker that was late for a clip of the killed batch may have left it as a folder: the next call sees to that.
    expect(await call(...argv)).toMatchObject({ code: 0 })
    expect(namesIn(reel)).toEqual([])
    expect(await call('verify', reel, '--frames', '0')).toMatchObject({ code: 0 })
  })
})
