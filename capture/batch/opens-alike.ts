import type { SessionOptions } from '../options.ts'
import { openSession, type Session } from '../session.ts'
import type { Open } from './free-list.ts'

/** Opens sessions that all draw as the first one does. */
export function opensAlike(options?: Partial<SessionOptions>): Open {
  let first: Promise<Session> | undefined
  return (ending) => {
    if (first) return first.then((one) => one.beside(ending))
    first = openSession(options, ending)
    return first
  }
}
