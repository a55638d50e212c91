import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { call } from '../../helpers/cli.ts'

/** There is no Docker where tests run: what can be told without one is told here. */
const root = fileURLToPath(new URL('../../..', import.meta.url))
const farm = join(root, 'capture/farm')
const read = (file: string) => readFileSync(join(root, file), 'utf8')

/** Instructions with their words, as Docker reads them: comments left out, continued lines joined. */
const docker = read('capture/farm/Dockerfile')
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .join('\n')
  .replaceAll(/\\\n/g, ' ')
  .split('\n')
  .filter(Boolean)
  .map((line) => {
    const [name = '', ...words] = line.trim().split(/\s+/)
    return { name, words, text: words.join(' ') }
  })
const all = (name: string) => docker.filter((one) => one.name === name)

interface Service {
  image: string
  build?: { context: string; dockerfile: string }
  command?: string[]
  entrypoint?: string[]
  depends_on?: Record<string, unknown>
  profiles?: string[]
}
const compose = parse(read('capture/farm/compose.yaml'), { merge: true }) as {
  services: Record<string, Service>
}
const { services } = compose

test('the image is of a Node that we run on, and of no version that changes', () => {
  const bases = new Set(all('FROM').map(({ words: [image = ''] }) => image))
  expect([...bases]).toEqual([expect.stringMatching(/^node:20\.(19|[2-9]\d)\.\d+-bookworm-slim$/)])
  expect(JSON.parse(read('package.json'))).toMatchObject({ engines: { node: '>=20.19' } })
  for (const { image, build } of Object.values(services))
    expect(build ? 'ours' : image).toMatch(/^ours$|:\d+\.\d+-/)
})

test('the image has what .ci/run installs to be fast, but for Redis', () => {
  const [, wanted = ''] =
    /apt-get install -y -qq --no-install-recommends (.*?) >/.exec(read('.ci/run')) ?? []
  const [run] = all('RUN').filter(({ text }) => text.includes('apt-get install'))
  const installed = run?.text.split('&&')[1]?.trim().split(' ').slice(2)
  expect(wanted.split(' ')).toContain('chromium')
  expect(installed).toEqual(
    expect.arrayContaining(wanted.split(' ').filter((name) => name !== 'redis-server')),
  )
  expect(run?.text).toContain('--no-install-recommends')
  expect(run?.text).toMatch(/^apt-get update && .* && rm -rf \/var\/lib\/apt\/lists/)
})

test('it is not run by root, and its programs are there', () => {
  expect(all('USER').at(-1)?.text).toBe('node')
  expect(JSON.parse(all('ENTRYPOINT')[0]?.text ?? '')).toEqual(['tini', '--', 'groundreel'])
  expect(JSON.parse(read('package.json'))).toMatchObject({
    bin: { groundreel: expect.any(String) },
  })
  const ignored = read('capture/farm/Dockerfile.dockerignore').split('\n')
  expect(ignored).toEqual(expect.arrayContaining(['.git', '**/node_modules', 'out', 'dist']))
  // What is built needs these.
  for (const name of ['scenes', 'captions', 'capture', 'renderer', 'assets', 'vite.config.ts'])
    expect([name, existsSync(join(root, name)), ignored.includes(name)]).toEqual([
      name,
      true,
      false,
    ])
})

test('compose builds that image, and everybody waits for its Redis', () => {
  expect(Object.keys(services).sort()).toEqual(['batch', 'redis', 'worker'])
  for (const name of ['worker', 'batch']) {
    const { build, depends_on } = services[name] as Service
    expect(resolve(farm, build?.context ?? '')).toBe(resolve(root))
    expect(existsSync(join(root, build?.dockerfile ?? ''))).toBe(true)
    expect(depends_on).toEqual({ redis: { condition: 'service_healthy' } })
  }
  expect(services.batch?.profiles).toEqual(['batch'])
})

test.each(['worker', 'batch'])('the command of %s and its flags are ours', async (name) => {
  const { command = [], entrypoint = [] } = services[name] as Service
  const [asked = '', ...flags] = [...entrypoint, ...command].filter(
    (word) => !['tini', '--', 'groundreel'].includes(word),
  )
  expect(asked).toBe(name)
  const { code, out } = await call(asked, '--help')
  expect(code).toBe(0)
  const named = flags.filter((word) => word.startsWith('--'))
  expect(named).toContain('--redis')
  for (const flag of named) expect(out).toContain(`${flag} `)
  expect(flags[flags.indexOf('--redis') + 1]).toBe('redis://redis:6379')
})
