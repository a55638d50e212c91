import { setImmediate as breathe } from 'node:timers/promises'
import { candidateOf, type Casting } from './candidate.ts'
import { withLock } from './reel-lock.ts'
import type { PlannedClip } from './planned.ts'
import { readPlan, writePlan } from './plan-file.ts'
import { LOOK_COST, MOST_TRIES } from './planner.ts'
import { cellsOf } from './quota.ts'
import type { Slot } from './slots.ts'
import type { Source } from './source.ts'
import { openTally } from './tally.ts'

/** Seeds of a slot that may be rendered for nothing. */
const MOST_TURNS = 8

/**
 * Plans another seed for a lost slot: of the same source, filling the same cells, so that every quota stays as full as it
 * was. Each slot has seeds of its own, so that shards which know nothing of each other never take the same one.
 * Returns why there is none.
 */
export async function replaceSlot(
  reel: string,
  { slot, turn, clips }: Slot,
  { sources, ...casting }: Casting & { sources: readonly Source[] },
): Promise<PlannedClip[] | string> {
  const source = sources.find(({ name }) => name === clips[0]?.source)
  if (!source) return 'its source is no longer in the recipe'
  if (turn + 1 >= MOST_TURNS) return `${MOST_TURNS} seeds were tried`
  const { recipe, looker } = casting
  const tally = openTally(cellsOf(recipe.quotas, recipe.count))
  const wanted = tally.matches(clips.map(({ labels }) => labels)).join(' ')

  return withLock(reel, 'plan', async () => {
    const plan = (await readPlan(reel)) ?? []
    const ids = new Set(plan.map(({ id }) => id))
    const first = plan.filter((one) => one.turn === 0)
    const slots = Math.max(...first.map((one) => one.slot)) + 1
    const begin =
      Math.max(...first.filter((one) => one.source === source.name).map(({ seed }) => seed)) + 1
    const before = looker.looks
    const spent = (step: number) => step + (LOOK_COST - 1) * (looker.looks - before)
    for (let step = 0; spent(step) < MOST_TRIES; step++) {
      const seed = begin + slot + step * slots
      if (seed >= source.seeds[1]) return `the seeds of ${source.name} are used up`
      await breathe()
      const made = await candidateOf(source, seed, casting)
      if ('reason' in made || made.clips.some(({ id }) => ids.has(id))) continue
      if (made.clips.length !== clips.length) continue
      if (tally.matches(made.clips.map(({ labels }) => labels)).join(' ') !== wanted) continue
      const added = made.clips.map((clip, i) => ({
        index: plan.length + i,
        slot,
        turn: turn + 1,
        ...clip,
      }))
      await writePlan(reel, [...plan, ...added])
      return added
    }
    return 'no seed was found that fills the same quotas'
  })
}
