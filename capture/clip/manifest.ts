import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { LoadReport, TruthPassName } from '#renderer/protocol'
import type { Scene } from '#scenes'
import type { AssetHashes } from '../assets/assets.ts'
import type { BrowserIdentity } from '../browser/launch.ts'
import { defaultPreset, defaultThreads } from '../encode/arguments.ts'
import type { Ffmpeg } from '../encode/discover.ts'
import { PASS_FORMATS, type PassFormat } from '../passes/formats.ts'
import { groundreelVersion } from '../version.ts'
import type { TemplateRecord } from '../template/record.ts'
import { clipId, groupId, LOOK_VERSION } from './clip-id.ts'
import type { DraftFolder } from './folder.ts'
import type { ClipPlan } from './plan.ts'

/** manifest.json: what the clip is made of, by whom, and what every file must hash to. */
export interface Manifest {
  id: string
  group: string
  scene: string
  seed: number
  camera: string
  width: number
  height: number
  fps: number
  frames: number
  /** SHA-256 by id of the assets that the scene uses. */
  assets: AssetHashes
  /** Of a scene that was cast from a template: which, and the value of every choice. */
  template?: TemplateRecord
  versions: {
    groundreel: string
    look: number
    scene: number
    node: string
    browser: string
    ffmpeg: string
  }
  /** Who drew: equal frame hashes are promised for the same browser, back end and processor family. */
  gl: { browser: string; backend: string; renderer: string; platform: string }
  encoder: { ffmpeg: string; codec: 'libx264'; crf: number; preset: string; threads: number }
  stage: { triangles: number; drawCalls: number }
  /** Of each pass that was asked for: its file, how it is stored and how to read it. */
  passes?: Partial<Record<TruthPassName, StoredPass>>
  /** SHA-256 of each frame's I420 bytes before encoding. */
  frameHashes: string[]
  /** Of every file but this one. */
  files: Record<string, { sha256: string; bytes: number }>
  /** Milliseconds by stage of the work. */
  timings: Record<string, number>
}

/** What a reader must know of a pass; the file is FFV1 in Matroska. */
export type StoredPass = { file: string } & Omit<PassFormat, 'raw'>

export interface Circumstances {
  identity: BrowserIdentity
  ffmpeg: Ffmpeg
  report: LoadReport
  crf: number
  passes: TruthPassName[]
  frameHashes: string[]
  timings: Record<string, number>
}

/** Writes manifest.json; all other files must be in the folder. */
export async function writeManifest(
  folder: DraftFolder,
  plan: ClipPlan,
  circumstances: Circumstances,
): Promise<Manifest> {
  const { identity, ffmpeg, report, crf, passes, frameHashes, timings } = circumstances
  const { scene, assets, template } = plan
  const camera = scene.cameras[plan.camera]?.id ?? ''
  const { width, height, fps, frames } = scene.clip
  const names = await folder.list()
  const files = await Promise.all(
    names.map(async (name) => [name, await hashFile(folder.path(name))] as const),
  )
  const manifest: Manifest = {
    id: clipId({ scene, camera, assets }),
    group: plan.group ?? groupId({ scene, assets }),
    scene: scene.name,
    seed: scene.seed,
    camera,
    ...{ width, height, fps, frames },
    assets,
    ...(template && { template }),
    versions: {
      groundreel: groundreelVersion(),
      look: LOOK_VERSION,
      scene: scene.version,
      node: process.version,
      browser: identity.version,
      ffmpeg: ffmpeg.version,
    },
    gl: {
      browser: identity.name,
      backend: identity.backend,
      renderer: report.renderer,
      platform: `${process.platform}-${process.arch}`,
    },
    encoder: {
      ffmpeg: ffmpeg.source,
      codec: 'libx264',
      crf,
      preset: defaultPreset,
      threads: defaultThreads,
    },
    stage: { triangles: report.triangles, drawCalls: report.drawCalls },
    ...(passes.length > 0 && {
      passes: Object.fromEntries(passes.map((pass) => [pass, storedPass(pass, scene.clip)])),
    }),
    frameHashes,
    files: Object.fromEntries(files),
    timings: Object.fromEntries(
      Object.entries(timings).map(([name, ms]) => [name, Math.round(ms * 10) / 10]),
    ),
  }
  await folder.write('manifest.json', `${JSON.stringify(manifest, undefined, 1)}\n`)
  return manifest
}

function storedPass(pass: TruthPassName, { width, height }: Scene['clip']): StoredPass {
  const { raw: _, python, ...told } = PASS_FORMATS[pass]
  return {
    file: `passes/${pass}.mkv`,
    ...told,
    python: [`W, H = ${width}, ${height}`, ...python],
  }
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export async function hashFile(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk)
      bytes += chunk.length
    }
  })
  return { sha256: hash.digest('hex'), bytes }
}
