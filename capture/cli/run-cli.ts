import { CommanderError } from 'commander'
import type { Io } from './io.ts'
import { buildProgram } from './program.ts'
import { reportError } from './report-error.ts'

/** Runs one call of the command line; resolves with its exit code and never rejects. */
export async function runCli(argv: readonly string[], io: Io): Promise<number> {
  const asksForDebug = argv.includes('--debug') || Boolean(process.env.GROUNDREEL_DEBUG)
  try {
    let code = 0
    const program = await buildProgram(argv, io, (result) => (code = result))
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    // Commander has printed what it wants to say; help that was asked for is no failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    return reportError(error, io, { debug: asksForDebug, json: argv.includes('--json') })
  }
}
