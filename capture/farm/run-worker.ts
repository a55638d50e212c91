import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq'
import { removeClip } from '../batch/finished.ts'
import { type Judge, openJudge, Rejected } from '../batch/judge.ts'
import { lanesHere } from '../batch/lanes.ts'
import { opensAlike } from '../batch/opens-alike.ts'
import { clipOptionsOf } from '../batch/candidate.ts'
import { openFreeList } from '../batch/free-list.ts'
import { cellsOf } from '../batch/quota.ts'
import { isFull, mayPass, renderPlanned } from '../batch/render-planned.ts'
import { isOfSeed, shootSource } from '../batch/source.ts'
import { stageOf } from '../batch/work.ts'
import { GroundreelError, messageOf } from '../errors.ts'
import type { SessionOptions } from '../options.ts'
import { clipFolderOf } from '../reel/layout.ts'
import type { Bucket } from './bucket.ts'
import { BucketError } from './bucket-error.ts'
import {
  connectionTo,
  type FarmOptions,
  type JobData,
  type JobResult,
  openRedis,
  orderKey,
  QUEUE,
} from './redis.ts'
import { orderIn, type ReelOrder } from './reel-order.ts'

export interface WorkerCall extends FarmOptions {
  /** Folder in which reels lie here; default is where the batch has them, or `out` where clips go through a bucket. */
  out?: string | undefined
  lanes?: number | undefined
  session?: Partial<SessionOptions>
  signal: AbortSignal
  onClip?: ((id: string, said: string) => void) | undefined
}

/** Seconds for which a clip in the making may go on after a signal; after that it goes back to the queue. */
const GRACE_SECONDS = 5

/** A clip is taken over so often before it is held to be what ends the workers. */
const MOST_STALLS = 10

/** Renders what batches ask for, until a signal; a full disk ends it as well. */
export async function runWorker(call: WorkerCall): Promise<{ clips: number }> {
  const { redis: url, stalled, signal, onClip = () => {} } = call
  const redis = await openRedis(url)
  const lanes = call.lanes ?? lanesHere(availableParallelism())
  const stop = new AbortController()
  const orders = openOrders(call, (key) => redis.get(orderKey(key)))
  const sessions = openFreeList(lanes, opensAlike(call.session), stop.signal)
  let clips = 0
  let trouble: Error | undefined

  const render = async ({ key, clip }: JobData): Promise<JobResult> => {
    const { reel, recipe, sources, judge, bucket } = await orders(key)
    if (await bucket?.holds(clip.id)) return { done: true }
    const source = sources.find(({ name }) => name === clip.source)
    if (!source) throw new UnrecoverableError(`The order has no source ${clip.source}.`)
    try {
      const plan = await shootSource(source, clip, clipOptionsOf(recipe))
      plan.group = clip.group
      await sessions.use((session) =>
        renderPlanned(session, { reel, recipe, clip, plan, judge }, stop.signal),
      )
      await bucket?.leave(clip.id, clipFolderOf(reel, clip.id))
      if (bucket) await removeClip(reel, clip)
      clips++
      onClip(clip.id, 'done')
      return { done: true }
    } catch (error) {
      if (!(error instanceof Rejected || isOfSeed(error))) throw error
      onClip(clip.id, error.message)
      return { refused: { stage: stageOf(error), reason: error.message } }
    }
  }
  const process = async (job: Job<JobData, JobResult>, token?: string) => {
    try {
      return await render(job.data)
    } catch (error) {
      // Of the machine, or of what it can reach: the clip is for another one.
      if (error instanceof Error && (isFull(error) || error instanceof BucketError)) end(error)
      if (stop.signal.aborted || trouble) {
        await job.moveToWait(token)
        throw new WaitingError()
      }
      onClip(job.data.clip.id, messageOf(error))
      throw mayPass(error) ? error : new UnrecoverableError(messageOf(error))
    }
  }

  // One more than can draw: its scene is cast meanwhile.
  const worker = new Worker<JobData, JobResult>(QUEUE, process, {
    connection: connectionTo(url),
    concurrency: lanes + 1,
    lockDuration: stalled * 1000,
    stalledInterval: stalled * 1000,
    maxStalledCount: MOST_STALLS,
  })
  worker.on('error', () => {})
  let resolve = () => {}
  const ended = new Promise<void>((done) => void (resolve = done))
  const end = (why?: Error) => {
    trouble ??= why
    resolve()
  }
  const onAbort = () => end()
  signal.addEventListener('abort', onAbort, { once: true })
  if (signal.aborted) end()
  try {
    await ended
    const timer = setTimeout(
      () => stop.abort(signal.reason ?? trouble),
      trouble ? 0 : GRACE_SECONDS * 1000,
    )
    await worker.close()
    clearTimeout(timer)
    if (trouble) throw trouble
    return { clips }
  } finally {
    signal.removeEventListener('abort', onAbort)
    await sessions.close()
    redis.disconnect()
  }
}

type Known = Omit<ReelOrder, 'bucket'> & { judge: Judge; bucket?: Bucket | undefined }

/** Of a worker that shares no folder with the batch: what it has not handed in yet lies there. */
const OWN_FOLDER = 'out'

/** The orders of reels, each read once, with a judge that knows nothing of other clips: the batch compares those. */
function openOrders({ out }: WorkerCall, read: (key: string) => Promise<string | null>) {
  const known = new Map<string, Known>()
  return async (key: string) => {
    const found = known.get(key)
    if (found) return found
    const text = await read(key)
    if (text === null)
      throw new GroundreelError(
        'Redis has forgotten the order of this clip; its batch tells it again.',
      )
    const order = orderIn(text)
    const gates = { ...order.recipe.gates, duplicates: undefined }
    const home = out ?? (order.bucket === undefined ? undefined : OWN_FOLDER)
    const made: Known = {
      ...order,
      reel: home === undefined ? order.reel : join(home, basename(order.reel)),
      bucket:
        order.bucket === undefined
          ? undefined
          : (await import('./bucket.ts')).openBucket(order.bucket, key),
      judge: openJudge(
        { ...order.recipe, gates },
        cellsOf(order.recipe.quotas, order.recipe.count),
      ),
    }
    known.set(key, made)
    return made
  }
}
