import { constants } from 'node:os'

export interface Interruptible {
  /** Aborts with an `Interrupt` at the first signal. */
  signal: AbortSignal
  /** 128 + the signal's number, once one came. */
  exitCode(): number | undefined
}

/** The user, or the machine, wants an end. */
export class Interrupt extends Error {
  readonly exitCode: number

  constructor(name: EndSignal) {
    super(`Ended by ${name}.`)
    this.name = 'Interrupt'
    this.exitCode = 128 + constants.signals[name]
  }
}

/**
 * Turns Ctrl-C and its relatives into an orderly end: the first one aborts, and children, drafts and
 * pages are cleaned up on the way out; the second one, or ten seconds without success, ends the process
 * at once. Its programs end with it all the same (see process.ts).
 */
export function interruptible(host: NodeJS.Process): Interruptible {
  const control = new AbortController()
  for (const name of endSignals)
    host.on(name, () => {
      const interrupt = new Interrupt(name)
      if (control.signal.aborted) host.exit(interrupt.exitCode)
      setTimeout(() => host.exit(interrupt.exitCode), patienceMs).unref()
      control.abort(interrupt)
    })
  return {
    signal: control.signal,
    exitCode: () => (control.signal.reason as Interrupt | undefined)?.exitCode,
  }
}

const endSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
type EndSignal = (typeof endSignals)[number]
const patienceMs = 10_000
