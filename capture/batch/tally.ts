import { type Cell, fits, type Labels } from './quota.ts'

/** What is still missing of a quota. */
export interface Shortfall {
  /** `camera_motion pan left`; of clips that no quota names, `clips of <source>`. */
  cell: string
  wanted: number
  got: number
}

/** How far the cells are filled. */
export interface Tally {
  /** How many clips of a group each cell counts. */
  matches(labels: readonly Labels[]): number[]
  /** Cells that a group would bring nearer to their count. */
  gain(matches: readonly number[]): number
  /** Whether a cell would hold too many; once so, it stays so. */
  isOver(matches: readonly number[]): boolean
  /** Clips that are needed at least when these are in: the cells of one quota exclude each other. */
  needs(matches?: readonly number[]): number
  add(matches: readonly number[]): void
  readonly isFilled: boolean
  shortfalls(): Shortfall[]
}

export function openTally(cells: readonly Cell[]): Tally {
  const have = cells.map(() => 0)
  const left = (i: number) => (cells[i] as Cell).count - (have[i] as number)
  const quotas = [...new Set(cells.map(({ quota }) => quota))]
  return {
    matches: (labels) => cells.map((cell) => labels.filter((own) => fits(cell, own)).length),
    gain: (matches) =>
      matches.reduce((sum, count, i) => sum + Math.max(0, Math.min(count, left(i))), 0),
    isOver: (matches) => matches.some((count, i) => count > 0 && count > left(i)),
    needs: (matches = []) =>
      Math.max(
        0,
        ...quotas.map((quota) =>
          cells.reduce(
            (sum, cell, i) =>
              cell.quota === quota ? sum + Math.max(0, left(i) - (matches[i] ?? 0)) : sum,
            0,
          ),
        ),
      ),
    add(matches) {
      for (const [i, count] of matches.entries()) have[i] = (have[i] as number) + count
    },
    get isFilled() {
      return cells.every((_, i) => left(i) <= 0)
    },
    shortfalls: () =>
      cells.flatMap(({ name, count }, i) =>
        left(i) > 0 ? [{ cell: name, wanted: count, got: have[i] as number }] : [],
      ),
  }
}
