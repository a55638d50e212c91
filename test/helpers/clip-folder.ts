import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { captionScene, type Filmed } from '#captions'

/** The files of a clip that its captions rest on, as `render` writes them, without its pictures. */
export function writeClip(folder: string, filmed: Filmed): string {
  const { scene, observations } = filmed
  const write = (name: string, content: unknown) =>
    writeFileSync(join(folder, name), JSON.stringify(content))
  write('scene.json', scene)
  write('observations.json', observations)
  write('caption.json', captionScene(filmed))
  write('manifest.json', {
    id: 'a-clip',
    camera: scene.cameras[filmed.camera]?.id,
    files: {},
    frameHashes: [],
  })
  return folder
}
