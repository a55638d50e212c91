import type { Browser } from 'puppeteer'
import { StageError } from '../errors.ts'
import { StageLostError } from './calls.ts'
import { openStage, type RemoteStage } from './remote-stage.ts'
import type { StageServer } from './server.ts'

/** Pages kept warm between clips. */
export interface StagePool<B extends PooledBrowser> {
  /**
   * Lends `count` pages of one browser to `work`, alone. When a page is lost on the way, the browser is
   * replaced and `work` starts again from its beginning, once.
   */
  use<T>(
    count: number,
    work: (stages: RemoteStage[], browser: B) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T>
  close(): Promise<void>
}

export interface PooledBrowser {
  browser: Browser
  close(): Promise<void>
}

export interface PoolOptions<B extends PooledBrowser> {
  launch: () => Promise<B>
  server: StageServer
  /** A page is replaced after so many clips, whatever it may have kept. */
  clipsPerPage?: number
}

export function openPool<B extends PooledBrowser>({
  launch,
  server,
  clipsPerPage = 32,
}: PoolOptions<B>): StagePool<B> {
  let launched: B | undefined
  let pages: { stage: RemoteStage; clips: number }[] = []
  let queue: Promise<unknown> = Promise.resolve()

  // The whole browser goes, not the page alone: after its GPU process has died a few times,
  // Chrome falls back to another back end without a word.
  const drop = async () => {
    const old = launched
    launched = undefined
    pages = []
    await old?.close()
  }

  const attempt = async <T>(
    count: number,
    work: (stages: RemoteStage[], browser: B) => Promise<T>,
    signal?: AbortSignal,
  ) => {
    if (launched && !launched.browser.connected) await drop()
    const browser = (launched ??= await launch())
    const tired = pages.filter(({ stage, clips }) => !stage.isUsable || clips >= clipsPerPage)
    pages = pages.filter((page) => !tired.includes(page))
    await Promise.all(tired.map(({ stage }) => stage.close()))
    while (pages.length < count)
      pages.push({ stage: await openStage(browser.browser, server, { signal }), clips: 0 })

    const lent = pages.slice(0, count)
    for (const page of lent) page.clips++
    return work(
      lent.map(({ stage }) => stage),
      browser,
    )
  }

  const use: StagePool<B>['use'] = async (count, work, signal) => {
    try {
      return await attempt(count, work, signal)
    } catch (error) {
      if (!(error instanceof StageLostError) || signal?.aborted) throw error
      await drop()
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
      await drop()
    },
  }
}
