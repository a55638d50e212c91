import type { Scene } from '#scenes'
import { cameraIndex, type ClipOptions, withOverrides } from '../options.ts'
import { readScene } from './read-scene.ts'

/** Reads a scene and writes the call's changes into it; whatever is wrong with either is told before Chrome starts. */
export async function readSceneFor(file: string, options: ClipOptions): Promise<Scene> {
  const { scene } = await readScene(file)
  const changed = withOverrides(scene, options)
  cameraIndex(changed, options.camera)
  return changed
}

/** `640x352, 24 fps, 73 frames (3.04 s)` */
export function clipWords({ clip: { width, height, fps, frames } }: Scene): string {
  return `${width}x${height}, ${fps} fps, ${frames} ${frames === 1 ? 'frame' : 'frames'} (${(frames / fps).toFixed(2)} s)`
}
