import { StringDecoder } from 'node:string_decoder'
import type { ConnectionTransport } from 'puppeteer'

/** Speaks DevTools over Chrome's `--remote-debugging-pipe`: JSON messages, each ended by a zero byte. */
export function pipeTransport(
  toChrome: NodeJS.WritableStream,
  fromChrome: NodeJS.ReadableStream,
): ConnectionTransport {
  const transport: ConnectionTransport = {
    send(message) {
      toChrome.write(`${message}\0`)
    },
    close() {
      toChrome.end()
    },
  }
  const decoder = new StringDecoder('utf8')
  let parts: string[] = []
  fromChrome.on('data', (chunk: Buffer) => {
    const pieces = decoder.write(chunk).split('\0')
    for (const piece of pieces.slice(0, -1)) {
      const message = [...parts, piece].join('')
      parts = []
      // Puppeteer must have settled one message before it sees the next.
      setImmediate(() => transport.onmessage?.(message))
    }
    parts.push(pieces.at(-1) ?? '')
  })
  fromChrome.on('close', () => transport.onclose?.())
  // A broken pipe means that Chrome has ended; its exit is reported where it was started.
  fromChrome.on('error', () => {})
  toChrome.on('error', () => {})
  return transport
}
