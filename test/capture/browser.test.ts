import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { BrowserCandidate } from '../../capture/browser/discover.ts'
import { unpackEmbedded } from '../../capture/browser/embedded.ts'
import { glFacts, glRoads } from '../../capture/browser/gl.ts'
import { launchBrowser } from '../../capture/browser/launch.ts'
import { probeCandidate } from '../../capture/browser/probe.ts'

const chromium = '/usr/bin/chromium'
const canLlvmpipe = existsSync(chromium) && glFacts().mesa.length > 0
const canEmbedded = process.platform === 'linux' && process.arch === 'x64'

let folder: string
let temp: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'groundreel-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

beforeEach(() => {
  temp = mkdtempSync(join(folder, 'tmp-'))
  vi.stubEnv('TMPDIR', temp)
  vi.stubEnv('GROUNDREEL_CACHE', join(folder, 'cache'))
  vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
  // Every profile is gone, whatever the test did.
  expect(readdirSync(temp).filter((name) => name.startsWith('groundreel-chrome-'))).toEqual([])
})

test.runIf(canLlvmpipe)(
  'an installed Chromium draws on llvmpipe, and remembers it',
  async () => {
    const first = await launchBrowser({ executablePath: chromium, gl: 'llvmpipe' })
    expect(first.identity).toMatchObject({
      backend: 'llvmpipe',
      embedded: false,
      executablePath: chromium,
    })
    expect(first.identity.renderer).toContain('llvmpipe')
    const page = await first.browser.newPage()
    // A page that hangs does not keep its browser.
    void page.evaluate('for (;;) {}').catch(() => {})
    await first.close()
    expect(isAlive(first.pid)).toBe(false)

    const again = await launchBrowser({ executablePath: chromium, gl: 'llvmpipe' })
    expect(again.identity).toEqual(first.identity)
    await again.close()
    await again.close()
  },
  60_000,
)

test.runIf(canEmbedded)(
  'the embedded browser draws on SwiftShader with no other in sight',
  async () => {
    vi.stubEnv('PATH', '/nowhere')
    vi.stubEnv('LD_LIBRARY_PATH', undefined)
    vi.stubEnv('PUPPETEER_CACHE_DIR', '/nowhere')
    const { browser, pid, identity, close } = await launchBrowser()
    expect(identity).toMatchObject({ backend: 'swiftshader', embedded: true })
    const { libraries } = await unpackEmbedded()
    expect(readFileSync(`/proc/${pid}/maps`, 'utf8')).toContain(join(libraries, 'libnss3.so'))
    expect(process.env.LD_LIBRARY_PATH).toBeUndefined()

    const page = await browser.newPage()
    await expect(page.goto('http://example.com')).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/)
    await close()
    expect(isAlive(pid)).toBe(false)
  },
  60_000,
)

test.runIf(canEmbedded && canLlvmpipe)(
  'a browser started again is the same one, whatever is in sight by then',
  async () => {
    vi.stubEnv('PATH', '/nowhere')
    vi.stubEnv('PUPPETEER_CACHE_DIR', '/nowhere')
    const first = await launchBrowser()
    await first.close()
    vi.stubEnv('PATH', '/usr/bin')
    const second = await first.again()
    const third = await second.again()
    await Promise.all([second.close(), third.close()])
    expect([second.identity, third.identity]).toEqual([first.identity, first.identity])
    const best = await launchBrowser()
    await best.close()
    expect(best.identity.backend).toBe('llvmpipe')
  },
  60_000,
)

test.runIf(canEmbedded)(
  'a headless shell on llvmpipe is caught by the probe',
  async () => {
    const { executablePath, libraries } = await unpackEmbedded()
    vi.stubEnv('LD_LIBRARY_PATH', libraries)
    const [road] = glRoads(glFacts(), { isShell: false, isEmbedded: false }, 'llvmpipe')
    const candidate: BrowserCandidate = {
      name: 'Shell',
      source: 'explicit',
      kind: 'shell',
      path: executablePath,
    }
    const result = await probeCandidate(candidate, road!)
    expect(result).toMatchObject({ ok: false, backend: 'llvmpipe' })
    expect(result.reason).not.toBe('')
  },
  60_000,
)

test('a browser that does not start tells its reason and leaves nothing', async () => {
  const broken = script('echo missing library libfoo >&2; exit 127')
  await expect(launchBrowser({ executablePath: broken })).rejects.toThrow(
    /exit code 127[^]*missing library libfoo/,
  )
})

test('a program that says nothing can be aborted', async () => {
  const silent = script('sleep 60')
  const signal = AbortSignal.timeout(300)
  await expect(launchBrowser({ executablePath: silent, signal })).rejects.toMatchObject({
    name: 'TimeoutError',
  })
})

test.runIf(canEmbedded)(
  'a memory that no longer holds is asked anew',
  async () => {
    const { executablePath, libraries } = await unpackEmbedded()
    vi.stubEnv('LD_LIBRARY_PATH', libraries)
    const options = { executablePath, gl: 'swiftshader' as const }
    const first = await launchBrowser(options)
    await first.close()
    const probes = join(folder, 'cache', 'probe')
    for (const name of readdirSync(probes)) {
      const old = readFileSync(join(probes, name), 'utf8')
      writeFileSync(join(probes, name), old.replace(/"version":"[^"]*"/, '"version":"Chrome/1"'))
    }
    const second = await launchBrowser(options)
    await second.close()
    expect(second.identity).toEqual(first.identity)
  },
  60_000,
)

function script(body: string): string {
  const file = join(temp, 'fake-chrome')
  writeFileSync(file, `#!/bin/sh\n${body}\n`)
  chmodSync(file, 0o755)
  return file
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
