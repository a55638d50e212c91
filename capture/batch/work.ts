import { existsSync } from 'node:fs'
import { clipOptionsOf } from './candidate.ts'
import { removeClip, rowTextOf } from './finished.ts'
import type { Failure, Journal } from './journal.ts'
import type { Looker } from './looker.ts'
import { type Judge, openJudge, Rejected } from './judge.ts'
import type { PlannedClip } from './planned.ts'
import { cellsOf } from './quota.ts'
import { replaceSlot } from './replace.ts'
import type { BatchCall } from './run-batch.ts'
import type { Slot } from './slots.ts'
import { isOfSeed, shootSource, type Source } from './source.ts'
import type { ClipPlan } from '../clip/plan.ts'
import { clipFolderOf } from '../reel/layout.ts'
import type { Packer } from '../reel/pack.ts'

/** How far a batch is. */
export interface Tally {
  done: number
  failed: number
  rejected: number
  left: number
  /** Frames drawn by this call, and seconds since it began to draw. */
  frames: number
  seconds: number
}

/** A clip that a lane is to render, its scene being cast meanwhile. */
export interface Job {
  clip: PlannedClip
  plan: Promise<ClipPlan>
}

/** What there is to render, handed out to lanes, and what becomes of it. */
export interface Work {
  readonly call: BatchCall
  readonly judge: Judge
  /** The next clip, whose scene is cast from now on; undefined when there is none. */
  take(): Job | undefined
  /** The next clip alone, for those who cast elsewhere. */
  next(): PlannedClip | undefined
  done(clip: PlannedClip, frames: number): Promise<void>
  /** Writes down why it is not in the reel, and plans another seed in its place. */
  lost(clip: PlannedClip, error: Error): Promise<void>
  counts(): Tally
  /** Nothing more is handed out. */
  close(trouble?: Error): void
  readonly trouble: Error | undefined
}

/** What a worker elsewhere says of a clip that is not to be had. */
export class Refused extends Error {
  readonly stage: Failure['stage']

  constructor(stage: Failure['stage'], reason: string) {
    super(reason)
    this.stage = stage
  }
}

export function stageOf(error: Error): Failure['stage'] {
  if (error instanceof Refused) return error.stage
  if (error instanceof Rejected) return 'gate'
  return isOfSeed(error) ? 'cast' : 'render'
}

export interface WorkSetup {
  call: BatchCall
  slots: readonly Slot[]
  finished: ReadonlySet<string>
  failures: readonly Failure[]
  journal: Journal
  looker: Looker
  /** Dense captions of the finished clips, where twins are rejected. */
  dense: ReadonlyMap<string, string>
  /** Where clips go that are accepted with all that belong to them. */
  packer: Packer | undefined
  stop: AbortController
  onProgress?: ((counts: Tally) => void) | undefined
}

export async function openWork({
  call,
  slots,
  finished,
  failures,
  journal,
  looker,
  dense,
  packer,
  onProgress = () => {},
}: WorkSetup): Promise<Work> {
  const { reel, recipe, sources, signal } = call
  const bySource = new Map(sources.map((source) => [source.name, source]))
  const bySlot = new Map(slots.map((one) => [one.slot, one]))
  const judge = openJudge(recipe, cellsOf(recipe.quotas, recipe.count))
  for (const [id, caption] of dense) judge.know(id, caption)
  const done = new Set<string>()
  const queue: PlannedClip[] = []
  const counts = { failed: 0, rejected: 0, frames: 0 }
  for (const { stage, slot } of failures)
    if (slot !== undefined && bySlot.has(slot) && stage !== 'plan')
      counts[stage === 'gate' ? 'rejected' : 'failed']++
  let isClosed = false
  let trouble: Error | undefined
  const begin = performance.now()

  const replace = async (lost: Slot) => {
    const added = await replaceSlot(reel, lost, { recipe, sources, looker })
    if (typeof added !== 'string') {
      Object.assign(lost, { clips: added, turn: lost.turn + 1, isLost: false })
      queue.push(...added)
      return
    }
    lost.isGivenUp = true
    const { slot, turn, clips } = lost
    const [{ source, seed }] = clips as [PlannedClip]
    await journal.failure({ source, seed, stage: 'plan', reason: added, slot, turn })
  }

  for (const one of slots) {
    if (one.isLost && !one.isGivenUp) await replace(one)
    else if (!one.isLost)
      for (const clip of one.clips)
        if (finished.has(clip.id)) done.add(clip.id)
        else queue.push(clip)
  }
  /** What is accepted with all that belong to it goes into a tar: nothing takes it out of the reel any more. */
  const pack = async ({ clips }: Slot) => {
    if (!packer || !clips.every(({ id }) => done.has(id))) return
    for (const clip of clips) {
      if (!existsSync(clipFolderOf(reel, clip.id))) continue
      await packer.add(clip.id)
      await removeClip(reel, clip)
    }
  }
  for (const one of packer ? slots : []) if (!one.isLost) await pack(one)
  const pending = new Set(queue.map(({ id }) => id))

  const tally = (): Tally => ({
    ...counts,
    done: done.size,
    left: pending.size,
    seconds: (performance.now() - begin) / 1000,
  })

  const next = () => {
    if (isClosed || signal?.aborted) return undefined
    for (let clip = queue.shift(); clip; clip = queue.shift()) {
      if (!pending.has(clip.id)) continue
      if (bySource.has(clip.source)) return clip
      // Of a source that an extended recipe no longer has.
      pending.delete(clip.id)
    }
    return undefined
  }

  return {
    call,
    judge,
    take() {
      const clip = next()
      if (!clip) return undefined
      const { seed, vary, camera } = clip
      const source = bySource.get(clip.source) as Source // `next` gives no other clip
      const plan = shootSource(source, { seed, vary, camera }, clipOptionsOf(recipe)).then(
        (made) => ({ ...made, group: clip.group }),
      )
      // Awaited by the lane, but it may fail before that.
      plan.catch(() => {})
      return { clip, plan }
    },
    next,
    async done(clip, frames) {
      counts.frames += frames
      const own = bySlot.get(clip.slot)
      pending.delete(clip.id)
      if (own?.turn !== clip.turn || own.isLost) {
        // A sibling was lost meanwhile.
        await removeClip(reel, clip)
        return
      }
      await journal.row(
        await rowTextOf(clipFolderOf(reel, clip.id), clip.id, {
          split: clip.split,
          licence: recipe.licence,
        }),
      )
      done.add(clip.id)
      await pack(own)
      onProgress(tally())
    },
    async lost(clip, error) {
      const { source, seed, id, slot, turn, camera } = clip
      const stage = stageOf(error)
      pending.delete(id)
      await journal.failure({
        ...{ source, seed, stage, reason: error.message },
        ...{ id, slot, turn, camera },
      })
      counts[stage === 'gate' ? 'rejected' : 'failed']++
      const own = bySlot.get(slot)
      if (own && own.turn === turn && !own.isLost) {
        own.isLost = true
        for (const sibling of own.clips) {
          pending.delete(sibling.id)
          if (done.delete(sibling.id)) await removeClip(reel, sibling)
        }
        await replace(own)
        for (const added of own.isLost ? [] : own.clips) pending.add(added.id)
      }
      onProgress(tally())
    },
    counts: tally,
    close(why) {
      isClosed = true
      trouble ??= why
    },
    get trouble() {
      return trouble
    },
  }
}
