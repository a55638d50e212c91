import { readdirSync } from 'node:fs'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '#capture'
import { type Manifest, sha256 } from '../../../capture/clip/manifest.ts'
import { launchBrowser } from '../../../capture/browser/launch.ts'
import type { Card } from '../../../capture/report/report-reel.ts'
import { clipFolderOf, METADATA_FILE } from '../../../capture/reel/layout.ts'
import { openReel, type ReelClip } from '../../../capture/reel/open-reel.ts'
import { COLUMNS, FLOATS, Row, rowText } from '../../../capture/reel/row.ts'
import type { ReelCheck } from '../../../capture/verify/reel.ts'
import { call } from '../../helpers/cli.ts'
import { renderReel, rollingBall } from './tiny-reel.ts'

let out: string
let reel: string
let ids: string[]
let drawnWith: string

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'groundreel-reel-'))
  reel = join(out, 'tiny')
  const session = await openSession()
  const clip = { fps: 8, frames: 48 }
  ids = await renderReel(session, reel, [
    { scene: rollingBall({ clip, seed: 3 }) },
    { scene: rollingBall({ clip, seed: 3 }), camera: 'side', split: 'validation' },
    { scene: rollingBall({ clip, seed: 4 }) },
  ])
  await session.render(rollingBall({ clip, seed: 4 }), { out: join(out, 'plain'), name: 'one' })
  drawnWith = session.identity.browser.backend
  await session.close()
})
afterAll(() => rm(out, { recursive: true, force: true }))

test('a reel is read in the order of its ids, with what its clips are', async () => {
  const { file, count, clips } = await openReel(reel)
  const found = await all(clips())
  expect(file).toMatchObject({ name: 'tiny', licence: 'cc0-1.0' })
  expect([count, found.map(({ row }) => row.id)]).toEqual([3, ids.toSorted()])
  for (const { row, folder } of found)
    expect(row.spec_sha256).toBe(sha256(await readFile(join(folder, 'scene.json'))))
  const rows = new Map(found.map(({ row }) => [row.id, row]))
  const [first, sibling, other] = ids.map((id) => rows.get(id) as Row) as [Row, Row, Row]
  expect(sibling.group).toBe(first.group)
  expect(other.group).not.toBe(first.group)
  expect([first.split, sibling.split, sibling.camera]).toEqual(['train', 'validation', 'side'])
  expect(first).toMatchObject({
    width: 96,
    num_frames: 48,
    duration: 6,
    shots: 1,
    profile: 'custom',
  })
  expect(first.camera_motion).toEqual(['static'])
  expect(first.caption).toMatch(/red ball rolls/)
  // The ball alone moves: some way, but little of the picture.
  expect(first.motion_score).toBeGreaterThan(0)
  expect(first.motion_score).toBeLessThan(5)
  expect(first.subject_seen).toBe(1)
})

test('every row has every column in one order, no null, and floats with a point', async () => {
  const lines = (await readFile(join(reel, METADATA_FILE), 'utf8')).trimEnd().split('\n')
  expect(lines).toHaveLength(3)
  for (const line of lines) {
    expect(Object.keys(JSON.parse(line) as object)).toEqual(COLUMNS)
    expect(line).not.toMatch(/null|\[\]/)
    for (const name of FLOATS) expect(line, name).toMatch(new RegExp(`"${name}":-?\\d+\\.\\d+[,}]`))
    expect(line).toContain('"fps":8.0,')
    expect(line).toMatch(/"seed":\d+,/)
  }
  expect(COLUMNS).not.toContain('video')
  expect(COLUMNS.filter((name) => name.endsWith('_file_name'))).toEqual([])
})

test('a folder that render wrote is a reel too, and so is one clip', async () => {
  for (const folder of [join(out, 'plain'), join(out, 'plain/one')]) {
    const { clips } = await openReel(folder)
    const [only] = await all(clips())
    expect(only?.row).toMatchObject({ id: ids[2], file_name: 'one/video.mp4', license: 'unknown' })
    expect(only?.folder).toBe(join(out, 'plain/one'))
  }
})

test('a row that was being written when somebody was killed is none; one that is wrong is told', async () => {
  const path = join(reel, METADATA_FILE)
  const whole = await readFile(path, 'utf8')
  await appendFile(path, whole.slice(0, 100))
  expect((await openReel(reel)).count).toBe(3)
  const [row] = whole.split('\n')
  const lacking = JSON.stringify({ ...(JSON.parse(row as string) as object), fps: 'fast' })
  await writeFile(path, `${lacking}\n`)
  const { clips } = await openReel(reel)
  await expect(all(clips())).rejects.toThrow(/metadata\.jsonl has a row.*fps/)
  await writeFile(path, whole)
  await expect(openReel(join(out, 'nowhere'))).rejects.toThrow(/no such folder/)
  await expect(openReel(join(reel, 'clips'))).rejects.toThrow(
    /neither reel\.json nor folders of clips/,
  )
})

test('a row that is read and written again is the same to the byte', async () => {
  const lines = (await readFile(join(reel, METADATA_FILE), 'utf8')).trimEnd().split('\n')
  expect(lines.map((line) => rowText(Row.parse(JSON.parse(line))))).toEqual(lines)
})

test('verify finds nothing in a sound reel, and names any single byte that was changed', async () => {
  const sound = await call('verify', reel, '--frames', '0', '--json')
  expect([sound.code, JSON.parse(sound.out)]).toMatchObject([
    0,
    { ok: true, clips: 3, frames: 144, refuted: 0, faults: [] },
  ])
  const files = readdirSync(reel, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  // Every file of one clip, and what all have in common; a byte of each, another one for every file.
  const rows = await readFile(join(reel, METADATA_FILE), 'utf8')
  await writeFile(join(reel, METADATA_FILE), `${rows.split('\n')[0]}\n`)
  const own = files.filter((file) => file.includes(ids[0] as string) || !file.includes('/clips/'))
  expect(own.length).toBeGreaterThan(10)
  for (const [i, file] of own.entries()) {
    const bytes = await readFile(file)
    const at = Math.floor(((i * 0.618034) % 1) * bytes.length)
    const flipped = Buffer.from(bytes)
    flipped[at] = (flipped[at] as number) ^ 1
    await writeFile(file, flipped)
    const { code, out: said, err } = await call('verify', reel, '--frames', '0')
    await writeFile(file, bytes)
    const name = file.endsWith(METADATA_FILE) ? /metadata\.jsonl/ : new RegExp(basename(file))
    expect([file, at, said + err]).toEqual([file, at, expect.stringMatching(name)])
    expect([file, code === 0]).toEqual([file, false])
  }
  await writeFile(join(reel, METADATA_FILE), rows)
  expect((await call('verify', join(out, 'plain'), '--frames', '0')).code).toBe(0)
})

describe('verify draws frames of a reel again', () => {
  const redraw = async (gl: string) => {
    const { code, out: said, err } = await call('verify', reel, '--gl', gl, '--json')
    return { code, err, ...(JSON.parse(said) as ReelCheck) }
  }

  test('on what drew it they are equal, and a hash of another frame is found', async () => {
    const { code, faults, redrawn } = await redraw(drawnWith)
    expect([code, faults, redrawn]).toEqual([0, [], { frames: 3, equal: 3, psnr: [], differs: [] }])
    // A manifest that is whole in itself, with a row that knows it: only the stage can tell.
    const [id = ''] = ids
    const file = join(clipFolderOf(reel, id), 'manifest.json')
    const [manifest, metadata] = [file, join(reel, METADATA_FILE)]
    const before = [await readFile(manifest, 'utf8'), await readFile(metadata, 'utf8')] as const
    const told = JSON.parse(before[0]) as Manifest
    const forged = JSON.stringify({ ...told, frameHashes: told.frameHashes.map(sha256Of) })
    await writeFile(manifest, forged)
    const rows = before[1]
      .trimEnd()
      .split('\n')
      .map((line) => Row.parse(JSON.parse(line)))
    const known = rows.map((row) =>
      rowText(row.id === id ? { ...row, manifest_sha256: sha256Of(forged) } : row),
    )
    await writeFile(metadata, `${known.join('\n')}\n`)
    const spoilt = await redraw(drawnWith)
    await writeFile(manifest, before[0])
    await writeFile(metadata, before[1])
    expect(spoilt).toMatchObject({
      code: 1,
      redrawn: { frames: 3, equal: 2, differs: [] },
      faults: [{ of: id, fault: expect.stringMatching(/^frame \d+ drawn again is not the same/) }],
    })
    expect(spoilt.redrawn?.psnr[0]).toBeGreaterThan(30)
  })

  test('on another GL they are alike, and what differs is told', async ({ skip }) => {
    const other = drawnWith === 'swiftshader' ? 'llvmpipe' : 'swiftshader'
    const { code, out: said, err } = await call('verify', reel, '--gl', other, '--json')
    if (code === 2) skip(err)
    const { redrawn, faults } = JSON.parse(said) as ReelCheck
    expect([code, faults, redrawn?.frames]).toEqual([0, [], 3])
    expect(redrawn?.differs.join()).toMatch(/GL .*(SwiftShader|llvmpipe)/)
    for (const psnr of redrawn?.psnr ?? []) expect(psnr).toBeGreaterThanOrEqual(40)
  })
})

const sha256Of = (text: string) => sha256(Buffer.from(text))

describe('report', () => {
  const page = () => join(out, 'page/report.html')

  async function cards(...args: string[]): Promise<Card[]> {
    const { code, err } = await call('report', reel, '--out', page(), ...args)
    expect([code, err]).toEqual([0, err])
    const html = await readFile(page(), 'utf8')
    return JSON.parse(/id="cards">(.*?)<\/script>/s.exec(html)?.[1] ?? '') as Card[]
  }

  test('the videos are in the page, or played from where they lie', async () => {
    const inside = await cards()
    expect(inside.map(({ id }) => id)).toEqual(ids.toSorted())
    for (const { id, video } of inside) {
      const [, data = ''] = /^data:video\/mp4;base64,(.*)$/.exec(video) ?? []
      const file = await readFile(join(clipFolderOf(reel, id), 'video.mp4'))
      expect(Buffer.from(data, 'base64').equals(file)).toBe(true)
    }
    for (const { id, video, poster } of await cards('--embed', '0')) {
      const folder = clipFolderOf(reel, id)
      expect(resolve(dirname(page()), video)).toBe(join(folder, 'video.mp4'))
      expect(resolve(dirname(page()), poster)).toBe(join(folder, 'poster.jpg'))
    }
  })

  test('in a browser clips are found by words and labels, and play under the pointer', async () => {
    const journal = join(reel, 'failures.jsonl')
    const failed = { source: 'toys', seed: 7, stage: 'gate', reason: 'luminance is 3.5, below 20' }
    await writeFile(
      journal,
      `${JSON.stringify(failed)}\n${JSON.stringify({ ...failed, seed: 9, reason: 'luminance is 4, below 20' })}\n`,
    )
    await cards()
    await rm(journal)
    const { browser, close } = await launchBrowser()
    try {
      const tab = await browser.newPage()
      const errors: unknown[] = []
      tab.on('pageerror', (error) => errors.push(error))
      await tab.goto(pathToFileURL(page()).href)
      const found = () => tab.$eval('#found', (node) => node.textContent)
      expect(await found()).toBe('3 of 3')
      expect(await tab.$$eval('td', (cells) => cells.map((cell) => cell.textContent))).toEqual([
        '2',
        failed.reason,
        'toys 7',
      ])
      await tab.hover('.card')
      expect(await tab.$$eval('.card video', (videos) => videos.length)).toBe(1)
      await tab.click('aside button[data-label=validation]')
      expect(await found()).toBe('1 of 3')
      await tab.click('aside button[data-label=validation]')
      await tab.type('#search', `red ${ids[2]}`)
      expect(await found()).toBe('1 of 3')
      await tab.click('.card')
      expect(await tab.$eval('dialog', (node) => node.textContent)).toContain(ids[2])
      expect(errors).toEqual([])
    } finally {
      await close()
    }
  })
})

test('prune writes a smaller reel that is sound, and tells what it dropped', async () => {
  const small = join(out, 'small')
  const {
    code,
    out: said,
    err,
  } = await call('prune', reel, '--keep', '2', '--out', small, '--json')
  expect([code, err]).toEqual([0, expect.stringMatching(/^2 of 3 clips kept/)])
  const { kept, dropped } = JSON.parse(said) as {
    kept: string[]
    dropped: { id: string; reason: string; like: string }[]
  }
  expect([...kept, ...dropped.map(({ id }) => id)].toSorted()).toEqual(ids.toSorted())
  expect([kept.length, dropped.length]).toEqual([2, 1])
  expect(kept).toContain(dropped[0]?.like)
  expect((await call('verify', small, '--frames', '0')).code).toBe(0)
  expect((await call('verify', reel, '--frames', '0')).code).toBe(0)
  const asked = await call('prune', reel, '--keep', '9', '--out', `${small}-9`)
  expect([asked.code, asked.err]).toEqual([2, expect.stringMatching(/--keep 9 is 9 of 3 clips/)])
})

async function all(clips: AsyncIterable<ReelClip>): Promise<ReelClip[]> {
  const found: ReelClip[] = []
  for await (const clip of clips) found.push(clip)
  return found
}
