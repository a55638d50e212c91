import { SessionOptions } from '../options.ts'
import type { Session } from '../session.ts'
import { type Io, say } from './io.ts'

/** Opens a session for some work and closes it after; tells who draws and who encodes. */
export async function withSession<T>(
  io: Io,
  options: SessionOptions,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { openSession } = await import('../session.ts')
  const session = await openSession(SessionOptions.strip().parse(options), io.signal)
  try {
    const { browser, ffmpeg } = session.identity
    say(
      io,
      `Browser: ${browser.name}, ${browser.version}, drawing with ${browser.backend} (${browser.renderer})`,
    )
    say(io, `ffmpeg: ${ffmpeg.version} (${ffmpeg.source})`)
    return await work(session)
  } finally {
    await session.close()
  }
}
