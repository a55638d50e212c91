import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { takeHash } from './take-hash.ts'

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url))

test.each(['dominoes', 'wrecking', 'bowling'])(
  '%s: the same bytes again, and in a fresh process',
  { timeout: 60_000 },
  async (name) => {
    const file = here(`../../fixtures/physics/${name}.json`)
    const first = await takeHash(file)
    expect(await takeHash(file)).toBe(first)
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--import',
      'tsx',
      here('take-hash.ts'),
      file,
    ])
    expect(stdout).toBe(first)
  },
)
