import { mkdtempSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Queue } from 'bullmq'
import { openSession } from '#capture'
import { runBatch } from '../../../capture/batch/run-batch.ts'
import { dispatch } from '../../../capture/farm/dispatch.ts'
import { connectionTo, QUEUE } from '../../../capture/farm/redis.ts'
import { startRedis } from '../../capture/batch/redis-server.ts'
import { start } from '../../helpers/cli.ts'
import { openCopies } from './copies.ts'
import { type Clips, film, toyReel } from './throughput.ts'

type Say = (line: string) => void

/** A reel by so many lanes here over the same reel by as many workers of one lane; browsers are open before. */
export async function redisRatio(folder: string, asked: Clips, say: Say): Promise<number> {
  const cores = availableParallelism()
  const file = await toyReel(asked)
  const warm = await toyReel({ ...asked, frames: 2, clips: 4 * cores })
  const sessions = await Promise.all(Array.from({ length: cores }, () => openSession()))
  const local = async (name: string) => film(join(folder, name), file, sessions)
  let here: number[]
  try {
    await film(join(folder, 'warm-here'), warm, sessions)
    here = [await local('here')]
    const redis = await startRedis()
    const workers = Array.from({ length: cores }, () =>
      start(['worker', '--redis', redis.url, '--lanes', '1']),
    )
    try {
      const far = async (name: string, what: typeof file) => {
        const begin = performance.now()
        const report = await runBatch({
          ...{ ...what, reel: join(folder, name), extend: false },
          dispatch: (work, signal) => dispatch({ work, redis: redis.url, signal }),
        })
        if (report.left > 0) throw new Error(`${report.left} clips were not rendered`)
        return (performance.now() - begin) / 1000
      }
      await far('warm-far', warm)
      const there = await far('far', file)
      here.push(await local('here-again'))
      say(
        `${asked.clips} clips in ${cores} lanes here ${here.map((s) => s.toFixed(1)).join(' and ')} s, by ${cores} workers ${there.toFixed(1)} s`,
      )
      return here.reduce((sum, seconds) => sum + seconds, 0) / here.length / there
    } finally {
      for (const { child } of workers) child.kill('SIGTERM')
      await Promise.all(workers.map(({ ended }) => ended))
      await redis.kill()
    }
  } finally {
    await Promise.all(sessions.map((session) => session.close()))
  }
}

/** Seconds until Redis has the jobs of a plan of so many clips. */
export async function enqueueSeconds(folder: string, count: number, say: Say): Promise<number> {
  const home = mkdtempSync(join(folder, 'queue-'))
  const { reel, file } = await openCopies(home, count + 1)
  const redis = await startRedis()
  const queue = new Queue(QUEUE, { connection: connectionTo(redis.url) })
  try {
    const enough = new AbortController()
    let seconds = 0
    await runBatch({
      ...{ ...file, reel, extend: false, signal: enough.signal },
      dispatch: async (work, signal) => {
        const begin = performance.now()
        const sent = dispatch({ work, redis: redis.url, signal })
        while ((await queue.count()) < count) await sleep(100)
        seconds = (performance.now() - begin) / 1000
        enough.abort(new Error('All are there.'))
        await sent
      },
    })
    say(`${count} jobs enqueued in ${seconds.toFixed(1)} s`)
    return seconds
  } finally {
    await queue.close()
    await redis.kill()
  }
}
