import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import type { CaptionFile } from '#captions'
import { ballClip } from '../../helpers/ball-clip.ts'
import { chatServer, says } from '../../helpers/chat-server.ts'
import { call } from '../../helpers/cli.ts'
import { writeClip } from '../../helpers/clip-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-part-'))
afterAll(() => rmSync(folder, { recursive: true }))
const clip = write('one', ballClip())
const cut = write(
  'two',
  ballClip({
    camera: {
      shots: [
        { to: 1.5, position: [0, 1.4, 6], lookAt: [0, 0.6, 0], fov: 45 },
        { position: [3, 1, 5], lookAt: [0, 0.6, 0], fov: 45 },
      ],
    },
  }),
)

test('--window tells what is so wherever a window begins', async () => {
  const { code, out } = await call('caption', clip, '--window', '12', '--json')
  expect(code).toBe(0)
  const { window, captions, claims } = JSON.parse(out) as CaptionFile
  expect(window).toEqual({ frames: [0, 37], any: 12, crop: [0, 0, 640, 352] })
  expect(JSON.stringify(captions)).not.toContain('roll')
  expect(captions.en.default.text).toMatch(/green crate/)
  expect(
    claims.every(({ status, frames }) => status === 'verified' && frames.join() === '0,37'),
  ).toBe(true)
  const within = await call('caption', clip, '--window', '15', '--frames', '5..32')
  expect(within.out).toMatch(/A red ball rolls/)
})

test('--crop tells of a part of the picture, also in windows of it', async () => {
  const { code, out } = await call('caption', clip, '--crop', '0,0,320,352', '--json')
  expect(code).toBe(0)
  const { window, captions } = JSON.parse(out) as CaptionFile
  expect(window).toEqual({ frames: [0, 37], crop: [0, 0, 320, 352] })
  expect(captions.en.dense.text).toMatch(/red ball/)
  expect(JSON.stringify(captions)).not.toContain('crate')
  const both = await call('caption', clip, '--crop', '320,0,320,352', '--window', '15', '--json')
  expect(JSON.parse(both.out)).toMatchObject({
    window: { frames: [0, 37], any: 15, crop: [320, 0, 320, 352] },
  })
})

test('a rewrite must be true in every window', async () => {
  await using server = await chatServer(says('A red ball rolls to the right on a concrete floor.'))
  const flags = ['--rewrite', '--rewrite-url', server.url, '--rewrite-model', 'tiny']
  const { out, err } = await call('caption', clip, '--window', '12', '--form', 'short', ...flags)
  expect(out).not.toContain('roll')
  expect(err).toMatch(/short stays ours: refuted: rolls/)
})

test.each([
  ['--window 99 is longer than the 37 frames there are.', clip, ['--window', '99']],
  ['Windows of 2 frames are too short', clip, ['--window', '2']],
  ['without a cut, and there is one at 18.', cut, ['--window', '12']],
  ['Name a shot with --frames, such as 0..18', cut, ['--window', '12']],
  ['--negatives are false in one window', clip, ['--window', '12', '--negatives']],
  [
    '--crop 400,0,320,352 reaches out of the picture, which is 640x352.',
    clip,
    ['--crop', '400,0,320,352'],
  ],
  ['--crop 0,0,100,352 is too small', clip, ['--crop', '0,0,100,352']],
  ['Ask for at least 160x88 pixels.', clip, ['--crop', '0,0,100,352']],
  ['--crop is x,y,width,height in pixels', clip, ['--crop', '0,0,-1']],
  ['Frames 0..2 are too few', clip, ['--frames', '0..2']],
  ['--window takes a whole number from 2 to 7200', clip, ['--window', 'x']],
])('%s', async (words, which, flags) => {
  const { code, out, err } = await call('caption', which, ...flags)
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain(words)
})

function write(name: string, filmed: Parameters<typeof writeClip>[1]): string {
  mkdirSync(join(folder, name))
  return writeClip(join(folder, name), filmed)
}
