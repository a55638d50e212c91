import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  cacheEntry,
  cacheFolder,
  openCache,
  whyUnsafe,
  writeCacheFile,
} from '../../capture/cache.ts'
import { runProgram, startProgram } from '../../capture/process.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundreel-test-'))
  vi.stubEnv('GROUNDREEL_CACHE', join(folder, 'cache'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('the folder comes from GROUNDREEL_CACHE, XDG_CACHE_HOME or home', () => {
  expect(cacheFolder({ GROUNDREEL_CACHE: '/a', XDG_CACHE_HOME: '/b' }, '/h')).toBe('/a')
  expect(cacheFolder({ XDG_CACHE_HOME: '/b' }, '/h')).toBe('/b/groundreel')
  expect(cacheFolder({}, '/h')).toBe('/h/.cache/groundreel')
})

test('the folder is private', async () => {
  expect(statSync(await openCache()).mode & 0o777).toBe(0o700)
})

test('a folder of someone else, or writable by others, is refused', async () => {
  expect(whyUnsafe({ uid: 1000, mode: 0o40700 }, 0)?.got).toMatch(
    /belongs to user 1000, not to user 0/,
  )
  expect(whyUnsafe({ uid: 1000, mode: 0o40755 }, 1000)).toBeUndefined()
  mkdirSync(join(folder, 'cache'))
  chmodSync(join(folder, 'cache'), 0o777)
  await expect(openCache()).rejects.toMatchObject({
    exitCode: 2,
    remedy: expect.stringContaining('chmod 700'),
  })
})

test('a folder that cannot be made names the way out', async () => {
  writeFileSync(join(folder, 'cache'), 'a file')
  await expect(openCache()).rejects.toMatchObject({
    remedy: expect.stringContaining('GROUNDREEL_CACHE'),
  })
})

test('a build that fails leaves nothing, and the next one succeeds', async () => {
  await expect(cacheEntry('a/b', () => Promise.reject(new Error('full')))).rejects.toThrow('full')
  expect(readdirSync(join(folder, 'cache', 'a'))).toEqual([])
  const entry = await cacheEntry('a/b', async (draft) => writeFileSync(join(draft, 'x'), '1'))
  expect(readFileSync(join(entry, 'x'), 'utf8')).toBe('1')
  expect(readdirSync(join(folder, 'cache', 'a'))).toEqual(['b'])
})

test('a small file is replaced whole', async () => {
  await writeCacheFile('p/q.json', '1')
  expect(readFileSync(await writeCacheFile('p/q.json', '2'), 'utf8')).toBe('2')
  expect(readdirSync(join(folder, 'cache', 'p'))).toEqual(['q.json'])
})

test('of six racing processes one builds and all see the whole', async () => {
  const racers = await Promise.all(
    Array.from({ length: 6 }, () => runProgram(process.execPath, script(300))),
  )
  const outputs = racers.map(({ stdout }) => stdout)
  expect(outputs.map((text) => text.includes('whole'))).toEqual(Array(6).fill(true))
  expect(outputs.filter((text) => text.includes('built'))).toHaveLength(1)
}, 30_000)

test('a builder that was killed does not block the next for long', async () => {
  const victim = startProgram(process.execPath, script(60_000))
  await new Promise((resolve) => victim.child.stdout?.once('data', resolve))
  await victim.end()
  const { stdout } = await runProgram(process.execPath, script(0))
  expect(stdout).toContain('whole')
  expect(readdirSync(join(folder, 'cache', 'race'))).toEqual(['entry'])
}, 40_000)

function script(milliseconds: number): string[] {
  const code = `
    import { readFileSync, writeFileSync } from 'node:fs'
    import { cacheEntry } from ${JSON.stringify(new URL('../../capture/cache.ts', import.meta.url).href)}
    const entry = await cacheEntry('race/entry', async (draft) => {
      console.log('built')
      writeFileSync(draft + '/first', 'who')
      await new Promise((done) => setTimeout(done, ${milliseconds}))
      writeFileSync(draft + '/second', 'le')
    })
    console.log(readFileSync(entry + '/first', 'utf8') + readFileSync(entry + '/second', 'utf8'))`
  return ['--import', 'tsx', '--input-type=module', '-e', code]
}
