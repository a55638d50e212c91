import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { CAMERA_FORMATS, camerasOf, resized, Scene, shoot, type Cameras } from '#scenes'
import { call } from '../helpers/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-cameras-'))
afterAll(() => rmSync(folder, { recursive: true }))

const scene = Scene.parse({
  version: 1,
  name: 'pan',
  clip: { width: 96, height: 64, fps: 8, frames: 3 },
  cameras: [{ position: [0, 1, 4], lookAt: [0, 0, 0], keys: [{ t: 0.3, position: [2, 1, 4] }] }],
  actors: [{ kind: 'sphere', id: 'ball', radius: 0.5 }],
})
const take = shoot(scene)
const cameras = camerasOf(take, take.cameras[0]!, scene.clip)

/** What of a clip's folder the command looks at. */
function clipWith(name: string, content: unknown): string {
  const clip = join(folder, name)
  mkdirSync(clip)
  writeFileSync(join(clip, 'manifest.json'), JSON.stringify({ files: {}, frameHashes: [] }))
  writeFileSync(join(clip, 'cameras.json'), JSON.stringify(content))
  return clip
}
const clip = clipWith('clip', cameras)

test.for(Object.entries(CAMERA_FORMATS))(
  '%s is written as the pure layer makes it',
  async ([format, { files }]) => {
    const out = join(folder, 'made', format)
    const { code, out: said, err } = await call('cameras', clip, '--format', format, '--out', out)
    expect([code, err]).toEqual([0, `${CAMERA_FORMATS[format as 'tum'].doc}\n`])
    const wanted = (files as (from: Cameras) => Record<string, string>)(cameras)
    expect(readdirSync(out).sort()).toEqual(Object.keys(wanted).sort())
    for (const [name, text] of Object.entries(wanted))
      expect(readFileSync(join(out, name), 'utf8')).toBe(text)
    expect(said.trimEnd().split('\n')).toEqual(Object.keys(wanted).map((name) => join(out, name)))
  },
)

test('another size is the lens of the frames at that size', async () => {
  const [cropped, barred] = [join(folder, 'cropped'), join(folder, 'barred')]
  const asked = ['cameras', clip, '--format', 'colmap', '--size', '32x32']
  expect((await call(...asked, '--out', cropped)).code).toBe(0)
  expect((await call(...asked, '--fit', 'letterbox', '--out', barred)).code).toBe(0)
  for (const [out, fit] of [
    [cropped, 'crop'],
    [barred, 'letterbox'],
  ] as const)
    expect(readFileSync(join(out, 'cameras.txt'), 'utf8')).toBe(
      CAMERA_FORMATS.colmap.files(resized(cameras, { width: 32, height: 32 }, fit))['cameras.txt'],
    )
})

test('what is there is left alone without --force', async () => {
  const out = join(folder, 'there')
  const asked = ['cameras', clip, '--format', 'tum', '--out', out]
  mkdirSync(out)
  writeFileSync(join(out, 'groundtruth.txt'), 'mine')
  const { code, err } = await call(...asked)
  expect(err).toMatch(/groundtruth\.txt is there already\.\nReplace it with --force/)
  expect(code).toBe(2)
  expect(readFileSync(join(out, 'groundtruth.txt'), 'utf8')).toBe('mine')
  expect((await call(...asked, '--force')).code).toBe(0)
  expect(readFileSync(join(out, 'groundtruth.txt'), 'utf8')).toMatch(/^# timestamp/)
})

const wrongCalls: [argv: string[], wanted: RegExp][] = [
  [[clip, '--format', 'colmp'], /--format takes one of .*\(got "colmp"\); did you mean colmap\?/],
  [[clip], /--format takes one of realestate10k, colmap, nerfstudio/],
  [[folder, '--format', 'tum'], /is not a clip: it has no manifest\.json/],
  [[join(folder, 'nowhere'), '--format', 'tum'], /is not a clip/],
  [[clipWith('empty', {}), '--format', 'tum'], /cameras\.json holds no cameras/],
  [[clip, '--format', 'tum', '--size', '0x32'], /--size is width x height, such as 512x512/],
]

test.for(wrongCalls)('a wrong call: %j', async ([argv, wanted]) => {
  const out = join(folder, 'wrong')
  const { code, err } = await call('cameras', ...argv, '--out', out)
  expect(err).toMatch(wanted)
  expect(err).not.toMatch(/\n\s+at /)
  expect(code).toBe(2)
})
