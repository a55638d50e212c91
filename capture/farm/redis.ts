import { Redis } from 'ioredis'
import type { PlannedClip } from '../batch/planned.ts'
import type { Failure } from '../batch/journal.ts'
import { EnvironmentError, messageOf } from '../errors.ts'

/** All reels share a queue, so that a worker serves whoever asks. */
export const QUEUE = 'groundreel'

export interface FarmOptions {
  /** `redis://host:port`; `rediss://` is encrypted. */
  redis: string
  /** Seconds after which the clip of a worker that says nothing goes to another one. */
  stalled: number
}

/** What a worker is given. */
export interface JobData {
  /** Of the reel's order. */
  key: string
  clip: PlannedClip
}

/** What it answers: the clip is handed in, or why there will be none. */
export type JobResult = { done: true } | { refused: { stage: Failure['stage']; reason: string } }

export function orderKey(key: string): string {
  return `${QUEUE}:reel:${key}`
}

/** Where BullMQ connects; a Redis that is away is waited for. */
export function connectionTo(url: string) {
  return { url, maxRetriesPerRequest: null, retryStrategy }
}

/** Connects, and waits a while for a Redis that is being started. Throws an EnvironmentError where nothing answers. */
export async function openRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy })
  let last = 'it says nothing'
  redis.on('error', (error: Error) => (last = messageOf(error)))
  const isReady = await new Promise<boolean>((resolve) => {
    const late = setTimeout(() => resolve(false), CONNECT_SECONDS * 1000)
    redis.once('ready', () => {
      clearTimeout(late)
      resolve(true)
    })
  })
  if (isReady) return redis
  redis.disconnect()
  throw new EnvironmentError(`No Redis answers at ${new URL(url).host}: ${last}.`, {
    remedy: 'Start redis-server, or name another one with --redis redis://host:port.',
  })
}

const CONNECT_SECONDS = 5

/** Milliseconds until the next try. */
function retryStrategy(times: number): number {
  return Math.min(2000, 100 * times)
}
