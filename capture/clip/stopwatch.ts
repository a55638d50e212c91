/** Measures the stages of a piece of work, for logs and manifests. */
export interface Stopwatch {
  /** Notes the milliseconds since the last lap under a name. */
  lap(name: string): void
  readonly laps: Record<string, number>
}

export function stopwatch(): Stopwatch {
  const laps: Record<string, number> = {}
  let last = performance.now()
  return {
    lap(name) {
      const now = performance.now()
      laps[name] = (laps[name] ?? 0) + now - last
      last = now
    },
    laps,
  }
}
