import { FramingError, PhysicsError, type Problem, SceneError, UnknownPathError } from '#scenes'
import { GroundreelError, messageOf } from '../errors.ts'
import { Interrupt } from './interrupt.ts'
import { answerJson, type Io, say } from './io.ts'

/** Tells an error to people on stderr, and on stdout to programs when they listen; returns the exit code. */
export function reportError(
  error: unknown,
  io: Io,
  { debug, json }: { debug: boolean; json: boolean },
): number {
  const cause = io.signal.aborted ? io.signal.reason : error
  const code = exitCodeOf(cause)
  sayError(cause, io, debug)
  if (json) answerJson(io, { error: errorJson(cause) })
  return code
}

/** 2 when the input or the call was wrong, 1 for what failed, 128 + n for a signal. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof GroundreelError || error instanceof Interrupt) return error.exitCode
  return isInputError(error) ? 2 : 1
}

/** What went wrong and what to try; the stack only of what nobody foresaw, and only when asked for. */
export function sayError(
  error: unknown,
  io: Io,
  debug = Boolean(process.env.GROUNDREEL_DEBUG),
): void {
  if (error instanceof Interrupt) return say(io, error.message)
  const { remedy } = error as { remedy?: string }
  say(io, messageOf(error), ...(remedy ? [remedy] : []))
  if (isInputError(error)) return
  if (debug && error instanceof Error) say(io, ...stacks(error))
  else if (!(error instanceof GroundreelError))
    say(io, 'This was not foreseen; --debug shows where it happened.')
}

/** An error for programs. */
export interface ErrorJson {
  message: string
  remedy?: string
  /** Each mistake of a scene and its place. */
  problems?: readonly Problem[]
  exitCode: number
}

export function errorJson(error: unknown): ErrorJson {
  const { remedy } = error as { remedy?: string }
  return {
    message: messageOf(error),
    ...(remedy && { remedy }),
    ...(error instanceof SceneError && { problems: error.problems }),
    exitCode: exitCodeOf(error),
  }
}

function isInputError(error: unknown): boolean {
  return (
    error instanceof SceneError ||
    error instanceof PhysicsError ||
    error instanceof FramingError ||
    error instanceof UnknownPathError ||
    (error instanceof GroundreelError && error.exitCode === 2)
  )
}

function stacks(error: Error): string[] {
  const stack = error.stack ?? error.message
  return error.cause instanceof Error ? [stack, 'Caused by:', ...stacks(error.cause)] : [stack]
}
