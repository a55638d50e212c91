import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import type { Manifest } from '../../capture/clip/manifest.ts'
import { findFfmpeg } from '../../capture/encode/discover.ts'
import { groundreelVersion } from '../../capture/version.ts'
import { call, endStarted, start, writeBall } from '../helpers/cli.ts'
import { descendantsOf, isAlive } from '../helpers/processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-cli-'))
const ball = writeBall(folder, 'ball')
afterEach(endStarted)
afterAll(() => rmSync(folder, { recursive: true }))

test('an output that cannot be written is an error in words', async () => {
  for (const where of ['/proc/clips', ball]) {
    const { code, err } = await call('render', ball, '--out', where)
    expect(err).toMatch(/cannot be (written|a folder)/)
    expect(err).not.toMatch(/\n\s+at /)
    expect(code).not.toBe(0)
  }
})

test('a browser or an ffmpeg that is none is told, and nothing is written', async () => {
  const where = join(folder, 'none')
  const calls = [
    ['--browser', '/nothing'],
    ['--browser', '/bin/true'],
    ['--ffmpeg', '/bin/true'],
  ]
  for (const flags of calls) {
    const { code, err } = await call('render', ball, '--out', where, ...flags)
    expect(err).toMatch(/no such file|No browser of this machine|No ffmpeg/)
    expect(err).not.toMatch(/\n\s+at /)
    expect(code).toBe(2)
  }
  expect(existsSync(where)).toBe(false)
})

test('a machine without a browser says what to do', async () => {
  const { code, err } = await start(['render', ball, '--out', join(folder, 'none')], {
    env: { PATH: '/nothing', PUPPETEER_EXECUTABLE_PATH: '/nothing/chrome' },
  }).ended
  expect(err).toBe(
    `groundreel ${groundreelVersion()}\nPUPPETEER_EXECUTABLE_PATH is /nothing/chrome, but there is no such file.\nCorrect the path, or leave it out and a browser is searched for.\n`,
  )
  expect(code).toBe(2)
})

test.each([
  ['a clip', '48k', []],
  ['a clip with passes', '160k', ['--passes', 'normal16,depth']],
])('a full disk is told in words and leaves nothing of %s', async (_, room, passes) => {
  const where = join(folder, `disk-${room}`)
  mkdirSync(where)
  const isMounted = mounts(where, room)
  try {
    const asked = ['render', ball, '--out', where, '--size', '256x256', ...passes]
    const said = await call(...asked, ...(isMounted ? [] : ['--ffmpeg', await shortOfDisk()]))
    expect(said.err).toMatch(/disk is full|free some space|grew beyond the limit/i)
    expect(said.err).not.toMatch(/\n\s+at /)
    expect(said.code).toBe(1)
    expect(readdirSync(where)).toEqual([])
  } finally {
    if (isMounted) execFileSync('umount', [where])
  }
})

test('Ctrl-C mid-clip ends every program and leaves nothing behind', async () => {
  const where = join(folder, 'cut')
  const run = start(['render', writeBall(folder, 'long', { frames: 400, fps: 24 }), '--out', where])
  await expect
    .poll(() => existsSync(where) && readdirSync(where, { recursive: true }).join(), {
      timeout: 60_000,
    })
    .toMatch(/partial.*video\.mp4/)
  const family = descendantsOf(run.child.pid ?? 0)
  expect(family.length).toBeGreaterThan(2)
  run.child.kill('SIGINT')
  const { code, err } = await run.ended
  expect(err).toMatch(/Ended by SIGINT\.\n$/)
  expect(code).toBe(130)
  expect(readdirSync(where)).toEqual([])
  await expect.poll(() => family.filter(isAlive)).toEqual([])
})

test('--watch renders at every save, shows mistakes and goes on', async () => {
  const file = writeBall(folder, 'watched')
  const where = join(folder, 'watched')
  const run = start(['render', file, '--out', where, '--watch'])
  await run.says(/Watching /)
  const first = hashOf(where)
  writeFileSync(file, '{ "version": 1, "name": ')
  await run.says(/watched\.json:1:\d+: /)
  writeBall(folder, 'watched', {}, 'blue')
  await run.says(/Clip:[^]*Clip:/)
  await expect.poll(() => hashOf(where)).not.toBe(first)
  run.child.kill('SIGTERM')
  expect(await run.ended).toMatchObject({ code: 143 })
})

test('a reader that leaves early is no error', async () => {
  const words = `"${process.execPath}" --import tsx capture/cli/main.ts schema | head -c 20`
  const { ended } = start([], { wrapper: ['sh', '-c', words] })
  expect(await ended).toMatchObject({ code: 0, err: '' })
})

function hashOf(where: string): string | undefined {
  const file = join(where, 'watched-s0/manifest.json')
  return existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest).frameHashes[0]
    : undefined
}

/** Only root may, and not in every container. */
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

/** A real ffmpeg that may write files of 1 KB only. */
async function shortOfDisk(): Promise<string> {
  const script = join(folder, 'ffmpeg')
  writeFileSync(script, `#!/bin/sh\nulimit -f 2\nexec "${(await findFfmpeg()).path}" "$@"\n`)
  chmodSync(script, 0o755)
  return script
}
