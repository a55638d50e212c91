import { join } from 'node:path'
import type { AssetHashes } from '../assets/assets.ts'
import { type Crew, loadAll } from '../clip/crew.ts'
import { LOOK_VERSION } from '../clip/clip-id.ts'
import { type Manifest, sha256 } from '../clip/manifest.ts'
import { planClip } from '../clip/plan.ts'
import { startProgram } from '../process.ts'
import type { StoredClip } from './stored-clip.ts'

/** Frames drawn again and compared to the stored clip. */
export interface FrameCheck {
  /** Equal bytes are promised on the same browser, back end, platform and look; likeness everywhere else. */
  promise: 'equal' | 'alike'
  /** What differs from the machine that drew the clip; empty when equality is promised. */
  differs: string[]
  frames: ComparedFrame[]
}

export interface ComparedFrame {
  frame: number
  /** The bytes hash to what the manifest says. */
  isEqual: boolean
  /** To the decoded video, dB: what encoding lost counts too. Undefined where the bytes are equal. */
  psnr?: number
  holds: boolean
}

/** Likeness that is promised across back ends. */
const likeness = 40

/** Draws some frames again. */
export async function checkFrames(
  clip: StoredClip,
  chosen: readonly number[],
  crew: Crew,
): Promise<FrameCheck> {
  const { scene, manifest } = clip
  const { job, assets } = await planClip(scene, { camera: manifest.camera })
  const differs = differences(manifest, crew.identity, assets)
  await loadAll(job, crew)
  const pictures = await Promise.all(
    chosen.map((frame) => crew.stages[0].draw(frame, 'rgb', crew.signal)),
  )
  const areEqual = chosen.map(
    (frame, i) => sha256(pictures[i]?.bytes ?? new Uint8Array()) === manifest.frameHashes[frame],
  )
  const decoded = areEqual.every(Boolean) ? [] : await decode(clip, chosen, crew)
  const frames = chosen.map((frame, i): ComparedFrame => {
    const [isEqual = false, picture, stored] = [areEqual[i], pictures[i]?.bytes, decoded[i]]
    if (isEqual) return { frame, isEqual, holds: true }
    const psnr = picture && stored ? psnrOf(picture, stored) : 0
    return { frame, isEqual, psnr, holds: differs.length > 0 && psnr >= likeness }
  })
  return { promise: differs.length === 0 ? 'equal' : 'alike', differs, frames }
}

function differences(
  { gl, versions, assets }: Manifest,
  now: Crew['identity'],
  assetsNow: AssetHashes,
): string[] {
  const pairs: (readonly [what: string, then: unknown, now: unknown])[] = [
    ['browser', versions.browser, now.version],
    ['GL', gl.renderer, now.renderer],
    ['platform', gl.platform, `${process.platform}-${process.arch}`],
    ['look', versions.look, LOOK_VERSION],
    ...Object.entries(assetsNow).map(([id, hash]) => [`image ${id}`, assets[id], hash] as const),
  ]
  return pairs
    .filter(([, a, b]) => a !== b)
    .map(([what, a, b]) => `${what} ${String(a)}, now ${String(b)}`)
}

/** So many frames of a clip, spread evenly with the first and the last. */
export function spread(count: number, frames: number): number[] {
  const shown = Math.min(count, frames)
  return Array.from({ length: shown }, (_, i) =>
    Math.round((i * (frames - 1)) / Math.max(1, shown - 1)),
  )
}

/** The I420 bytes of some frames of the stored video. */
async function decode(
  { folder, manifest: { width, height, fps } }: StoredClip,
  frames: readonly number[],
  { ffmpeg, signal }: Crew,
): Promise<Buffer[]> {
  // Renumbered, so that the frames left out are not made up for; -fps_mode would say the same, but not to an ffmpeg of 2018.
  const filter = `select='${frames.map((frame) => `eq(n,${frame})`).join('+')}',setpts=N/(${fps}*TB)`
  const video = join(folder, 'video.mp4')
  const args = [
    '-nostdin',
    '-v',
    'error',
    '-i',
    video,
    '-vf',
    filter,
    '-r',
    `${fps}`,
    '-f',
    'rawvideo',
    '-pix_fmt',
    'yuv420p',
    'pipe:1',
  ]
  const program = startProgram(ffmpeg.path, args, signal && { signal })
  const chunks: Buffer[] = []
  program.child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  await program.done
  const size = (width * height * 3) / 2
  const all = Buffer.concat(chunks)
  return frames.map((_, i) => all.subarray(i * size, (i + 1) * size))
}

/** Peak signal to noise over all three planes, dB. */
function psnrOf(a: Uint8Array, b: Uint8Array): number {
  if (a.length !== b.length) return 0
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += ((a[i] as number) - (b[i] as number)) ** 2
  return sum === 0 ? Infinity : Math.round(100 * Math.log10((255 * 255 * a.length) / sum)) / 10
}
