import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '#capture'
import { sha256 } from '../../../capture/clip/manifest.ts'
import { METADATA_FILE } from '../../../capture/reel/layout.ts'
import { openReel, type ReelClip } from '../../../capture/reel/open-reel.ts'
import { COLUMNS, FLOATS, Row, rowText } from '../../../capture/reel/row.ts'
import { renderReel, rollingBall } from './tiny-reel.ts'

let out: string
let reel: string
let ids: string[]

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

async function all(clips: AsyncIterable<ReelClip>): Promise<ReelClip[]> {
  const found: ReelClip[] = []
  for await (const clip of clips) found.push(clip)
  return found
}
