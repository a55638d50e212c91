import type { Io } from './io.ts'
import { say } from './io.ts'
import { groundreelVersion } from '../version.ts'

/** One line at once where the answer takes seconds; nothing where it comes at once. */
export function greet([command, ...rest]: readonly string[], io: Io): void {
  if (!command || !slow.has(command) || rest.includes('--help') || rest.includes('-h')) return
  say(io, `groundreel ${groundreelVersion()}`)
}

/** Commands that start a browser. */
const slow = new Set(['render', 'still', 'sheet', 'prepare', 'doctor'])
