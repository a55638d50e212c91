import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFile, MP4BoxBuffer } from 'mp4box'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Scene } from '#scenes'
import type { CaptionFile, Observations } from '#captions'
import { encodePng, openSession, type Session } from '#capture'
import { ProgramError } from '../../../capture/errors.ts'
import { sha256 } from '../../../capture/clip/manifest.ts'
import { childrenRunning, descendantsOf, isAlive } from '../../helpers/processes.ts'
import { smallScene } from '../scene.ts'

let session: Session
let out: string

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'groundreel-clip-'))
  session = await openSession()
})
afterAll(async () => {
  await session.close()
  await rm(out, { recursive: true, force: true })
})

test('a clip has every file, each as its manifest says, and the video is what was asked', async () => {
  const progress: string[] = []
  const scene = smallScene({ width: 128, height: 96 })
  const onProgress = ({ stage, done, total }: { stage: string; done: number; total: number }) =>
    progress.push(`${stage} ${done}/${total}`)
  const { folder, manifest } = await session.render(
    scene,
    { out, passes: ['instance'] },
    { onProgress },
  )
  expect(folder).toBe(join(out, 'small-s0'))
  expect(await readdir(out)).toEqual(['small-s0'])
  const names = [
    'annotations.json',
    'caption.json',
    'caption.txt',
    'cameras.json',
    'observations.json',
    'passes/instance.mkv',
    'poster.jpg',
    'scene.json',
    'video.mp4',
  ]
  expect(Object.keys(manifest.files).sort()).toEqual(names.sort())
  for (const [name, { sha256: hash, bytes }] of Object.entries(manifest.files)) {
    const content = await readFile(join(folder, name))
    expect([sha256(content), content.length], name).toEqual([hash, bytes])
  }
  expect(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))).toEqual(manifest)
  expect(manifest).toMatchObject({
    width: 128,
    height: 96,
    fps: 8,
    frames: 8,
    camera: 'main',
    scene: 'small',
  })
  expect(new Set(manifest.frameHashes).size).toBe(8)
  expect(manifest.gl.renderer).toBe(session.identity.browser.renderer)

  const mp4 = createFile()
  mp4.appendBuffer(
    MP4BoxBuffer.fromArrayBuffer(
      new Uint8Array(await readFile(join(folder, 'video.mp4'))).buffer,
      0,
    ),
  )
  mp4.flush()
  expect(mp4.getInfo().tracks).toMatchObject([{ nb_samples: 8, video: { width: 128, height: 96 } }])

  expect((await readFile(join(folder, 'caption.txt'), 'utf8')).trimEnd()).toMatch(/^[^\n]{10,}$/)
  const caption = await json<CaptionFile>(folder, 'caption.json')
  expect(caption.id).toBe(manifest.id)
  expect(Scene.parse(await json(folder, 'scene.json'))).toEqual(scene)
  const observations = await json<Observations>(folder, 'observations.json')
  expect(observations.members.map(({ id }) => id).sort()).toEqual(['ball', 'crate', 'floor'])
  // The ball is redder than anything, and goes right and nearer.
  const ball = observations.members.find(({ id }) => id === 'ball')
  expect(ball?.seen).not.toContain(false)
  expect(ball?.color.every((rgb) => rgb && rgb[0] > rgb[1] + 40 && rgb[0] > rgb[2] + 40)).toBe(true)
  expect((ball?.box.at(-1)?.[0] ?? 0) - (ball?.box[0]?.[0] ?? 0)).toBeGreaterThan(20)
  expect(ball?.depth.at(-1)?.[1]).toBeLessThan(ball?.depth[0]?.[1] as number)
  expect(progress.filter((line) => line.startsWith('draw'))).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `draw ${n}/8`),
  )
})

test('the stored scene with its overrides gives the same clip again, on two pages too', async () => {
  const first = await session.render(smallScene(), {
    out,
    name: 'a',
    size: '96x64',
    fps: 16,
    frames: 9,
  })
  const stored = Scene.parse(await json(first.folder, 'scene.json'))
  expect(stored.clip).toEqual({ width: 96, height: 64, fps: 16, frames: 9 })
  const second = await session.render(stored, { out, name: 'b', pages: 2 })
  expect(second.manifest.id).toBe(first.manifest.id)
  expect(second.manifest.frameHashes).toEqual(first.manifest.frameHashes)
  const same = [
    'video.mp4',
    'poster.jpg',
    'scene.json',
    'cameras.json',
    'observations.json',
    'annotations.json',
    'caption.json',
    'caption.txt',
  ]
  for (const name of same)
    expect(second.manifest.files[name], name).toEqual(first.manifest.files[name])
  await expect(session.render(stored, { out, name: 'b' })).rejects.toThrow(/holds a clip already/)
  const third = await session.render(stored, { out, name: 'b', force: true, crf: 30 })
  expect(third.manifest.id).toBe(first.manifest.id)
  expect(third.manifest.files['video.mp4']?.bytes).toBeLessThan(
    first.manifest.files['video.mp4']?.bytes as number,
  )
})

test('a still is the frame that the clip has', async () => {
  const still = await session.still(smallScene(), { seconds: 0.5 })
  const [same, other] = await session.stills(smallScene(), [4, 0])
  expect(sha256(same?.bytes as Uint8Array)).toBe(sha256(still.bytes))
  expect(sha256(other?.bytes as Uint8Array)).not.toBe(sha256(still.bytes))
  expect(new Uint8Array(PNG.sync.read(encodePng(still)).data)).toEqual(new Uint8Array(still.bytes))
  await expect(session.still(smallScene(), { seconds: 9 })).rejects.toThrow(
    /Frame 72 is not in the clip: it has frames 0 to 7/,
  )
})

test('an abort mid-clip ends with its reason and leaves nothing; the session goes on', async () => {
  const control = new AbortController()
  const before = await readdir(out)
  const rendering = session.render(
    smallScene({ frames: 40 }),
    { out, name: 'aborted' },
    {
      signal: control.signal,
      onProgress: ({ stage, done }) =>
        stage === 'draw' && done === 3 && control.abort(new Error('enough')),
    },
  )
  await expect(rendering).rejects.toThrow('enough')
  expect(await readdir(out)).toEqual(before)
  expect(ffmpegs('aborted')).toEqual([])
  await expect(session.still(smallScene(), { frame: 1 })).resolves.toMatchObject({ width: 64 })
})

test('ffmpeg killed mid-clip is an error that says so, and leaves nothing', async () => {
  const before = await readdir(out)
  const rendering = session.render(
    smallScene({ frames: 40 }),
    { out, name: 'killed' },
    {
      onProgress({ stage, done }) {
        if (stage === 'draw' && done === 3)
          for (const pid of ffmpegs('killed')) process.kill(pid, 'SIGKILL')
      },
    },
  )
  const error: unknown = await rendering.then(
    () => undefined,
    (caught: unknown) => caught,
  )
  expect(error).toBeInstanceOf(ProgramError)
  expect(String(error)).toMatch(/was ended by SIGKILL[^]*libx264/)
  expect(await readdir(out)).toEqual(before)
})

test('a process ended by a signal mid-clip leaves no child and no half clip', async () => {
  const before = await readdir(out)
  const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href)
  const code = `const { openSession } = await import(${url('../../../capture/index.ts')})
    const { smallScene } = await import(${url('../scene.ts')})
    const session = await openSession()
    console.log('browser', session.identity.browser.version)
    await session.render(smallScene({ frames: 400, fps: 24 }), { out: ${JSON.stringify(out)}, name: 'orphan' }, {
      onProgress: ({ stage, done }) => stage === 'draw' && done === 3 && console.log('drawing'),
    })`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
    if (said.includes('drawing')) child.kill('SIGTERM')
  })
  const children: number[] = []
  const watching = setInterval(() => children.push(...descendantsOf(child.pid ?? 0)), 200)
  const [, signal] = (await once(child, 'close')) as [number | null, string | null]
  clearInterval(watching)
  expect(signal).toBe('SIGTERM')
  expect(children.length).toBeGreaterThan(0)
  await expect.poll(() => children.filter(isAlive), { timeout: 5000 }).toEqual([])
  expect(await readdir(out)).toEqual(before)
})

async function json<T>(folder: string, name: string): Promise<T> {
  // The file was written by the code under test; the expectations check what matters of it.
  return JSON.parse(await readFile(join(folder, name), 'utf8')) as T
}

/** Processes of ours that write into the draft of a clip. */
function ffmpegs(clip: string): number[] {
  return childrenRunning(process.pid, new RegExp(`${out}/\\.${clip}\\.partial`))
}
