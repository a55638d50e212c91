import type { SessionOptions } from '../options.ts'
import { GroundreelError } from '../errors.ts'
import { beginReel, type ReelCall } from './begin-reel.ts'
import { forgiveFailures } from './forgive.ts'
import { finishedIn } from './finished.ts'
import { openJournal, readFailures, type Failure } from './journal.ts'
import { lanesHere } from './lanes.ts'
import { type Looker, openLooker } from './looker.ts'
import { opensAlike } from './opens-alike.ts'
import { type LaneCall, openLanes } from './lane.ts'
import { reconcile } from './reconcile.ts'
import { planReel } from './planner.ts'
import { readPlan, writePlan } from './plan-file.ts'
import type { PlannedClip } from './planned.ts'
import { cellsOf } from './quota.ts'
import { lockReel, withLock } from './reel-lock.ts'
import type { Shard } from './shard.ts'
import { slotsOf } from './slots.ts'
import { openTally, type Shortfall } from './tally.ts'
import { removeDrafts } from './write-whole.ts'
import { openPacker } from '../reel/pack.ts'
import type { Store } from '../reel/layout.ts'
import { openWork, type Tally as Counts, type Work } from './work.ts'

export interface BatchCall extends ReelCall {
  shard?: Shard | undefined
  /** Browsers that draw side by side. */
  lanes?: number | undefined
  session?: Partial<SessionOptions>
  /** Gives each lane its browser; default opens one and closes it after. */
  open?: LaneCall['open']
  /** Has others render: default is lanes here. */
  dispatch?: ((work: Work, signal?: AbortSignal) => Promise<void>) | undefined
  /** How finished clips are kept: each in its folder, or many in tars. */
  store?: Store | undefined
  /** Of a tar, about. */
  tarBytes?: number | undefined
  /** Clips that failed and for which no other seed was found are tried again. */
  retryFailed?: boolean | undefined
  signal?: AbortSignal | undefined
  onPlan?: ((tried: number, planned: number) => void) | undefined
  onProgress?: ((counts: Counts) => void) | undefined
}

export interface BatchReport extends Counts {
  /** Clips of the plan, of this shard. */
  planned: number
  /** Cells of the quotas that the whole reel does not fill. */
  unfilled: Shortfall[]
  /** What failed and was rejected, of the whole reel, and why. */
  failures: Failure[]
  /** Why it ended before everything was done: a signal's reason. */
  ended?: unknown
}

/** Seconds for which clips in the making may go on after a signal; what is not done then is rendered at the next call. */
const GRACE_SECONDS = 5

/** Renders what a recipe asks for into a reel, and what an earlier call left undone. */
export async function runBatch(call: BatchCall): Promise<BatchReport> {
  const { reel, recipe, shard, signal, onProgress } = call
  const open = call.open ?? opensAlike(call.session)
  const lanes = call.lanes ?? lanesHere()
  // Both end what is being rendered: a lost lock or a full disk at once, a signal after a while.
  const stop = new AbortController()
  const unlock = await lockReel(reel, shard, (cause) =>
    stop.abort(new GroundreelError(`The lock of ${reel} was lost: ${cause.message}`, { cause })),
  )
  const looker = openLooker({ recipe, open, lanes, signal: stop.signal })
  const ending = onAbort(signal, () => {
    const timer = setTimeout(() => stop.abort(signal?.reason), GRACE_SECONDS * 1000)
    return () => clearTimeout(timer)
  })
  try {
    const plan = await withLock(reel, 'plan', () => planFor(call, looker))
    await looker.rest()
    signal?.throwIfAborted()
    if (!shard) await removeDrafts(reel)
    // Workers elsewhere may be at work since an earlier call.
    const finished = await finishedIn(reel, !shard && !call.dispatch)
    if (call.retryFailed) await forgiveFailures(reel, plan)
    const failures = await readFailures(reel)
    const slots = slotsOf(plan, failures)
    const rows = await reconcile(reel, { finished, slots, plan, recipe, failures, shard })
    const mine = shard ? slots.filter(({ slot }) => slot % shard.count === shard.index) : slots
    const work = await openWork({
      call,
      slots: mine,
      finished,
      failures,
      journal: await openJournal(reel, shard),
      looker,
      dense: rows.dense,
      packer: call.store === 'shards' ? await openPacker(reel, packingOf(call)) : undefined,
      stop,
      onProgress,
    })
    if (work.counts().left > 0)
      if (call.dispatch) await call.dispatch(work, signal)
      else await openLanes(Math.min(lanes, work.counts().left), { open, work, stop, signal })
    await reconcile(reel, {
      ...{ finished: await finishedIn(reel, false), slots: [], recipe, shard },
      plan: (await readPlan(reel)) ?? [],
      failures: await readFailures(reel),
    })
    const counts = work.counts()
    if (work.trouble) throw work.trouble
    return {
      ...counts,
      planned: counts.done + counts.left,
      unfilled: await unfilledIn(call),
      failures: await readFailures(reel),
      ...(signal?.aborted && { ended: signal.reason }),
    }
  } finally {
    ending()
    await looker.rest()
    await unlock()
  }
}

/** Of two machines each writes its own tars. */
function packingOf({ shard, tarBytes }: BatchCall) {
  return {
    ...(shard && { writer: `${shard.index}-of-${shard.count}` }),
    ...(tarBytes !== undefined && { bytes: tarBytes }),
  }
}

/** The plan of the reel: the one that is there, or a new one. */
async function planFor(call: BatchCall, looker: Looker): Promise<PlannedClip[]> {
  const { reel, recipe, sources, signal, onPlan } = call
  const there = await readPlan(reel)
  const { isExtended } = await beginReel(call, there ?? [])
  if (there && !isExtended) return there
  const already = slotsOf(there ?? [], await readFailures(reel)).flatMap(({ clips }) => clips)
  const { clips, refused } = await planReel({
    ...{ recipe, sources, looker, already, signal },
    onProgress: onPlan,
  })
  const before = there ?? []
  const added = clips.map((clip, i) => ({ ...clip, index: before.length + i }))
  const journal = await openJournal(reel, call.shard)
  for (const one of refused) await journal.failure({ stage: 'cast', ...one })
  await writePlan(reel, [...before, ...added])
  return [...before, ...added]
}

/** Told from the plan alone, so that a batch that goes on tells it as well. */
async function unfilledIn({ reel, recipe, sources }: BatchCall): Promise<Shortfall[]> {
  const slots = slotsOf((await readPlan(reel)) ?? [], await readFailures(reel))
  const clips = slots.filter(({ isGivenUp }) => !isGivenUp).flatMap((one) => one.clips)
  const counted = sources.reduce((sum, one) => sum + (one.count ?? 0), 0)
  const total = recipe.count ?? (sources.every((one) => one.count) ? counted : undefined)
  const tally = openTally(cellsOf(recipe.quotas, total))
  for (const { labels } of clips) tally.add(tally.matches([labels]))
  const missing = total === undefined ? 0 : total - clips.length
  return [
    ...tally.shortfalls(),
    ...(missing > 0 ? [{ cell: 'clips', wanted: total as number, got: clips.length }] : []),
  ]
}

/** Calls `begin` at the abort, and what it returned when it is called off. */
function onAbort(signal: AbortSignal | undefined, begin: () => () => void): () => void {
  let undo = () => {}
  const heard = () => (undo = begin())
  if (signal?.aborted) heard()
  else signal?.addEventListener('abort', heard, { once: true })
  return () => {
    signal?.removeEventListener('abort', heard)
    undo()
  }
}
