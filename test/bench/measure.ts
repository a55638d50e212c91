import { readFileSync } from 'node:fs'
import { descendantsOf } from '../helpers/processes.ts'

/** Summed proportional set size of this process and all its descendants, megabytes (Linux). */
export function treePss(): number {
  const kilobytes = [process.pid, ...descendantsOf(process.pid)].map(proportionalSetSize)
  return kilobytes.reduce((sum, kb) => sum + kb, 0) / 1024
}

/** Kilobytes; a process may end while we look. */
function proportionalSetSize(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(rollup.match(/^Pss:\s+(\d+)/m)?.[1] ?? 0)
  } catch {
    return 0
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

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Share of them that are true. */
export function share(values: readonly boolean[]): number {
  return values.filter(Boolean).length / values.length
}
