import { constants } from 'node:fs'
import { open } from 'node:fs/promises'
import { MAX_SCENE_BYTES, parseScene, type Scene } from '#scenes'
import { readAssets } from '../assets/assets.ts'
import { InputError, messageOf } from '../errors.ts'

export interface SceneFile {
  /** As the user called it. */
  file: string
  text: string
  scene: Scene
}

/**
 * Reads a scene from a file. Throws `InputError` for what cannot be read, `SceneError` for what it says,
 * `EnvironmentError` for an asset of it that is missing or damaged.
 */
export async function readScene(file: string): Promise<SceneFile> {
  const text = await readText(file)
  return { file, text, scene: sceneIn(text, file) }
}

/** The scene that a text says, its assets looked at. */
export function sceneIn(text: string, file: string): Scene {
  const assets = readAssets()
  const scene = parseScene(text, file, assets.images)
  assets.hashesFor(scene)
  return scene
}

/** What a file is gets looked at before any of it is read: 2 GB, or a device without end, is refused at once. */
export async function readText(file: string): Promise<string> {
  // A pipe without a writer would keep us waiting for ever.
  const handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(
    (cause: unknown) => {
      throw trouble(file, cause)
    },
  )
  try {
    const facts = await handle.stat()
    if (facts.isDirectory())
      throw new InputError(`${file} is a folder, not a scene file.`, {
        remedy: 'Name a file in it.',
      })
    if (!facts.isFile()) throw new InputError(`${file} is a device or a pipe, not a scene file.`)
    if (facts.size > MAX_SCENE_BYTES) {
      const size = `${(facts.size / 2 ** 20).toFixed(0)} MB`
      throw new InputError(
        `${file} holds ${size}; a scene file holds at most ${MAX_SCENE_BYTES / 2 ** 20} MB.`,
      )
    }
    const bytes = await handle.readFile().catch((cause: unknown) => {
      throw trouble(file, cause)
    })
    return utf8(bytes, file)
  } finally {
    await handle.close()
  }
}

function utf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new InputError(`${file} is not text: a scene is a JSON file in UTF-8.`, { cause })
  }
}

function trouble(file: string, cause: unknown): InputError {
  const { code } = cause as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new InputError(`There is no file ${file}.`, { cause })
  if (code === 'EACCES' || code === 'EPERM') {
    return new InputError(`${file} may not be read (${code}).`, {
      cause,
      remedy: 'Give yourself the right with chmod.',
    })
  }
  return new InputError(`${file} cannot be read: ${messageOf(cause)}.`, { cause })
}
