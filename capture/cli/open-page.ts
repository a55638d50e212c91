import { spawn } from 'node:child_process'
import type { Io } from './io.ts'

/** Whether somebody sits before this machine: over SSH, a browser would open where nobody is. */
export function isAtDesk(
  { stderr }: Pick<Io, 'stderr'>,
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): boolean {
  if (!stderr.isTTY || env['SSH_CONNECTION'] || env['CI']) return false
  return ['darwin', 'win32'].includes(platform) || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
}

/** Whether a browser opens is the desktop's business; the address stands on the terminal. */
export function openPage(url: string): void {
  const [program = '', ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url]
  const child = spawn(program, args, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
}
