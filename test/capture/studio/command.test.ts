import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterAll, expect, test, vi } from 'vitest'
import type { Listing } from '#renderer/studio'
import { isAtDesk } from '../../../capture/cli/open-page.ts'
import { runCli } from '../../../capture/cli/run-cli.ts'
import { call } from '../../helpers/cli.ts'
import { writeDesk } from './desk.ts'

const { folder, ball } = writeDesk()
afterAll(() => rmSync(folder, { recursive: true }))

test('the command tells where the studio is, serves until it is ended, and leaves nothing', async () => {
  const control = new AbortController()
  const said: string[] = []
  const paper = () =>
    new Writable({
      write(chunk: Buffer, _, done) {
        said.push(chunk.toString())
        done()
      },
    })
  const io = { stdout: paper(), stderr: paper(), signal: control.signal }
  const running = runCli(['studio', ball, '--out', join(folder, 'out')], io)
  const url = await vi.waitFor(
    () => {
      const found = said.join('').match(/^http:\/\/127\.0\.0\.1:\d+\/#token=\S+/m)
      expect(found, said.join('')).not.toBeNull()
      return new URL(found?.[0] ?? '')
    },
    { timeout: 60_000 },
  )
  expect((await fetch(url.origin)).status).toBe(200)
  expect((await fetch(`${url.origin}/api/list`)).status).toBe(401)
  const token = url.hash.slice('#token='.length)
  const listed = await fetch(`${url.origin}/api/list`, { headers: { 'x-groundreel-token': token } })
  const { sources } = (await listed.json()) as Listing
  expect(sources.slice(0, 2).map(({ name }) => name)).toEqual(['ball', 'heap'])
  control.abort(new Error('the user wants an end'))
  await running
  await expect(fetch(url.origin)).rejects.toThrow()
})

test('what is not there is told of in a line', async () => {
  const { code, err } = await call('studio', join(folder, 'nothing.json'))
  expect(code).toBe(2)
  expect(err).toMatch(/There is no file or folder .*nothing\.json/)
})

test('a browser opens where somebody sits before the machine', () => {
  const desk = { stderr: Object.assign(new Writable(), { isTTY: true }) }
  const pipe = { stderr: new Writable() }
  expect(isAtDesk(desk, 'darwin', {})).toBe(true)
  expect(isAtDesk(desk, 'linux', { DISPLAY: ':0' })).toBe(true)
  expect(isAtDesk(desk, 'linux', {})).toBe(false)
  expect(isAtDesk(desk, 'darwin', { SSH_CONNECTION: '::1' })).toBe(false)
  expect(isAtDesk(desk, 'darwin', { CI: 'true' })).toBe(false)
  expect(isAtDesk(pipe, 'darwin', {})).toBe(false)
})
