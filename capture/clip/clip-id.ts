import { createHash } from 'node:crypto'
import { canonicalize } from 'json-canonicalize'
import type { Scene } from '#scenes'
import type { AssetHashes } from '../assets/assets.ts'

/** Count up when the stage comes to draw the same scene differently: clips then get new names. */
export const LOOK_VERSION = 1

export interface ClipSource {
  /** Concrete, with the command line's overrides written in: size, fps and frames are its own. */
  scene: Scene
  /** Id of the camera. */
  camera: string
  /** SHA-256 by id of every asset that the scene uses. */
  assets: AssetHashes
}

/**
 * What a clip is called: the first 16 of the base-30 digits of a SHA-256 over all that decides its
 * pixels. Passes, captions and the GL back end do not. 30^16 names: a million clips share one with
 * a chance of 1 in 10^12.
 */
export function clipId({ scene, camera, assets }: ClipSource): string {
  const { $schema: _, ...drawn } = scene
  const { width, height, fps, frames } = scene.clip
  return nameOf({
    scene: drawn,
    camera,
    size: [width, height],
    fps,
    frames,
    tier: 'standard',
    colorProfile: 'bt709-limited',
    assets,
    look: LOOK_VERSION,
  })
}

/** Clips of one scene through several cameras belong together: the same name without the cameras. */
export function groupId({ scene, assets }: Omit<ClipSource, 'camera'>): string {
  const { $schema: _, cameras: __, ...drawn } = scene
  return nameOf({ scene: drawn, assets, look: LOOK_VERSION })
}

const alphabet = '0123456789bcdfghjkmnpqrstvwxyz'
const length = 16
/** 256 bits take so many digits of base 30. */
const allDigits = 53

function nameOf(content: unknown): string {
  const hash = createHash('sha256').update(canonicalize(content)).digest('hex')
  let rest = BigInt(`0x${hash}`)
  let digits = ''
  while (rest > 0n) {
    digits = (alphabet[Number(rest % 30n)] as string) + digits
    rest /= 30n
  }
  return digits.padStart(allDigits, '0').slice(0, length)
}
