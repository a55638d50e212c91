import { posix, win32 } from 'node:path'
import { EnvironmentError } from '../errors.ts'

/** What the search may know of a machine; injected so that every platform is tested on one. */
export interface Machine {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  home: string
  exists: (path: string) => boolean
  /** Where Puppeteer would keep the browsers it downloads. */
  puppeteer: readonly string[]
  /** The version of the browser that came with npm, where it can run. */
  embedded: string | undefined
}

export interface BrowserCandidate {
  name: string
  source: 'explicit' | 'puppeteer' | 'installed' | 'embedded'
  /** A headless shell is a smaller Chrome: it renders, but keeps no GL context on llvmpipe. */
  kind: 'full' | 'shell'
  /** Undefined for the embedded browser, which is unpacked only when it is needed. */
  path: string | undefined
}

/** All browsers of this machine, best first. An explicit one is the only one, and must be there. */
export function discoverBrowsers(machine: Machine, explicit?: string): BrowserCandidate[] {
  const asked = askedFor(machine, explicit)
  if (asked) return [asked]
  const found: BrowserCandidate[] = [
    ...machine.puppeteer.map((path) => candidate('puppeteer', path)),
    ...installedPaths(machine).map((path) => candidate('installed', path)),
  ].filter(({ path }) => path !== undefined && machine.exists(path))
  if (machine.embedded) {
    const name = `@sparticuz/chromium ${machine.embedded}`
    found.push({ name, source: 'embedded', kind: 'shell', path: undefined })
  }
  return found
}

/** What to run or install when a machine has no browser at all. */
export const browserRemedy =
  'Run npx puppeteer browsers install chrome, or set PUPPETEER_EXECUTABLE_PATH to an installed Chrome or Chromium.'

const linuxNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'chrome-headless-shell',
  'microsoft-edge',
]

const macApps = ['Google Chrome', 'Chromium', 'Google Chrome for Testing', 'Microsoft Edge']

const windowsApps = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
]

function askedFor(
  { env, exists }: Machine,
  explicit: string | undefined,
): BrowserCandidate | undefined {
  const path = explicit ?? env.PUPPETEER_EXECUTABLE_PATH
  if (!path) return undefined
  if (exists(path)) return candidate('explicit', path)
  const where = explicit ? 'The browser that was asked for' : 'PUPPETEER_EXECUTABLE_PATH'
  throw new EnvironmentError(`${where} is ${path}, but there is no such file.`, {
    remedy: 'Correct the path, or leave it out and a browser is searched for.',
  })
}

function installedPaths({ platform, env, home }: Machine): string[] {
  if (platform === 'darwin') {
    const roots = ['/Applications', posix.join(home, 'Applications')]
    return macApps.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`))
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    )
    return windowsApps.flatMap((app) => roots.map((root) => win32.join(root, ...app)))
  }
  const folders = (env.PATH ?? '').split(':').filter((folder) => folder.startsWith('/'))
  return linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)))
}

function candidate(source: BrowserCandidate['source'], path: string): BrowserCandidate {
  const kind = /headless[-_]shell/i.test(path) ? 'shell' : 'full'
  return { name: nameOf(path), source, kind, path }
}

function nameOf(path: string): string {
  const file = path.split(/[\\/]/).at(-1) ?? path
  if (/headless[-_]shell/i.test(file)) return 'Chrome headless shell'
  if (/edge/i.test(file)) return 'Microsoft Edge'
  if (/chromium/i.test(path)) return 'Chromium'
  if (/chrome/i.test(file)) return 'Google Chrome'
  return file
}
