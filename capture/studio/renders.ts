import { randomBytes } from 'node:crypto'
import { messageOf } from '../errors.ts'
import type { Session } from '../session.ts'
import type { Events } from './events.ts'
import type { Play } from './play.ts'

/** Clips that are being rendered, as the command line does it. */
export interface Renders {
  /** Starts one and returns its number; how it goes is told by events. */
  start(play: Play): string
  /** False when there is none of that number any more. */
  cancel(render: string): boolean
  close(): Promise<void>
}

export interface RenderSettings {
  session: () => Promise<Session>
  events: Events
  /** The folder in which clips appear. */
  out: string
  clipId: (folder: string) => string
}

export function openRenders({ session, events, out, clipId }: RenderSettings): Renders {
  const running = new Map<string, { control: AbortController; done: Promise<void> }>()

  const work = async (render: string, play: Play, signal: AbortSignal) => {
    try {
      const { scene, camera, template } = play
      const { folder } = await (
        await session()
      ).render(
        scene,
        { out, camera, force: true },
        {
          signal,
          template,
          onProgress: (progress) => events.send({ type: 'rendering', render, ...progress }),
        },
      )
      events.send({ type: 'listed' })
      events.send({ type: 'rendered', render, clip: clipId(folder) })
    } catch (error) {
      const message = signal.aborted ? 'cancelled' : messageOf(error)
      events.send({ type: 'unrendered', render, message })
    } finally {
      running.delete(render)
    }
  }

  return {
    start(play) {
      const render = randomBytes(6).toString('hex')
      const control = new AbortController()
      running.set(render, { control, done: work(render, play, control.signal) })
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
