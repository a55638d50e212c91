import pLimit from 'p-limit'
import type { Session } from '../session.ts'

/** Opens a session that draws. */
export type Open = (signal: AbortSignal) => Promise<Pick<Session, 'use' | 'close'>>

/** So many sessions, opened when they are first needed, each lent to one at a time. */
export interface FreeList {
  use<T>(work: (session: Pick<Session, 'use'>) => Promise<T>): Promise<T>
  /** Closes them; whoever asks after that has new ones. */
  close(): Promise<void>
}

export function openFreeList(count: number, open: Open, signal: AbortSignal): FreeList {
  const limit = pLimit(count)
  let free: Pick<Session, 'use' | 'close'>[] = []
  let all: ReturnType<Open>[] = []
  const opened = () => {
    const one = open(signal)
    all.push(one)
    one.catch(() => (all = all.filter((other) => other !== one)))
    return one
  }
  return {
    use: (work) =>
      limit(async () => {
        // No more are at work than there may be: where none is free, another may be opened.
        const home = free
        const session = home.pop() ?? (await opened())
        try {
          return await work(session)
        } finally {
          // Closed meanwhile, it is lent to nobody.
          home.push(session)
        }
      }),
    async close() {
      const gone = all
      ;[free, all] = [[], []]
      for (const one of await Promise.allSettled(gone))
        if (one.status === 'fulfilled') await one.value.close()
    },
  }
}
