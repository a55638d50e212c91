import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from '../clip/crew.ts'
import { type Io, say } from './io.ts'

export interface ProgressView {
  show(progress: Progress): void
  /** Leaves the terminal as others expect it; safe to call twice. */
  stop(): void
}

/** The stages that go frame by frame, or clip by clip. */
const WORDS: Partial<Record<Progress['stage'], { doing: string; done: string; what: string }>> = {
  draw: { doing: 'Drawing', done: 'drawn', what: 'frames' },
  write: { doing: 'Writing', done: 'written', what: 'frames' },
  export: { doing: 'Exporting', done: 'exported', what: 'clips' },
  verify: { doing: 'Verifying', done: 'verified', what: 'clips' },
}

/** A bar on a terminal; elsewhere a line now and then, for logs. */
export function openProgress(io: Io): ProgressView {
  return io.stderr.isTTY ? barOn(io.stderr) : linesFor(io)
}

function barOn(stream: Io['stderr']): ProgressView {
  const format = '{stage} [{bar}] {value}/{total} {what}, {eta_formatted} left'
  const bar = new SingleBar(
    {
      format,
      stream,
      barsize: 30,
      hideCursor: true,
      clearOnComplete: true,
      fps: 10,
      emptyOnZero: true,
    },
    Presets.rect,
  )
  let isOn = false
  const stop = () => {
    if (isOn) bar.stop()
    isOn = false
  }
  return {
    show({ stage, done, total }) {
      const words = WORDS[stage]
      if (!words) return
      if (!isOn) bar.start(total, done, { stage: words.doing, what: words.what })
      isOn = true
      bar.update(done)
      if (done === total) stop()
    },
    stop,
  }
}

function linesFor(io: Io): ProgressView {
  let last = performance.now()
  return {
    show({ stage, done, total }) {
      const now = performance.now()
      const isDue = done === total || now - last > secondsBetweenLines * 1000
      const words = WORDS[stage]
      if (!words || !isDue) return
      last = now
      say(io, `${done} of ${total} ${words.what} ${words.done}`)
    },
    stop: () => {},
  }
}

const secondsBetweenLines = 5
