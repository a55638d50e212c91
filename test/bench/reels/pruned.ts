import { select } from '../../../capture/prune/select.ts'
import { rowsOf } from '../../capture/prune/rows.ts'
import { mean } from '../measure.ts'

const SEEDS = [1, 2, 3, 4, 5]
const CLIPS = 1000

/** Part of the cells of labels that a tenth of the clips keeps; of rows that are made up, with rare and common labels. */
export function keptCells(say: (line: string) => void): number {
  const kept = SEEDS.map((seed) => {
    const { cells } = select(rowsOf(CLIPS, seed), CLIPS / 10)
    return cells.kept / cells.all
  })
  say(`a tenth of ${CLIPS} clips keeps ${kept.map((part) => part.toFixed(3)).join(', ')}`)
  return mean(kept)
}
