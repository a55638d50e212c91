interface Help {
  /** What to try, as one plain sentence or command. */
  remedy?: string
  cause?: unknown
}

/** An error written for the person who must mend it; the command line prints it and takes its exit code. */
export class GroundreelError extends Error {
  readonly remedy: string | undefined
  readonly exitCode: 1 | 2

  constructor(message: string, help: Help = {}, exitCode: 1 | 2 = 1) {
    super(message, help.cause === undefined ? undefined : { cause: help.cause })
    this.name = new.target.name
    this.remedy = help.remedy
    this.exitCode = exitCode
  }
}

/** The call, an option or a file was wrong. */
export class InputError extends GroundreelError {
  constructor(message: string, help: Help = {}) {
    super(message, help, 2)
  }
}

/** This machine lacks something we need: a browser, ffmpeg, a usable cache folder. */
export class EnvironmentError extends GroundreelError {
  constructor(message: string, help: Help = {}) {
    super(message, help, 2)
  }
}

/** The page or its GL failed: a lost context, a shader that does not link, a page that does not answer. */
export class StageError extends GroundreelError {}

interface Failure extends Help {
  command: string
  args: readonly string[]
  /** How it ended: 'ended with exit code 1', 'was ended by SIGKILL', 'could not be started' ... */
  reason: string
  stderr: readonly string[]
}

/** A program that we started failed; the message carries its command line and its last words. */
export class ProgramError extends GroundreelError {
  readonly commandLine: string
  readonly reason: string
  readonly stderr: readonly string[]

  constructor({ command, args, reason, stderr, ...help }: Failure) {
    const commandLine = [command, ...args].map(quoted).join(' ')
    const lastWords = stderr.map((line) => `\n  ${line}`).join('')
    super(
      `${command} ${reason}.\n  Command: ${commandLine}${lastWords && `\n  It said:${lastWords}`}`,
      help,
    )
    this.commandLine = commandLine
    this.reason = reason
    this.stderr = stderr
  }
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function quoted(word: string): string {
  return /^[\w@%+=:,./~-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`
}
