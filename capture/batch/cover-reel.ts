import { type Coverage, planCoverage } from './coverage.ts'
import { lanesHere } from './lanes.ts'
import { type Looker, openLooker } from './looker.ts'
import { opensAlike } from './opens-alike.ts'
import { type BatchCall, type BatchReport, runBatch } from './run-batch.ts'

/** Times that a reel looks at itself and plans more; a cell that does not come out of so many is told. */
const MOST_ROUNDS = 4

export interface CoveredReport extends BatchReport {
  /** None where it was ended before. */
  coverage?: Coverage
  /** Clips that were planned beyond what the recipe asks for, of all rounds. */
  added: number
}

/**
 * Renders a reel, and then what it lacks by its own statistics, until each word of its labels that the sources give is
 * shown by so many clips, or nothing brings it nearer.
 */
export async function coverReel(call: BatchCall, least: number): Promise<CoveredReport> {
  const { reel, recipe, sources, signal } = call
  const open = call.open ?? opensAlike(call.session)
  const looker = openLooker({ recipe, open, lanes: call.lanes ?? lanesHere(), signal })
  let [frames, seconds, more] = [0, 0, 0]
  for (let round = 0; ; round++) {
    const report = await runBatch({ ...call, open, extend: call.extend && round === 0 })
    frames += report.frames
    seconds += report.seconds
    if (report.ended !== undefined) return { ...report, frames, seconds, added: more }
    const mayAdd = round < MOST_ROUNDS
    const planning = planCoverage({ reel, recipe, sources, looker, least, signal, mayAdd })
    const { coverage, added } = await resting(planning, looker)
    if (added.length === 0) return { ...report, frames, seconds, coverage, added: more }
    more += added.length
  }
}

/** Lets go of the browser, whatever became of the work. */
async function resting<T>(work: Promise<T>, looker: Looker): Promise<T> {
  try {
    return await work
  } finally {
    await looker.rest()
  }
}
