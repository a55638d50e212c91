import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { openServer, type StageServer } from '../../../capture/stage/server.ts'

let folder: string
let server: StageServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundreel-server-'))
  await mkdir(join(folder, 'stage/code'), { recursive: true })
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'oak.png'), 'leaves')
  await writeFile(join(folder, 'stage/stage.html'), '<!doctype html>')
  await writeFile(join(folder, 'stage/code/main.js'), 'run()')
  server = await openServer({
    bundle: join(folder, 'stage'),
    assets: new Map([['oak', join(folder, 'oak.png')]]),
  })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

test('the bundle and named assets are served, under a policy that knows no other host', async () => {
  const page = await get('/stage.html?token=whatever')
  expect(page).toMatchObject({ status: 200, body: '<!doctype html>' })
  expect(page.headers['content-security-policy']).toContain("default-src 'self'")
  expect(page.headers['content-security-policy']).not.toMatch(/\*|https?:/)
  expect(await get('/code/main.js')).toMatchObject({ status: 200, body: 'run()' })
  expect(await get('/asset/oak')).toMatchObject({ status: 200, body: 'leaves' })
})

test('nothing else is served', async () => {
  const paths = [
    '/',
    '/secret.txt',
    '/../secret.txt',
    '/code/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/asset/../../secret.txt',
    '/asset/oak.png',
    '/asset/',
    '//secret.txt',
    '/stage.html/',
    '/code',
    `/${folder}/secret.txt`,
  ]
  for (const path of paths) expect((await get(path)).status, path).toBe(404)
  expect((await get('/stage.html', { host: 'evil.example' })).status).toBe(403)
  expect(
    (await get('/stage.html', { host: `localhost:${new URL(server.origin).port}` })).status,
  ).toBe(403)
  expect((await get('/stage.html', {}, 'POST')).status).toBe(405)
})

test('a socket opens once, for the page that knows the token', async () => {
  const admission = server.admit()
  const token = new URL(admission.url).searchParams.get('token') as string
  const good = { origin: server.origin }
  expect(await knock(`/socket?token=${token}`, { origin: 'http://evil.example' })).toBe('refused')
  expect(await knock(`/socket?token=${token}`, {})).toBe('refused')
  expect(await knock(`/socket?token=${token}`, { ...good, host: 'evil.example' })).toBe('refused')
  expect(await knock(`/socket?token=${token}x`, good)).toBe('refused')
  expect(await knock('/socket', good)).toBe('refused')
  expect(await knock(`/stage.html?token=${token}`, good)).toBe('refused')
  expect(await knock(`/socket?token=${token}`, good)).toBe('open')
  await expect(admission.socket).resolves.toBeDefined()
  expect(await knock(`/socket?token=${token}`, good)).toBe('refused')

  const cancelled = server.admit()
  cancelled.cancel()
  expect(await knock(`/socket${new URL(cancelled.url).search}`, good)).toBe('refused')
})

function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const { hostname, port } = new URL(server.origin)
  return new Promise<{
    status: number | undefined
    headers: Record<string, unknown>
    body: string
  }>((resolve, reject) => {
    request({ hostname, port, path, headers, method }, (response) => {
      let body = ''
      response.on('data', (chunk: Buffer) => (body += chunk.toString()))
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body }),
      )
    })
      .on('error', reject)
      .end()
  })
}

function knock(path: string, headers: Record<string, string>): Promise<'open' | 'refused'> {
  const socket = new WebSocket(server.origin.replace('http', 'ws') + path, { headers })
  return new Promise((resolve) => {
    socket.on('open', () => resolve('open'))
    socket.on('error', () => resolve('refused'))
  })
}
