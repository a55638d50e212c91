import { type ChildProcess, spawn, spawnSync, type StdioOptions } from 'node:child_process'
import { once, setMaxListeners } from 'node:events'
import { rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { StringDecoder } from 'node:string_decoder'
import { ProgramError } from './errors.ts'

export interface ProgramOptions {
  cwd?: string
  env?: NodeJS.ProcessEnv
  /** Ends the program and all that it started. */
  signal?: AbortSignal
  /** Default: nothing in, stdout and stderr piped. stderr must stay a pipe: its tail goes into errors. */
  stdio?: StdioOptions
  /** A folder of its own, removed when the program has ended. */
  scratch?: string
}

export interface Program {
  readonly child: ChildProcess
  /** Resolves when it ended with exit code 0; rejects with a ProgramError, or the signal's reason. */
  readonly done: Promise<void>
  /** The last lines it wrote to stderr. */
  tail(): string[]
  /** Ends it and its whole process group at once; resolves when it is gone. Safe to call twice. */
  end(): Promise<void>
}

/** Starts a program in a process group of its own, so that nothing it starts can outlive it or us. */
export function startProgram(
  command: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Program {
  const { cwd, env, signal, scratch, stdio = ['ignore', 'pipe', 'pipe'] } = options
  signal?.throwIfAborted()
  const child = spawn(command, args, { cwd, env, stdio, detached: !isWindows, windowsHide: true })
  const tail = keepTail(child)
  const running: Running = { child, scratch }
  watchForOurEnd()
  live.add(running)

  const abort = () => killGroup(child)
  signal?.addEventListener('abort', abort, { once: true })

  const gone = ending(child).then(async (reason) => {
    signal?.removeEventListener('abort', abort)
    if (scratch) await rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    live.delete(running)
    return reason
  })
  const done = gone.then((how) => {
    if (signal?.aborted && !isTimeout(signal.reason)) throw signal.reason
    const reason = signal?.aborted ? 'took too long and was ended' : how.reason
    if (reason) throw new ProgramError({ command, args, reason, stderr: tail(), cause: how.cause })
  })
  // Whoever only calls end() has no use for the failure.
  done.catch(() => {})

  const end = async () => {
    killGroup(child)
    await gone
  }
  return { child, done, tail, end }
}

/** Runs a program to its end and returns what it printed. */
export async function runProgram(
  command: string,
  args: readonly string[],
  options: Omit<ProgramOptions, 'stdio'> = {},
): Promise<{ stdout: string; stderr: string }> {
  const program = startProgram(command, args, options)
  const [stdout, stderr] = [collect(program.child.stdout), collect(program.child.stderr)]
  await program.done
  return { stdout: stdout(), stderr: stderr() }
}

/** A signal that follows another: a clip with all its passes has a program for each, and Node takes eleven for a leak. */
export function heardByMany(signal: AbortSignal): AbortSignal {
  const own = AbortSignal.any([signal])
  setMaxListeners(50, own)
  return own
}

/** Ends every program that this process started and that still runs. */
export async function endChildren(): Promise<void> {
  const ended = [...live]
    .filter(({ child }) => !hasEnded(child))
    .map(({ child }) => once(child, 'close'))
  endNow()
  await Promise.allSettled(ended)
}

/**
 * Calls `clean` when this process ends with work undone, by a signal too; it must not wait for anything.
 * Returns how to call it off.
 */
export function atOurEnd(clean: () => void): () => void {
  watchForOurEnd()
  cleaners.add(clean)
  return () => cleaners.delete(clean)
}

interface Running {
  child: ChildProcess
  scratch: string | undefined
}

const live = new Set<Running>()
const cleaners = new Set<() => void>()
const isWindows = process.platform === 'win32'
const tailLines = 15

function ending(child: ChildProcess): Promise<{ reason?: string; cause?: unknown }> {
  return new Promise((resolve) => {
    child.once('error', (cause) => {
      if (child.pid === undefined)
        resolve({ reason: `could not be started (${cause.message})`, cause })
    })
    // A grandchild may hold the pipes open, and then 'close' waits for it: end the group first.
    child.once('exit', () => killOrphans(child))
    child.once('close', (code, name) => {
      if (name) resolve({ reason: `was ended by ${name}` })
      else resolve(code === 0 ? {} : { reason: `ended with exit code ${code}` })
    })
  })
}

function killGroup(child: ChildProcess): void {
  // Once the leader is gone its number may belong to someone else.
  if (hasEnded(child)) return
  if (isWindows)
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true })
  else killOrphans(child)
}

function killOrphans({ pid }: ChildProcess): void {
  if (isWindows || pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    // ESRCH: all are gone already. EPERM (macOS): only zombies are left.
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ESRCH' && code !== 'EPERM') throw error
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

function endNow(): void {
  for (const { child, scratch } of live) {
    killGroup(child)
    if (scratch) rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
  }
  // After the programs, which may still write into what is cleaned.
  for (const clean of cleaners) clean()
}

let isWatching = false

function watchForOurEnd(): void {
  if (isWatching) return
  isWatching = true
  process.on('exit', endNow)
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const onSignal = () => {
      // Another listener (the command line) decides what the signal means, and endNow runs at exit.
      // proper-lockfile's signal-exit also listens, but steps back when it is not alone: do not count it.
      const { __signal_exit_emitter__: others } = process as {
        __signal_exit_emitter__?: { count?: number }
      }
      if (process.listenerCount(name) > 1 + (others?.count ?? 0)) return
      endNow()
      process.removeListener(name, onSignal)
      process.kill(process.pid, name)
    }
    process.on(name, onSignal)
  }
}

function keepTail(child: ChildProcess): () => string[] {
  const decoder = new StringDecoder('utf8')
  let lines: string[] = []
  let rest = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    // ffmpeg redraws its progress line with a carriage return.
    const parts = (rest + decoder.write(chunk)).split(/[\r\n]+/)
    rest = (parts.pop() ?? '').slice(-2000)
    lines = [...lines, ...parts.filter((line) => line.trim() !== '')].slice(-tailLines)
  })
  return () => (rest.trim() === '' ? lines : [...lines, rest].slice(-tailLines))
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = []
  stream?.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError'
}
