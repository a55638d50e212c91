import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type WebSocket, WebSocketServer } from 'ws'

export interface StageServer {
  /** `http://127.0.0.1:port`. */
  readonly origin: string
  /** Lets one page in: its address, and the socket that it will open. */
  admit(): Admission
  close(): Promise<void>
}

export interface Admission {
  url: string
  socket: Promise<WebSocket>
  /** Nobody will come; the token is worth nothing from now on. */
  cancel(): void
}

export interface Served {
  /** The folder of the stage bundle; holds `stage.html`. */
  bundle: string
  /** Files that scenes name by id, served as `/asset/<id>`. */
  assets: ReadonlyMap<string, string>
}

/**
 * Serves the stage to pages of this machine. It answers only to its own name (a rebound DNS name has
 * another Host), opens a socket only for its own page (Origin) that knows a token (one page each, once),
 * and serves only files that were there when it opened: a path is looked up, never put together.
 */
export async function openServer({ bundle, assets }: Served): Promise<StageServer> {
  const files = new Map([
    ...(await listFiles(bundle)),
    ...[...assets].map(([id, file]) => [`/asset/${id}`, file] as const),
  ])
  const guests = new Map<string, (socket: WebSocket) => void>()
  const server = createServer()
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: largestPicture,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server's address is an AddressInfo.
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const origin = `http://${host}`

  server.on('request', (request, response) => {
    if (request.headers.host !== host) return refuse(response, 403)
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
    const file = files.get(new URL(request.url ?? '/', origin).pathname)
    if (file === undefined) return refuse(response, 404)
    void sendFile(response, file, host)
  })

  server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const token =
      request.headers.host === host && request.headers.origin === origin
        ? tokenOf(request, origin)
        : undefined
    const known =
      token === undefined ? undefined : [...guests.keys()].find((guest) => isSame(guest, token))
    const welcome = known === undefined ? undefined : guests.get(known)
    if (known === undefined || welcome === undefined)
      return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    guests.delete(known)
    socket.setNoDelay(true)
    sockets.handleUpgrade(request, socket, head, welcome)
  })

  return {
    origin,
    admit() {
      const token = randomBytes(24).toString('base64url')
      const socket = new Promise<WebSocket>((resolve) => guests.set(token, resolve))
      return {
        url: `${origin}/stage.html?token=${token}`,
        socket,
        cancel: () => guests.delete(token),
      }
    },
    close: () => closeAll(server, sockets),
  }
}

/** 4096 x 4096 of the largest pass, three planes of 16 bits, and its header. */
const largestPicture = 4096 * 4096 * 6 + 64

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

async function listFiles(folder: string): Promise<[string, string][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [file.slice(folder.length).replaceAll(sep, '/').replace(/^\/*/, '/'), file])
}

async function sendFile(response: ServerResponse, file: string, host: string): Promise<void> {
  response.writeHead(200, {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policy(host),
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  // A page that leaves midway ends the stream with an error that concerns nobody else.
  await pipeline(createReadStream(file), response).catch(() => response.destroy())
}

/** The page may talk to this server and to nothing else; glTF textures arrive as blobs. */
function policy(host: string): string {
  return [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    `connect-src 'self' data: blob: ws://${host}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status).end()
}

function tokenOf(request: IncomingMessage, origin: string): string | undefined {
  const url = new URL(request.url ?? '/', origin)
  return url.pathname === '/socket' ? (url.searchParams.get('token') ?? undefined) : undefined
}

function isSame(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}

async function closeAll(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate()
  server.close()
  server.closeAllConnections()
  if (server.listening) await once(server, 'close')
}
