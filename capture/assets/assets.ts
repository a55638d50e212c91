import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { imagesOf, type Scene } from '#scenes'
import { EnvironmentError, InputError, messageOf } from '../errors.ts'
import { packageFolder } from '../package-folder.ts'
import { AssetManifest } from './manifest.ts'

/** SHA-256 by id. */
export type AssetHashes = Readonly<Record<string, string>>

/** The files that scenes name by id. */
export interface Assets {
  /** Ids of the images. */
  readonly images: readonly string[]
  /** As they are listed: title, licence, source. */
  readonly entries: AssetManifest['assets']
  /** Absolute paths by id. */
  readonly files: ReadonlyMap<string, string>
  /** Hashes of what a scene uses. Throws where it names what is not listed, or a file is not what the manifest says. */
  hashesFor(scene: Scene): AssetHashes
}

/** Reads which assets there are; files are looked at when a scene uses them. */
export function readAssets(folder = join(packageFolder(), 'assets')): Assets {
  const { assets } = readManifest(join(folder, 'manifest.json'))
  const images = assets.map(({ id }) => id)
  return {
    images,
    entries: assets,
    files: new Map(assets.map(({ id, file }) => [id, join(folder, file)])),
    hashesFor(scene) {
      const used = imagesOf(scene).map((id) => {
        const asset = assets.find((one) => one.id === id)
        if (!asset)
          throw new InputError(
            `The scene "${scene.name}" names an image "${id}" that is unknown.`,
            {
              remedy: `The images are: ${images.join(', ')}.`,
            },
          )
        assertWhole(id, join(folder, asset.file), asset.sha256)
        return [id, asset.sha256] as const
      })
      return Object.fromEntries(used)
    },
  }
}

/** A clip's id holds the listed hash, so the file must be that file. */
function assertWhole(id: string, file: string, wanted: string): void {
  const got = createHash('sha256').update(readAsset(id, file)).digest('hex')
  if (got === wanted) return
  throw new EnvironmentError(
    `The image "${id}" is not the one listed: ${file} has the SHA-256 ${got}, assets/manifest.json wants ${wanted}.`,
    { remedy: 'Install groundreel again, or list the new file with its SHA-256.' },
  )
}

function readAsset(id: string, file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    const fate = code === 'ENOENT' ? 'is missing' : `cannot be read (${code ?? messageOf(cause)})`
    throw new EnvironmentError(`The file of the image "${id}" ${fate}: ${file}.`, {
      cause,
      remedy: 'Install groundreel again.',
    })
  }
}

function readManifest(file: string): AssetManifest {
  const remedy = 'Install groundreel again, or mend the file.'
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    throw new EnvironmentError(`${file} cannot be read: ${messageOf(cause)}.`, { cause, remedy })
  }
  const parsed = AssetManifest.safeParse(json)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path, message }) => `  ${path.join('.')} ${message}`)
  throw new EnvironmentError(`${file} lists assets wrongly:\n${faults.join('\n')}`, { remedy })
}
