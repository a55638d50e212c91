import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { camerasOf, type CameraTrack } from '#scenes'
import { captionPart } from '../caption/part.ts'
import { cutArguments } from '../encode/arguments.ts'
import { atOurEnd, runProgram } from '../process.ts'
import type { ReelClip } from '../reel/open-reel.ts'
import { rowOf } from '../reel/row-of.ts'
import { readCameras, readStoredClip } from '../verify/stored-clip.ts'

/** Clips with cuts, taken apart into their shots: each a clip in a folder of its own, which goes when the next one is made. */
export interface Shots {
  /** The shots of a clip. Their rows tell size and length alone until they are `ready`. */
  of(clip: ReelClip): Promise<ReelClip[]>
  close(): Promise<void>
}

export interface ShotsCall {
  ffmpeg(): Promise<string>
  signal: AbortSignal
  /** Videos that are cut, beside the clip's own. */
  videos: readonly string[]
}

export function openShots(call: ShotsCall): Shots {
  let home: string | undefined
  let last: string | undefined
  const callOff = atOurEnd(() => {
    if (home !== undefined) rmSync(home, { recursive: true, force: true })
  })
  return {
    async of(clip) {
      await clip.ready()
      const { shots } = await readCameras(clip.folder)
      const folder = (home ??= mkdtempSync(join(tmpdir(), 'groundreel-shots-')))
      return shots.map(({ from, to }, i): ReelClip => {
        const id = `${clip.row.id}-${i + 1}`
        const own = join(folder, id)
        const length = { num_frames: to - from, duration: (to - from) / clip.row.fps }
        const row = { ...clip.row, ...length, id, shots: 1 }
        return {
          ...{ row, folder: own, has: clip.has, isPacked: true },
          shot: { folder: clip.folder, from },
          async ready() {
            if (last === own) return
            if (last !== undefined) await rm(last, { recursive: true, force: true })
            last = own
            await clip.ready()
            await writeShot(clip, { from, to, id, folder: own }, call)
            const { file_name, license, split, profile } = clip.row
            Object.assign(row, await rowOf(own, { file_name, license, split, profile }))
          },
        }
      })
    },
    async close() {
      callOff()
      if (home !== undefined) await rm(home, { recursive: true, force: true })
    },
  }
}

/** The files of a clip that exports and rows are made of, for some of its frames; what is said of them is planned anew. */
async function writeShot(
  clip: ReelClip,
  { from, to, id, folder }: { from: number; to: number; id: string; folder: string },
  { ffmpeg, signal, videos }: ShotsCall,
): Promise<void> {
  const stored = await readStoredClip(clip.folder)
  const { told, windows } = captionPart(stored, { frames: `${from}..${to}`, negatives: false })
  const [{ take, camera, observations }] = windows as [(typeof windows)[number]]
  // A window is filmed by the camera of the whole.
  const cameras = camerasOf(take, take.cameras[camera] as CameraTrack, stored.scene.clip)
  const { manifest } = stored
  const texts = {
    'scene.json': stored.scene,
    'cameras.json': cameras,
    'observations.json': observations,
    'caption.json': { ...told, id },
    'manifest.json': {
      ...{ ...manifest, id, frames: to - from },
      frameHashes: manifest.frameHashes.slice(from, to),
    },
  }
  await mkdir(folder, { recursive: true })
  for (const [name, content] of Object.entries(texts))
    await writeFile(join(folder, name), `${JSON.stringify(content)}\n`)
  const format = { fps: manifest.fps, crf: manifest.encoder.crf }
  for (const name of ['video.mp4', ...videos]) {
    const into = join(folder, name)
    await mkdir(dirname(into), { recursive: true })
    const args = cutArguments(join(clip.folder, name), { from, to }, format, into)
    await runProgram(await ffmpeg(), args, { signal })
  }
}
