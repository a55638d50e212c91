import type { Scene } from '#scenes'
import { cameraIndex, type ClipOptions, type TemplateOptions, withOverrides } from '../options.ts'
import { type CastFile, readCast } from './read-template.ts'

/**
 * Reads a scene, or casts one of a template, and writes the call's changes into it; whatever is wrong with
 * either is told before Chrome starts.
 */
export async function readSceneFor(
  file: string,
  options: ClipOptions & TemplateOptions,
): Promise<CastFile> {
  const { scene, template } = await readCast(file, options)
  const changed = withOverrides(scene, options)
  cameraIndex(changed, options.camera)
  return { scene: changed, ...(template && { template }) }
}

/** `640x352, 24 fps, 73 frames (3.04 s)` */
export function clipWords({ clip: { width, height, fps, frames } }: Scene): string {
  return `${width}x${height}, ${fps} fps, ${frames} ${frames === 1 ? 'frame' : 'frames'} (${(frames / fps).toFixed(2)} s)`
}
