import { gather, readFailures, readRows } from './journal.ts'
import type { PlannedClip } from './planned.ts'
import { slotsOf } from './slots.ts'

/**
 * Takes out of failures.jsonl what failed in slots that are given up, so that their last seed is rendered again: a
 * machine that was broken, and not the scenes, may have been the cause. What a gate rejected stays rejected.
 */
export async function forgiveFailures(reel: string, plan: readonly PlannedClip[]): Promise<void> {
  const failures = await readFailures(reel)
  const lost = new Map(
    slotsOf(plan, failures)
      .filter(({ isGivenUp }) => isGivenUp)
      .map(({ slot, turn }) => [slot, turn]),
  )
  const kept = failures.filter(
    ({ slot = -1, turn, stage }) =>
      lost.get(slot) !== turn || !(stage === 'render' || stage === 'plan'),
  )
  if (kept.length < failures.length) await gather(reel, (await readRows(reel)).values(), kept)
}
