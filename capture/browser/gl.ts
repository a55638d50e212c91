import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Who draws: a graphics card, or the processor with Mesa's llvmpipe, or with Chrome's own SwiftShader. */
export const backends = ['hardware', 'llvmpipe', 'swiftshader'] as const
export type Backend = (typeof backends)[number]
export type GlChoice = 'auto' | Backend

/** One way to ask Chrome for a back end. */
export interface GlRoad {
  backend: Backend
  flags: readonly string[]
  env: Readonly<Record<string, string>>
}

/** What decides which roads are worth a try; found without starting anything. */
export interface GlFacts {
  platform: NodeJS.Platform
  /** A device that may be a graphics card. */
  hasCard: boolean
  /** Mesa's files that llvmpipe needs, or none when one is missing. */
  mesa: readonly string[]
}

/** The roads to try for one browser, fastest first; an explicit choice is tried whatever the facts say. */
export function glRoads(
  facts: GlFacts,
  browser: { isShell: boolean; isEmbedded: boolean },
  gl: GlChoice,
): GlRoad[] {
  const swiftshader = road('swiftshader', [
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
  ])
  // The embedded browser carries SwiftShader and nothing else.
  if (browser.isEmbedded) return gl === 'auto' || gl === 'swiftshader' ? [swiftshader] : []

  const canMesa = facts.platform === 'linux' && facts.mesa.length > 0 && !browser.isShell
  const roads = [
    ...(facts.hasCard || gl === 'hardware' ? hardwareRoads(facts.platform) : []),
    ...(canMesa || gl === 'llvmpipe'
      ? [
          road('llvmpipe', ['--use-angle=gl-egl', '--ignore-gpu-blocklist'], {
            LIBGL_ALWAYS_SOFTWARE: '1',
          }),
        ]
      : []),
    swiftshader,
  ]
  return roads.filter(({ backend }) => gl === 'auto' || gl === backend)
}

/** Which back end a renderer string (UNMASKED_RENDERER_WEBGL) speaks of; Chrome may fall back silently. */
export function classify(renderer: string): Backend | 'unknown' {
  if (/swiftshader/i.test(renderer)) return 'swiftshader'
  if (/llvmpipe/i.test(renderer)) return 'llvmpipe'
  // Mesa's slow reference renderers and Windows' WARP draw on the processor too.
  if (/softpipe|swrast|software|lavapipe|microsoft basic render|\bwarp\b/i.test(renderer))
    return 'unknown'
  return /angle|nvidia|geforce|quadro|amd|radeon|intel|apple|adreno|mali|mesa/i.test(renderer)
    ? 'hardware'
    : 'unknown'
}

/** Looks at this machine's devices and libraries; a few directory reads. */
export function glFacts(): GlFacts {
  const { platform } = process
  if (platform !== 'linux') return { platform, hasCard: true, mesa: [] }
  const hasCard =
    list('/dev/dri').some((name) => name.startsWith('renderD')) ||
    list('/dev').some((name) => /^nvidia\d+$/.test(name) || name === 'dxg')
  return { platform, hasCard, mesa: mesaFiles(list, existsSync, process.env.LD_LIBRARY_PATH) }
}

/** What llvmpipe needs: the EGL loader, Mesa's EGL, and its software driver. */
export function mesaFiles(
  listFolder: (folder: string) => string[],
  exists: (path: string) => boolean,
  extraFolders = '',
): string[] {
  const folders = [...extraFolders.split(':').filter(Boolean), ...libraryFolders]
  const first = (...names: string[]) =>
    folders.flatMap((at) => names.map((name) => join(at, name))).find(exists)
  const loader = first('libEGL.so.1')
  const mesa = first('libEGL_mesa.so.0')
  const driver =
    first('dri/swrast_dri.so') ??
    // Mesa 24.1 put all drivers into one library.
    folders.flatMap((at) =>
      listFolder(at)
        .filter((name) => name.startsWith('libgallium'))
        .map((name) => join(at, name)),
    )[0]
  return loader && mesa && driver ? [loader, mesa, driver] : []
}

const libraryFolders = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
  '/run/opengl-driver/lib',
]

function hardwareRoads(platform: NodeJS.Platform): GlRoad[] {
  if (platform === 'darwin')
    return [road('hardware', ['--use-angle=metal', '--ignore-gpu-blocklist'])]
  if (platform === 'win32')
    return [road('hardware', ['--use-angle=d3d11', '--ignore-gpu-blocklist'])]
  return [
    road('hardware', ['--use-angle=gl-egl', '--ignore-gpu-blocklist']),
    road('hardware', [
      '--use-angle=vulkan',
      '--enable-features=Vulkan',
      '--disable-vulkan-surface',
      '--ignore-gpu-blocklist',
    ]),
  ]
}

function road(backend: Backend, flags: string[], env: Record<string, string> = {}): GlRoad {
  return { backend, flags, env }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // A folder that is missing or closed to us holds nothing of use.
    return []
  }
}
