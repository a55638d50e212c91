import { setTimeout as sleep } from 'node:timers/promises'
import { Random } from '#scenes'
import { type Said, start } from '../../helpers/cli.ts'
import { childrenRunning, descendantsOf, isAlive } from '../../helpers/processes.ts'
import { startRedis } from './redis-server.ts'

const VICTIMS = ['batch', 'chrome', 'ffmpeg'] as const
const FARM_VICTIMS = [...VICTIMS, 'worker', 'redis'] as const
export type Victim = (typeof FARM_VICTIMS)[number]

/** Names in command lines. */
const PROGRAMS = { chrome: /chrom|headless/i, ffmpeg: /ffmpeg/ } as const

export interface Killing {
  kills: number
  seed: number
  /** Seconds before the next one. */
  within: [number, number]
}

/** What was killed, the processes that outlived their own, and what the last batch said. */
export interface Killed {
  killed: Victim[]
  orphans: number[]
  code: number | null
  err: string
}

/**
 * Runs a batch and kills it, or its Chrome or ffmpeg, at moments that a seed decides, up to so many times: fewer where all
 * is done before. The last call is left alone.
 */
export async function killAtRandom(
  argv: string[],
  { kills, seed, within }: Killing,
): Promise<Killed> {
  const chance = Random.of(seed)
  const killed: Victim[] = []
  const families = new Set<number>()
  for (;;) {
    const run = start(argv)
    const pid = run.child.pid ?? 0
    let isOver = false
    const ended = run.ended.finally(() => (isOver = true))
    await run.says(/ -> /)
    while (!isOver && killed.length < kills) {
      await Promise.race([sleep(chance.between(...within) * 1000), ended])
      if (isOver) break
      for (const one of descendantsOf(pid)) families.add(one)
      const victim = chance.pick(VICTIMS)
      const targets = victim === 'batch' ? [pid] : childrenRunning(pid, PROGRAMS[victim])
      if (targets.length === 0) continue
      for (const target of targets) process.kill(target, 'SIGKILL')
      killed.push(victim)
      if (victim === 'batch') break
    }
    const { code, err } = await ended
    const orphans = await outliving(families)
    if (killed.at(-1) !== 'batch' || code !== null) return { killed, orphans, code, err }
  }
}

/** The same of a batch over Redis and its two workers: each of them, and Redis too, is killed and begun again. */
export async function killFarmAtRandom(
  argv: string[],
  { kills, seed, within }: Killing,
): Promise<Killed> {
  const chance = Random.of(seed)
  const killed: Victim[] = []
  const families = new Set<number>()
  const redis = await startRedis()
  const work = () => start(['worker', '--redis', redis.url, '--lanes', '1', '--stalled', '3'])
  const ask = () => start([...argv, '--redis', redis.url])
  const workers = [work(), work()]
  let batch = ask()
  const pidOf = ({ child }: { child: { pid?: number | undefined } }) => child.pid ?? 0
  const note = () => {
    for (const one of workers) for (const pid of descendantsOf(pidOf(one))) families.add(pid)
  }
  try {
    for (;;) {
      let over: Said | undefined
      const ended = batch.ended.then((said) => (over = said))
      while (!over) {
        await Promise.race([sleep(chance.between(...within) * 1000), ended])
        note()
        if (over || killed.length === kills) break
        const victim = chance.pick(FARM_VICTIMS)
        const at = chance.int(0, workers.length - 1)
        const worker = pidOf(workers[at] as (typeof workers)[number])
        const of = { batch: [pidOf(batch)], worker: [worker], redis: [] as number[] }
        const targets =
          victim === 'chrome' || victim === 'ffmpeg'
            ? childrenRunning(worker, PROGRAMS[victim])
            : of[victim]
        if (victim === 'redis') {
          await redis.kill()
          await redis.start()
        } else if (targets.length === 0) continue
        for (const target of targets) process.kill(target, 'SIGKILL')
        killed.push(victim)
        if (victim === 'worker') workers[at] = work()
        if (victim === 'batch') break
      }
      const { code, err } = await ended
      // Whatever ended it, killed or in trouble, the same call goes on.
      if (code === null) {
        batch = ask()
        continue
      }
      note()
      for (const { child } of workers) child.kill('SIGTERM')
      await Promise.all(workers.map((one) => one.ended))
      return { killed, orphans: await outliving(families), code, err }
    }
  } finally {
    await redis.kill()
  }
}

/** Those that are alive after two seconds: Chrome ends when its pipe does, but not in no time. */
export async function outliving(pids: Iterable<number>): Promise<number[]> {
  let alive = [...pids].filter(isAlive)
  for (let i = 0; i < 20 && alive.length > 0; i++) {
    await sleep(100)
    alive = alive.filter(isAlive)
  }
  return alive
}
