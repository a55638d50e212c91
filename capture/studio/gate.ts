import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** Who may ask what: only a page of our own, on this machine, that was given the token. */
export interface Gate {
  token: string
  /** The status to refuse a request with; undefined for one that may pass. */
  refusal(request: IncomingMessage, url: URL): number | undefined
}

/** @param host `127.0.0.1:port`: a name that was bound anew to this address comes with another Host */
export function openGate(host: string): Gate {
  const token = randomBytes(24).toString('base64url')
  return {
    token,
    refusal(request, url) {
      const { host: asked, origin } = request.headers
      if (asked !== host) return 403
      if (origin !== undefined && origin !== `http://${host}`) return 403
      const isApi = url.pathname.startsWith('/api/')
      if (!isApi) return request.method === 'GET' || request.method === 'HEAD' ? undefined : 405
      if (request.method !== 'GET' && request.method !== 'POST') return 405
      const given = request.headers['x-groundreel-token'] ?? url.searchParams.get('token') ?? ''
      return isSame(String(given), token) ? undefined : 401
    },
  }
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
