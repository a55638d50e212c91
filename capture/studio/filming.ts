import type { SessionOptions } from '../options.ts'
import { openSession, type Session } from '../session.ts'
import { readStoredClip } from '../verify/stored-clip.ts'
import type { Film } from './play.ts'
import { openProofs } from './proofs.ts'
import { openRenders } from './renders.ts'
import { given, jsonBytes, serve } from './thread/serve.ts'

export interface FilmingData {
  session: SessionOptions
  /** The folder that clips are rendered to. */
  out: string
}

/** The thread that proves and renders: it holds the browser, and judging thousands of actors takes it seconds. */
const { session: options, out } = given as FilmingData
let opening: Promise<Session> | undefined
const session = () => {
  opening ??= openSession(options).catch((error: unknown) => {
    // The next who asks may have more luck.
    opening = undefined
    throw error
  })
  return opening
}
const proofs = openProofs(session)
const renders = openRenders(session, out)

const filming = {
  prove: (job: string, film: Uint8Array, page: string) => proofs.prove(job, filmOf(film), page),
  know: (job: string, clip: string) => proofs.know(job, () => readStoredClip(clip)),
  verify: async (job: string, text: string) => jsonBytes(await proofs.verify(job, text)),
  render: (film: Uint8Array) => renders.start(filmOf(film)),
  cancel: (render: string) => renders.cancel(render),
  /** Nothing runs any more; the thread can be ended. */
  async close() {
    await Promise.all([proofs.close(), renders.close()])
    await (await opening?.catch(() => undefined))?.close()
  },
}

export type Filming = typeof filming

function filmOf(bytes: Uint8Array): Film {
  return JSON.parse(new TextDecoder().decode(bytes)) as Film
}

serve(filming)
