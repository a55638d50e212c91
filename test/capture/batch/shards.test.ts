import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openSession, type Session } from '#capture'
import { type BatchCall, runBatch } from '../../../capture/batch/run-batch.ts'
import { shardOf } from '../../../capture/batch/shard.ts'
import { readRecipe } from '../../../capture/cli/read-recipe.ts'
import { sha256 } from '../../../capture/clip/manifest.ts'
import { openPacker } from '../../../capture/reel/pack.ts'
import { openReel } from '../../../capture/reel/open-reel.ts'
import { readShards } from '../../../capture/reel/shards.ts'
import { call, endStarted } from '../../helpers/cli.ts'
import { killAtRandom } from './killing.ts'
import { namesIn, rowsIn } from './reel-checks.ts'
import { writeRecipe } from './toys.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-shards-'))
/** Of a tar: two clips of toys and a bit. */
const SMALL = 60_000
const CLIPS = 5
const recipe = writeRecipe(folder, { count: CLIPS })
const plain = join(folder, 'plain')
const packed = join(folder, 'packed')

let session: Session
beforeAll(async () => {
  session = await openSession()
  await batch(plain)
  cpSync(plain, packed, { recursive: true })
})
afterEach(endStarted)
afterAll(async () => {
  await session?.close()
  rmSync(folder, { recursive: true })
})

async function batch(reel: string, more: Partial<BatchCall> = {}) {
  return runBatch({
    ...(await readRecipe(recipe, {})),
    ...{ reel, extend: false, lanes: 1, tarBytes: SMALL },
    open: async () => ({ use: session.use, close: async () => {} }),
    ...more,
  })
}

const tarsOf = (reel: string) =>
  readdirSync(join(reel, 'clips'))
    .filter((name) => name.endsWith('.tar'))
    .sort()
    .map((name) => join(reel, 'clips', name))

/** What another reader of tars finds in all of them, by `<id>/<file>`. */
function members(reel: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const tar of tarsOf(reel)) {
    const out = mkdtempSync(join(folder, 'out-'))
    const said = execFileSync('tar', ['-xvf', tar, '-C', out], { encoding: 'utf8' })
    for (const name of said.trim().split('\n')) {
      expect(found).not.toHaveProperty(name)
      found[name] = sha256(readFileSync(join(out, name)))
    }
  }
  return found
}

function filesOf(reel: string): Record<string, string> {
  const root = join(reel, 'clips')
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Object.fromEntries(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name)
      const [, ...name] = file.slice(root.length + 1).split('/')
      return [name.join('/'), sha256(readFileSync(file))]
    }),
  )
}

/** Names of all videos with their bytes: what was drawn, whoever drew it. */
const framesIn = (reel: string) =>
  Object.fromEntries(
    Object.entries(tarsOf(reel).length > 0 ? members(reel) : filesOf(reel)).filter(([name]) =>
      name.endsWith('video.mp4'),
    ),
  )

/** Clips of folders that are left. */
const foldersIn = (reel: string) =>
  readdirSync(join(reel, 'clips'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(reel, 'clips', name)))

async function cardsOf(reel: string, embed: string) {
  const page = join(mkdtempSync(join(folder, 'page-')), 'page.html')
  expect(await call('report', reel, '--out', page, '--embed', embed)).toMatchObject({ code: 0 })
  const html = readFileSync(page, 'utf8')
  return JSON.parse(/id="cards">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as {
    id: string
    video: string
    poster: string
  }[]
}

test('the clips of a reel go into tars, file by file, and nothing is drawn again', async () => {
  expect(await batch(packed, { store: 'shards' })).toMatchObject({ done: CLIPS, frames: 0 })
  expect(tarsOf(packed).length).toBeGreaterThan(1)
  expect(foldersIn(packed)).toEqual([])
  expect(members(packed)).toEqual(filesOf(plain))
  expect(rowsIn(packed)).toEqual(rowsIn(plain))
  // Once more, and there is nothing to do.
  const before = tarsOf(packed).map((tar) => sha256(readFileSync(tar)))
  expect(await batch(packed, { store: 'shards' })).toMatchObject({ done: CLIPS, frames: 0 })
  expect(tarsOf(packed).map((tar) => sha256(readFileSync(tar)))).toEqual(before)
})

test('every command reads them as it reads folders', async () => {
  expect(await call('verify', packed, '--frames', '0')).toMatchObject({ code: 0 })
  for (const target of ['webdataset', 'paired']) {
    const [a, b] = [join(folder, `${target}-plain`), join(folder, `${target}-packed`)]
    expect(await call('export', target, plain, '--out', a)).toMatchObject({ code: 0 })
    expect(await call('export', target, packed, '--out', b)).toMatchObject({ code: 0 })
    execFileSync('diff', ['-r', a, b])
  }
  const small = join(folder, 'small')
  expect(await call('prune', packed, '--keep', '2', '--out', small)).toMatchObject({ code: 0 })
  expect(await call('verify', small, '--frames', '0')).toMatchObject({ code: 0 })
  expect(await cardsOf(packed, '100')).toEqual(await cardsOf(plain, '100'))
  // A page cannot play what lies in a tar, but shows its poster.
  for (const { video, poster } of await cardsOf(packed, '0'))
    expect([video, poster.slice(0, 16)]).toEqual(['', 'data:image/jpeg;'])
})

test('what was written and not told when its batch was killed is told by the next one', async () => {
  const reel = join(folder, 'untold')
  cpSync(plain, reel, { recursive: true })
  const [first, ...others] = namesIn(reel) as [string, ...string[]]
  await (await openPacker(reel)).add(first)
  rmSync(join(reel, 'clips', 'clips.index.jsonl'))
  const packer = await openPacker(reel)
  for (const id of others) await packer.add(id)
  expect([...(await readShards(reel)).clips.keys()]).toEqual([first, ...others])
})

test('an index that is lost is read anew from the tars, and so is a list of clips', async () => {
  const before = await readShards(packed)
  const index = join(packed, 'clips', 'clips.index.jsonl')
  const text = readFileSync(index, 'utf8')
  rmSync(index)
  expect((await readShards(packed)).clips).toEqual(before.clips)
  // Of one that is half, the rest is.
  writeFileSync(index, text.slice(0, text.length / 2))
  expect((await readShards(packed)).clips).toEqual(before.clips)
  writeFileSync(index, text)
  const rows = readFileSync(join(packed, 'metadata.jsonl'), 'utf8')
  rmSync(join(packed, 'metadata.jsonl'))
  expect(await batch(packed, { store: 'shards' })).toMatchObject({ done: CLIPS, frames: 0 })
  const lines = (told: string) => told.trim().split('\n').sort()
  expect(lines(readFileSync(join(packed, 'metadata.jsonl'), 'utf8'))).toEqual(lines(rows))
})

test('a flipped byte in a tar is named by its clip and file', async () => {
  const { clips } = await readShards(packed)
  const [{ id, tar, files }] = [...clips.values()] as [
    typeof clips extends ReadonlyMap<string, infer Packed> ? Packed : never,
  ]
  const path = join(packed, 'clips', tar)
  const [at = 0] = files['scene.json'] ?? []
  const bytes = readFileSync(path)
  const flipped = Buffer.from(bytes)
  flipped[at + 5] = (flipped[at + 5] as number) ^ 1
  writeFileSync(path, flipped)
  const { code, out } = await call('verify', packed, '--frames', '0')
  writeFileSync(path, bytes)
  expect([code, out]).toEqual([1, expect.stringContaining(`${id}: changed: scene.json`)])
})

test('a clip that somebody was killed over is none, and is rendered again behind the whole ones', async () => {
  const last = tarsOf(packed).at(-1) as string
  const whole = members(packed)
  const { clips } = await readShards(packed)
  const cut = [...clips.values()].filter(({ tar }) => last.endsWith(tar)).at(-1)
  // In the middle of its last file, and no line tells of it.
  truncateSync(last, (cut?.end ?? 0) - 700)
  expect((await readShards(packed)).clips.size).toBe(CLIPS - 1)
  expect(await batch(packed, { store: 'shards' })).toMatchObject({ done: CLIPS, frames: 4 })
  expect(Object.keys(members(packed)).sort()).toEqual(Object.keys(whole).sort())
  // A half member behind the end: the next clip is written over it.
  appendFileSync(last, readFileSync(last).subarray(0, 1300))
  const before = statSync(last).size
  expect((await readShards(packed)).clips.size).toBe(CLIPS)
  expect(await call('verify', packed, '--frames', '0')).toMatchObject({ code: 0 })
  expect(statSync(last).size).toBe(before)
})

test('two machines of an array write tars of their own, and together the same reel', async () => {
  const reel = join(folder, 'halves')
  const machine = (task: number) =>
    batch(reel, {
      store: 'shards',
      shard: shardOf('auto', {
        ...{ SLURM_ARRAY_TASK_ID: String(task), SLURM_ARRAY_TASK_MIN: '1' },
        SLURM_ARRAY_TASK_COUNT: '2',
      }),
    })
  const reports = await Promise.all([machine(1), machine(2)])
  expect(reports.map(({ done, left }) => [done, left])).toEqual([
    [3, 0],
    [2, 0],
  ])
  expect(foldersIn(reel)).toEqual([])
  const writers = tarsOf(reel).map((tar) => /(\d-of-2)-\d{6}\.tar$/.exec(tar)?.[1])
  expect(new Set(writers)).toEqual(new Set(['0-of-2', '1-of-2']))
  expect(framesIn(reel)).toEqual(framesIn(plain))
  // Whoever is killed in a shard leaves the rest to the next call of the same shard.
  const last = tarsOf(reel)
    .filter((tar) => tar.includes('0-of-2'))
    .at(-1) as string
  truncateSync(last, statSync(last).size - 1500)
  rmSync(join(reel, 'clips', '0-of-2.index.jsonl'))
  const again = await batch(reel, { store: 'shards', shard: shardOf('0/2', {}) })
  expect(again).toMatchObject({ done: 3, left: 0, frames: 4 })
  expect(framesIn(reel)).toEqual(framesIn(plain))
  // One batch alone gathers what they wrote.
  expect(await batch(reel, { store: 'shards' })).toMatchObject({ done: CLIPS, frames: 0 })
  expect(existsSync(join(reel, 'shards'))).toBe(false)
  expect(rowsIn(reel)).toHaveLength(CLIPS)
  expect(await call('verify', reel, '--frames', '0')).toMatchObject({ code: 0 })
})

test('killed at random moments, every clip is there exactly once', async () => {
  const reel = join(folder, 'killed')
  const { killed, orphans, code, err } = await killAtRandom(
    ['batch', recipe, '--out', reel, '--lanes', '1', '--store', 'shards'],
    { kills: 3, seed: 8, within: [0.5, 4] },
  )
  expect(code, err).toBe(0)
  expect(killed).toContain('batch')
  expect(orphans).toEqual([])
  expect(foldersIn(reel)).toEqual([])
  const ids = rowsIn(reel).map(({ id }) => id)
  expect(ids).toHaveLength(CLIPS)
  const inTars = Object.keys(members(reel)).map((name) => name.split('/')[0])
  expect(new Set(inTars)).toEqual(new Set(ids))
  expect((await openReel(reel)).count).toBe(CLIPS)
  expect(await call('verify', reel, '--frames', '0')).toMatchObject({ code: 0 })
  expect(namesIn(plain).sort()).toEqual(ids.toSorted())
  expect(existsSync(join(reel, 'clips', 'clips.index.jsonl'))).toBe(true)
})
