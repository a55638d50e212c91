import type { ServerResponse } from 'node:http'
import type { StudioEvent } from '#renderer/studio'

/** Tells every page that listens. */
export interface Events {
  attach(response: ServerResponse): void
  /** An event, or one that is JSON already. */
  send(event: StudioEvent | string): void
  close(): void
}

export function openEvents(): Events {
  const listeners = new Set<ServerResponse>()
  return {
    attach(response) {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write(': here\n\n')
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
    },
    send(event) {
      const text = typeof event === 'string' ? event : JSON.stringify(event)
      for (const one of listeners) one.write(`data: ${text}\n\n`)
    },
    close() {
      for (const one of listeners) one.end()
    },
  }
}
