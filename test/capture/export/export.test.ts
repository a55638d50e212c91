import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ffmpegInstaller from '@ffmpeg-installer/ffmpeg'
import npyjs from 'npyjs'
import { PNG } from 'pngjs'
import { FloatType } from 'three'
import { EXRLoader } from 'three/addons/loaders/EXRLoader.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { passArguments } from '../../../capture/encode/arguments.ts'
import { findFfmpeg, runnable } from '../../../capture/encode/discover.ts'
import { openEncoder } from '../../../capture/encode/encoder.ts'
import {
  exportPasses,
  previewsOf,
  type ExportFormat,
} from '../../../capture/export/export-passes.ts'
import { PREVIEWS } from '../../../capture/export/preview.ts'
import type { ClipTruth, FieldName } from '../../../capture/passes/fields.ts'
import { FIELD_NAMES } from '../../../capture/passes/fields.ts'
import { PASS_FORMATS, TRUTH_PASSES } from '../../../capture/passes/formats.ts'
import { decodeRaw } from '../../oracle/decode.ts'

const [WIDTH, HEIGHT, FRAMES] = [64, 48, 3]
const COUNT = WIDTH * HEIGHT
/** The sky above, someone in the middle, the ground below; nearer from row to row. */
const idAt = (y: number) => (y < 10 ? 0 : y < 30 ? 2 : 1)
const depthAt = (frame: number, y: number) => (y < 10 ? Infinity : 60 / (y - 9 + frame))

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'groundreel-export-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const builds = [...new Set([(await findFfmpeg()).path, await runnable(ffmpegInstaller.path)])]

describe.each(builds)('%s', (ffmpeg) => {
  const name = createHash('sha256').update(ffmpeg).digest('hex').slice(0, 8)
  let clip: ClipTruth

  beforeAll(async () => {
    const own = join(folder, name)
    await mkdir(join(own, 'passes'), { recursive: true })
    clip = {
      ...{ width: WIDTH, height: HEIGHT, frames: FRAMES, fps: 12 },
      file: (pass) => join(own, `passes/${pass}.mkv`),
      stored: new Set(TRUTH_PASSES),
      // It looks along -Z of the world, as it was made.
      cameraToWorld: Array.from({ length: FRAMES }, () => [
        [1, 0, 0, 0],
        [0, -1, 0, 1],
        [0, 0, -1, 5],
        [0, 0, 0, 1],
      ]),
      categories: [0, 15, 1],
    }
    for (const pass of TRUTH_PASSES) {
      const args = passArguments({ ...clip }, PASS_FORMATS[pass], clip.file(pass))
      const encoder = openEncoder(ffmpeg, args)
      for (let frame = 0; frame < FRAMES; frame++) await encoder.write(codesOf(pass, frame))
      await encoder.finish()
    }
  })

  async function exported(as: ExportFormat, passes: readonly FieldName[] = FIELD_NAMES) {
    const out = join(folder, `${name}-${as}`)
    const path = (file: string) => join(out, file)
    const write = (file: string, content: string | Uint8Array) => writeFile(path(file), content)
    await exportPasses(clip, { passes, as }, { path, write }, { ffmpeg })
    const told = JSON.parse(await readFile(path('passes.json'), 'utf8')) as Record<string, object>
    expect(Object.keys(told)).toEqual(passes)
    return path
  }

  test('npy holds metres, unit vectors, pixels and ids of all frames', async () => {
    const path = await exported('npy')
    const read = async (pass: string) => {
      const { buffer } = new Uint8Array(await readFile(path(`${pass}.npy`)))
      const { data, ...told } = new npyjs().parse(buffer as ArrayBuffer)
      return { ...told, data: data as Float32Array }
    }
    const depth = await read('depth')
    expect(depth.shape).toEqual([FRAMES, HEIGHT, WIDTH])
    expect(depth.dtype).toBe('f4')
    for (const frame of [0, 2])
      for (const y of [0, 10, 47]) {
        const value = Number(depth.data[frame * COUNT + y * WIDTH + 7])
        if (y < 10) expect(value).toBe(Infinity)
        else expect(Math.abs(value / depthAt(frame, y) - 1)).toBeLessThan(1e-4)
      }
    const normals = await read('normal_world')
    expect(normals.shape).toEqual([FRAMES, HEIGHT, WIDTH, 3])
    const ground = 3 * (COUNT + 40 * WIDTH + 3)
    expect(
      [...normals.data.slice(ground, ground + 3)].map((value) => Math.round(Number(value) * 1e4)),
    ).toEqual([0, 10_000, 0])
    const flow = await read('flow_forward')
    expect([...flow.data.slice(3 * 20 * WIDTH, 3 * 20 * WIDTH + 3)]).toEqual([1.5, -0.25, 1])
    expect([...flow.data.slice(-3)]).toEqual([0, 0, 0])
    const semantic = await read('semantic')
    expect(semantic.dtype).toBe('u1')
    expect([0, 20, 40].map((y) => semantic.data[y * WIDTH])).toEqual([0, 1, 15])
    const ids = await read('instance')
    expect(ids.dtype).toBe('u2')
    expect([0, 20, 40].map((y) => ids.data[y * WIDTH])).toEqual([0, 2, 1])
  })

  test('png holds millimetres, KITTI flow, 16-bit normals and ids', async () => {
    const path = await exported('png')
    const read = async (pass: string, frame: number) => {
      const files = await readdir(path(pass))
      expect(files).toEqual(['00000.png', '00001.png', '00002.png'])
      const bytes = await readFile(path(`${pass}/0000${frame}.png`))
      const png = PNG.sync.read(bytes, { skipRescale: true })
      // Four numbers of a pixel, whatever the file has.
      return (y: number) => [
        ...(png.data as unknown as Uint16Array).slice(4 * y * WIDTH, 4 * y * WIDTH + 3),
      ]
    }
    const depth = await read('depth', 1)
    expect(depth(0)[0]).toBe(0)
    for (const y of [10, 30, 47]) {
      const mm = Math.round(1000 * depthAt(1, y))
      expect(Math.abs((depth(y)[0] as number) - mm)).toBeLessThanOrEqual(1 + mm * 1e-4)
    }
    expect((await read('flow_forward', 0))(20)).toEqual([32_768 + 96, 32_768 - 16, 1])
    expect((await read('flow_forward', 2))(20)).toEqual([0, 0, 0])
    expect((await read('normal', 0))(40)).toEqual([32_768, 65_535, 32_768])
    expect((await read('normal', 0))(0)).toEqual([0, 0, 0])
    expect((await read('instance', 0))(20)[0]).toBe(2)
    expect((await read('semantic', 0))(40)[0]).toBe(15)
  })

  test('exr holds the same floats, the first row on top', async () => {
    const path = await exported('exr', ['depth', 'flow_forward', 'instance'])
    const read = async (pass: string, frame: number) => {
      const loader = new EXRLoader()
      loader.setDataType(FloatType)
      const { buffer } = new Uint8Array(await readFile(path(`${pass}/0000${frame}.exr`)))
      const { data, width, height } = loader.parse(buffer as ArrayBuffer)
      expect([width, height]).toEqual([WIDTH, HEIGHT])
      // The loader turns a picture upside down, as textures are.
      return (y: number) => [
        ...(data as Float32Array).slice(
          4 * (HEIGHT - 1 - y) * WIDTH,
          4 * (HEIGHT - 1 - y) * WIDTH + 3,
        ),
      ]
    }
    const depth = await read('depth', 2)
    expect(depth(0)[0]).toBe(Infinity)
    for (const y of [10, 47])
      expect(Math.abs((depth(y)[0] as number) / depthAt(2, y) - 1)).toBeLessThan(1e-4)
    expect((await read('flow_forward', 1))(20)).toEqual([1.5, -0.25, 1])
    expect((await read('instance', 1))(20)[0]).toBe(2)
  })

  test('previews go from black, far, to white, near, and keep their colours', async () => {
    const path = await exported('preview', Object.keys(PREVIEWS) as FieldName[])
    const rgb = async (file: string) => {
      const raw = await decodeRaw(ffmpeg, path(`${file}.mp4`), 'rgb24')
      expect(raw.length).toBe(3 * COUNT * FRAMES)
      return (y: number) => [...raw.subarray(3 * (y * WIDTH + 9), 3 * (y * WIDTH + 9) + 3)]
    }
    const depth = await rgb('depth')
    const [far, middle, near] = [2, 25, 46].map((y) => depth(y)[0]) as [number, number, number]
    expect(far).toBeLessThan(12)
    expect(near).toBeGreaterThan(235)
    expect(middle).toBeGreaterThan(far + 40)
    expect(middle).toBeLessThan(near - 40)
    // Maroon and green: 1 and 2 in the map of PASCAL VOC.
    const seg = await rgb('seg')
    expect(Math.abs((seg(40)[0] as number) - 128)).toBeLessThan(8)
    expect(Math.abs((seg(20)[1] as number) - 128)).toBeLessThan(8)
    const normal = await rgb('normal')
    expect(normal(40)[1]).toBeGreaterThan(240)
  })
})

test('what a clip lacks is told, with what to render', async () => {
  const clip = {
    ...{ width: WIDTH, height: HEIGHT, frames: FRAMES, fps: 12 },
    file: () => 'nowhere',
    stored: new Set(['depth' as const]),
    ...{ cameraToWorld: [], categories: [] },
  }
  const folderOf = { path: (file: string) => join(folder, file), write: async () => {} }
  const ask = (passes: FieldName[], as: ExportFormat) =>
    exportPasses(clip, { passes, as }, folderOf, { ffmpeg: builds[0] as string })
  await expect(ask(['occlusion'], 'npy')).rejects.toThrow(
    /occlusion is worked out from the passes instance, flow_forward, flow_backward, which the clip does not have/,
  )
  await expect(ask(['occlusion'], 'npy')).rejects.toMatchObject({
    remedy: expect.stringContaining('--passes depth,instance,flow_forward,flow_backward'),
  })
  await expect(ask(['depth', 'flow_forward'], 'preview')).rejects.toThrow(/flow_forward/)
  expect(previewsOf(['depth'])).toEqual(['depth'])
  expect(previewsOf(['depth', 'instance', 'normal16'])).toEqual([
    'depth',
    'normal',
    'instance',
    'edges',
  ])
  expect(() => previewsOf(['flow_forward'])).toThrow(/none that can be shown/)
})

function codesOf(pass: (typeof TRUTH_PASSES)[number], frame: number): Uint8Array {
  const rows = (of: (y: number) => number) =>
    Uint16Array.from({ length: COUNT }, (_, at) => of(Math.floor(at / WIDTH)))
  const bytes = (...planes: Uint16Array[]) =>
    new Uint8Array(Buffer.concat(planes.map((plane) => Buffer.from(plane.buffer))))
  switch (pass) {
    case 'instance':
      return bytes(rows(idAt))
    case 'depth':
      return bytes(
        rows((y) => {
          const metres = depthAt(frame, y)
          return metres === Infinity ? 0 : 1 + Math.round((65_534 * Math.log10(metres * 10)) / 5)
        }),
      )
    case 'normal':
      return Uint8Array.from({ length: 3 * COUNT }, (_, i) =>
        Math.floor(i / 3 / WIDTH) < 10 ? 0 : i % 3 === 1 ? 255 : 128,
      )
    case 'normal16': {
      const [up, level] = [rows((y) => (y < 10 ? 0 : 65_535)), rows((y) => (y < 10 ? 0 : 32_768))]
      return bytes(up, level, level)
    }
    case 'flow_forward':
      if (frame === FRAMES - 1)
        return bytes(
          rows(() => 0),
          rows(() => 0),
          rows(() => 0),
        )
      return bytes(
        rows(() => 32_768 - 16),
        rows(() => 1),
        rows(() => 32_768 + 96),
      )
    case 'flow_backward':
      return bytes(
        rows(() => 0),
        rows(() => 0),
        rows(() => 0),
      )
  }
}
