import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { clipId } from '../clip/clip-id.ts'
import type { Crew } from '../clip/crew.ts'
import { hashFile, type Manifest, sha256 } from '../clip/manifest.ts'
import { messageOf } from '../errors.ts'
import { REEL_FILE } from '../reel/layout.ts'
import { openReel, type Reel, type ReelClip } from '../reel/open-reel.ts'
import { isIntactReel } from '../reel/reel-file.ts'
import { isIntact } from '../reel/row.ts'
import type { Session } from '../session.ts'
import { checkClaims } from './claims.ts'
import { checkFiles } from './files.ts'
import { checkFrames, type ComparedFrame, type FrameCheck, spread } from './frames.ts'
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
  /** Where frames were drawn again. */
  redrawn?: RedrawnFrames
  /** By clip, or by `reel.json`. */
  faults: { of: string; fault: string }[]
}

/** One frame each of some clips of a reel, drawn again. */
export interface RedrawnFrames {
  frames: number
  /** To the bit, as the same browser, GL, platform and look promise. */
  equal: number
  /** Of the others, how like the video they are: dB. */
  psnr: number[]
  /** What is not as it was when clips were drawn, so that likeness is asked for instead. */
  differs: string[]
}

export interface ReelCheckWatch {
  ffmpeg: string
  signal: AbortSignal
  /** Draws a frame of so many clips again, spread over the reel. */
  redraw?: { clips: number; session: Pick<Session, 'use'> } | undefined
  onClip?(done: number, total: number): void
}

/** Hashes every file, decodes every video, puts every claim to the proof again, and draws some frames anew. */
export async function checkReel(folder: string, watch: ReelCheckWatch): Promise<ReelCheck> {
  const reel = await openReel(folder)
  const check: ReelCheck = { clips: 0, files: 0, frames: 0, claims: 0, refuted: 0, faults: [] }
  if (reel.isWritten && !isIntactReel(await readFile(join(reel.folder, REEL_FILE), 'utf8')))
    check.faults.push({ of: REEL_FILE, fault: 'changed since it was written' })
  if (watch.redraw) check.redrawn = { frames: 0, equal: 0, psnr: [], differs: [] }
  const chosen = new Set(spread(watch.redraw?.clips ?? 0, reel.count))
  let last = ''
  for await (const clip of reel.clips()) {
    watch.signal.throwIfAborted()
    const { id } = clip.row
    if (reel.isWritten && id === last) check.faults.push({ of: id, fault: 'two rows' })
    last = id
    const own = { ...watch, redraw: chosen.has(check.clips) ? watch.redraw : undefined }
    const faults = await faultsOf(clip, reel, check, own).catch((error: unknown) => {
      watch.signal.throwIfAborted()
      return [messageOf(error)]
    })
    check.faults.push(...faults.map((fault) => ({ of: id, fault })))
    watch.onClip?.(++check.clips, reel.count)
  }
  return check
}

async function faultsOf(
  { row, line, folder, ready }: ReelClip,
  { isWritten }: Reel,
  check: ReelCheck,
  { ffmpeg, signal, redraw }: ReelCheckWatch,
): Promise<string[]> {
  const faults: string[] = []
  if (line !== undefined && !isIntact(line)) faults.push('its row of metadata.jsonl was changed')
  await ready()
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
  faults.push(...claims.faults)
  if (redraw && check.redrawn) {
    const { session } = redraw
    const work = (crew: Crew) => checkFrames(clip, [frameOf(manifest)], crew)
    const fault = counted(await session.use(1, work, { signal }), check.redrawn)
    if (fault !== undefined) faults.push(fault)
  }
  return faults
}

/** Another one in every clip, and always the same of one. */
function frameOf({ id, frames }: Manifest): number {
  return Number.parseInt(sha256(Buffer.from(id)).slice(0, 8), 16) % frames
}

/** Adds a frame to what was redrawn; tells where it is not what its clip shows. */
function counted({ frames, differs }: FrameCheck, sum: RedrawnFrames): string | undefined {
  const [{ frame, isEqual, psnr = 0, holds }] = frames as [ComparedFrame]
  sum.frames++
  sum.differs = [...new Set([...sum.differs, ...differs])]
  if (isEqual) sum.equal++
  else sum.psnr.push(psnr)
  if (holds) return undefined
  return differs.length === 0
    ? `frame ${frame} drawn again is not the same: ${psnr} dB to the video`
    : `frame ${frame} drawn again is not alike: ${psnr} dB to the video`
}
