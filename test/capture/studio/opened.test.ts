import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openPacker } from '../../../capture/reel/pack.ts'
import { openFolder } from '../../../capture/studio/opened.ts'
import { BALL, writeDesk } from './desk.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-opened-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('a reel is its clips, by scene and seed; their own scenes are no files to write', async () => {
  const reel = join(folder, 'reel')
  writeClip(join(reel, 'clips/00/00aa'), 'heap', 3)
  writeClip(join(reel, 'clips/01/01bb'), 'ball', 0)
  writeFileSync(join(reel, 'reel.json'), '{}')
  const { sources, clips, first } = await (await openFolder(reel, join(folder, 'out'))).list()
  expect(sources.filter(({ group }) => group === 'opened')).toEqual([])
  expect(clips).toMatchObject([
    { name: 'heap', seed: 3, file: 'clips/00/00aa', caption: 'A ball rolls.' },
    { name: 'ball', seed: 0, file: 'clips/01/01bb' },
  ])
  expect(first).toBe(clips[0]?.id)
})

test('clips in tars of a reel are shown as others are, each once, and sent out of the tar', async () => {
  const reel = join(folder, 'packed')
  writeClip(join(reel, 'clips/00/00aa'), 'heap', 3)
  writeClip(join(reel, 'clips/01/01bb'), 'ball', 0)
  writeFileSync(join(reel, 'reel.json'), '{}')
  const packer = await openPacker(reel)
  for (const id of ['00aa', '01bb']) await packer.add(id)
  // Of one the folder is there yet.
  rmSync(join(reel, 'clips/00'), { recursive: true })
  const opened = await openFolder(reel, join(folder, 'out'))
  const { clips, first } = await opened.list()
  expect(clips).toMatchObject([
    { name: 'ball', seed: 0, file: 'clips/01/01bb' },
    { name: 'heap', seed: 3, file: 'clips/clips-000000.tar/00aa', caption: 'A ball rolls.' },
  ])
  expect(first).toBe(clips[0]?.id)
  const id = clips[1]?.id ?? ''
  const { file, from, bytes } = await opened.clipFile(id, 'scene.json')
  expect(readFileSync(file).toString('utf8', from, from + bytes)).toBe(BALL)
  expect(readFileSync(join(await opened.clip(id), 'scene.json'), 'utf8')).toBe(BALL)
  await expect(opened.clipFile(id, 'poster.jpg')).rejects.toThrow('has no poster.jpg')
  // What is packed while the studio is open appears at the next look.
  writeClip(join(reel, 'clips/02/02cc'), 'late', 7)
  await packer.add('02cc')
  rmSync(join(reel, 'clips/02'), { recursive: true })
  const late = (await opened.list()).clips.find(({ name }) => name === 'late')
  expect(late).toMatchObject({ seed: 7 })
  expect(readFileSync(join(await opened.clip(late?.id ?? ''), 'scene.json'), 'utf8')).toBe(BALL)
})

test('a folder of more files than are looked through says so', async () => {
  const many = join(folder, 'many')
  for (const inside of ['a', 'b']) mkdirSync(join(many, inside), { recursive: true })
  writeFileSync(join(many, 'b/ball.json'), BALL)
  const isCut = async () => (await (await openFolder(many, join(folder, 'out'))).list()).isCut
  expect(await isCut()).toBeUndefined()
  for (let i = 0; i < 2001; i++) writeFileSync(join(many, `a/${i}.json`), '{}')
  expect(await isCut()).toBe(true)
})

test('a file of a clip that leads out of the folder is not followed', async () => {
  const root = join(folder, 'linked')
  writeClip(join(root, 'one'), 'heap', 1)
  writeFileSync(join(folder, 'secret'), 'secret')
  symlinkSync(join(folder, 'secret'), join(root, 'one/poster.jpg'))
  const opened = await openFolder(root, join(root, 'out'))
  const [clip] = (await opened.list()).clips
  await expect(opened.clipFile(clip?.id ?? '', 'poster.jpg')).rejects.toThrow('leads out of')
  rmSync(join(root, 'one/observations.json'))
  symlinkSync(join(folder, 'secret'), join(root, 'one/observations.json'))
  await expect(opened.clip(clip?.id ?? '')).rejects.toThrow('leads out of')
})

test('a clip that is being written is none yet', async () => {
  const half = join(folder, 'half')
  writeClip(join(half, 'one'), 'heap', 1)
  rmSync(join(half, 'one/manifest.json'))
  const { clips } = await (await openFolder(half, join(half, 'out'))).list()
  expect(clips).toEqual([])
})

test('of a folder its first scene opens, of a file the file, though it lies in a clip', async () => {
  const { folder: desk, heap } = writeDesk(join(folder, 'desk'))
  const out = join(folder, 'out')
  const nameOfFirst = async (path: string | undefined) => {
    const { sources, clips, first } = await (await openFolder(path, out)).list()
    return [...sources, ...clips].find(({ id }) => id === first)?.name
  }
  expect(await nameOfFirst(desk)).toBe('ball')
  expect(await nameOfFirst(heap)).toBe('heap')
  expect(await nameOfFirst(undefined)).toBeUndefined()
  const clip = join(folder, 'clip/one')
  writeClip(clip, 'heap', 5)
  expect(await nameOfFirst(clip)).toBe('heap')
  expect(await nameOfFirst(join(clip, 'scene.json'))).toBe('ball')
})

function writeClip(at: string, scene: string, seed: number): void {
  mkdirSync(at, { recursive: true })
  const hashes = Array.from({ length: 400 }, (_, frame) => `hash of frame ${frame}`)
  const manifest = { id: '0', scene, seed, frames: hashes }
  writeFileSync(join(at, 'manifest.json'), JSON.stringify(manifest, undefined, 1))
  writeFileSync(join(at, 'video.mp4'), '')
  writeFileSync(join(at, 'caption.txt'), 'A ball rolls.\n')
  writeFileSync(join(at, 'scene.json'), BALL)
  for (const name of ['observations', 'caption']) writeFileSync(join(at, `${name}.json`), '{}')
}
