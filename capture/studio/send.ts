import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { InputError } from '../errors.ts'
import type { Piece } from './piece.ts'

/** @param value bytes are JSON already */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  const body = value instanceof Uint8Array ? value : JSON.stringify(value)
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(body)
}

/** Sends a file, or what was asked for of it: a video is played from its middle. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { file, name, from: start, bytes: size }: Piece,
): Promise<void> {
  const part = partOf(request.headers.range, size)
  const headers = {
    'content-type': types[extname(name)] ?? 'application/octet-stream',
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
  }
  if (part === 'outside') {
    response.writeHead(416, { 'content-range': `bytes */${size}` }).end()
    return
  }
  const { from, to } = part ?? { from: 0, to: size - 1 }
  response.writeHead(part ? 206 : 200, {
    ...headers,
    'content-length': to - from + 1,
    ...(part && { 'content-range': `bytes ${from}-${to}/${size}` }),
  })
  if (request.method === 'HEAD' || size === 0) return void response.end()
  // A player that seeks breaks off what it was reading.
  await pipeline(createReadStream(file, { start: start + from, end: start + to }), response).catch(
    () => response.destroy(),
  )
}

/** The JSON of a request. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += (chunk as Buffer).length
    if (length > longestBody) throw new InputError('That is too long.')
    chunks.push(chunk as Buffer)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch (cause) {
    throw new InputError('The body is not JSON.', { cause })
  }
}

const longestBody = 24 * 2 ** 20

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.mp4': 'video/mp4',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

function partOf(
  range: string | undefined,
  size: number,
): { from: number; to: number } | 'outside' | undefined {
  const [, first = '', last = ''] = range?.match(/^bytes=(\d*)-(\d*)$/) ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from > to || from >= size ? 'outside' : { from, to }
}
