import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFile, MP4BoxBuffer } from 'mp4box'
import { afterAll, describe, expect, test } from 'vitest'
import { passArguments, videoArguments } from '../../../capture/encode/arguments.ts'
import { findFfmpeg, runnable } from '../../../capture/encode/discover.ts'
import { PASS_FORMATS } from '../../../capture/passes/formats.ts'
import { openEncoder } from '../../../capture/encode/encoder.ts'
import { ProgramError } from '../../../capture/errors.ts'
import { runProgram } from '../../../capture/process.ts'
import { toI420 } from '../../../renderer/passes/i420.ts'
import { childrenRunning } from '../../helpers/processes.ts'
import ffmpegInstaller from '@ffmpeg-installer/ffmpeg'

const folder = await mkdtemp(join(tmpdir(), 'groundreel-encoder-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const found = await findFfmpeg()
const builds = [...new Set([found.path, await runnable(ffmpegInstaller.path)])]
const format = { width: 128, height: 96, fps: 24, crf: 14 }

describe.each(builds)('%s', (ffmpeg) => {
  const name = createHash('sha256').update(ffmpeg).digest('hex').slice(0, 8)

  test('the mp4 is exactly what was asked', async () => {
    const file = join(folder, `${name}.mp4`)
    await encode(ffmpeg, videoArguments(format, file), noise(30))
    const bytes = await readFile(file)
    const mp4 = createFile()
    mp4.appendBuffer(MP4BoxBuffer.fromArrayBuffer(new Uint8Array(bytes).buffer, 0))
    mp4.flush()
    const info = mp4.getInfo()
    expect(info.tracks).toHaveLength(1)
    const [track] = info.tracks
    expect(track).toMatchObject({
      nb_samples: 30,
      timescale: 24 * 512,
      codec: expect.stringMatching(/^avc1\.64/),
    })
    expect(track).not.toHaveProperty('edits')
    expect(track?.video).toMatchObject({ width: 128, height: 96 })
    // Constant frame rate, shown in the order they are stored, and a key frame every 12.
    const samples = mp4.getTrackSamplesInfo(track?.id ?? 0)
    expect(samples.map(({ cts }) => cts)).toEqual(Array.from({ length: 30 }, (_, n) => n * 512))
    expect(samples.map(({ dts }) => dts)).toEqual(samples.map(({ cts }) => cts))
    expect(samples.flatMap(({ is_sync }, n) => (is_sync ? [n] : []))).toEqual([0, 12, 24])
    // Faststart, and the colours told in the container.
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'))
    const nclx = bytes.subarray(bytes.indexOf('colrnclx') + 8)
    expect([
      nclx.readUInt16BE(0),
      nclx.readUInt16BE(2),
      nclx.readUInt16BE(4),
      (nclx[6] ?? 0) >> 7,
    ]).toEqual([1, 1, 1, 0])
    // And in the stream itself; every frame decodes.
    const { stderr } = await runProgram(ffmpeg, ['-hide_banner', '-i', file, '-f', 'null', '-'])
    expect(stderr).toMatch(/Video: h264 \(High\).*yuv420p\(tv, bt709\b.*\), 128x96/)
    expect((await decoded(ffmpeg, file, 'yuv420p')).length).toBe(30 * 128 * 96 * 1.5)
  })

  test('the same frames give the same file', async () => {
    const files = [join(folder, `${name}-a.mp4`), join(folder, `${name}-b.mp4`)]
    for (const file of files) await encode(ffmpeg, videoArguments(format, file), noise(14))
    const [a, b] = await Promise.all(files.map((file) => readFile(file)))
    expect(a?.equals(b as Buffer)).toBe(true)
  })

  test('colour bars come back within 2/255 on average and 4/255 at most', async () => {
    const file = join(folder, `${name}-bars.mp4`)
    const bars = colorBars(format.width, format.height)
    const i420 = toI420(
      bars.bottomUp,
      format.width,
      format.height,
      new Uint8Array(format.width * format.height * 1.5),
    )
    await encode(ffmpeg, videoArguments(format, file), [i420, i420, i420])
    const filter = [
      '-vf',
      'scale=in_color_matrix=bt709:in_range=tv:flags=accurate_rnd+full_chroma_int+full_chroma_inp',
    ]
    const rgb = await decoded(ffmpeg, file, 'rgb24', filter)
    const errors: number[] = []
    for (const { color, x, y } of bars.samples) {
      const at = (y * format.width + x) * 3
      for (let k = 0; k < 3; k++)
        errors.push(Math.abs((rgb[at + k] as number) - (color[k] as number)))
    }
    expect(errors.length).toBeGreaterThan(1000)
    expect(Math.max(...errors)).toBeLessThanOrEqual(4)
    expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThanOrEqual(2)
  })

  test.each(Object.entries(PASS_FORMATS))('%s comes back to the bit', async (pass, how) => {
    const file = join(folder, `${name}-${pass}.mkv`)
    const bytes = { gray16le: 2, rgb24: 3, gbrp16le: 6 }[how.raw]
    const frames = Array.from({ length: 5 }, (_, n) =>
      Uint8Array.from(
        { length: 128 * 96 * bytes },
        (_, i) => (i * 7 + (i >> 8) * 31 + n * 101) & 0xff,
      ),
    )
    await encode(ffmpeg, passArguments(format, how, file), frames)
    expect((await decoded(ffmpeg, file, how.raw)).equals(Buffer.concat(frames))).toBe(true)
  })

  test('a pass of 4096 x 4096 pixels is taken', async () => {
    const file = join(folder, `${name}-large.mkv`)
    const how = PASS_FORMATS.flow_forward
    const frame = new Uint8Array(4096 * 4096 * 6).fill(77)
    await encode(ffmpeg, passArguments({ ...format, width: 4096, height: 4096 }, how, file), [
      frame,
    ])
    expect((await decoded(ffmpeg, file, how.raw)).equals(frame)).toBe(true)
  })

  test('ffmpeg killed mid-clip is told with command, last lines and cause, and nothing hangs', async () => {
    const encoder = openEncoder(
      ffmpeg,
      videoArguments({ ...format, width: 640, height: 480 }, join(folder, `${name}-k.mp4`)),
    )
    const frame = new Uint8Array(640 * 480 * 1.5).fill(90)
    await encoder.write(frame)
    const [pid] = childrenRunning(process.pid, new RegExp(`${name}-k\\.mp4`))
    process.kill(pid as number, 'SIGKILL')
    const error = await writeForever(() => encoder.write(frame))
    expect(error).toBeInstanceOf(ProgramError)
    expect(String(error)).toContain('was ended by SIGKILL')
    expect(String(error)).toContain('libx264')
    await expect(encoder.finish()).rejects.toBeInstanceOf(ProgramError)
    await encoder.abort()
  })

  test("a folder that cannot be written is told in ffmpeg's own words", async () => {
    const encoder = openEncoder(ffmpeg, videoArguments(format, join(folder, 'no/such/place.mp4')))
    const error = await writeForever(() => encoder.write(noise(1)[0] as Uint8Array))
    expect(String(error)).toContain('No such file or directory')
  })
})

async function encode(
  ffmpeg: string,
  args: string[],
  frames: readonly Uint8Array[],
): Promise<void> {
  const encoder = openEncoder(ffmpeg, args)
  for (const frame of frames) await encoder.write(frame)
  await encoder.finish()
}

async function writeForever(write: () => Promise<void>): Promise<unknown> {
  for (let n = 0; n < 5000; n++) {
    const error = await write().then(
      () => undefined,
      (caught: unknown) => caught,
    )
    if (error) return error
    await new Promise((resolve) => setImmediate(resolve))
  }
  return undefined
}

async function decoded(
  ffmpeg: string,
  file: string,
  pixels: string,
  filter: string[] = [],
): Promise<Buffer> {
  const raw = `${file}.${pixels}`
  await runProgram(ffmpeg, ['-y', '-i', file, ...filter, '-f', 'rawvideo', '-pix_fmt', pixels, raw])
  return readFile(raw)
}

/** Frames without any two alike: a generator of 32 bits, seeded by the frame. */
function noise(count: number): Uint8Array[] {
  return Array.from({ length: count }, (_, n) => {
    let state = n + 1
    return new Uint8Array(128 * 96 * 1.5).map(() => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return 60 + (state >>> 25)
    })
  })
}

/** 75 % and 100 % bars and greys, 16 x 16 pixels each; sampled away from their edges, where 4:2:0 mixes. */
function colorBars(width: number, height: number) {
  const levels = [0, 96, 191, 255]
  const colors = levels.flatMap((r) => levels.flatMap((g) => levels.map((b) => [r, g, b] as const)))
  const columns = width / 16
  const colorAt = (x: number, y: number) => {
    const cell = Math.floor(y / 16) * columns + Math.floor(x / 16)
    return colors[(cell * 11) % colors.length] as readonly [number, number, number]
  }
  const bottomUp = new Uint8Array(width * height * 4)
  const samples: { color: readonly [number, number, number]; x: number; y: number }[] = []
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const color = colorAt(x, y)
      bottomUp.set([...color, 255], ((height - 1 - y) * width + x) * 4)
      const isInner = [x % 16, y % 16].every((place) => place >= 4 && place < 12)
      if (isInner) samples.push({ color, x, y })
    }
  }
  return { bottomUp, samples }
}
