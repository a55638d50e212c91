import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { runCli } from '../../capture/cli/run-cli.ts'

export interface Said {
  code: number | null
  out: string
  err: string
}

/** Calls the command line in this process. */
export async function call(...argv: string[]): Promise<Said> {
  const [stdout, stderr] = [new Paper(), new Paper()]
  const code = await runCli(argv, { stdout, stderr, signal: new AbortController().signal })
  return { code, out: stdout.text, err: stderr.text }
}

const root = fileURLToPath(new URL('../..', import.meta.url))

const running = new Set<ChildProcess>()

/** Ends what a failed test has left running. */
export function endStarted(): void {
  for (const child of running) child.kill('SIGTERM')
}

/** The command line as a process of its own, with `wrapper` before it. */
export function start(
  argv: string[],
  { env = {}, wrapper = [] }: { env?: NodeJS.ProcessEnv; wrapper?: string[] } = {},
) {
  const [command = '', ...args] = [
    ...wrapper,
    process.execPath,
    '--import',
    'tsx',
    'capture/cli/main.ts',
    ...argv,
  ]
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, detached: true })
  running.add(child)
  child.once('close', () => running.delete(child))
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const ended = once(child, 'close').then(([code]): Said => ({
    code: code as number | null,
    out,
    err,
  }))
  const says = async (words: RegExp) => {
    while (!words.test(out + err))
      await Promise.race([
        once(child.stderr, 'data'),
        ended.then(() => Promise.reject(new Error(`ended: ${err}`))),
      ])
  }
  return { child, ended, says }
}

/** Writes a small scene of a ball on a lawn and returns its file. */
export function writeBall(folder: string, name: string, clip: object = {}, color = 'red'): string {
  const file = join(folder, `${name}.json`)
  const content = {
    version: 1,
    name,
    clip: { width: 64, height: 64, fps: 8, frames: 8, ...clip },
    cameras: [{ id: 'main', position: [0, 1.5, 4], lookAt: 'ball' }],
    actors: [
      { kind: 'ground', id: 'lawn' },
      { kind: 'sphere', id: 'ball', radius: 0.6, material: { color } },
    ],
  }
  writeFileSync(file, JSON.stringify(content))
  return file
}

class Paper extends Writable {
  text = ''

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}
