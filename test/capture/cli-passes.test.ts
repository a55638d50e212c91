import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Manifest } from '../../capture/clip/manifest.ts'
import { call } from '../helpers/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-passes-'))
afterAll(() => rmSync(folder, { recursive: true }))

const path = join(folder, 'ball.json')
writeFileSync(
  path,
  JSON.stringify({
    version: 1,
    name: 'ball',
    clip: { width: 96, height: 64, fps: 8, frames: 3 },
    cameras: [{ position: [0, 1, 4], lookAt: [0, 0.4, 0] }],
    actors: [
      { kind: 'ground', id: 'ground' },
      { kind: 'sphere', id: 'ball', radius: 0.5, motion: [{ kind: 'spin', speed: 90 }] },
    ],
  }),
)
const clip = join(folder, 'clip')
const bare = join(folder, 'bare')

beforeAll(async () => {
  const passes = ['--passes', 'depth,instance', '--previews']
  expect((await call('render', path, '--out', folder, '--name', 'clip', ...passes)).code).toBe(0)
  expect((await call('render', path, '--out', folder, '--name', 'bare')).code).toBe(0)
})

test('previews of what was asked for lie in the clip and are in its manifest', () => {
  expect(readdirSync(join(clip, 'preview')).sort()).toEqual(['depth.mp4', 'passes.json', 'seg.mp4'])
  const { files, passes } = JSON.parse(
    readFileSync(join(clip, 'manifest.json'), 'utf8'),
  ) as Manifest
  expect(files).toHaveProperty(['preview/seg.mp4'])
  expect(Object.keys(passes ?? {})).toEqual(['depth', 'instance'])
})

test('everything that can be made of the passes of a clip is exported', async () => {
  const out = join(folder, 'npy')
  const { code, out: said } = await call('export', 'npy', clip, '--out', out)
  expect([code, said]).toEqual([0, `${out}\n`])
  expect(readdirSync(out).sort()).toEqual([
    'depth.npy',
    'instance.npy',
    'passes.json',
    'semantic.npy',
  ])
})

test('an export that is there is left alone without --force, and what is no export with it too', async () => {
  const out = join(folder, 'there')
  const asked = ['export', 'png', clip, '--passes', 'depth', '--out', out]
  expect((await call(...asked)).code).toBe(0)
  const again = await call(...asked)
  expect(again.err).toMatch(/there holds an export already\.\nReplace it with --force/)
  expect(again.code).toBe(2)
  expect((await call(...asked, '--force')).code).toBe(0)
  const over = await call('export', 'png', clip, '--out', clip, '--force')
  expect(over.err).toMatch(/is there already and is not an export; it is left alone/)
  expect(over.code).toBe(2)
})

const wrong: [argv: string[], wanted: RegExp][] = [
  [
    ['render', path, '--passes', 'deph'],
    /--passes takes a list, each one of .*\(got "deph"\); did you mean depth\?/,
  ],
  [
    ['render', path, '--passes', 'depth,flow_forward', '--frames', '1', '--name', 'one'],
    /flow_forward tells where things go from one frame of a shot to the next, and the clip is a single frame\.\nAsk for two frames or more/,
  ],
  [
    ['render', path, '--previews', '--name', 'none'],
    /--previews shows passes, and none that can be shown is asked for\.\nAdd --passes/,
  ],
  [['export', 'npy', bare], /bare has no passes\.\nRender it again with --passes/],
  [['export', 'npy', folder], /is not a clip: it has no manifest\.json/],
  [['export', 'exrr', clip], /There is no target "exrr"; did you mean exr\?\nThe targets are:/],
  [
    ['export', 'npy', clip, '--passes', 'edges'],
    /edges is worked out from the pass normal, which the clip does not have\.\nRender it again with --passes depth,instance,normal\./,
  ],
  [
    ['export', 'preview', clip, '--passes', 'depth,occlusion'],
    /occlusion is worked out from the passes flow_forward, flow_backward/,
  ],
]

test.each(wrong)('%j is told', async (argv, wanted) => {
  const out = join(folder, 'wrong')
  const { code, err } = await call(...argv, '--out', out)
  expect(err).toMatch(wanted)
  expect(err).not.toMatch(/\n\s+at /)
  expect(code).toBe(2)
  // Nothing half-written, hidden or not.
  expect(readdirSync(folder).filter((name) => /wrong|partial/.test(name))).toEqual([])
})

test('a damaged pass is told by its file', async () => {
  const broken = join(folder, 'broken')
  const made = await call('render', path, '--out', folder, '--name', 'broken', '--passes', 'depth')
  expect(made.code).toBe(0)
  const file = join(broken, 'passes/depth.mkv')
  writeFileSync(file, readFileSync(file).subarray(0, 600))
  const { code, err } = await call('export', 'npy', broken, '--out', join(folder, 'no'))
  expect(err).toMatch(/broken\/passes\/depth\.mkv/)
  expect(err).not.toMatch(/\n\s+at /)
  expect(code).toBe(1)
  expect(readdirSync(folder).filter((name) => /^\.?no\b|partial/.test(name))).toEqual([])
})
