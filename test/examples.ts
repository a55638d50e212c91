import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseScene, type Scene } from '#scenes'

export const root = fileURLToPath(new URL('..', import.meta.url))

const folder = join(root, 'scenes/examples')

/** Every example scene by name: demo, golden test, gallery and README picture in one. */
export const EXAMPLES = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => name.replace(/\.json$/, ''))

export function example(name: string, clip: Partial<Scene['clip']> = {}): Scene {
  const file = `${name}.json`
  const scene = parseScene(readFileSync(join(folder, file), 'utf8'), file)
  return { ...scene, clip: { ...scene.clip, ...clip } }
}
