import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Call } from '#renderer/protocol'
import { openCalls, StageLostError } from '../../../capture/stage/calls.ts'
import { openServer, type StageServer } from '../../../capture/stage/server.ts'

let folder: string
let server: StageServer

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundreel-calls-'))
  server = await openServer({ bundle: folder, assets: new Map() })
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

test('answers find their questions by number, in whatever order they come', async () => {
  const held: Call[] = []
  const { calls, page } = await connect((call) => void held.push(call))
  const asked = [0, 1, 2].map((frame) => calls.ask({ verb: 'draw', frame, pass: 'rgb' }))
  await until(() => held.length === 3)
  for (const call of held.toReversed()) {
    if (call.verb === 'draw') page.send(picture(call.call, call.frame, [7 + call.frame]))
  }
  const pictures = await Promise.all(asked)
  expect(pictures).toMatchObject([{ frame: 0 }, { frame: 1 }, { frame: 2 }])
  expect(pictures.map((one) => ('bytes' in one ? [...one.bytes] : []))).toEqual([[7], [8], [9]])
})

test('a page that hangs is given up with what it waits for', async () => {
  const { calls } = await connect((call, page) => {
    if (call.verb === 'pending')
      page.send(
        JSON.stringify({ call: call.call, ok: true, value: ['the texture oak', 'shaders'] }),
      )
  })
  const error = calls.ask({ verb: 'draw', frame: 5, pass: { without: [2, 4] } })
  await expect(error).rejects.toThrow(
    'frame 5 (without members 2, 4): no answer within 0.3 s; it waits for the texture oak, shaders',
  )
  await expect(calls.ask({ verb: 'draw', frame: 6, pass: 'rgb' })).rejects.toThrow(
    /frame 6 \(rgb\): no answer/,
  )
})

test('a page that answers slowly but steadily is not given up', async () => {
  const { calls } = await connect((call, page) => {
    if (call.verb === 'draw')
      setTimeout(() => page.send(picture(call.call, call.frame, [1])), 200 * (call.frame + 1))
  })
  await Promise.all([0, 1, 2, 3].map((frame) => calls.ask({ verb: 'draw', frame, pass: 'rgb' })))
})

test('a socket that closes, and bytes that nobody can read, reject everything in flight', async () => {
  const gone = await connect((_, page) => page.close())
  await expect(gone.calls.ask({ verb: 'draw', frame: 1, pass: 'survey' })).rejects.toBeInstanceOf(
    StageLostError,
  )
  const odd = await connect((call, page) =>
    page.send(picture(call.call, 0, [1, 2, 3]).subarray(0, 33)),
  )
  await expect(odd.calls.ask({ verb: 'draw', frame: 1, pass: 'rgb' })).rejects.toThrow(
    /frame 1 \(rgb\): the page sent what nobody can read/,
  )
})

/** A page's end of the socket, played by the test. */
async function connect(onCall: (call: Call, page: WebSocket) => void) {
  const { url, socket } = server.admit()
  const address = `${server.origin.replace('http', 'ws')}/socket${new URL(url).search}`
  const page = new WebSocket(address, { headers: { origin: server.origin } })
  page.on('message', (data: Buffer) => onCall(JSON.parse(data.toString('utf8')) as Call, page))
  return { calls: openCalls(await socket, 0.3), page }
}

function picture(call: number, frame: number, bytes: number[]): Uint8Array {
  const message = new Uint8Array(32 + bytes.length)
  // The header alone: the bytes after it need not be a whole number of words.
  new Uint32Array(message.buffer, 0, 8).set([call, frame, bytes.length, 1, bytes.length])
  message.set(bytes, 32)
  return message
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5))
}
