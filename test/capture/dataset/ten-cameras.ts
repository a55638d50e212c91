import { appendFile, cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { camerasOf, Scene, shoot } from '#scenes'
import { clipFolderOf, clipPathOf, METADATA_FILE } from '../../../capture/reel/layout.ts'
import { Row, rowText } from '../../../capture/reel/row.ts'
import { rollingBall } from '../reel/tiny-reel.ts'

/**
 * A reel of ten cameras of one scene, from a clip of 81 frames at 16 fps. What they film is not looked at: it is the video of
 * that clip.
 */
export async function tenCameras(reel: string, filmed: string, folder: string): Promise<void> {
  await cp(join(reel, 'reel.json'), join(folder, 'reel.json'), { recursive: true })
  const from = clipFolderOf(reel, filmed)
  const row = (await readFile(join(reel, METADATA_FILE), 'utf8'))
    .split('\n')
    .find((line) => line.includes(filmed))
  for (let n = 0; n < 10; n++) {
    const id = `${n}${filmed.slice(1)}`
    const clip = clipFolderOf(folder, id)
    await cp(from, clip, { recursive: true })
    const scene = rollingBall({ clip: { fps: 16, frames: 81 } })
    const turned = { ...scene.cameras[0], id: `c${n}`, position: [n - 5, 1.4, 6] }
    const take = shoot(Scene.parse({ ...scene, cameras: [turned] }))
    const track = take.cameras[0] as (typeof take.cameras)[0]
    const poses = camerasOf(take, track, { width: 96, height: 64 })
    await writeFile(join(clip, 'cameras.json'), JSON.stringify(poses))
    const own = {
      ...Row.parse(JSON.parse(row as string)),
      id,
      camera: `c${n}`,
      file_name: `${clipPathOf(id)}/video.mp4`,
    }
    await appendFile(join(folder, METADATA_FILE), `${rowText(own)}\n`)
  }
}
