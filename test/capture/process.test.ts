import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import {
  EnvironmentError,
  GroundreelError,
  InputError,
  ProgramError,
} from '../../capture/errors.ts'
import { endChildren, runProgram, startProgram } from '../../capture/process.ts'

test('errors carry name, remedy, cause and exit code', () => {
  const cause = new Error('deep')
  const error = new EnvironmentError('No browser was found.', { remedy: 'Install one.', cause })
  expect(error).toBeInstanceOf(GroundreelError)
  expect(error).toMatchObject({
    name: 'EnvironmentError',
    remedy: 'Install one.',
    cause,
    exitCode: 2,
  })
  expect(new InputError('x').exitCode).toBe(2)
  expect('cause' in new InputError('x')).toBe(false)
})

test('a program returns what it printed', async () => {
  expect(await runProgram('sh', ['-c', 'echo out; echo err >&2'])).toEqual({
    stdout: 'out\n',
    stderr: 'err\n',
  })
})

test('a failed program shows its command, its exit code and its last 15 lines', async () => {
  const error = await failure(runProgram('sh', ['-c', 'seq 1 40 >&2; exit 3']))
  expect(error).toBeInstanceOf(ProgramError)
  expect(error).toMatchObject({ reason: 'ended with exit code 3', exitCode: 1 })
  expect((error as ProgramError).stderr).toEqual(
    Array.from({ length: 15 }, (_, i) => String(i + 26)),
  )
  expect(error.message).toContain("sh -c 'seq 1 40 >&2; exit 3'")
})

test('a killed program names its signal', async () => {
  const error = await failure(runProgram('sh', ['-c', 'kill -SEGV $$']))
  expect(error).toMatchObject({ reason: 'was ended by SIGSEGV' })
})

test('a program that does not exist keeps the cause', async () => {
  const error = await failure(runProgram('/no/such/program', []))
  expect((error as ProgramError).reason).toMatch(/^could not be started \(.*ENOENT\)$/)
  expect(error.cause).toMatchObject({ code: 'ENOENT' })
})

test('abort ends the program and rejects with the reason', async () => {
  const control = new AbortController()
  const program = startProgram('sleep', ['60'], { signal: control.signal })
  control.abort(new Error('enough'))
  await expect(program.done).rejects.toThrow('enough')
  expect(isAlive(program.child.pid)).toBe(false)
})

test('a timeout says so', async () => {
  const error = await failure(runProgram('sleep', ['60'], { signal: AbortSignal.timeout(50) }))
  expect(error).toMatchObject({ name: 'ProgramError', reason: 'took too long and was ended' })
})

test('end() also ends grandchildren and removes the scratch folder', async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'groundreel-test-'))
  const program = startProgram('sh', ['-c', 'sleep 60 & echo $!; wait'], { scratch })
  const grandchild = Number(await firstLine(program.child.stdout))
  expect(isAlive(grandchild)).toBe(true)
  await program.end()
  await expect.poll(() => isAlive(grandchild)).toBe(false)
  expect(existsSync(scratch)).toBe(false)
})

test('a grandchild that holds the pipes open does not outlive its parent', async () => {
  const { stdout } = await runProgram('sh', ['-c', 'sleep 60 & echo $!'])
  await expect.poll(() => isAlive(Number(stdout))).toBe(false)
})

test('endChildren ends all that run', async () => {
  const programs = [startProgram('sleep', ['60']), startProgram('sleep', ['60'])]
  await endChildren()
  expect(programs.map(({ child }) => isAlive(child.pid))).toEqual([false, false])
})

test.each(['SIGINT', 'SIGTERM', 'exit', 'throw'])('children end with us on %s', async (how) => {
  const script = `
    import 'proper-lockfile' // it brings signal listeners of its own
    import { startProgram } from ${JSON.stringify(new URL('../../capture/process.ts', import.meta.url).href)}
    console.log(startProgram('sleep', ['60']).child.pid)
    await new Promise((done) => setTimeout(done, 100))
    if (${JSON.stringify(how)} === 'throw') throw new Error('oops')
    if (${JSON.stringify(how)} === 'exit') process.exit(4)
    process.kill(process.pid, ${JSON.stringify(how)})
    await new Promise((done) => setTimeout(done, 5000))`
  const parent = startProgram(process.execPath, [
    '--import',
    'tsx',
    '--input-type=module',
    '-e',
    script,
  ])
  const child = Number(await firstLine(parent.child.stdout))
  const error = (await failure(parent.done)) as ProgramError
  const reasons = {
    SIGINT: 'was ended by SIGINT',
    SIGTERM: 'was ended by SIGTERM',
    exit: 'ended with exit code 4',
  }
  expect(error.reason).toBe(reasons[how as 'exit'] ?? 'ended with exit code 1')
  await expect.poll(() => isAlive(child)).toBe(false)
})

async function failure(promise: Promise<unknown>): Promise<Error> {
  const error = await promise.then(
    () => undefined,
    (reason: Error) => reason,
  )
  expect(error).toBeInstanceOf(Error)
  return error as Error
}

async function firstLine(stream: NodeJS.ReadableStream | null): Promise<string> {
  return new Promise((resolve) =>
    stream?.once('data', (chunk: Buffer) => resolve(chunk.toString())),
  )
}

/** A zombie that nobody collects yet is as dead as can be. */
function isAlive(pid: number | undefined): boolean {
  if (pid === undefined) return false
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
