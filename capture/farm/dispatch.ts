import { setTimeout as sleep } from 'node:timers/promises'
import { Queue, QueueEvents } from 'bullmq'
import pLimit from 'p-limit'
import { ATTEMPTS, countsFailures } from '../batch/lane.ts'
import type { PlannedClip } from '../batch/planned.ts'
import { Refused, type Work } from '../batch/work.ts'
import { GroundreelError } from '../errors.ts'
import { clipFolderOf } from '../reel/layout.ts'
import { readManifest, readTold } from '../verify/stored-clip.ts'
import { Damaged } from './bucket-error.ts'
import { openHandover } from './handover.ts'
import { connectionTo, type JobData, type JobResult, openRedis, orderKey, QUEUE } from './redis.ts'
import { keyOf, orderText } from './reel-order.ts'

export interface Dispatch {
  work: Work
  redis: string
  /** Through which workers hand clips in that do not share the reel's folder. */
  bucket?: string | undefined
  signal?: AbortSignal | undefined
}

/** Jobs that go to Redis in one call. */
const BULK = 1000

/** Clips that are fetched at the same time. */
const FETCHES = 4

/** Seconds between two looks at what was not told. */
const LOOK_SECONDS = 20

/**
 * Has workers render all the work; resolves when nothing is left that can be done. What Redis forgets is asked for
 * again: the plan is the truth, and a clip that is in its place is done whoever tells it.
 */
export async function dispatch({ work, redis: url, bucket, signal }: Dispatch): Promise<void> {
  const { reel, recipe, sources } = work.call
  const order = { reel, bucket, recipe, sources }
  const key = keyOf(order)
  const handover = await openHandover(order)
  const redis = await openRedis(url)
  const queue = new Queue<JobData, JobResult>(QUEUE, { connection: connectionTo(url) })
  // From now on by the clock of Redis: what was told to an earlier batch is none of ours.
  const [seconds, micros] = (await redis.time()).map(Number) as [number, number]
  const lastEventId = `${seconds * 1000 + Math.floor(micros / 1000)}-0`
  const events = new QueueEvents(QUEUE, { connection: connectionTo(url), lastEventId })
  queue.on('error', () => {})
  events.on('error', () => {})

  const asked = new Map<string, PlannedClip>()
  const note = countsFailures(work)
  let end = () => {}
  let fail: (error: unknown) => void = () => {}
  const ended = new Promise<void>((resolve, reject) => void ([end, fail] = [resolve, reject]))
  // Awaited below, but it may fail before that.
  ended.catch(() => {})
  // One thing at a time: what becomes of a clip changes the plan.
  let turn: Promise<void> = Promise.resolve()
  const inTurn = (what: () => Promise<void>) => {
    turn = turn.then(what).then(() => {
      if (work.trouble || work.counts().left === 0) end()
    })
    turn.catch((error: unknown) => fail(error))
    return turn
  }

  const ask = async (clips: readonly PlannedClip[]) => {
    await redis.set(orderKey(key), orderText(order), 'EX', ORDER_DAYS * 86_400)
    for (let at = 0; at < clips.length; at += BULK) {
      if (signal?.aborted) return
      await queue.addBulk(
        clips.slice(at, at + BULK).map((clip) => ({
          name: 'clip',
          data: { key, clip },
          opts: {
            jobId: `${key}-${clip.id}`,
            attempts: ATTEMPTS,
            backoff: { type: 'exponential', delay: 1000 },
            removeOnComplete: true,
          },
        })),
      )
    }
  }
  const askForMore = async () => {
    const more: PlannedClip[] = []
    for (let clip = work.next(); clip; clip = work.next()) more.push(clip)
    for (const clip of more) asked.set(`${key}-${clip.id}`, clip)
    await ask(more)
  }

  const take = async (id: string, clip: PlannedClip) => {
    asked.delete(id)
    const folder = clipFolderOf(reel, clip.id)
    if (recipe.gates.duplicates !== undefined)
      try {
        work.judge.compare(clip.id, (await readTold(folder)).captions.captions.en.dense.text)
      } catch (error) {
        return work.lost(clip, error as Error).then(askForMore)
      }
    await work.done(clip, (await readManifest(folder)).frames)
    note()
  }
  const lose = async (id: string, clip: PlannedClip, error: Error) => {
    asked.delete(id)
    await work.lost(clip, error)
    note(error instanceof Refused && error.stage !== 'render' ? undefined : error)
    await askForMore()
  }
  const fetching = pLimit(FETCHES)
  const underway = new Map<string, Promise<void>>()
  const damages = new Map<string, number>()
  /** Gets a clip that a worker has handed in, while others have their turn; one that is not whole is asked for again. */
  const receive = (id: string, clip: PlannedClip) => {
    if (underway.has(id)) return
    const received = fetching(() => handover.receive(clip.id)).then(
      () => inTurn(() => take(id, clip)),
      (error: Error) =>
        inTurn(async () => {
          if (!(error instanceof Damaged)) throw error
          const times = (damages.get(id) ?? 0) + 1
          damages.set(id, times)
          if (times < ATTEMPTS) await ask([clip])
          else await lose(id, clip, new Refused('render', error.message))
        }),
    )
    // What is thrown in a turn ends the whole.
    underway.set(
      id,
      received.catch(() => {}).finally(() => underway.delete(id)),
    )
  }

  events.on('completed', ({ jobId, returnvalue }) => {
    const result = returnvalue as unknown as JobResult
    void inTurn(async () => {
      const clip = asked.get(jobId)
      if (!clip) return
      if ('refused' in result)
        await lose(jobId, clip, new Refused(result.refused.stage, result.refused.reason))
      else receive(jobId, clip)
    })
  })
  events.on('failed', ({ jobId, failedReason }) => {
    void inTurn(async () => {
      const clip = asked.get(jobId)
      if (clip) await lose(jobId, clip, new Refused('render', failedReason))
    })
  })

  /** What was done and not told, and what Redis has forgotten. */
  const look = async (isForgotten: boolean) => {
    const there = await handover.there([...asked.values()].map((clip) => clip.id))
    for (const [id, clip] of asked) if (there.has(clip.id)) receive(id, clip)
    for (const { id = '', failedReason } of await queue.getFailed(0, BULK)) {
      const clip = asked.get(id)
      if (clip) await lose(id, clip, new Refused('render', failedReason))
    }
    if (isForgotten) await ask([...asked.values()].filter((clip) => !there.has(clip.id)))
  }
  redis.on('ready', () => void inTurn(() => look(true)))
  const looking = setInterval(() => void inTurn(() => look(false)), LOOK_SECONDS * 1000)
  const onAbort = () => end()
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    // Dead letters of an earlier call, which the plan has again: to be asked for, they must go.
    for (const job of await queue.getFailed()) if (job.id?.startsWith(`${key}-`)) await job.remove()
    await events.waitUntilReady()
    await inTurn(askForMore)
    if (!signal?.aborted) await ended
    if (!signal?.aborted) await Promise.all([...underway.values()])
    // Siblings of clips that were lost.
    if (work.counts().left === 0) for (const id of asked.keys()) await queue.remove(id)
  } finally {
    clearInterval(looking)
    signal?.removeEventListener('abort', onAbort)
    // A Redis that is away says no goodbye.
    await Promise.race([
      Promise.allSettled([turn, events.close(), queue.close()]),
      sleep(CLOSE_SECONDS * 1000, undefined, { ref: false }),
    ])
    redis.disconnect()
    await handover.end(work.counts().left === 0)
  }
  if (work.trouble) throw work.trouble
  if (work.counts().left > 0 && !signal?.aborted)
    throw new GroundreelError('The queue ended before its work was done.')
}

const CLOSE_SECONDS = 3
const ORDER_DAYS = 30
