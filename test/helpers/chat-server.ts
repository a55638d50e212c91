import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a test's server was asked. */
export interface Asked {
  path: string
  authorization: string | undefined
  body: { model: string; messages: { role: string; content: string }[] }
}

export type Reply = (response: ServerResponse, asked: Asked, nth: number) => void

/** A real server on this machine that answers chat completions as a test wants it to. */
export async function chatServer(reply: Reply) {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      asked.push({
        path: request.url ?? '',
        authorization: request.headers.authorization,
        body: JSON.parse(text) as Asked['body'],
      })
      reply(response, asked.at(-1) as Asked, asked.length)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** The answer of a model that says this. */
export function says(content: unknown): Reply {
  return (response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }))
  }
}

/** A status, and headers. */
export function fails(status: number, headers: Record<string, string> = {}, body = ''): Reply {
  return (response) => response.writeHead(status, headers).end(body)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
