import type { Browser } from 'puppeteer'
import { StageError } from '../errors.ts'
import { StageLostError } from './calls.ts'
import { openStage, type RemoteStage } from './remote-stage.ts'
import type { StageServer } from './server.ts'

/**
 * Pages kept warm between clips, each in a browser of its own: a browser has one GPU process, and in it
 * the pages take turns. Seconds of a whole clip over those of its bare drawing on one page, medians of
 * three scenes of 512x512 on two cores and llvmpipe: one page 1.18, two pages of one browser 1.16, two
 * browsers 1.05.
 */
export interface StagePool {
  /**
   * Lends `count` pages to `work`, alone. When a page is lost on the way, the browsers are replaced and
   * `work` starts again from its beginning, once.
   */
  use<T>(count: number, work: Work<T>, signal?: AbortSignal): Promise<T>
  close(): Promise<void>
}

export type Work<T> = (stages: RemoteStage[]) => Promise<T>

export interface PooledBrowser {
  browser: Browser
  close(): Promise<void>
}

export interface PoolOptions {
  launch: () => Promise<PooledBrowser>
  server: StageServer
  /** A browser is replaced after so many clips, whatever its processes may have kept. */
  clipsPerBrowser?: number
}

interface Seat {
  launched: PooledBrowser
  stage: RemoteStage
  clips: number
}

export function openPool({ launch, server, clipsPerBrowser = 32 }: PoolOptions): StagePool {
  let seats: Seat[] = []
  let queue: Promise<unknown> = Promise.resolve()

  const sit = async (launched: PooledBrowser, signal?: AbortSignal): Promise<Seat> => {
    try {
      return { launched, stage: await openStage(launched.browser, server, { signal }), clips: 0 }
    } catch (error) {
      await launched.close()
      throw error
    }
  }

  const isWorn = ({ launched, stage, clips }: Seat) =>
    !launched.browser.connected || !stage.isUsable || clips >= clipsPerBrowser

  // The whole browser goes, not the page alone: after its GPU process has died a few times,
  // Chrome falls back to another back end without a word. And of a page that is closed the GPU process keeps
  // up to 50 MB, by chance, until later pages draw (a new browser has its first frame 1 s later).
  const leave = async (gone: Seat[]) => {
    seats = seats.filter((seat) => !gone.includes(seat))
    await Promise.all(gone.map(({ launched }) => launched.close()))
  }

  const attempt = async <T>(count: number, work: Work<T>, signal?: AbortSignal) => {
    await leave(seats.filter(isWorn))
    const opened = await Promise.allSettled(
      Array.from({ length: count - seats.length }, async () => sit(await launch(), signal)),
    )
    seats.push(...opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])))
    const failed = opened.find((one) => one.status === 'rejected')
    if (failed) throw failed.reason
    const ready = seats.slice(0, count)
    for (const seat of ready) seat.clips++
    return work(ready.map(({ stage }) => stage))
  }

  const use: StagePool['use'] = async (count, work, signal) => {
    try {
      return await attempt(count, work, signal)
    } catch (error) {
      if (!(error instanceof StageLostError) || signal?.aborted) throw error
      await leave(seats)
      return attempt(count, work, signal).catch((again: unknown) => {
        if (!(again instanceof StageLostError)) throw again
        throw new StageError(`The stage was lost twice: ${again.message}`, {
          cause: again,
          remedy:
            'Try --gl swiftshader, a smaller size, or fewer pages; groundreel doctor tells about GL and memory.',
        })
      })
    }
  }

  return {
    use(count, work, signal) {
      const turn = queue.then(() => use(count, work, signal))
      queue = turn.catch(() => {})
      return turn
    },
    async close() {
      await queue
      await leave(seats)
    },
  }
}
