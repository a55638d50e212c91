import type { Field } from '../passes/values.ts'

/** Takes a pass frame by frame and writes it in some format. */
export interface Sink {
  write: (values: Field['values'], frame: number) => Promise<void>
  /** Resolves when everything is written. */
  finish: () => Promise<void>
  /** What it wrote is of no use. Safe to call at any time. */
  abort: () => Promise<void>
}
