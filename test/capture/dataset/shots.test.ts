import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '#capture'
import { verifyText, windowOf } from '#captions'
import { findFfmpeg } from '../../../capture/encode/discover.ts'
import { clipFolderOf } from '../../../capture/reel/layout.ts'
import { readStoredClip } from '../../../capture/verify/stored-clip.ts'
import { call } from '../../helpers/cli.ts'
import { decodeRgb } from '../../oracle/decode.ts'
import { rowsIn } from '../batch/reel-checks.ts'
import { renderReel, rollingBall } from '../reel/tiny-reel.ts'
import { readLtx } from './readers/ltx.ts'
import { readVideofolder } from './readers/videofolder.ts'

/** Frames of the first shot, and of both: the second is as long as ltx asks for. */
const [CUT, FRAMES] = [9, 130]

let out: string
let reel: string
let id: string

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'groundreel-shots-'))
  reel = join(out, 'reel')
  const session = await openSession()
  const place = { position: [0, 1.4, 6], lookAt: [0, 0.6, 0] }
  const scene = rollingBall({
    clip: { frames: FRAMES },
    camera: {
      ...{ position: undefined, lookAt: undefined },
      shots: [
        { ...place, to: CUT / 24 },
        { ...place, position: [1, 1.4, 6], moves: [{ kind: 'pan', to: 'left', amount: 15 }] },
      ],
    },
  })
  ;[id = ''] = await renderReel(session, reel, [{ scene, previews: true }])
  await session.close()
})
afterAll(() => rm(out, { recursive: true, force: true }))

/** Each time into a folder of its own. */
async function exported(target: string, ...args: string[]) {
  const folder = mkdtempSync(join(out, `${target}-`))
  const { code, err } = await call('export', target, reel, '--out', folder, ...args)
  expect([code, err]).toEqual([0, err])
  return { folder, err }
}

test('a clip with a cut becomes a clip of each shot, with its own frames, captions and labels', async () => {
  const { folder } = await exported('videofolder')
  const samples = readVideofolder(folder)
  expect(samples).toHaveLength(2)
  const rows = rowsIn(join(folder, 'data', 'train'))
  expect(rows.map((row) => [row.id, row.num_frames, row.shots])).toEqual([
    [`${id}-1`, CUT, 1],
    [`${id}-2`, FRAMES - CUT, 1],
  ])
  expect(rows.map(({ camera_motion }) => camera_motion)).toEqual([['static'], ['pan left']])
  const { path } = await findFfmpeg()
  const whole = framesOf(await decodeRgb(path, join(clipFolderOf(reel, id), 'video.mp4')))
  const stored = await readStoredClip(clipFolderOf(reel, id))
  const spans = [
    [0, CUT],
    [CUT, FRAMES],
  ] as const
  for (const [i, [from, to]] of spans.entries()) {
    const { file_name, caption } = rows[i] as (typeof rows)[number]
    const frames = framesOf(await decodeRgb(path, join(folder, 'data', 'train', file_name)))
    expect(frames).toHaveLength(to - from)
    for (const [n, frame] of frames.entries())
      expect(psnr(frame, whole[from + n] as Uint8Array)).toBeGreaterThan(36)
    expect(caption).not.toMatch(/\bcuts?\b/)
    const verdicts = verifyText(caption, windowOf(stored, from, to))
    expect(verdicts.filter(({ status }) => status !== 'verified')).toEqual([])
  }
})

test('a shot that is long enough is taken with its control, one that is not is told', async () => {
  const { folder, err } = await exported('ltx', '--control', 'depth')
  expect(readLtx(folder)).toHaveLength(1)
  expect(err).toContain(`${CUT} frames, and 121 are needed`)
  expect(readdirSync(join(folder, 'clips'))).toEqual([`${id}-2.mp4`])
  const { path } = await findFfmpeg()
  const [video] = framesOf(await decodeRgb(path, join(folder, 'depth', `${id}-2.mp4`)))
  const all = framesOf(await decodeRgb(path, join(clipFolderOf(reel, id), 'preview', 'depth.mp4')))
  expect(psnr(video as Uint8Array, all[CUT] as Uint8Array)).toBeGreaterThan(36)
})

test('with --keep-cuts it stays whole, and the same export twice is the same', async () => {
  const { folder } = await exported('paired', '--keep-cuts')
  expect(readdirSync(join(folder, 'clips')).sort()).toEqual([`${id}.mp4`, `${id}.txt`])
  const { folder: one } = await exported('paired')
  const { folder: two } = await exported('paired')
  for (const name of readdirSync(join(one, 'clips')))
    expect(
      readFileSync(join(two, 'clips', name)).equals(readFileSync(join(one, 'clips', name))),
    ).toBe(true)
  expect(existsSync(join(one, 'clips', `${id}-2.mp4`))).toBe(true)
})

const BYTES = 96 * 64 * 3

function framesOf(bytes: Buffer): Uint8Array[] {
  return Array.from({ length: bytes.length / BYTES }, (_, i) =>
    bytes.subarray(i * BYTES, (i + 1) * BYTES),
  )
}

/** Decibels between two pictures. */
function psnr(a: Uint8Array, b: Uint8Array): number {
  const sum = a.reduce((all, value, i) => all + (value - (b[i] as number)) ** 2, 0)
  return 10 * Math.log10((255 * 255 * a.length) / Math.max(sum, 1))
}
