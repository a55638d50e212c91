import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, sep } from 'node:path'
import { z } from 'zod'
import { readAssets } from '../assets/assets.ts'
import { GroundreelError, messageOf } from '../errors.ts'
import { SessionOptions } from '../options.ts'
import { studioBundle } from '../stage/bundle.ts'
import { openEvents } from './events.ts'
import { openGate } from './gate.ts'
import { openFolder } from './opened.ts'
import type { Filming, FilmingData } from './filming.ts'
import { wholeFile } from './piece.ts'
import type { Playing } from './playing.ts'
import { routesOf } from './routes.ts'
import { sendFile, sendJson } from './send.ts'
import { openThread } from './thread/open.ts'
import { watchSources } from './watch-sources.ts'

export interface StudioServer {
  origin: string
  token: string
  /** What a person opens; the token is in the part that no browser sends on. */
  url: string
  close(): Promise<void>
}

export interface StudioSettings {
  /** A scene, a template, a clip or a folder; without one, what ships. */
  path?: string | undefined
  /** The folder that clips are rendered to. */
  out?: string
  /** 0 is any that is free. */
  port?: number
  session?: SessionOptions
}

/** Serves the studio to pages of this machine. Nothing is drawn here until a page wants claims or a clip. */
export async function openStudio({
  path,
  out = 'out',
  port = 0,
  session: options = SessionOptions.parse({}),
}: StudioSettings): Promise<StudioServer> {
  const playing = openThread<Playing>({ name: 'playing' })
  const [opened, bundle] = await Promise.all([
    openFolder(path, out),
    studioBundle(),
    // A page wants it at once.
    playing.ask('ready'),
  ])
  const { sources, first } = await opened.list()
  const files = new Map([
    ...(await filesOf(bundle)),
    ...[...readAssets().files].map(([id, file]) => [`/asset/${id}`, file] as const),
  ])
  const events = openEvents()
  const data: FilmingData = { session: options, out }
  const filming = openThread<Filming>({ name: 'filming', data, onEvent: events.send })
  const watch = watchSources(events)
  const routes = routesOf({
    opened,
    events,
    watch,
    playing,
    filming,
    first: first === undefined ? sources[0] : sources.find(({ id }) => id === first),
  })

  const server = createServer()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  // A TCP server's address is an AddressInfo.
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const origin = `http://${host}`
  const gate = openGate(host)

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { url: asked = '' } = request
    // A path and nothing else: two slashes at its beginning name no other host.
    if (!asked.startsWith('/')) return void response.writeHead(400).end()
    const url = new URL(`${origin}${asked}`)
    for (const [name, value] of Object.entries(safety(host))) response.setHeader(name, value)
    const refusal = gate.refusal(request, url)
    if (refusal !== undefined) return void response.writeHead(refusal).end()
    if (url.pathname.startsWith('/api/')) {
      if (await routes(request, response, url)) return
      return void response.writeHead(404).end()
    }
    const file = files.get(url.pathname === '/' ? '/studio.html' : url.pathname)
    if (file === undefined) return void response.writeHead(404).end()
    await sendFile(request, response, await wholeFile(file))
  }
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy()
      const isTheirs =
        error instanceof z.ZodError || (error instanceof GroundreelError && error.exitCode === 2)
      sendJson(response, { message: messageOf(error) }, isTheirs ? 400 : 500)
    })
  })

  return {
    origin,
    token: gate.token,
    url: `${origin}/#token=${gate.token}`,
    async close() {
      watch.close()
      events.close()
      // Its browser goes before it does.
      if (filming.isThere()) await filming.ask('close').catch(() => {})
      await Promise.all([playing.close(), filming.close()])
      server.close()
      server.closeAllConnections()
      if (server.listening) await once(server, 'close')
    },
  }
}

/** Looked up, never put together: a path that is not there now is not served later. */
async function filesOf(folder: string): Promise<[string, string][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => [`/${file.slice(folder.length + 1).replaceAll(sep, '/')}`, file])
}

/** The page may talk to this server and to nobody else. The editor writes its styles into the page. */
function safety(host: string): Record<string, string> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "media-src 'self'",
      "font-src 'self'",
      `connect-src 'self' data: blob: http://${host}`,
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  }
}
