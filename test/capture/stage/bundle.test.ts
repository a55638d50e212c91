import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { buildStage } from '../../../capture/stage/bundle.ts'
import { root } from '../../examples.ts'

test("what is built under a test runner is what users get: not React's development build", async () => {
  const before = process.env['NODE_ENV']
  const folder = await mkdtemp(join(tmpdir(), 'groundreel-bundle-'))
  try {
    await buildStage(root, folder)
    const names = (await readdir(join(folder, 'code'))).filter((name) => name.endsWith('.js'))
    const code = await Promise.all(
      names.map((name) => readFile(join(folder, 'code', name), 'utf8')),
    )
    expect(code.join('').length).toBeGreaterThan(500_000)
    expect(code.join('')).not.toMatch(/jsxDEV|react(?:-dom)?\.development/)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  expect(process.env['NODE_ENV']).toBe(before)
})
