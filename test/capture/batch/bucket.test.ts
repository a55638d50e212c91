import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { sha256 } from '../../../capture/clip/manifest.ts'
import { openBucket } from '../../../capture/farm/bucket.ts'
import { BucketError, Damaged } from '../../../capture/farm/bucket-error.ts'
import { call, endStarted, start } from '../../helpers/cli.ts'
import { descendantsOf } from '../../helpers/processes.ts'
import { outliving } from './killing.ts'
import { faultsOfReel, namesIn, rowsIn } from './reel-checks.ts'
import { hasRedis, startRedis } from './redis-server.ts'
import { envFor, openBadLine, startS3 } from './s3-server.ts'
import { writeRecipe } from './toys.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-bucket-'))
const stored = join(folder, 'stored')
const URL_OF = 's3://clips/some/where'
const SOUND = { lost: [], duplicated: [], drafts: [], damaged: [] }
let s3: Awaited<ReturnType<typeof startS3>>
let redis: Awaited<ReturnType<typeof startRedis>> | undefined

beforeAll(async () => {
  s3 = await startS3(stored, 'clips')
})
beforeEach(() => useServer(s3.port))
afterEach(endStarted)
afterAll(async () => {
  vi.unstubAllEnvs()
  await redis?.kill()
  await s3.close()
  rmSync(folder, { recursive: true, force: true })
})

function useServer(port: number): void {
  for (const [name, value] of Object.entries(envFor(port))) vi.stubEnv(name, value)
}

/** A folder with the files of a clip and a manifest that names them. */
function clipAt(name: string, files: Record<string, Uint8Array>, id = name): string {
  const clip = join(folder, name)
  mkdirSync(clip)
  for (const [file, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(clip, file)), { recursive: true })
    writeFileSync(join(clip, file), bytes)
  }
  const told = Object.entries(files).map(([file, bytes]) => [
    file,
    { sha256: sha256(bytes), bytes: bytes.length },
  ])
  const manifest = { id, frames: 1, frameHashes: ['0'], files: Object.fromEntries(told) }
  writeFileSync(join(clip, 'manifest.json'), JSON.stringify(manifest))
  return clip
}

function filesIn(place: string): Record<string, string> {
  const entries = readdirSync(place, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file.slice(place.length + 1), sha256(readFileSync(file))]),
  )
}

/** Objects in the server's folder. */
function objects(): string[] {
  return Object.keys(filesIn(stored)).filter((name) => name.endsWith('_object'))
}

const VIDEO = new Uint8Array(300_000).map((_, i) => (i * i) % 251)
const FILES = {
  'video.mp4': VIDEO,
  'caption.txt': Buffer.from('A ball.\n'),
  'passes/depth.mkv': VIDEO,
}

test('a clip goes through a bucket byte for byte and is gone from it when it is removed', async () => {
  const bucket = openBucket(URL_OF, 'order')
  const clip = clipAt('whole', FILES)
  await bucket.check()
  expect(await bucket.holds('whole')).toBe(false)
  await bucket.leave('whole', clip)
  expect(await bucket.holds('whole')).toBe(true)
  expect(await bucket.list()).toEqual(new Set(['whole']))
  expect(await openBucket(URL_OF, 'another').list()).toEqual(new Set())
  await bucket.fetch('whole', join(folder, 'fetched', 'whole'))
  expect(filesIn(join(folder, 'fetched', 'whole'))).toEqual(filesIn(clip))
  await bucket.remove('whole')
  expect([await bucket.holds('whole'), objects()]).toEqual([false, []])
})

test('a line that breaks leaves no clip, and where it breaks no more the clip arrives whole', async () => {
  const line = await openBadLine(s3.port, 100_000)
  useServer(line.port)
  const bucket = openBucket(URL_OF, 'order')
  const clip = clipAt('broken', FILES)
  await expect(bucket.leave('broken', clip)).rejects.toThrow(BucketError)
  expect(line.breaks).toBeGreaterThan(1)
  expect([await bucket.holds('broken'), await bucket.list()]).toEqual([false, new Set()])
  await expect(bucket.fetch('broken', join(folder, 'fetched', 'broken'))).rejects.toThrow(Damaged)
  expect(namesBeside('fetched')).not.toContain('broken')
  line.isCut = false
  await bucket.leave('broken', clip)
  await bucket.fetch('broken', join(folder, 'fetched', 'broken'))
  expect(filesIn(join(folder, 'fetched', 'broken'))).toEqual(filesIn(clip))
  await bucket.clear()
  expect(objects()).toEqual([])
  bucket.close()
  await line.close()
})

function namesBeside(name: string): string[] {
  return readdirSync(join(folder, name))
}

test.each([
  ['the video', (name: string) => name.includes(sha256(VIDEO))],
  ['the manifest', (name: string) => name.includes('manifest.json')],
])('a flipped byte of %s is found, and no folder appears', async (what, isMeant) => {
  const bucket = openBucket(URL_OF, 'order')
  await bucket.leave('flipped', clipAt(`flipped ${what}`, FILES, 'flipped'))
  const file = join(stored, objects().find(isMeant) ?? what)
  const bytes = readFileSync(file)
  bytes[bytes.length - 3] = (bytes[bytes.length - 3] as number) ^ 1
  writeFileSync(file, bytes)
  const place = join(folder, 'fetched', 'flipped')
  await expect(bucket.fetch('flipped', place)).rejects.toThrow(/flipped is not what was left/)
  expect(namesBeside('fetched').filter((name) => name.includes('flipped'))).toEqual([])
  await bucket.clear()
})

test('a manifest that names files outside its clip is refused', async () => {
  const bucket = openBucket(URL_OF, 'order')
  await bucket.leave('outside', clipAt('outside', { '../outside.txt': Buffer.from('x') }))
  const place = join(folder, 'fetched', 'outside')
  await expect(bucket.fetch('outside', place)).rejects.toThrow(/not in its folder/)
  expect(namesBeside('fetched')).not.toContain('outside.txt')
  await bucket.clear()
})

test('a bucket that is not there, and a server that does not answer, are told by name', async () => {
  await expect(openBucket('s3://nothing/x', 'order').check()).rejects.toThrow(
    /no s3:\/\/nothing\/x/,
  )
  useServer(1)
  await expect(openBucket(URL_OF, 'order').check()).rejects.toThrow(/No storage answers for s3:/)
  const recipe = writeRecipe(folder, { count: 1 }, 'none')
  const { code, err } = await call('batch', recipe, '--bucket', URL_OF)
  expect([code, err]).toEqual([2, expect.stringMatching(/goes with --redis/)])
})

describe.runIf(hasRedis)('over Redis', () => {
  test('workers without the folder hand in all clips, whatever is killed and damaged', async () => {
    redis = await startRedis()
    const { url } = redis
    const recipe = writeRecipe(folder, { count: 8, frames: 8 })
    const reel = join(folder, 'reel')
    const env = s3.env
    const worker = (own: string) =>
      start(
        ['worker', '--redis', url, '--lanes', '1', '--stalled', '3', '--out', join(folder, own)],
        { env },
      )
    const call = ['batch', recipe, '--out', reel, '--redis', url, '--bucket', URL_OF]
    const family = new Set<number>()
    const note = (pid = 0) => descendantsOf(pid).forEach((one) => family.add(one))

    const first = worker('one')
    const killed = start(call, { env })
    await expect.poll(() => namesIn(reel).length, { timeout: 60_000 }).toBeGreaterThan(1)
    killed.child.kill('SIGKILL')
    // With nobody to fetch it, one is left in the bucket, and spoilt there.
    const isVideo = (name: string) => /\/[0-9a-f]{64}\._S3rver_object$/.test(name)
    const left = () => objects().filter((name) => /manifest\.json/.test(name))
    await expect.poll(() => left().length, { timeout: 60_000 }).toBeGreaterThan(0)
    note(first.child.pid)
    first.child.kill('SIGKILL')
    const [clip = ''] = left().map((name) => dirname(name))
    const spoilt = objects().find((name) => name.startsWith(clip) && isVideo(name)) ?? ''
    writeFileSync(join(stored, spoilt), 'spoilt')

    const second = worker('two')
    const ended = await start(call, { env }).ended
    expect([ended.code, ended.err]).toEqual([0, expect.stringMatching(/8 clips in/)])
    expect(await faultsOfReel(reel)).toEqual(SOUND)
    expect(rowsIn(reel)).toHaveLength(8)
    expect(objects()).toEqual([])
    note(second.child.pid)
    second.child.kill('SIGTERM')
    await second.ended
    expect(namesIn(join(folder, 'two', 'recipe'))).toEqual([])
    expect(await outliving(family)).toEqual([])
  })
})
