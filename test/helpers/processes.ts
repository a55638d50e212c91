import { readdirSync, readFileSync } from 'node:fs'

// Read from /proc: a bare machine has neither ps nor pgrep.

/** Process ids of the children that a process has now (Linux). */
export function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((candidate) => stateOf(candidate)?.parent === pid)
}

/** The children of a process, theirs, and so on (Linux). */
export function descendantsOf(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendantsOf(child)])
}

/** Children whose command line matches. */
export function childrenRunning(pid: number, command: RegExp): number[] {
  return childrenOf(pid).filter((child) => command.test(commandLineOf(child)))
}

/** False for a process that has ended, whether or not its parent has asked for its exit code. */
export function isAlive(pid: number): boolean {
  const state = stateOf(pid)
  return state !== undefined && state.code !== 'Z'
}

function commandLineOf(pid: number): string {
  return (read(`/proc/${pid}/cmdline`) ?? '').replaceAll('\0', ' ')
}

/** proc(5): `pid (name) state parent ...`; the name may hold brackets. */
function stateOf(pid: number): { code: string; parent: number } | undefined {
  const stat = read(`/proc/${pid}/stat`)
  if (!stat) return undefined
  const [code = '', parent = ''] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { code, parent: Number(parent) }
}

/** A process may end while we look. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
