import type { Failure } from './journal.ts'
import type { PlannedClip } from './planned.ts'

/** Clips that belong together, as the plan has them now. */
export interface Slot {
  slot: number
  turn: number
  clips: PlannedClip[]
  /** One of them failed or was rejected: another seed is to take their place. */
  isLost: boolean
  /** No other seed is looked for any more. */
  isGivenUp: boolean
}

/** The slots of a plan in order, each with its last turn. */
export function slotsOf(plan: readonly PlannedClip[], failures: readonly Failure[]): Slot[] {
  const slots = new Map<number, Slot>()
  for (const clip of plan) {
    const { slot, turn } = clip
    const known = slots.get(slot)
    if (!known || turn > known.turn)
      slots.set(slot, { slot, turn, clips: [clip], isLost: false, isGivenUp: false })
    else if (turn === known.turn) known.clips.push(clip)
  }
  for (const { slot, turn, stage } of failures) {
    const own = slot === undefined ? undefined : slots.get(slot)
    if (!own || own.turn !== turn) continue
    if (stage === 'plan') own.isGivenUp = true
    else own.isLost = true
  }
  return [...slots.values()].sort((a, b) => a.slot - b.slot)
}
