import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { REEL_FILE } from '../reel/layout.ts'

export interface FoundFiles {
  /** JSON files, which may be scenes. What lies in a clip belongs to it. */
  json: string[]
  /** Folders that hold a finished clip. */
  clips: string[]
  /** Folders of reels, whose clips may lie in tars. */
  reels: string[]
  /** There is more than was looked through. */
  isCut?: boolean
}

/** Looks through a folder and what is in it. Links are not followed: they could lead anywhere. */
export async function findIn(folder: string): Promise<FoundFiles> {
  const found: FoundFiles = { json: [], clips: [], reels: [] }
  const visit = async (inside: string, depth: number): Promise<void> => {
    const entries = await readdir(inside, { withFileTypes: true }).catch(() => [])
    const files = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
    if (isClip(files)) {
      found.clips.push(inside)
      return
    }
    if (files.includes(REEL_FILE)) found.reels.push(inside)
    for (const name of files) if (name.endsWith('.json')) found.json.push(join(inside, name))
    for (const entry of entries) {
      if (found.json.length > MOST_JSON || found.clips.length > MOST_CLIPS) {
        found.isCut = true
        return
      }
      if (entry.isDirectory() && depth < DEEPEST && !/^(\.|node_modules$)/.test(entry.name))
        await visit(join(inside, entry.name), depth + 1)
    }
  }
  await visit(folder, 0)
  found.json.sort()
  found.clips.sort()
  found.reels.sort()
  return found
}

export function isClip(names: readonly string[]): boolean {
  return CLIP.every((name) => names.includes(name))
}

/** The manifest is written last: a clip that has none is being written. */
const CLIP = ['manifest.json', 'video.mp4', 'caption.txt']

/** Each is read to tell whether it is a scene. */
const MOST_JSON = 2000
const MOST_CLIPS = 20_000
const DEEPEST = 4
