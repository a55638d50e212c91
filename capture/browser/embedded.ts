import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import { extract } from 'tar-stream'
import { cacheEntry } from '../cache.ts'
import { EnvironmentError } from '../errors.ts'

export interface EmbeddedBrowser {
  executablePath: string
  /** NSS, NSPR and expat: for LD_LIBRARY_PATH of this browser alone. */
  libraries: string
  /** A fontconfig folder for machines that have none. */
  fonts: string
}

/**
 * Unpacks the browser inside @sparticuz/chromium into our own cache. We do it ourselves because the package
 * unpacks into a shared temp folder without a lock, trusts what lies there, and brings its libraries only on AWS.
 * It takes 1.2 s on two cores, nearly all of it one thread of brotli; the three archives run beside it.
 */
export async function unpackEmbedded(): Promise<EmbeddedBrowser> {
  const bin = packageFolder('bin')
  const version = await embeddedVersion()
  if (!bin || !version)
    throw new EnvironmentError('The npm package @sparticuz/chromium cannot be used here.')
  const folder = await cacheEntry(`browser/sparticuz-${version}`, async (draft) => {
    await Promise.all([
      unpackFile(join(bin, 'chromium.br'), join(draft, 'chromium')),
      unpackTar(join(bin, 'swiftshader.tar.br'), draft),
      unpackTar(join(bin, 'al2023.tar.br'), draft),
      unpackTar(join(bin, 'fonts.tar.br'), join(draft, 'fontconfig')),
    ])
  })
  return {
    executablePath: join(folder, 'chromium'),
    libraries: join(folder, 'lib'),
    fonts: join(folder, 'fontconfig'),
  }
}

/** The version of the embedded browser's package, or undefined where it is missing or cannot run. */
export async function embeddedVersion(): Promise<string | undefined> {
  const manifest = packageFolder('package.json')
  if (!manifest || process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string }
  return version
}

// Big chunks: 190 MB come out, and each chunk is a trip to the thread pool.
const chunk = 4 * 2 ** 20

function packageFolder(inside: string): string | undefined {
  try {
    const main = createRequire(import.meta.url).resolve('@sparticuz/chromium')
    return join(dirname(main), '..', '..', inside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

function unpackFile(archive: string, file: string): Promise<void> {
  return pipeline(
    createReadStream(archive, { highWaterMark: chunk }),
    createBrotliDecompress({ chunkSize: chunk }),
    createWriteStream(file, { mode: 0o700, highWaterMark: chunk }),
  )
}

async function unpackTar(archive: string, folder: string): Promise<void> {
  const tar = extract()
  const reading = pipeline(
    createReadStream(archive),
    createBrotliDecompress({ chunkSize: chunk }),
    tar,
  )
  for await (const entry of tar) {
    const { name, type } = entry.header
    const path = resolve(folder, name)
    if (!path.startsWith(folder + sep))
      throw new Error(`${archive}: ${name} points outside of its folder`)
    if (type === 'file') {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      // Owners in the archive are other people's: files stay ours.
      await pipeline(entry, createWriteStream(path, { mode: 0o700 }))
    } else {
      entry.resume()
    }
  }
  await reading
}
