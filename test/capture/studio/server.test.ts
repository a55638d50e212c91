import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openPacker } from '../../../capture/reel/pack.ts'
import { openStudio, type StudioServer } from '../../../capture/studio/studio.ts'
import type { Listing, Played, Saved, SourceText } from '#renderer/studio'
import { BALL, crowd, writeDesk } from './desk.ts'

const { folder, ball } = writeDesk()
let studio: StudioServer

beforeAll(async () => {
  studio = await openStudio({ path: folder, out: join(folder, 'out') })
})
afterAll(async () => {
  await studio.close()
  rmSync(folder, { recursive: true })
})

test('only its own page, by its own name and with the token, is answered', async () => {
  expect((await ask('/api/list')).status).toBe(200)
  expect((await ask('/api/list', { token: 'guessed' })).status).toBe(401)
  expect((await ask('/api/list', { token: '' })).status).toBe(401)
  for (const path of ['/', '/api/list']) {
    expect((await ask(path, { host: 'evil.example' })).status).toBe(403)
    expect((await ask(path, { origin: 'http://evil.example' })).status).toBe(403)
    expect((await ask(path, { origin: 'null' })).status).toBe(403)
  }
  expect((await ask('/', { method: 'POST' })).status).toBe(405)
  expect((await ask('/api/list', { method: 'DELETE' })).status).toBe(405)
  for (const path of ['/api/play', '/api/save', '/api/render', '/api/cancel', '/api/prove'])
    expect((await ask(path, { method: 'POST', token: 'guessed', body: '{}' })).status).toBe(401)
})

test('nothing outside the folder is reached, and nothing but scenes in it', async () => {
  writeFileSync(join(folder, 'secret.json'), '{"password": 1}')
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  const listing = (await ask('/api/list')).json as Listing
  expect(listing.sources.filter(({ group }) => group === 'opened').map(({ name }) => name)).toEqual(
    ['ball', 'heap'],
  )
  for (const path of [
    '/../package.json',
    '/code/../../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/api/source/..%2f..%2fetc%2fpasswd',
    '/api/video/../../secret.txt',
    '/studio.html/../../x',
  ])
    expect((await ask(path)).text).not.toMatch(/root:|"dependencies"|^secret/)
  expect((await ask('/api/source/0123456789abcdef')).status).toBe(400)
  for (const path of ['//', '//elsewhere/', '//elsewhere/api/list'])
    expect((await ask(path)).status).toBe(404)
  for (const path of ['*', 'http://elsewhere/api/list']) expect((await ask(path)).status).toBe(400)
})

test('a file that became a link out of the folder is not followed', async () => {
  const sly = join(folder, 'sly.json')
  writeFileSync(sly, BALL.replace('"ball"', '"sly"'))
  const { id } = await entry('sly')
  rmSync(sly)
  symlinkSync('/etc/hostname', sly)
  const { status, text } = await ask(`/api/source/${id}`)
  expect(status).toBe(400)
  expect(text).toContain('leads out of')
  rmSync(sly)
})

test('a video that lies in a tar is sent whole and in parts, and nothing else of the tar', async () => {
  const reel = join(folder, 'reel')
  const clip = join(reel, 'clips/00/00aa')
  mkdirSync(clip, { recursive: true })
  const files = {
    'manifest.json': '{"scene":"packed"}',
    'caption.txt': '.',
    'video.mp4': '0123456789',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(clip, name), text)
  writeFileSync(join(reel, 'reel.json'), '{}')
  await (await openPacker(reel)).add('00aa')
  rmSync(clip, { recursive: true })
  const { clips } = (await ask('/api/list')).json as Listing
  const video = `/api/video/${clips.find(({ name }) => name === 'packed')?.id}`
  const whole = await ask(video)
  expect(whole).toMatchObject({ status: 200, text: '0123456789' })
  expect(whole.headers['content-type']).toBe('video/mp4')
  for (const [range, text, told] of [
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=8-5000', '89', 'bytes 8-9/10'],
  ]) {
    const part = await ask(video, { range })
    expect(part).toMatchObject({ status: 206, text })
    expect(part.headers['content-range']).toBe(told)
  }
  expect((await ask(video, { range: 'bytes=10-' })).status).toBe(416)
})

test('a policy lets the page talk to nobody else', async () => {
  const { headers } = await ask('/')
  const policy = String(headers['content-security-policy'])
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toMatch(/https?:\/\/(?!127\.0\.0\.1)/)
  expect(policy).not.toContain('unsafe-eval;')
})

test('mistakes come with their places', async () => {
  const { id } = await entry('ball')
  const bad = BALL.replace('"radius": 0.4', '"radius": -2')
  const played = (await post('play', { id, text: bad })) as Played
  expect(played).toMatchObject({ ok: false })
  if (played.ok) throw new Error('it was played')
  const line = bad.split('\n').findIndex((one) => one.includes('-2')) + 1
  const column = (bad.split('\n')[line - 1] ?? '').indexOf('-2') + 1
  expect(played.problems[0]).toMatchObject({ line, column, path: 'actors[1].radius' })
})

test('while five thousand actors are cast and shot, others are answered', async () => {
  const { id } = await entry('ball')
  const text = crowd(5000)
  const order: string[] = []
  const playing = post('play', { id, text }).then((played) => {
    order.push('played')
    return played as Played
  })
  for (let i = 0; i < 5; i++) {
    expect((await ask('/')).status).toBe(200)
    order.push('answered')
  }
  const played = await playing
  expect(order.at(-1)).toBe('played')
  expect(played.ok && played.summary.cast.length).toBe(5000)
})

test('a page that asks for a proof leaves that of another page alone, and gives up its own', async () => {
  const jobs = []
  const { id } = await entry('ball')
  for (const fps of [8, 9, 10]) {
    const text = BALL.replace('"fps": 8', `"fps": ${fps}`)
    const played = (await post('play', { id, text })) as Played
    if (!played.ok) throw new Error('it plays')
    jobs.push(played.summary.job)
  }
  const [theirs, first, second] = jobs
  await post('prove', { job: theirs, page: 'theirs' })
  await post('prove', { job: first, page: 'ours' })
  await post('prove', { job: second, page: 'ours' })
  const isProven = async (job: string | undefined) => {
    const body = JSON.stringify({ job, text: 'A red ball rolls.' })
    return (await ask('/api/verify', { method: 'POST', body })).status === 200
  }
  await vi.waitFor(async () => expect(await isProven(second)).toBe(true), { timeout: 90_000 })
  expect(await isProven(theirs)).toBe(true)
  expect(await isProven(first)).toBe(false)
}, 120_000)

test('what a thread throws comes as a message, not as the end of the server', async () => {
  const job = 'never'
  const { status, json } = await ask('/api/verify', {
    method: 'POST',
    body: JSON.stringify({ job, text: 'A ball rolls.' }),
  })
  expect(status).toBe(400)
  expect(json).toEqual({ message: 'Nothing was observed of this scene yet.' })
})

test('saving keeps the text as it is, and refuses where somebody else wrote or what ships', async () => {
  const { id } = await entry('ball')
  const source = (await ask(`/api/source/${id}`)).json as SourceText
  const text = source.text.replace('"red"', '"blue"')
  const saved = (await post('save', { id, text, stamp: source.stamp })) as Saved
  expect(saved.ok).toBe(true)
  expect(readFileSync(ball, 'utf8')).toBe(text)
  expect(text).toContain('// rolls')
  const again = (await post('save', { id, text: BALL, stamp: source.stamp })) as Saved
  expect(again).toMatchObject({ ok: false, isStale: true })
  expect(readFileSync(ball, 'utf8')).toBe(text)
  const shipped = await entry('demo')
  const theirs = (await ask(`/api/source/${shipped.id}`)).json as SourceText
  const refused = (await post('save', { id: shipped.id, ...theirs })) as Saved
  expect(refused).toMatchObject({ ok: false, isStale: false })
})

async function entry(name: string): Promise<Listing['sources'][number]> {
  const { sources } = (await ask('/api/list')).json as Listing
  const found = sources.find((one) => one.name === name)
  if (!found) throw new Error(`${name} is not listed`)
  return found
}

async function post(path: string, body: unknown): Promise<unknown> {
  return (await ask(`/api/${path}`, { method: 'POST', body: JSON.stringify(body) })).json
}

interface Asked {
  method?: string
  token?: string
  host?: string
  origin?: string
  range?: string | undefined
  body?: string
}

/** Not `fetch`, which tidies paths up and sets Host itself. */
function ask(
  path: string,
  { method = 'GET', token = studio.token, host, origin, range, body }: Asked = {},
): Promise<{
  status: number
  text: string
  json: unknown
  headers: NodeJS.Dict<string | string[]>
}> {
  const { hostname, port, host: own } = new URL(studio.origin)
  return new Promise((resolve, reject) => {
    const call = request(
      {
        hostname,
        port,
        path,
        method,
        headers: {
          host: host ?? own,
          'x-groundreel-token': token,
          ...(origin !== undefined && { origin }),
          ...(range !== undefined && { range }),
        },
      },
      (response) => {
        let text = ''
        response.on('data', (chunk: Buffer) => (text += chunk.toString()))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            text,
            get json() {
              return JSON.parse(text) as unknown
            },
            headers: response.headers,
          }),
        )
      },
    )
    call.on('error', reject)
    call.end(body)
  })
}
