import { setImmediate as breathe } from 'node:timers/promises'
import { candidateOf, type Casting } from './candidate.ts'
import type { Candidate, PlannedClip, Refused } from './planned.ts'
import { cellsOf, divide } from './quota.ts'
import type { Recipe } from './recipe.ts'
import { openSeeds, type Room } from './seeds.ts'
import type { Source } from './source.ts'
import { openTally, type Shortfall } from './tally.ts'

export interface Plan {
  clips: PlannedClip[]
  /** What could not be filled in so many tries. */
  unfilled: Shortfall[]
  /** Seeds that gave nothing. */
  refused: Refused[]
  /** Seeds that were cast and shot. */
  tried: number
}

export interface PlanCall extends Casting {
  sources: readonly Source[]
  /** Clips that the reel has planned already: they count, and they stay. */
  already?: readonly PlannedClip[]
  signal?: AbortSignal | undefined
  onProgress?: ((tried: number, planned: number) => void) | undefined
}

/** Seeds cast in a row without one that helps, before what is missing is given up. */
export const MOST_TRIES = 300
/** Seeds cast before the first is chosen, and again while one is awaited that fills more than those at hand. */
const LOOK_AHEAD = 64
/** As many seeds are cast in vain as are worth one that is also looked at. */
export const LOOK_COST = 4
/** Seeds that are cast before what they give is weighed, where they may be looked at side by side. */
const AT_ONCE = 4

/**
 * Picks seeds so that every cell of the quotas is filled with the fewest clips: of the seeds at hand always the one that
 * fills most, and at last those that fill nothing, to make up the number. The same recipe gives the same plan.
 */
export async function planReel(call: PlanCall): Promise<Plan> {
  const { recipe, looker, sources, already = [], signal, onProgress = () => {} } = call
  const room = roomOf(recipe, sources)
  const tally = openTally(
    cellsOf(recipe.quotas, Number.isFinite(room.total) ? room.total : undefined),
  )
  const clips: PlannedClip[] = []
  const ids = new Set(already.map(({ id }) => id))
  for (const clip of already) {
    room.take(clip.source, 1)
    tally.add(tally.matches([clip.labels]))
  }
  let slot = already.reduce((most, one) => Math.max(most, one.slot + 1), 0)
  const add = ({ clips: own, source }: Candidate) => {
    for (const clip of own) {
      clips.push({ index: already.length + clips.length, slot, turn: 0, ...clip })
      ids.add(clip.id)
    }
    tally.add(tally.matches(own.map(({ labels }) => labels)))
    room.take(source, own.length)
    slot++
  }
  const seeds = openSeeds(sources, already)
  const refused: Refused[] = []
  const pool = openPool()
  // What was spent on seeds, and since one helped, in casts.
  let [tried, spent, dry] = [0, 0, 0]

  const isWanted = () => (room.isCounted ? room.total > 0 : !tally.isFilled)
  /** The best of the seeds at hand, unless a better one is worth waiting for. */
  const best = (patience: 'wait' | 'take' | 'any'): Candidate | undefined => {
    let found: { bin: Bin; worth: number } | undefined
    let hope = 0
    for (const bin of pool.bins) {
      if (tally.isOver(bin.matches) || room.of(bin.source) < bin.size || room.total < bin.size)
        continue
      if (room.total - bin.size < tally.needs(bin.matches)) continue
      const worth = tally.gain(bin.matches) / bin.size
      if (worth === 0 && !tally.isFilled && patience !== 'any') continue
      hope = Math.max(hope, worth)
      const [order] = bin.orders
      if (order === undefined) continue
      const isBetter =
        !found ||
        worth > found.worth ||
        (worth === found.worth && order < (found.bin.orders[0] ?? 0))
      if (isBetter) found = { bin, worth }
    }
    if (!found || (patience === 'wait' && found.worth < hope)) return undefined
    return pool.take(found.bin)
  }

  while (isWanted()) {
    signal?.throwIfAborted()
    const isSpent = seeds.areSpent(room)
    const knowsEnough = tally.isFilled || spent >= LOOK_AHEAD || isSpent
    const picked = knowsEnough && best(dry < LOOK_AHEAD && !isSpent ? 'wait' : 'take')
    if (picked) {
      if (picked.clips.some(({ id }) => ids.has(id))) continue
      add(picked)
      dry = 0
      onProgress(tried, clips.length)
      continue
    }
    if (dry >= MOST_TRIES) break
    const dealt = seeds.deal(room, looker.isAsked ? AT_ONCE : 1)
    if (dealt.length === 0) break
    // Casting takes no break of its own, and locks must be renewed and signals heard.
    await breathe()
    const before = looker.looks
    const all = await Promise.all(
      dealt.map(({ source, seed }) => candidateOf(source, seed, { recipe, looker })),
    )
    const cost = dealt.length + (LOOK_COST - 1) * (looker.looks - before)
    ;[spent, dry] = [spent + cost, dry + cost]
    for (const made of all) {
      tried++
      if ('reason' in made) {
        refused.push(made)
        continue
      }
      seeds.note(made)
      pool.put(made, tally.matches(made.clips.map(({ labels }) => labels)), tried)
    }
    onProgress(tried, clips.length)
  }
  // What is missing stays free for it; the rest is made up from what there is.
  for (let one = best('any'); isWanted() && one; one = best('any'))
    if (!one.clips.some(({ id }) => ids.has(id))) add(one)
  return { clips, refused, tried, unfilled: [...tally.shortfalls(), ...room.shortfalls()] }
}

/** Clips that may still be planned. */
interface CountedRoom extends Room {
  /** Whether the reel has a number of clips, or as many as its quotas need. */
  isCounted: boolean
  take(source: string, count: number): void
  shortfalls(): Shortfall[]
}

function roomOf({ count }: Recipe, sources: readonly Source[]): CountedRoom {
  const counted = sources.reduce((sum, one) => sum + (one.count ?? 0), 0)
  const isCounted = count !== undefined || sources.every((one) => one.count !== undefined)
  const open = sources.filter((one) => one.count === undefined)
  const shares = divide(
    (count ?? counted) - counted,
    open.map(({ weight }) => weight),
  )
  const wanted = new Map(
    sources.map((one) => [
      one.name,
      one.count ?? (isCounted ? (shares[open.indexOf(one)] as number) : Infinity),
    ]),
  )
  const left = new Map(wanted)
  let total = isCounted ? [...wanted.values()].reduce((sum, one) => sum + one, 0) : Infinity
  return {
    get total() {
      return total
    },
    isCounted,
    of: (source) => left.get(source) ?? 0,
    take(source, taken) {
      left.set(source, (left.get(source) ?? 0) - taken)
      total -= taken
    },
    shortfalls: () =>
      [...wanted].flatMap(([name, all]) => {
        const missing = left.get(name) ?? 0
        return Number.isFinite(all) && missing > 0
          ? [{ cell: `clips of ${name}`, wanted: all, got: all - missing }]
          : []
      }),
  }
}

/** Candidates that fill the same cells of the same source, in the order in which they came. */
interface Bin {
  source: string
  /** Clips of each. */
  size: number
  matches: number[]
  waiting: Candidate[]
  orders: number[]
}

/** Keeps what was cast, by what it fills: there are few such kinds, however many candidates. */
function openPool() {
  const bins = new Map<string, Bin>()
  return {
    get bins() {
      return bins.values()
    },
    put(candidate: Candidate, matches: number[], order: number) {
      const { source, clips } = candidate
      const key = [source, clips.length, ...matches].join(' ')
      const bin = bins.get(key) ?? { source, size: clips.length, matches, waiting: [], orders: [] }
      bins.set(key, bin)
      bin.waiting.push(candidate)
      bin.orders.push(order)
    },
    take(bin: Bin): Candidate | undefined {
      bin.orders.shift()
      return bin.waiting.shift()
    },
  }
}
