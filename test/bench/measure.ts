import { readdirSync, readFileSync } from 'node:fs'

/** Summed proportional set size of this process and all its descendants, megabytes (Linux). */
export function treePss(): number {
  const children = new Map<number, number[]>()
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry)
    if (!Number.isInteger(pid)) continue
    const stat = read(`/proc/${pid}/stat`)
    const parent = Number(stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const tree = (pid: number): number[] => [pid, ...(children.get(pid) ?? []).flatMap(tree)]
  const kilobytes = tree(process.pid).map((pid) =>
    Number(read(`/proc/${pid}/smaps_rollup`)?.match(/^Pss:\s+(\d+)/m)?.[1] ?? 0),
  )
  return kilobytes.reduce((sum, kb) => sum + kb, 0) / 1024
}

/** A process may end while we look. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** Slope of a least-squares line through (0, y0), (1, y1) ... */
export function slope(values: number[]): number {
  const n = values.length
  const meanX = (n - 1) / 2
  const meanY = values.reduce((sum, y) => sum + y, 0) / n
  const top = values.reduce((sum, y, x) => sum + (x - meanX) * (y - meanY), 0)
  const bottom = values.reduce((sum, _, x) => sum + (x - meanX) ** 2, 0)
  return top / bottom
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2
}
