import { setTimeout as sleep } from 'node:timers/promises'
import { Random } from '#scenes'
import { start } from '../../helpers/cli.ts'
import { childrenRunning, descendantsOf, isAlive } from '../../helpers/processes.ts'

const VICTIMS = ['batch', 'chrome', 'ffmpeg'] as const
export type Victim = (typeof VICTIMS)[number]

/** Names in command lines. */
const PROGRAMS = { chrome: /chrom|headless/i, ffmpeg: /ffmpeg/ } as const

/**
 * Runs a batch and kills it, or its Chrome or ffmpeg, at moments that a seed decides, so many times; the last call is
 * left alone. Returns what was killed, and the processes that outlived their batch.
 */
export async function killAtRandom(
  argv: string[],
  { kills, seed, within }: { kills: number; seed: number; within: [number, number] },
): Promise<{ killed: Victim[]; orphans: number[]; code: number | null; err: string }> {
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
    if (killed.length < kills && code === 0)
      throw new Error(`all was done after ${killed.length} kills: give it more clips`)
    const orphans = await outliving(families)
    if (killed.at(-1) !== 'batch' || code !== null) return { killed, orphans, code, err }
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
