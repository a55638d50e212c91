import { GroundreelError } from '../errors.ts'
import type { Session } from '../session.ts'
import type { Open } from './free-list.ts'
import { Rejected } from './judge.ts'
import { isFull, mayPass, renderPlanned } from './render-planned.ts'
import type { Job, Work } from './work.ts'

export interface LaneCall {
  open: Open
  work: Work
  /** Ends what is being rendered. */
  stop: AbortController
  signal?: AbortSignal | undefined
}

/** A browser or an ffmpeg may be killed; a scene that fails as often is at fault itself. */
export const ATTEMPTS = 3

/** So many in a row: it is the machine, not the scenes. */
const MOST_IN_A_ROW = 8

/** Renders all the work in so many sessions side by side; resolves when nothing is left that can be done. */
export async function openLanes(count: number, call: LaneCall): Promise<void> {
  const { work, stop } = call
  const note = countsFailures(work)
  const lane = async () => {
    const session = await call.open(stop.signal)
    try {
      for (let job = work.take(); job;) {
        let next: Job | undefined
        // The next scene is cast while the browser takes in this one.
        const ahead = () => (next ??= work.take())
        await finish(session, job, { ...call, ahead, note })
        job = ahead()
      }
    } finally {
      await session.close()
    }
  }
  const ended = await Promise.allSettled(
    Array.from({ length: count }, () =>
      lane().catch((error: Error) => {
        // The other lanes end what they have in hand.
        work.close(error)
        throw error
      }),
    ),
  )
  const [failed] = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason as Error] : []))
  if (failed && !call.signal?.aborted) throw work.trouble ?? failed
}

/** Closes the work when too many clips fail one after the other; to be told of each, with its error if it has one. */
export function countsFailures(work: Work): (error?: Error) => void {
  let inARow = 0
  return (error) => {
    inARow = error ? inARow + 1 : 0
    if (inARow < MOST_IN_A_ROW || !error) return
    work.close(
      new GroundreelError(`${inARow} clips in a row failed, the last one so: ${error.message}`, {
        cause: error,
        remedy: 'groundreel doctor tells what is amiss here; run the same call again to go on.',
      }),
    )
  }
}

interface Finish extends LaneCall {
  ahead: () => unknown
  note: (error?: Error) => void
}

/** One clip: in the reel, written down as lost, or left for another call when all is ended. */
async function finish(
  session: Pick<Session, 'use'>,
  { clip, plan }: Job,
  call: Finish,
): Promise<void> {
  const { work, stop, ahead, note } = call
  const { reel, recipe } = work.call
  try {
    const made = await plan
    for (let attempt = 1; ; attempt++)
      try {
        await renderPlanned(
          session,
          { reel, recipe, clip, plan: made, judge: work.judge },
          stop.signal,
          ahead,
        )
        break
      } catch (error) {
        if (attempt === ATTEMPTS || !mayPass(error) || stop.signal.aborted) throw error
      }
    await work.done(clip, made.take.frames)
    note()
  } catch (thrown) {
    if (stop.signal.aborted) throw stop.signal.reason
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    if (isFull(error)) {
      work.close(error)
      stop.abort(error)
      throw error
    }
    await work.lost(clip, error)
    note(error instanceof Rejected ? undefined : error)
  }
}
