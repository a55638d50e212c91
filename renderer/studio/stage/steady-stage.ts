import { openStageClient, type StageClient } from './stage-client.ts'

export interface SteadySettings {
  /** A stage failed and another takes its place; for those who wait. */
  onMend?(message: string): void
  open?(): StageClient
}

/**
 * A stage that outlives its GL context: one that is lost is lost for good, but another worker has another. Whatever was
 * asked is asked there again, with the scene that was loaded last. Throws what the last of three stages in a row threw;
 * the next question begins with a fresh one.
 */
export function openSteadyStage({
  onMend,
  open = openStageClient,
}: SteadySettings = {}): StageClient {
  // A worker takes its time to come up: it does so while the scene is played out.
  let client: StageClient | undefined = open()
  let scene: Parameters<StageClient['load']> | undefined
  /** Where the scene is loaded. */
  let holder: StageClient | undefined

  const load = async (to: StageClient) => {
    if (!scene) throw new Error('nothing is loaded')
    const mine = scene
    const told = await to.load(...mine)
    if (mine === scene) holder = to
    return told
  }

  const steadily = async <T>(ask: (to: StageClient) => Promise<T>): Promise<T> => {
    for (let left = STAGES - 1; ; left--) {
      const mine = (client ??= open())
      try {
        return await ask(mine)
      } catch (error) {
        if (client === mine) {
          mine.close()
          client = undefined
        }
        if (left === 0) throw error
        onMend?.(error instanceof Error ? error.message : String(error))
      }
    }
  }

  /** On a stage that has the scene. */
  const there = <T>(ask: (to: StageClient) => Promise<T>) =>
    steadily(async (to) => {
      if (holder !== to) await load(to)
      return ask(to)
    })

  return {
    load(...asked) {
      scene = asked
      holder = undefined
      return steadily(load)
    },
    draw: (...asked) => there((to) => to.draw(...asked)),
    who: (...asked) => there((to) => to.who(...asked)),
    close() {
      client?.close()
      client = undefined
    },
  }
}

const STAGES = 3
