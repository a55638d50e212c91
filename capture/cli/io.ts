import type { Writable } from 'node:stream'

/** Where a command prints to, and what ends it. */
export interface Io {
  /** Results. */
  stdout: Terminal
  /** Progress, logs and errors. */
  stderr: Terminal
  /** Aborts with the reason when the user wants an end. */
  signal: AbortSignal
}

export type Terminal = Writable & { isTTY?: boolean; columns?: number }

/** The streams of this process; a reader that leaves early (`| head`) is no error. */
export function processIo({ stdout, stderr }: NodeJS.Process, signal: AbortSignal): Io {
  for (const stream of [stdout, stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
  return { stdout, stderr, signal }
}

/** Prints lines for people to stderr. */
export function say({ stderr }: Io, ...lines: readonly string[]): void {
  for (const line of lines) stderr.write(`${safe(line)}\n`)
}

/** Prints the lines that were asked for to stdout. */
export function answer({ stdout }: Io, ...lines: readonly string[]): void {
  for (const line of lines) stdout.write(`${safe(line)}\n`)
}

/** Prints a result for programs to stdout. */
export function answerJson({ stdout }: Io, value: unknown): void {
  stdout.write(`${JSON.stringify(value, undefined, 2)}\n`)
}

/** Breaks a text at spaces so that it fits the terminal, or 80 columns. */
export function wrapped(text: string, { columns = 80 }: Terminal, indent = ''): string {
  const width = Math.max(30, Math.min(columns, 100)) - indent.length
  const lines: string[] = ['']
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const line = lines.at(-1) ?? ''
    if (line === '') lines[lines.length - 1] = word
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines.map((line) => indent + line).join('\n')
}

/** Resolves when all that was printed has left the process, or nobody listens any more. */
export async function drained({ stdout, stderr }: Io): Promise<void> {
  await Promise.all(
    [stdout, stderr].map(
      (stream) => new Promise<void>((done) => void stream.write('', () => done())),
    ),
  )
}

/** Scenes and file names come from anywhere: no control codes for the terminal in them. */
function safe(text: string): string {
  return text.replaceAll(/[^\P{Cc}\t\n]/gu, '\u{fffd}')
}
