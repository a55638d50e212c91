import { execFileSync } from 'node:child_process'
import { appendFileSync, chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findFfmpeg } from '../../capture/encode/discover.ts'
import type { Manifest } from '../../capture/clip/manifest.ts'
import { call, endStarted, type Said, start } from '../helpers/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-cli-'))
const out = join(folder, 'out')
const clip = join(out, 'ball-s0')
const ball = scene('ball')
let rendered: Said

beforeAll(async () => {
  const wrong = join(folder, 'wrong.json')
  writeFileSync(wrong, '{ "version": 1 }')
  rendered = await call('render', wrong, ball, '--out', out, '--json')
})
afterEach(endStarted)
afterAll(() => rmSync(folder, { recursive: true }))

test('render goes on after a bad scene, keeps and lists what succeeded, and ends with 1', () => {
  expect(rendered.code).toBe(1)
  const { clips, failures } = JSON.parse(rendered.out) as { clips: { clip: string; caption: string }[]; failures: unknown[] }
  expect(clips).toMatchObject([{ scene: ball, clip, caption: expect.stringContaining('red ball') }])
  expect(failures).toMatchObject([{ scene: expect.stringContaining('wrong.json'), error: { exitCode: 2, problems: expect.any(Array) } }])
  expect(readdirSync(out)).toEqual(['ball-s0'])
})

test('render tells who draws, where the clip is, what its caption says and how many claims were checked', () => {
  expect(rendered.err).toMatch(/Browser: .+, drawing with (hardware|llvmpipe|swiftshader) \(.+\)/)
  expect(rendered.err).toMatch(/ffmpeg: \S+ \(\S+\)/)
  expect(rendered.err).toContain('8 of 8 frames drawn')
  expect(rendered.err).toContain(`Clip: ${clip} (`)
  expect(rendered.err.replaceAll(/\s+/g, ' ')).toContain(readFileSync(join(clip, 'caption.txt'), 'utf8').trim())
  expect(rendered.err).toMatch(/\b[1-9]\d* claims checked on the pixels, \d+ refuted/)
  expect(rendered.err).toContain('1 of 2 scenes rendered')
})

test('a clip that is there is left alone without --force', async () => {
  const before = readFileSync(join(clip, 'manifest.json'), 'utf8')
  const { code, err } = await call('render', ball, '--out', out)
  expect(err).toMatch(/holds a clip already\.\nReplace it with --force/)
  expect(code).toBe(2)
  expect(readFileSync(join(clip, 'manifest.json'), 'utf8')).toBe(before)
})

test('still and sheet draw the frames that were asked for', async () => {
  const [one, all] = [join(folder, 'one.png'), join(folder, 'all.png')]
  const still = await call('still', ball, '--at', '0.5s', '--out', one, '--json')
  expect(JSON.parse(still.out)).toEqual({ file: one, frame: 4, seconds: 0.5, width: 64, height: 64 })
  const picture = PNG.sync.read(readFileSync(one))
  const middle = picture.data.subarray(4 * (64 * 36 + 32))
  expect((middle[0] ?? 0) - (middle[1] ?? 0)).toBeGreaterThan(60)

  const sheet = await call('sheet', ball, '--times', '0,0.25,0.5', '--columns', '3', '--out', all, '--json')
  const { frames, width, height } = JSON.parse(sheet.out) as { frames: number[]; width: number; height: number }
  expect(frames).toEqual([0, 2, 4])
  expect(PNG.sync.read(readFileSync(all))).toMatchObject({ width, height })
  expect(width).toBe(6 + 3 * (64 + 6))
})

test('verify finds a sound clip sound, its frames equal to the bit', async () => {
  const { code, out } = await call('verify', clip, '--frames', '2', '--json')
  const { ok, files, claims, redrawn } = JSON.parse(out) as { ok: boolean; files: { state: string }[]; claims: unknown; redrawn: unknown }
  expect([code, ok]).toEqual([0, true])
  expect(files.every(({ state }) => state === 'same')).toBe(true)
  expect(claims).toMatchObject({ refuted: 0, faults: [] })
  expect(redrawn).toMatchObject({ promise: 'equal', differs: [], frames: [{ frame: 0, isEqual: true }, { frame: 7, isEqual: true }] })
})

test('verify on another back end asks for likeness, and says so', async () => {
  const { gl } = JSON.parse(readFileSync(join(clip, 'manifest.json'), 'utf8')) as Manifest
  // On a machine with nothing but SwiftShader the case cannot be made.
  if (gl.backend === 'swiftshader') return
  const { code, out } = await call('verify', clip, '--frames', '1', '--gl', 'swiftshader')
  expect(out).toMatch(/1 of 1 frames drawn again as they were; not what drew the clip \(GL .*must be alike by 40 dB/)
  expect(code).toBe(0)
})

test('verify --text judges each phrase', async () => {
  const { code, out } = await call('verify', clip, '--text', 'A red ball stands on the grass. A green cone rolls uphill. Ideas sleep furiously.', '--json')
  const { phrases } = JSON.parse(out) as { phrases: { text: string; status: string }[] }
  expect(phrases.map(({ text, status }) => [text, status])).toEqual(
    expect.arrayContaining([['a red ball', 'verified'], ['a green cone', 'refuted'], ['ideas sleep furiously', 'unparsed']]),
  )
  expect(code).toBe(1)
  expect((await call('verify', clip, '--text', 'A red ball stands on the grass.')).code).toBe(0)
})

test('caption speaks again from stored truth', async () => {
  const { out, err } = await call('caption', clip)
  expect(out).toBe(readFileSync(join(clip, 'caption.txt'), 'utf8'))
  expect(err).toMatch(/claims checked/)
  expect((await call('caption', clip, '--form', 'dense')).out.length).toBeGreaterThan(10)
  expect(await call('caption', clip, '--form', 'denze')).toMatchObject({ code: 2, err: expect.stringContaining('The forms are: short, default, dense') })
})

test('verify finds what was changed', async () => {
  const copy = join(folder, 'copy')
  execFileSync('cp', ['-r', clip, copy])
  appendFileSync(join(copy, 'video.mp4'), 'x')
  rmSync(join(copy, 'poster.jpg'))
  const touched = await call('verify', copy)
  expect(touched).toMatchObject({ code: 1, out: expect.stringContaining('  changed: video.mp4') })
  expect(touched.out).toContain('  missing: poster.jpg')

  // A liar who also mends the hash is found out by the truth.
  const file = join(copy, 'caption.json')
  writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"color":"red"', '"color":"blue"'))
  const manifest = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as Manifest
  manifest.files = {}
  writeFileSync(join(copy, 'manifest.json'), JSON.stringify(manifest))
  expect(await call('verify', copy)).toMatchObject({ code: 1, out: expect.stringMatching(/claim c\d+ \(color\) is stored as verified, but the truth says nothing of it/) })
})

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
  const calls = [['--browser', '/nothing'], ['--browser', '/bin/true'], ['--ffmpeg', '/bin/true']]
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
    'groundreel 0.1.0\nPUPPETEER_EXECUTABLE_PATH is /nothing/chrome, but there is no such file.\nCorrect the path, or leave it out and a browser is searched for.\n',
  )
  expect(code).toBe(2)
})

test('a full disk is told in words and leaves nothing behind', async () => {
  const where = join(folder, 'disk')
  mkdirSync(where)
  const isMounted = mounts(where, '48k')
  try {
    const said = isMounted
      ? await call('render', ball, '--out', where, '--size', '256x256')
      : await call('render', ball, '--out', where, '--ffmpeg', await shortOfDisk())
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
  const run = start(['render', scene('long', { frames: 400, fps: 24 }), '--out', where])
  await expect.poll(() => existsSync(where) && readdirSync(where, { recursive: true }).join(), { timeout: 60_000 }).toMatch(/partial.*video\.mp4/)
  const family = descendants(run.child.pid ?? 0)
  expect(family.length).toBeGreaterThan(2)
  run.child.kill('SIGINT')
  const { code, err } = await run.ended
  expect(err).toMatch(/Ended by SIGINT\.\n$/)
  expect(code).toBe(130)
  expect(readdirSync(where)).toEqual([])
  await expect.poll(() => family.filter(isAlive)).toEqual([])
})

test('--watch renders at every save, shows mistakes and goes on', async () => {
  const file = scene('watched')
  const where = join(folder, 'watched')
  const run = start(['render', file, '--out', where, '--watch'])
  await run.says(/Watching /)
  const first = hashOf(where)
  writeFileSync(file, '{ "version": 1, "name": ')
  await run.says(/watched\.json:1:\d+: /)
  scene('watched', {}, 'blue')
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

function scene(name: string, clip: object = {}, color = 'red'): string {
  const file = join(folder, `${name}.json`)
  const content = {
    version: 1,
    name,
    clip: { width: 64, height: 64, fps: 8, frames: 8, ...clip },
    cameras: [{ id: 'main', position: [0, 1.5, 4], lookAt: 'ball' }],
    actors: [
      { kind: 'ground', id: 'lawn' },
      { kind: 'sphere', id: 'ball', radius: 0.6, material: { color } },
    ],
  }
  writeFileSync(file, JSON.stringify(content))
  return file
}

function hashOf(where: string): string | undefined {
  const file = join(where, 'watched-s0/manifest.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest).frameHashes[0] : undefined
}

/** Only root may, and not in every container. */
function mounts(where: string, size: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', where], { stdio: 'ignore' })
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

function descendants(pid: number): number[] {
  const children = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([child = 0]) => child)
  return children.flatMap((child) => [child, ...descendants(child)])
}

function isAlive(pid: number): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
