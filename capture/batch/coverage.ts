import { setImmediate as breathe } from 'node:timers/promises'
import { candidateOf, type Casting } from './candidate.ts'
import { readFailures, readRows } from './journal.ts'
import { readPlan, writePlan } from './plan-file.ts'
import type { Candidate, PlannedClip } from './planned.ts'
import { LOOK_COST } from './planner.ts'
import type { Labels } from './quota.ts'
import { withLock } from './reel-lock.ts'
import { openSeeds, type Room } from './seeds.ts'
import { slotsOf } from './slots.ts'
import type { Source } from './source.ts'

/** Labels of which a reel is to show every word that its sources give. */
const COVERED = [
  'source',
  'camera_motion',
  'camera_speed',
  'steadiness',
  'tracking',
  'shot_size',
  'camera_angle',
  'daytime',
  'weather',
  'scene_type',
  'kinds',
  'events',
]

/** Labels of which it is to show every two words that come together. */
const PAIRS = [
  ['source', 'camera_motion'],
  ['source', 'daytime'],
  ['camera_motion', 'shot_size'],
] as const

/** Columns of a finished clip that correct what was known before it was drawn. */
const CORRECTED = ['camera_motion', 'shot_size', 'camera_angle']

/** Casts in a row that show no word which is new, before all is held to be known that the sources give. */
const DRY = 64

/** How far a reel shows what its sources give. */
export interface Coverage {
  /** Words of labels, and pairs of them, that its sources give. */
  cells: number
  /** Those of which too few clips are finished: `camera_motion zoom in`, `source toys + daytime dusk`. */
  lacking: string[]
}

export interface CoverageCall extends Casting {
  reel: string
  sources: readonly Source[]
  /** Clips that each cell is to have. */
  least: number
  /** Whether clips are planned, or only counted. */
  mayAdd: boolean
  signal?: AbortSignal | undefined
}

/**
 * Counts what the finished clips of a reel show, casts for what its sources give beyond, and plans the clips that fill most
 * of what is lacking. What comes of them is for the next call to see.
 */
export async function planCoverage(
  call: CoverageCall,
): Promise<{ coverage: Coverage; added: PlannedClip[] }> {
  const { reel, least, mayAdd } = call
  return withLock(reel, 'plan', async () => {
    const plan = (await readPlan(reel)) ?? []
    const cells = new Map<string, number>()
    const count = (labels: Labels, by: number) => {
      for (const cell of cellsIn(labels)) cells.set(cell, (cells.get(cell) ?? 0) + by)
    }
    const rows = await readRows(reel)
    // What only clips would have shown that failed is lacking as well.
    for (const { labels } of plan) count(labels, 0)
    for (const { clips } of slotsOf(plan, await readFailures(reel)))
      for (const { id, labels } of clips) {
        const row = rows.get(id)
        if (row !== undefined) count(corrected(labels, row), 1)
      }
    const candidates = await castAround(call, plan, (labels) => {
      const known = cells.size
      count(labels, 0)
      return cells.size > known
    })
    const lacking = [...cells].filter(([, clips]) => clips < least).map(([cell]) => cell)
    const slots = plan.reduce((most, { slot }) => Math.max(most, slot + 1), 0)
    const added = (mayAdd ? fillers(candidates, cells, least) : []).flatMap(({ clips }, i) =>
      clips.map((clip) => ({ index: 0, slot: slots + i, turn: 0, ...clip })),
    )
    for (const [i, clip] of added.entries()) clip.index = plan.length + i
    if (added.length > 0) await writePlan(reel, [...plan, ...added])
    return { coverage: { cells: cells.size, lacking: lacking.sort() }, added }
  })
}

/** What seeds give that are not planned, until they show nothing new. @param note tells whether labels do */
async function castAround(
  { sources, signal, ...casting }: CoverageCall,
  plan: readonly PlannedClip[],
  note: (labels: Labels) => boolean,
): Promise<Candidate[]> {
  const ids = new Set(plan.map(({ id }) => id))
  const seeds = openSeeds(sources, plan)
  const found: Candidate[] = []
  for (let dry = 0; dry < DRY;) {
    signal?.throwIfAborted()
    await breathe()
    const [next] = seeds.deal(ANY, 1)
    if (!next) break
    const before = casting.looker.looks
    const made = await candidateOf(next.source, next.seed, casting)
    const cost = 1 + (LOOK_COST - 1) * (casting.looker.looks - before)
    if ('reason' in made || made.clips.some(({ id }) => ids.has(id))) {
      dry += cost
      continue
    }
    for (const { id } of made.clips) ids.add(id)
    found.push(made)
    const isNew = made.clips.map(({ labels }) => note(labels)).includes(true)
    dry = isNew ? 0 : dry + cost
  }
  return found
}

const ANY: Room = { total: Infinity, of: () => Infinity }

/** Of the candidates always the one that fills most cells by the clip, until none fills any. */
function fillers(
  candidates: readonly Candidate[],
  cells: ReadonlyMap<string, number>,
  least: number,
): Candidate[] {
  const missing = new Map([...cells].map(([cell, clips]) => [cell, Math.max(0, least - clips)]))
  const left = candidates.map((candidate) => ({
    candidate,
    cells: new Set(candidate.clips.flatMap(({ labels }) => cellsIn(labels))),
  }))
  const chosen: Candidate[] = []
  for (;;) {
    const worth = left.map(
      ({ candidate, cells: own }) =>
        [...own].filter((cell) => (missing.get(cell) ?? 0) > 0).length / candidate.clips.length,
    )
    const most = Math.max(0, ...worth)
    const [best] = most === 0 ? [] : left.splice(worth.indexOf(most), 1)
    if (!best) return chosen
    chosen.push(best.candidate)
    for (const cell of best.cells) missing.set(cell, (missing.get(cell) ?? 0) - 1)
  }
}

/** The labels of a clip as its row has them. */
function corrected(labels: Labels, row: string): Labels {
  const columns = JSON.parse(row) as Record<string, string | string[]>
  return { ...labels, ...Object.fromEntries(CORRECTED.map((name) => [name, columns[name] ?? []])) }
}

function cellsIn(labels: Labels): string[] {
  const words = (label: string) => [labels[label] ?? []].flat().filter((word) => word !== '')
  return [
    ...COVERED.flatMap((label) => words(label).map((word) => `${label} ${word}`)),
    ...PAIRS.flatMap(([a, b]) =>
      words(a).flatMap((one) => words(b).map((other) => `${a} ${one} + ${b} ${other}`)),
    ),
  ]
}
