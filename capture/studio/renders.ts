import { randomBytes } from 'node:crypto'
import { messageOf } from '../errors.ts'
import type { Session } from '../session.ts'
import { clipIdOf } from './opened.ts'
import type { Film } from './play.ts'
import { sendEvent } from './thread/serve.ts'

/** Clips that are being rendered, as the command line does it. */
export interface Renders {
  /** Starts one and returns its number; how it goes is told by events. */
  start(film: Film): string
  /** False when there is none of that number any more. */
  cancel(render: string): boolean
  close(): Promise<void>
}

/** @param out the folder in which clips appear */
export function openRenders(session: () => Promise<Session>, out: string): Renders {
  const running = new Map<string, { control: AbortController; done: Promise<void> }>()

  const work = async (render: string, film: Film, signal: AbortSignal) => {
    try {
      const { scene, camera, template } = film
      const { folder } = await (
        await session()
      ).render(
        scene,
        { out, camera, force: true },
        {
          signal,
          template,
          onProgress: (progress) => sendEvent({ type: 'rendering', render, ...progress }),
        },
      )
      sendEvent({ type: 'listed' })
      sendEvent({ type: 'rendered', render, clip: clipIdOf(folder) })
    } catch (error) {
      const message = signal.aborted ? 'cancelled' : messageOf(error)
      sendEvent({ type: 'unrendered', render, message })
    } finally {
      running.delete(render)
    }
  }

  return {
    start(film) {
      const render = randomBytes(6).toString('hex')
      const control = new AbortController()
      running.set(render, { control, done: work(render, film, control.signal) })
      return render
    },
    cancel(render) {
      const one = running.get(render)
      one?.control.abort(new Error('cancelled in the studio'))
      return one !== undefined
    },
    async close() {
      const all = [...running.values()]
      for (const { control } of all) control.abort(new Error('the studio closes'))
      await Promise.all(all.map(({ done }) => done))
    },
  }
}
