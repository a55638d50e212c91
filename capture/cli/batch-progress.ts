import { Presets, SingleBar } from 'cli-progress'
import type { Tally } from '../batch/work.ts'
import { type Io, say } from './io.ts'

const SECONDS_BETWEEN_LINES = 10

/** How far a batch is: a bar on a terminal; elsewhere a line now and then, for logs. */
export function openBatchProgress(io: Io) {
  const begun = { at: performance.now(), done: -1 }
  const bar = io.stderr.isTTY
    ? new SingleBar(
        {
          format: '[{bar}] {words}',
          stream: io.stderr,
          barsize: 24,
          hideCursor: true,
          clearOnComplete: true,
          fps: 4,
        },
        Presets.rect,
      )
    : undefined
  let isOn = false
  let last = 0
  return {
    show(counts: Tally): void {
      if (begun.done < 0) begun.done = counts.done - 1
      const words = wordsFor(counts, counts.done - begun.done)
      if (bar) {
        const payload = { words }
        if (!isOn) bar.start(counts.done + counts.left, counts.done, payload)
        else bar.update(counts.done, payload)
        isOn = true
        return
      }
      const now = performance.now()
      if (now - last < SECONDS_BETWEEN_LINES * 1000 && counts.left > 0) return
      last = now
      say(io, words)
    },
    stop(): void {
      if (isOn) bar?.stop()
      isOn = false
    },
  }
}

/** @param own clips that this call has finished */
function wordsFor({ done, failed, rejected, left, frames, seconds }: Tally, own: number): string {
  const rate = own > 0 ? seconds / own : 0
  return [
    `${done} done`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(rejected > 0 ? [`${rejected} rejected`] : []),
    `${left} left`,
    ...(seconds > 0 ? [`${(frames / seconds).toFixed(1)} frames/s`] : []),
    ...(left > 0 && rate > 0 ? [`${timeWords(rate * left)} left`] : []),
  ].join(', ')
}

function timeWords(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`
  return `${(seconds / 3600).toFixed(1)} h`
}

/** Seeds tried, while a plan is made that takes its time. */
export function openPlanProgress(io: Io) {
  let last = performance.now()
  return {
    show(tried: number, planned: number): void {
      const now = performance.now()
      if (now - last < SECONDS_BETWEEN_LINES * 1000) return
      last = now
      say(io, `planning: ${planned} clips from ${tried} seeds`)
    },
    stop(): void {},
  }
}
