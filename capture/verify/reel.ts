import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clipId } from '../clip/clip-id.ts'
import { hashFile } from '../clip/manifest.ts'
import { messageOf } from '../errors.ts'
import { REEL_FILE } from '../reel/layout.ts'
import { openReel, type Reel, type ReelClip } from '../reel/open-reel.ts'
import { isIntactReel } from '../reel/reel-file.ts'
import { isIntact } from '../reel/row.ts'
import { checkClaims } from './claims.ts'
import { checkFiles } from './files.ts'
import { readManifest, readStoredClip, truthFiles } from './stored-clip.ts'
import { countFrames } from './video.ts'

/** What was looked at in a reel, and every fault by the clip that has it. */
export interface ReelCheck {
  clips: number
  files: number
  /** Decoded to the end. */
  frames: number
  claims: number
  refuted: number
  /** By clip, or by `reel.json`. */
  faults: { of: string; fault: string }[]
}

export interface ReelCheckWatch {
  ffmpeg: string
  signal: AbortSignal
  onClip?(done: number, total: number): void
}

/** Hashes every file, decodes every video, puts every claim to the proof again. */
export async function checkReel(folder: string, watch: ReelCheckWatch): Promise<ReelCheck> {
  const reel = await openReel(folder)
  const check: ReelCheck = { clips: 0, files: 0, frames: 0, claims: 0, refuted: 0, faults: [] }
  if (reel.isWritten && !isIntactReel(await readFile(join(reel.folder, REEL_FILE), 'utf8')))
    check.faults.push({ of: REEL_FILE, fault: 'changed since it was written' })
  let last = ''
  for await (const clip of reel.clips()) {
    watch.signal.throwIfAborted()
    const { id } = clip.row
    if (reel.isWritten && id === last) check.faults.push({ of: id, fault: 'two rows' })
    last = id
    const faults = await faultsOf(clip, reel, check, watch).catch((error: unknown) => {
      watch.signal.throwIfAborted()
      return [messageOf(error)]
    })
    check.faults.push(...faults.map((fault) => ({ of: id, fault })))
    watch.onClip?.(++check.clips, reel.count)
  }
  return check
}

async function faultsOf(
  { row, line, folder }: ReelClip,
  { isWritten }: Reel,
  check: ReelCheck,
  { ffmpeg, signal }: ReelCheckWatch,
): Promise<string[]> {
  const faults: string[] = []
  if (line !== undefined && !isIntact(line)) faults.push('its row of metadata.jsonl was changed')
  const { sha256 } = await hashFile(join(folder, 'manifest.json'))
  if (isWritten && sha256 !== row.manifest_sha256) faults.push('changed: manifest.json')
  const manifest = await readManifest(folder)
  const files = await checkFiles(folder, manifest)
  check.files += files.length + 1
  const wrong = files.filter(({ state }) => state !== 'same')
  faults.push(...wrong.map(({ name, state }) => `${state}: ${name}`))

  if (!wrong.some(({ name }) => name === 'video.mp4')) {
    const frames = await countFrames(join(folder, 'video.mp4'), { ffmpeg, signal })
    check.frames += frames
    if (frames !== manifest.frames)
      faults.push(`video.mp4 gives ${frames} frames, not ${manifest.frames}`)
  }
  // Where the truth itself was changed, nothing more can be said.
  if (wrong.some(({ name }) => truthFiles.includes(name))) return faults
  const clip = await readStoredClip(folder)
  const claims = checkClaims(clip)
  check.claims += claims.checked
  check.refuted += claims.refuted
  const id = clipId({ scene: clip.scene, camera: manifest.camera, assets: manifest.assets })
  if (id !== manifest.id) faults.push(`its scene gives the id ${id}`)
  return [...faults, ...claims.faults]
}
