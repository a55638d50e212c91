import type { SessionOptions } from '../options.ts'
import { openSession, type Session } from '../session.ts'

/** Opens sessions that all draw as the first one does. */
export function opensAlike(
  options?: Partial<SessionOptions>,
): (signal: AbortSignal) => Promise<Session> {
  let first: Promise<Session> | undefined
  return (ending) => {
    if (first) return first.then((one) => one.beside(ending))
    first = openSession(options, ending)
    return first
  }
}
