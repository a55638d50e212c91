import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { openSession } from '#capture'
import { verifyText, windowOf } from '#captions'
import { sha256 } from '../../../capture/clip/manifest.ts'
import { TARGET_NAMES } from '../../../capture/dataset/targets/index.ts'
import { clipFolderOf, METADATA_FILE } from '../../../capture/reel/layout.ts'
import { Row, rowText } from '../../../capture/reel/row.ts'
import { readCameras, readStoredClip } from '../../../capture/verify/stored-clip.ts'
import { findFfmpeg } from '../../../capture/encode/discover.ts'
import { call } from '../../helpers/cli.ts'
import { decodeIds } from '../../oracle/decode.ts'
import { renderReel, rollingBall } from '../reel/tiny-reel.ts'
import { CASES, type Case, type ClipName } from './cases.ts'
import { readCameraCtrl } from './readers/cameractrl.ts'
import { readReCamMaster } from './readers/recammaster.ts'
import { tenCameras } from './ten-cameras.ts'
import type { Sample } from './readers/sample.ts'
import { readVideofolder } from './readers/videofolder.ts'
import { readYtvis } from './readers/ytvis.ts'

let out: string
let reel: string
let ids: Record<ClipName | 'short', string>

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'groundreel-dataset-'))
  reel = join(out, 'reel')
  const session = await openSession()
  const [front, side, wan, slow, short] = (await renderReel(session, reel, [
    { scene: rollingBall(), previews: true },
    { scene: rollingBall(), camera: 'side', previews: true, split: 'validation' },
    { scene: rollingBall({ clip: { fps: 16, frames: 81 } }) },
    { scene: rollingBall({ clip: { fps: 8, frames: 52 } }) },
    { scene: rollingBall({ clip: { fps: 8, frames: 8 } }) },
  ])) as [string, string, string, string, string]
  await session.close()
  // Too short for anyone who says what he needs; it is in a split of its own.
  ids = { front, side, wan, slow, short }
  const path = join(reel, METADATA_FILE)
  const rows = await readFile(path, 'utf8')
  const last = rows.trimEnd().lastIndexOf('\n') + 1
  await writeFile(
    path,
    rows.slice(0, last) + rows.slice(last).replace('"split":"train"', '"split":"rest"'),
  )
})
afterAll(() => rm(out, { recursive: true, force: true }))

const place = (name: string) => join(out, `export-${name}`)

async function exported(target: string, ...args: string[]): Promise<string> {
  const folder = place(target)
  const { code, err } = await call('export', target, reel, '--out', folder, '--force', ...args)
  expect([code, err]).toEqual([0, err])
  return folder
}

async function idOf({ video }: Sample): Promise<string> {
  const bytes = typeof video === 'string' ? await readFile(video) : video
  const hash = sha256(bytes)
  const found = Object.values(ids).find(
    (id) => sha256(readFileSync(join(clipFolderOf(reel, id), 'video.mp4'))) === hash,
  )
  return found ?? 'no clip of the reel'
}

describe.each(CASES.filter(({ takes }) => takes.length > 0))('$target', (one: Case) => {
  let folder: string
  beforeAll(async () => void (folder = await exported(one.target, ...(one.args ?? []))))

  test('an independent loader gets the clips with captions that are true of what it looks at', async () => {
    const samples = await one.read(folder)
    const found = new Set(await Promise.all(samples.map(idOf)))
    expect(found).toEqual(new Set(one.takes.map((name) => ids[name])))
    for (const sample of samples) {
      const clip = await readStoredClip(clipFolderOf(reel, await idOf(sample)))
      const frames = sample.frames ?? []
      const [from, to] = one.looks
        ? [0, one.looks(clip.take.fps)]
        : [Math.min(...frames), Math.max(...frames) + 1]
      const window = windowOf(clip, from, to)
      for (const text of sample.captions) {
        expect(text).toMatch(/^\S[^\n\r\v\f\u0085\u2028\u2029]+\S$/)
        const verdicts = verifyText(text, window)
        expect(verdicts.length, text).toBeGreaterThan(0)
        for (const { status, text: phrase } of verdicts)
          expect([phrase, status]).toEqual([phrase, 'verified'])
      }
    }
  })

  test('the same export again is the same to the byte, and videos take no room', async () => {
    const before = hashes(folder)
    await exported(one.target, ...(one.args ?? []))
    expect(hashes(folder)).toEqual(before)
    const video = Object.keys(before).find((name) => name.endsWith('.mp4'))
    if (video) expect(statSync(join(folder, video)).nlink).toBeGreaterThan(1)
  })

  test.each(one.flips)('%s is told by the loader', async (_, spoil, says) => {
    const saved = `${folder}-saved`
    cpSync(folder, saved, { recursive: true })
    try {
      spoil(folder)
      await expect((async () => one.read(folder))()).rejects.toThrow(says)
    } finally {
      rmSync(folder, { recursive: true })
      renameSync(saved, folder)
    }
  })

  test('a reel without a clip that it can use is told, with what to render', async () => {
    const asked = ['--split', 'rest', ...(one.useless ?? [])]
    const { code, err } = await call(
      'export',
      one.target,
      reel,
      '--out',
      `${folder}-rest`,
      ...asked,
    )
    expect(err).toMatch(/No clip of .* is of use to/)
    expect(err).toMatch(/Render --/)
    expect([code, existsSync(`${folder}-rest`)]).toEqual([2, false])
  })
})

test('every target has its case', () => {
  const known = [...CASES.map(({ target }) => target), 'ytvis']
  expect(known.toSorted()).toEqual(TARGET_NAMES.toSorted())
})

test('poses that CameraCtrl reads are those of cameras.json', async () => {
  for (const { poses, ...sample } of readCameraCtrl(place('cameractrl'))) {
    const { frames, width, height } = await readCameras(
      clipFolderOf(reel, await idOf(sample as Sample)),
    )
    for (const [i, { lens, worldToCamera }] of poses.entries()) {
      const { K, cameraToWorld } = frames[i] as (typeof frames)[0]
      expect(lens[0]).toBeCloseTo((K[0]?.[0] as number) / width, 6)
      expect(lens[3]).toBeCloseTo((K[1]?.[2] as number) / height, 6)
      const one = product(worldToCamera, cameraToWorld)
      for (const [r, row] of one.entries())
        for (const [c, value] of row.entries()) expect(value).toBeCloseTo(r === c ? 1 : 0, 5)
    }
  }
})

test('masks of YouTube-VIS are the instance pass, to the pixel', async () => {
  const folder = await exported('ytvis', '--split', 'train')
  const [only, ...others] = readYtvis(folder)
  expect([only?.name, others]).toEqual([ids.front, []])
  const clip = clipFolderOf(reel, ids.front)
  const truth = await decodeIds((await findFfmpeg()).path, join(clip, 'passes/instance.mkv'))
  const instances = [...new Set(truth)].filter((id) => id > 0).sort((a, b) => a - b)
  expect(only?.tracks.length).toBe(instances.length)
  for (const [t, { masks }] of (only?.tracks ?? []).entries())
    for (const [frame, mask] of masks.entries()) {
      const ids = truth.subarray(frame * 96 * 64, (frame + 1) * 96 * 64)
      const wanted = Uint8Array.from(ids, (id) => (id === instances[t] ? 1 : 0))
      const isThere = wanted.includes(1)
      expect(mask === null, `frame ${frame}`).toBe(!isThere)
      if (mask) expect(Buffer.compare(mask, wanted), `frame ${frame}`).toBe(0)
    }
  expect(only?.tracks.map(({ category }) => category)).toContain('ball')
  // One rule flipped: along the rows.
  const file = join(folder, 'instances.json')
  await writeFile(
    file,
    (await readFile(file, 'utf8')).replaceAll('"size":[64,96]', '"size":[96,64]'),
  )
  expect(() => readYtvis(folder)).toThrow(/size is height, width/)
})

describe('recammaster', () => {
  const folder = () => place('recammaster')
  const one = CASES.find(({ target }) => target === 'recammaster') as Case

  test('ten cameras of a scene are read with their poses, each with each', async () => {
    const many = join(out, 'many')
    await tenCameras(reel, ids.wan, many)
    const { code, err } = await call('export', 'recammaster', many, '--out', folder())
    expect([code, err]).toEqual([0, err])
    const samples = readReCamMaster(folder())
    expect(samples.length).toBe(10)
    // A camera that stands a metre to the right of another is there, whatever the axes of the world are.
    const [left, right] = ['cam04', 'cam05'].map(
      (name) => samples[0]?.views[name]?.[0] as number[][],
    )
    const apart = [0, 1, 2].map((k) => (right?.[k]?.[3] as number) - (left?.[k]?.[3] as number))
    expect(Math.hypot(...apart)).toBeCloseTo(1, 5)
  })

  test.each(one.flips)('%s is told by the loader', async (_, spoil, says) => {
    cpSync(folder(), `${folder()}-saved`, { recursive: true })
    spoil(folder())
    await expect((async () => one.read(folder()))()).rejects.toThrow(says)
    rmSync(folder(), { recursive: true })
    renameSync(`${folder()}-saved`, folder())
  })

  test('a scene with fewer cameras is told', async () => {
    const { code, err } = await call('export', 'recammaster', reel, '--out', `${folder()}-few`)
    expect(err).toMatch(/a scene with fewer than 10 cameras/)
    expect(code).toBe(2)
  })
})

test('a window in which nothing rolls yet is not told of as if something did', async () => {
  const told = async (...args: string[]) =>
    readVideofolder(await exported('videofolder', '--split', 'train', ...args)).find(({ video }) =>
      String(video).includes(ids.front),
    )?.captions[0]
  expect(await told()).toMatch(/ball rolls/)
  expect(await told('--model', 'wan', '--frames', '49')).not.toMatch(/rolls/)
})

test('captions are worded as asked, and the licence is in the rows and in the card', async () => {
  const only = ['--split', 'validation']
  const rows = async (...args: string[]) => {
    const folder = await exported('videofolder', ...only, ...args)
    const text = await readFile(join(folder, 'data/validation/metadata.jsonl'), 'utf8')
    return {
      row: Row.parse(JSON.parse(text)),
      card: await readFile(join(folder, 'README.md'), 'utf8'),
    }
  }
  const { row } = await rows()
  expect(row.caption).toMatch(/3D animation/)
  const bare = await rows('--no-style', '--prefix', 'ohwx style,', '--licence', 'CC-BY-4.0')
  expect(bare.row.caption).toMatch(/^ohwx style, [A-Z]/)
  expect(bare.row.caption + bare.row.dense_caption).not.toMatch(/animation/)
  expect([bare.row.prompt, bare.row.license]).toEqual([bare.row.caption, 'cc-by-4.0'])
  expect(bare.card).toMatch(/^---\n[^]*license: cc-by-4\.0\n[^]*\n---\n/)
  const chinese = await rows('--lang', 'zh', '--caption', 'short')
  expect(chinese.row.caption).toMatch(/^\p{Script=Han}/u)
  expect(chinese.card).toMatch(/language:\n {2}- zh/)
})

test.each(['videofolder', 'webdataset'])(
  'clips under several licences come to %s with a LICENSE that says how many are under which',
  async (target) => {
    const mixed = join(out, `mixed-${target}`)
    await cp(reel, mixed, { recursive: true })
    const rows = (await readFile(join(mixed, METADATA_FILE), 'utf8')).trimEnd().split('\n')
    const licensed = rows.map((line, i) => {
      const row = Row.parse(JSON.parse(line))
      return rowText(i === 1 ? { ...row, license: 'cc-by-4.0' } : row)
    })
    await writeFile(join(mixed, METADATA_FILE), `${licensed.join('\n')}\n`)
    const folder = place(`licences-${target}`)
    expect(await call('export', target, mixed, '--out', folder)).toMatchObject({ code: 0 })
    const card = await readFile(join(folder, 'README.md'), 'utf8')
    const [, yaml = ''] = /^---\n([^]*?)\n---\n/.exec(card) ?? []
    expect(parse(yaml)).toMatchObject({
      license: 'other',
      license_name: 'several',
      license_link: 'LICENSE',
    })
    const told = await readFile(join(folder, 'LICENSE'), 'utf8')
    expect(told).toMatch(/\n +1 clips {2}cc-by-4\.0\n +4 clips {2}cc0-1\.0\n$/)
    // Under one there is nothing to tell apart.
    expect(existsSync(join(await exported(target), 'LICENSE'))).toBe(false)
  },
)

test('what an export cannot do is told before anything is opened', async () => {
  const told = async (...args: string[]) => {
    const { code, err } = await call('export', ...args, '--out', place('wrong'))
    expect([code, existsSync(place('wrong'))]).toEqual([2, false])
    return err
  }
  expect(await told('ltx', reel, '--model', 'wan')).toMatch(/ltx does not train wan/)
  expect(await told('paired', reel, '--control', 'depth')).toMatch(/paired takes no depth/)
  expect(await told('paired', reel, '--frames', '81')).toMatch(/--frames is of a model/)
  expect(await told('ytvis', reel, '--caption', 'short')).toMatch(/ytvis has no captions/)
  expect(await told('paired', reel, '--passes', 'depth')).toMatch(/--passes is for npy/)
  expect(await told('npy', reel, '--caption', 'short')).toMatch(/--caption is for exports of reels/)
  expect(await told('musubi', reel, '--control', 'normal')).toMatch(/no preview\/normal\.mp4/)
  const { err } = await call('export', 'cogvideo-sat', reel, '--out', join(out, 'videos/sat'))
  expect(err).toMatch(/replaces "videos" and "\.mp4" all over the path/)
})

function hashes(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), sha256(readFileSync(path))]),
  )
}

function product(rows: number[][], matrix: number[][]): number[][] {
  return rows.map((row) =>
    [0, 1, 2, 3].map((c) =>
      row.reduce((sum, cell, k) => sum + cell * (matrix[k]?.[c] as number), 0),
    ),
  )
}
