import { framed } from './picture-bytes.ts'
import type { Answer, Call, Picture, Stage } from './protocol.ts'

/** Draws whose pixels may be on their way at once. */
const IN_FLIGHT = 3

/**
 * Answers calls on the socket in order; the treaty is in protocol.ts. While the pixels of one draw are on
 * their way, the next ones are submitted, so that the GPU never waits for the page.
 */
export function serve(stage: Stage, socket: WebSocket): void {
  socket.binaryType = 'arraybuffer'
  // Each is done when its call and all calls before it are; so calls start in their order.
  let done = Array.from({ length: IN_FLIGHT }, () => Promise.resolve())
  socket.addEventListener('message', ({ data }: MessageEvent<string>) => {
    const call = JSON.parse(data) as Call
    // `pending` is asked when something hangs: it must not queue behind what hangs.
    if (call.verb === 'pending') return void answer(stage, call, socket)
    const [oldest, newest] = [done[0], done[IN_FLIGHT - 1]]
    const turn = call.verb === 'draw' ? oldest : newest
    const answered = turn.then(() => answer(stage, call, socket))
    const last = Promise.all([newest, answered]).then(() => {})
    // Nothing overlaps with a load.
    done = call.verb === 'draw' ? [...done.slice(1), last] : done.map(() => last)
  })
}

async function answer(stage: Stage, call: Call, socket: WebSocket): Promise<void> {
  try {
    if (call.verb === 'draw')
      return sendPicture(socket, call.call, await stage.draw(call.frame, call.pass))
    const value = call.verb === 'load' ? await stage.load(call.job) : await stage.pending()
    sendJson(socket, { call: call.call, ok: true, value })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    sendJson(socket, {
      call: call.call,
      ok: false,
      message,
      contextLost: /context.*lost/i.test(message),
    })
  }
}

function sendJson(socket: WebSocket, message: Answer): void {
  socket.send(JSON.stringify(message))
}

function sendPicture(
  socket: WebSocket,
  call: number,
  { frame, width, height, bytes }: Picture,
): void {
  socket.send(framed([call, frame, width, height, bytes.byteLength], bytes))
}
