import { appendFile, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Scene } from '#scenes'
import { clipId, LOOK_VERSION, type Session } from '#capture'
import { readAssets } from '../../../capture/assets/assets.ts'
import { clipFolderOf, clipPathOf, METADATA_FILE, REEL_FILE } from '../../../capture/reel/layout.ts'
import { newReel, reelText } from '../../../capture/reel/reel-file.ts'
import { rowOf } from '../../../capture/reel/row-of.ts'
import { rowText } from '../../../capture/reel/row.ts'

/** A scene that is cheap to draw: a ball that rolls past a crate in the second half of the clip. */
export function rollingBall({ seed = 0, camera = {}, clip = {} }: Ball = {}): Scene {
  return Scene.parse({
    version: 1,
    name: 'rolling',
    seed,
    clip: { width: 96, height: 64, fps: 24, frames: 129, ...clip },
    cameras: [
      { id: 'main', position: [0, 1.4, 6], lookAt: [0, 0.6, 0], fov: 45, ...camera },
      { id: 'side', position: [4, 1.4, 5], lookAt: [0, 0.4, 0], fov: 45 },
    ],
    actors: [
      { kind: 'ground', id: 'floor', size: [60, 60], material: { surface: 'concrete' } },
      {
        kind: 'sphere',
        id: 'ball',
        radius: 0.5,
        position: [-2, 0, 0],
        material: { color: 'red' },
        motion: [
          {
            kind: 'path',
            points: [
              [-2, 0, 0],
              [0.8, 0, 0],
            ],
            from: 3.6,
            to: 5.2,
            roll: 0.5,
          },
        ],
      },
      {
        kind: 'box',
        id: 'crate',
        noun: { en: 'crate', zh: '箱子' },
        size: [0.8, 0.8, 0.8],
        position: [2, 0, -0.5],
        material: { color: 'green' },
      },
    ],
  })
}

interface Ball {
  seed?: number
  camera?: object
  clip?: Partial<Scene['clip']>
}

/** A reel in its canonical layout, rendered for real. Rows are in the order given. */
export async function renderReel(
  session: Session,
  folder: string,
  clips: readonly { scene: Scene; camera?: string; previews?: boolean; split?: string }[],
): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const head = newReel({ name: 'tiny', licence: 'cc0-1.0' }, LOOK_VERSION)
  await writeFile(join(folder, REEL_FILE), reelText(head))
  const ids: string[] = []
  for (const { scene, camera = 'main', previews = false, split = 'train' } of clips) {
    const id = clipId({ scene, camera, assets: readAssets().hashesFor(scene) })
    await session.render(scene, {
      out: dirname(clipFolderOf(folder, id)),
      name: id,
      camera,
      ...(previews && { passes: ['depth', 'instance'], previews }),
    })
    const placed = { file_name: `${clipPathOf(id)}/video.mp4`, license: 'cc0-1.0', split }
    const row = await rowOf(clipFolderOf(folder, id), placed)
    await appendFile(join(folder, METADATA_FILE), `${rowText(row)}\n`)
    ids.push(id)
  }
  return ids
}
