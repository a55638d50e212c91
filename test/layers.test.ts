import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Layer {
  /** Other layers it may import; `types:` means types only. */
  layers: string[]
  packages: string[]
  /** Node's own modules. */
  node: boolean
}

/** Who may import whom. The table is the law; the first matching folder counts. */
const LAYERS: [folder: string, layer: Layer][] = [
  [
    'scenes',
    {
      layers: [],
      packages: [
        'zod',
        'jsonc-parser',
        'fastest-levenshtein',
        'gl-matrix',
        'jsep',
        '@dimforge/rapier3d-deterministic-compat',
      ],
      node: false,
    },
  ],
  [
    'captions',
    {
      layers: ['scenes'],
      packages: ['zod', 'culori', 'pluralize', 'indefinite', 'fastest-levenshtein', 'gl-matrix'],
      node: false,
    },
  ],
  [
    'renderer/studio',
    {
      layers: ['scenes', 'captions', 'renderer'],
      packages: [
        'react',
        'react-dom',
        'jsonc-parser',
        '@codemirror/autocomplete',
        '@codemirror/commands',
        '@codemirror/language',
        '@codemirror/lint',
        '@codemirror/search',
        '@codemirror/state',
        '@codemirror/view',
        '@lezer/highlight',
      ],
      node: false,
    },
  ],
  [
    'renderer',
    {
      layers: ['scenes', 'assets'],
      packages: ['three', 'react', '@react-three/fiber'],
      node: false,
    },
  ],
  [
    'capture/cli',
    {
      layers: ['scenes', 'captions', 'capture'],
      packages: ['commander', 'cli-progress', 'pngjs', 'zod', 'fastest-levenshtein'],
      node: true,
    },
  ],
  [
    'capture',
    {
      layers: [
        'scenes',
        'captions',
        'types:renderer/protocol.ts',
        'types:renderer/studio/protocol.ts',
      ],
      packages: [
        'jsonc-parser',
        'puppeteer',
        '@sparticuz/chromium',
        '@ffmpeg-installer/ffmpeg',
        'ffmpeg-static',
        'ws',
        'tar-stream',
        'pngjs',
        'proper-lockfile',
        'json-canonicalize',
        'culori',
        'gl-matrix',
        'three',
        'zod',
        'vite',
        'yaml',
        'csv-stringify',
        'smol-toml',
        'bullmq',
        'ioredis',
        'p-limit',
        '@aws-sdk/client-s3',
      ],
      node: true,
    },
  ],
]

/** Clocks and chance have no place where scenes, words and pixels are made. */
const TIMELESS = ['scenes', 'captions', 'renderer']
/** People play in real time. */
const CLOCK = 'renderer/studio/player/clock.ts'
const FORBIDDEN =
  /\bMath\.random\b|\bDate\.now\b|\bperformance\.now\b|\bnew Date\(|\brequestAnimationFrame\b|\beval\(|\bnew Function\b/

const files = ['scenes', 'captions', 'renderer', 'capture'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
)

interface Import {
  from: string
  typeOnly: boolean
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8')
  const { module, errors } = parseSync(file, source)
  expect(errors, file).toEqual([])
  const named = module.staticImports.map(({ moduleRequest, entries }) => ({
    from: moduleRequest.value,
    typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }))
  const again = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ from: moduleRequest.value, typeOnly: isType }] : [],
    ),
  )
  const lazy = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const text = source.slice(moduleRequest.start, moduleRequest.end).match(/^['"](.*)['"]$/)?.[1]
    return text === undefined ? [] : [{ from: text, typeOnly: false }]
  })
  return [...named, ...again, ...lazy]
}

/** The repository path an import means, or undefined for a package. */
function target(file: string, from: string): string | undefined {
  if (from.startsWith('.'))
    return posix.normalize(posix.join(posix.dirname(file), from.replace(/\?.*$/, '')))
  if (!from.startsWith('#')) return undefined
  const doors = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).imports as Record<
    string,
    string
  >
  const door = doors[from]
  expect(door, `${file} imports ${from}, which is not a door in package.json`).toBeDefined()
  return posix.normalize(door as string)
}

function complaint(file: string, { from, typeOnly }: Import): string | undefined {
  const [folder, layer] = LAYERS.find(([name]) => file.startsWith(`${name}/`)) as [string, Layer]
  const path = target(file, from)
  if (path === undefined) {
    const name = from.startsWith('@')
      ? from.split('/').slice(0, 2).join('/')
      : (from.split('/')[0] as string)
    const isNode = from.startsWith('node:') || builtinModules.includes(name)
    if (isNode ? layer.node : layer.packages.includes(name)) return undefined
    return `${file}: ${folder} may not import ${from}`
  }
  if (folder === 'renderer' && path.startsWith('renderer/studio/'))
    return `${file}: the stage knows nothing of the studio, but imports ${path}`
  if (path.startsWith(`${folder}/`)) return undefined
  if (
    from.startsWith('.') &&
    !path.startsWith('assets/') &&
    !(folder === 'capture/cli' && path.startsWith('capture/')) &&
    !(folder === 'renderer/studio' && path.startsWith('renderer/'))
  )
    return `${file}: reach ${path} through its door (#name), not by a relative path`
  const allowed = layer.layers.some((name) =>
    name.startsWith('types:') ? typeOnly && path === name.slice(6) : path.startsWith(`${name}/`),
  )
  return allowed
    ? undefined
    : `${file}: ${folder} may not import ${path}${typeOnly ? '' : ' (as a value)'}`
}

describe('layers', () => {
  test('there are files to look at', () => expect(files.length).toBeGreaterThan(100))

  test('every import points one way, along the table', () => {
    expect(
      files.flatMap((file) => importsOf(file).flatMap((entry) => complaint(file, entry) ?? [])),
    ).toEqual([])
  })

  test('no clock and no unseeded chance in scenes, captions, renderer', () => {
    const guilty = files
      .filter((file) => TIMELESS.some((folder) => file.startsWith(`${folder}/`)) && file !== CLOCK)
      .filter((file) =>
        FORBIDDEN.test(
          readFileSync(join(root, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''),
        ),
      )
    expect(guilty).toEqual([])
  })

  test('no folder is called utils, common or shared', () => {
    expect(
      files.filter((file) => /(^|\/)(utils?|common|shared|helpers|misc)(\/|\.)/.test(file)),
    ).toEqual([])
  })

  test('no import cycles', () => {
    const graph = new Map(
      files.map((file) => [
        file,
        importsOf(file)
          .filter(({ typeOnly }) => !typeOnly)
          .flatMap(({ from }) => target(file, from) ?? []),
      ]),
    )
    expect(cyclesOf(graph)).toEqual([])
  })
})

function cyclesOf(graph: Map<string, string[]>): string[] {
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (file: string, trail: string[]): void => {
    if (trail.includes(file)) {
      cycles.push(
        [...trail.slice(trail.indexOf(file)), file].map((name) => relative('.', name)).join(' -> '),
      )
      return
    }
    if (done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return cycles
}
