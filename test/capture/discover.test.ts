import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { discoverBrowsers, type Machine } from '../../capture/browser/discover.ts'
import {
  ffmpegCandidates,
  findFfmpeg,
  type Machine as FfmpegMachine,
  runnable,
} from '../../capture/encode/discover.ts'

function machine(files: string[], more: Partial<Machine> = {}): Machine {
  const exists = (path: string) => files.includes(path)
  return {
    platform: 'linux',
    env: {},
    home: '/home/ann',
    exists,
    puppeteer: [],
    embedded: undefined,
    ...more,
  }
}

const paths = (...given: Parameters<typeof discoverBrowsers>) =>
  discoverBrowsers(...given).map(({ path }) => path)

test('linux: puppeteer first, then PATH in the order of names, the embedded one last', () => {
  const found = discoverBrowsers(
    machine(
      [
        '/p/chrome',
        '/usr/bin/chromium',
        '/opt/bin/google-chrome',
        '/opt/bin/chrome-headless-shell',
      ],
      {
        env: { PATH: '/usr/bin:/opt/bin:relative' },
        puppeteer: ['/p/chrome', '/p/absent'],
        embedded: '143.0.4',
      },
    ),
  )
  expect(found.map(({ name, source, kind, path }) => [name, source, kind, path])).toEqual([
    ['Google Chrome', 'puppeteer', 'full', '/p/chrome'],
    ['Google Chrome', 'installed', 'full', '/opt/bin/google-chrome'],
    ['Chromium', 'installed', 'full', '/usr/bin/chromium'],
    ['Chrome headless shell', 'installed', 'shell', '/opt/bin/chrome-headless-shell'],
    ['@sparticuz/chromium 143.0.4', 'embedded', 'shell', undefined],
  ])
})

test('macOS: the applications of all and of the user', () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  const chromium = '/home/ann/Applications/Chromium.app/Contents/MacOS/Chromium'
  expect(paths(machine([chrome, chromium], { platform: 'darwin' }))).toEqual([chrome, chromium])
})

test('Windows: Program Files of both kinds and the local one', () => {
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  const chrome = 'C:\\Users\\ann\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'
  const env = {
    PROGRAMFILES: 'C:\\Program Files',
    'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
    LOCALAPPDATA: 'C:\\Users\\ann\\AppData\\Local',
  }
  expect(paths(machine([edge, chrome], { platform: 'win32', env }))).toEqual([chrome, edge])
})

test('an explicit browser is the only one, the option before the variable', () => {
  const env = { PATH: '/usr/bin', PUPPETEER_EXECUTABLE_PATH: '/v' }
  const one = machine(['/o', '/v', '/usr/bin/chromium'], { env, embedded: '1' })
  expect(paths(one, '/o')).toEqual(['/o'])
  expect(paths(one)).toEqual(['/v'])
})

test('an explicit browser that is not there is an error, not a search', () => {
  const one = machine(['/usr/bin/chromium'], {
    env: { PATH: '/usr/bin', PUPPETEER_EXECUTABLE_PATH: '/v' },
  })
  expect(() => discoverBrowsers(one)).toThrow(
    'PUPPETEER_EXECUTABLE_PATH is /v, but there is no such file.',
  )
  expect(() => discoverBrowsers(one, '/o')).toThrow(/asked for is \/o/)
})

test('a machine without a browser has none', () => {
  expect(paths(machine([]))).toEqual([])
})

function encoding(files: string[], more: Partial<FfmpegMachine> = {}): FfmpegMachine {
  const exists = (path: string) => files.includes(path)
  return {
    platform: 'linux',
    env: { PATH: '/usr/bin' },
    exists,
    static: '/s',
    installer: '/i',
    ...more,
  }
}

test('ffmpeg: explicit, static, installed, installer', () => {
  const all = ['/s', '/usr/bin/ffmpeg', '/i', '/mine']
  expect(ffmpegCandidates(encoding(all)).map(({ source }) => source)).toEqual([
    'ffmpeg-static',
    'installed',
    '@ffmpeg-installer',
  ])
  expect(ffmpegCandidates(encoding(['/i'])).map(({ path }) => path)).toEqual(['/i'])
  expect(ffmpegCandidates(encoding(all, { env: { FFMPEG_PATH: '/mine' } }))).toEqual([
    { path: '/mine', source: 'explicit' },
  ])
  expect(() => ffmpegCandidates(encoding(all, { env: { FFMPEG_PATH: '/gone' } }))).toThrow(
    /FFMPEG_PATH is \/gone/,
  )
  const windows = encoding(['C:\\f\\ffmpeg.exe'], {
    platform: 'win32',
    env: { Path: 'C:\\e;C:\\f' },
  })
  expect(ffmpegCandidates(windows)).toEqual([{ path: 'C:\\f\\ffmpeg.exe', source: 'installed' }])
})

test('the ffmpeg of this machine encodes H.264', async () => {
  const { version, has } = await findFfmpeg()
  expect(version).not.toBe('')
  expect(has).toMatchObject({ libx264: true, ffv1: true, aac: true })
})

test('a file that is not ffmpeg is refused with its reason', async () => {
  await expect(findFfmpeg(process.execPath)).rejects.toThrow(/No ffmpeg that encodes H.264[^]*node/)
})

test('an ffmpeg without its exec bit is made executable', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'groundreel-test-'))
  const file = join(folder, 'ffmpeg')
  writeFileSync(file, '#!/bin/sh\n')
  chmodSync(file, 0o644)
  expect(await runnable(file)).toBe(file)
  expect(statSync(file).mode & 0o111).not.toBe(0)
  rmSync(folder, { recursive: true })
})
