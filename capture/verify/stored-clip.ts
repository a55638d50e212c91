import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Annotations, CaptionFile, Observations } from '#captions'
import { type Cameras, parseScene, type Scene, shoot, type Take } from '#scenes'
import { physicsFor } from '#scenes/physics'
import type { Manifest } from '../clip/manifest.ts'
import { InputError, messageOf } from '../errors.ts'
import { cameraIndex } from '../options.ts'

/** A clip's folder, read back; the take is played out again from its scene. */
export interface StoredClip {
  folder: string
  manifest: Manifest
  scene: Scene
  take: Take
  /** Index into the scene's cameras. */
  camera: number
  observations: Observations
  captions: CaptionFile
}

/** The files that a clip's captions rest on. */
export const truthFiles: readonly string[] = ['scene.json', 'observations.json', 'caption.json']

/** Throws an InputError where there is no clip. */
export async function readManifest(folder: string): Promise<Manifest> {
  // Our own writer made it; what its fields are worth is what `verify` then looks at.
  const manifest = (await readJson(folder, 'manifest.json')) as Partial<Manifest>
  if (typeof manifest.files === 'object' && Array.isArray(manifest.frameHashes))
    return manifest as Manifest
  throw new InputError(`${join(folder, 'manifest.json')} is not the manifest of a clip.`)
}

export async function readStoredClip(folder: string): Promise<StoredClip> {
  const manifest = await readManifest(folder)
  const { scene, observations, captions } = await readTold(folder)
  return {
    folder,
    manifest,
    scene,
    take: shoot(scene, await physicsFor(scene)),
    camera: cameraIndex(scene, manifest.camera),
    observations,
    captions,
  }
}

/** The same, without playing out the take: what was written in words and numbers. */
export async function readTold(
  folder: string,
): Promise<Pick<StoredClip, 'scene' | 'observations' | 'captions'>> {
  return {
    scene: parseScene(await readText(folder, 'scene.json'), join(folder, 'scene.json')),
    // Written by us beside the manifest, whose hashes tell whether they still are what we wrote.
    observations: (await readJson(folder, 'observations.json')) as Observations,
    captions: (await readJson(folder, 'caption.json')) as CaptionFile,
  }
}

/** The cameras of a clip. Throws an InputError where there is no clip. */
export async function readCameras(folder: string): Promise<Cameras> {
  await readManifest(folder)
  // As for the manifest: our own writer made it.
  const cameras = (await readJson(folder, 'cameras.json')) as Partial<Cameras>
  if (Array.isArray(cameras.frames) && cameras.frames.length > 0) return cameras as Cameras
  throw new InputError(`${join(folder, 'cameras.json')} holds no cameras.`)
}

/** Who is in a clip. Throws an InputError where there is no clip. */
export async function readAnnotations(folder: string): Promise<Annotations> {
  const annotations = (await readJson(folder, 'annotations.json')) as Partial<Annotations>
  if (Array.isArray(annotations.actors)) return annotations as Annotations
  throw new InputError(`${join(folder, 'annotations.json')} holds no actors.`)
}

async function readJson(folder: string, name: string): Promise<unknown> {
  const text = await readText(folder, name)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new InputError(`${join(folder, name)} is not JSON: ${messageOf(cause)}.`, { cause })
  }
}

function readText(folder: string, name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8').catch((cause: unknown) => {
    const { code } = cause as NodeJS.ErrnoException
    const remedy = 'Name the folder that render wrote.'
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new InputError(`${folder} is not a clip: it has no ${name}.`, { cause, remedy })
    throw new InputError(`${join(folder, name)} cannot be read: ${messageOf(cause)}.`, { cause })
  })
}
