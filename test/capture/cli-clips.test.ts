import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Manifest } from '../../capture/clip/manifest.ts'
import { call, type Said, writeBall } from '../helpers/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-cli-'))
const out = join(folder, 'out')
const clip = join(out, 'ball-s0')
const ball = writeBall(folder, 'ball')
let rendered: Said

beforeAll(async () => {
  const wrong = join(folder, 'wrong.json')
  writeFileSync(wrong, '{ "version": 1 }')
  rendered = await call('render', wrong, ball, '--out', out, '--json')
})
afterAll(() => rmSync(folder, { recursive: true }))

test('render goes on after a bad scene, keeps and lists what succeeded, and ends with 1', () => {
  expect(rendered.code).toBe(1)
  const { clips, failures } = JSON.parse(rendered.out) as {
    clips: { clip: string; caption: string }[]
    failures: unknown[]
  }
  expect(clips).toMatchObject([{ scene: ball, clip, caption: expect.stringContaining('red ball') }])
  expect(failures).toMatchObject([
    {
      scene: expect.stringContaining('wrong.json'),
      error: { exitCode: 2, problems: expect.any(Array) },
    },
  ])
  expect(readdirSync(out)).toEqual(['ball-s0'])
})

test('render tells who draws, where the clip is, what its caption says and how many claims were checked', () => {
  expect(rendered.err).toMatch(/Browser: .+, drawing with (hardware|llvmpipe|swiftshader) \(.+\)/)
  expect(rendered.err).toMatch(/ffmpeg: \S+ \(\S+\)/)
  expect(rendered.err).toContain('8 of 8 frames drawn')
  expect(rendered.err).toContain(`Clip: ${clip} (`)
  expect(rendered.err.replaceAll(/\s+/g, ' ')).toContain(
    readFileSync(join(clip, 'caption.txt'), 'utf8').trim(),
  )
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
  expect(JSON.parse(still.out)).toEqual({
    file: one,
    frame: 4,
    seconds: 0.5,
    width: 64,
    height: 64,
  })
  const picture = PNG.sync.read(readFileSync(one))
  const middle = picture.data.subarray(4 * (64 * 36 + 32))
  expect((middle[0] ?? 0) - (middle[1] ?? 0)).toBeGreaterThan(60)

  const sheet = await call(
    'sheet',
    ball,
    '--times',
    '0,0.25,0.5',
    '--columns',
    '3',
    '--out',
    all,
    '--json',
  )
  const { frames, width, height } = JSON.parse(sheet.out) as {
    frames: number[]
    width: number
    height: number
  }
  expect(frames).toEqual([0, 2, 4])
  expect(PNG.sync.read(readFileSync(all))).toMatchObject({ width, height })
  expect(width).toBe(6 + 3 * (64 + 6))
})

test('verify finds a sound clip sound, its frames equal to the bit', async () => {
  const { code, out } = await call('verify', clip, '--frames', '2', '--json')
  const { ok, files, claims, redrawn } = JSON.parse(out) as {
    ok: boolean
    files: { state: string }[]
    claims: unknown
    redrawn: unknown
  }
  expect([code, ok]).toEqual([0, true])
  expect(files.every(({ state }) => state === 'same')).toBe(true)
  expect(claims).toMatchObject({ refuted: 0, faults: [] })
  expect(redrawn).toMatchObject({
    promise: 'equal',
    differs: [],
    frames: [
      { frame: 0, isEqual: true },
      { frame: 7, isEqual: true },
    ],
  })
})

test('verify on another back end asks for likeness, and says so', async () => {
  const { gl } = JSON.parse(readFileSync(join(clip, 'manifest.json'), 'utf8')) as Manifest
  // On a machine with nothing but SwiftShader the case cannot be made.
  if (gl.backend === 'swiftshader') return
  const { code, out } = await call('verify', clip, '--frames', '1', '--gl', 'swiftshader')
  expect(out).toMatch(
    /1 of 1 frames drawn again as they were; not what drew the clip \(GL .*must be alike by 40 dB/,
  )
  expect(code).toBe(0)
})

test('verify --text judges each phrase', async () => {
  const { code, out } = await call(
    'verify',
    clip,
    '--text',
    'A red ball stands on the grass. A green cone rolls uphill. Ideas sleep furiously.',
    '--json',
  )
  const { phrases } = JSON.parse(out) as { phrases: { text: string; status: string }[] }
  expect(phrases.map(({ text, status }) => [text, status])).toEqual(
    expect.arrayContaining([
      ['a red ball', 'verified'],
      ['a green cone', 'refuted'],
      ['ideas sleep furiously', 'unparsed'],
    ]),
  )
  expect(code).toBe(1)
  expect((await call('verify', clip, '--text', 'A red ball stands on the grass.')).code).toBe(0)
})

test('caption speaks again from stored truth', async () => {
  const { out, err } = await call('caption', clip)
  expect(out).toBe(readFileSync(join(clip, 'caption.txt'), 'utf8'))
  expect(err).toMatch(/claims checked/)
  expect((await call('caption', clip, '--form', 'dense')).out.length).toBeGreaterThan(10)
  expect(await call('caption', clip, '--form', 'denze')).toMatchObject({
    code: 2,
    err: expect.stringContaining('The forms are: short, default, dense'),
  })
})

test('caption tells of a window, and which it cannot', async () => {
  const { frames } = JSON.parse(readFileSync(join(clip, 'scene.json'), 'utf8')).clip as {
    frames: number
  }
  const { code, out } = await call('caption', clip, '--frames', `0..${frames - 1}`, '--json')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ window: { frames: [0, frames - 1] } })
  for (const [asked, wanted] of [
    [`3..${frames + 1}`, /has no frames 3\.\.\d+: it has 0\.\.\d+/],
    ['3..3', /has no frames 3\.\.3/],
    ['0..1', /too few: 1 of them were looked at\.\nAsk for at least half a second/],
    ['some', /--frames is the first frame and the one after the last/],
  ] as const) {
    const wrong = await call('caption', clip, '--frames', asked)
    expect(wrong.err).toMatch(wanted)
    expect(wrong.code).toBe(2)
  }
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
  expect(await call('verify', copy)).toMatchObject({
    code: 1,
    out: expect.stringMatching(
      /claim c\d+ \(color\) is stored as verified, but the truth says nothing of it/,
    ),
  })
})

test('prepare leaves behind what the next session would have waited for', async () => {
  vi.stubEnv('GROUNDREEL_CACHE', join(folder, 'cache'))
  const { code, err } = await call('prepare').finally(() => vi.unstubAllEnvs())
  expect(code, err).toBe(0)
  expect(err).toMatch(/Browser: .+, drawing with/)
  const [stage = ''] = readdirSync(join(folder, 'cache', 'stage'))
  expect(readdirSync(join(folder, 'cache', 'stage', stage))).toContain('stage.html')
  expect(readdirSync(join(folder, 'cache', 'probe'))).toHaveLength(1)
})

test('all cameras of a scene film the same take: clips of one group, in a shape by name', async () => {
  const file = join(folder, 'pair.json')
  const scene = JSON.parse(readFileSync(ball, 'utf8')) as { name: string; cameras: object[] }
  scene.name = 'pair'
  scene.cameras.push({ id: 'side', position: [5, 1.2, 0], lookAt: [0, 0.4, 0] })
  writeFileSync(file, JSON.stringify(scene))
  const to = join(folder, 'pairs')
  const { code, err } = await call(
    'render',
    file,
    '--camera',
    'all',
    '--aspect',
    '1:1',
    '--out',
    to,
  )
  expect(code, err).toBe(0)
  expect(err).toContain('2 of 2 clips rendered')
  const clips = ['pair-s0', 'pair-s0-side'].map(
    (name) => JSON.parse(readFileSync(join(to, name, 'manifest.json'), 'utf8')) as Manifest,
  )
  const [first, second] = clips as [Manifest, Manifest]
  expect(second.group).toBe(first.group)
  expect(second.id).not.toBe(first.id)
  expect(clips.map(({ camera }) => camera)).toEqual(['main', 'side'])
  for (const { width, height } of clips) expect(width).toBe(height)
  const refused = await call('render', file, '--camera', 'all', '--name', 'x', '--out', to)
  expect(refused.code).toBe(2)
  expect(refused.err).toContain('--name is for one camera')
})
