import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { isAbsolute, join, normalize } from 'node:path'
import { PassThrough, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3'
import { isFull } from '../batch/render-planned.ts'
import { openDraft } from '../clip/folder.ts'
import { hashFile, type Manifest } from '../clip/manifest.ts'
import { GroundreelError, messageOf } from '../errors.ts'
import { readManifest } from '../verify/stored-clip.ts'
import { BucketError, Damaged } from './bucket-error.ts'

/**
 * Where the clips of one order lie between the workers that rendered them and the batch: `<id>/<sha256>` for each file, and
 * `<id>/manifest.json`, which is written last and makes it a clip. Two workers that render the same clip do not harm each
 * other's files, for a name has one content.
 */
export interface Bucket {
  /** Throws a BucketError where it cannot be reached. */
  check(): Promise<void>
  /** Whether a clip is there, complete. */
  holds(id: string): Promise<boolean>
  /** Ids of all clips that are there. */
  list(): Promise<Set<string>>
  /** Hands a finished clip in. @param folder of the clip */
  leave(id: string, folder: string): Promise<void>
  /** Brings a clip into a folder, every file proven by its checksum. Throws `Damaged` where one is not as it was. */
  fetch(id: string, folder: string): Promise<void>
  remove(id: string): Promise<void>
  /** Removes all that belongs to the order. */
  clear(): Promise<void>
  close(): void
}

const MANIFEST = 'manifest.json'

/** How often a file is sent or asked for, and the seconds before it is so again. */
const TRIES = 4
const PAUSE_SECONDS = 0.5

/**
 * Opens what `s3://bucket/prefix` names. Who may is told as to all AWS tools: AWS_ACCESS_KEY_ID, profiles, roles; which
 * server, by AWS_ENDPOINT_URL_S3 where it is not Amazon's.
 * @param order clips of other orders in the same place are none of ours
 */
export function openBucket(url: string, order: string): Bucket {
  const { hostname: name, pathname } = new URL(url)
  const prefix = [...pathname.split('/').filter(Boolean), order, ''].join('/')
  const own = process.env.AWS_ENDPOINT_URL_S3 ?? process.env.AWS_ENDPOINT_URL
  // Told to users of this program it is noise: our version of the library runs on Node 20.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true'
  const client = new S3Client({
    maxAttempts: TRIES,
    // Else it tells of broken streams on the console.
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    // Servers of one's own seldom know a bucket by a host's name, and have no regions.
    ...(own && { forcePathStyle: true, region: process.env.AWS_REGION ?? 'us-east-1' }),
  })
  const at = (id: string, file: string) => ({ Bucket: name, Key: `${prefix}${id}/${file}` })
  const asked = <T>(work: () => Promise<T>): Promise<T> =>
    work().catch((error: unknown) => {
      throw troubleOf(url, error)
    })

  const put = (id: string, file: string, from: string, sum: string, bytes: number) =>
    asked(() =>
      again(() =>
        client.send(
          new PutObjectCommand({
            ...at(id, file),
            Body: createReadStream(from),
            ContentLength: bytes,
            ChecksumSHA256: Buffer.from(sum, 'hex').toString('base64'),
            Metadata: { sha256: sum },
          }),
        ),
      ),
    )
  /** @param sum what it must hash to; default is what its writer said of it */
  const get = (id: string, file: string, to: string, sum?: string) =>
    asked(() =>
      again(async () => {
        const { Body, Metadata } = await client
          .send(new GetObjectCommand(at(id, file)))
          .catch((error: unknown) => {
            throw isAbsent(error) ? new Damaged(`${file} of ${id} is not in ${url}.`) : error
          })
        const hash = createHash('sha256')
        const heard = new PassThrough()
        heard.on('data', (chunk: Buffer) => hash.update(chunk))
        // In Node a body is a stream of it.
        await pipeline(Body as Readable, heard, createWriteStream(to, { flush: true }))
        if (hash.digest('hex') !== (sum ?? Metadata?.sha256))
          throw new Damaged(`${file} of ${id} is not what was left in ${url}.`)
      }),
    )
  const remove = (key: string) =>
    asked(() => client.send(new DeleteObjectCommand({ Bucket: name, Key: key })))
  async function* keys(within: string): AsyncGenerator<string> {
    try {
      for await (const page of paginateListObjectsV2({ client }, { Bucket: name, Prefix: within }))
        for (const { Key } of page.Contents ?? []) if (Key !== undefined) yield Key
    } catch (error) {
      throw troubleOf(url, error)
    }
  }

  return {
    async check() {
      await asked(() => client.send(new HeadBucketCommand({ Bucket: name })))
    },
    holds: (id) =>
      asked(() =>
        client.send(new HeadObjectCommand(at(id, MANIFEST))).then(
          () => true,
          (error: unknown) => {
            if (isAbsent(error)) return false
            throw error
          },
        ),
      ),
    async list() {
      const ids = new Set<string>()
      for await (const key of keys(prefix)) {
        const [id = '', file] = key.slice(prefix.length).split('/')
        if (file === MANIFEST) ids.add(id)
      }
      return ids
    },
    async leave(id, folder) {
      const { files } = await readManifest(folder)
      for (const [file, { sha256: sum, bytes }] of Object.entries(files))
        await put(id, sum, join(folder, file), sum, bytes)
      const { sha256: sum, bytes } = await hashFile(join(folder, MANIFEST))
      await put(id, MANIFEST, join(folder, MANIFEST), sum, bytes)
    },
    async fetch(id, folder) {
      const draft = await openDraft(folder)
      try {
        await draft.write(MANIFEST, '')
        await get(id, MANIFEST, draft.path(MANIFEST))
        const manifest: Manifest = await readManifest(draft.path('.'))
        if (manifest.id !== id) throw new Damaged(`What was left as ${id} is ${manifest.id}.`)
        for (const [file, { sha256: sum }] of Object.entries(manifest.files)) {
          if (normalize(file).startsWith('..') || isAbsolute(file))
            throw new Damaged(`The manifest of ${id} names ${file}, which is not in its folder.`)
          // Makes folders on the way.
          await draft.write(file, '')
          await get(id, sum, draft.path(file), sum)
        }
        await draft.commit()
      } catch (error) {
        await draft.discard()
        throw error
      }
    },
    async remove(id) {
      // Without its manifest the rest is none.
      await remove(at(id, MANIFEST).Key)
      for await (const key of keys(`${prefix}${id}/`)) await remove(key)
    },
    async clear() {
      for await (const key of keys(prefix)) await remove(key)
    },
    close: () => client.destroy(),
  }
}

/** A file on its way is read anew, which the library cannot do of itself. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let left = TRIES - 1; ; left--)
    try {
      return await work()
    } catch (error) {
      if (left === 0 || isFinal(error)) throw error
      await sleep(PAUSE_SECONDS * 1000 * 2 ** (TRIES - 1 - left))
    }
}

/** Refused, or no room here: the same comes of another try. */
function isFinal(error: unknown): boolean {
  if (error instanceof S3ServiceException) return (error.$metadata.httpStatusCode ?? 500) < 500
  return isNoKey(error) || (error instanceof Error && isFull(error))
}

function isAbsent(error: unknown): boolean {
  return error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404
}

function isNoKey(error: unknown): boolean {
  return error instanceof Error && error.name === 'CredentialsProviderError'
}

function troubleOf(url: string, cause: unknown): unknown {
  // What went wrong on our own disk names a path.
  const isOurs = typeof (cause as NodeJS.ErrnoException).path === 'string'
  if (cause instanceof GroundreelError || isOurs || (cause instanceof Error && isFull(cause)))
    return cause
  if (isNoKey(cause))
    return new BucketError(`Nothing here says who may use ${url}.`, {
      remedy: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.',
      cause,
    })
  const said = messageOf(cause)
  const status = cause instanceof S3ServiceException ? cause.$metadata.httpStatusCode : undefined
  if (isAbsent(cause)) return new BucketError(`There is no ${url}: ${said}.`, { cause })
  return new BucketError(
    status === undefined
      ? `No storage answers for ${url}: ${said}.`
      : `The storage refuses ${url}: ${said} (${status}).`,
    {
      remedy: "AWS_ENDPOINT_URL_S3 names a server that is not Amazon's.",
      cause,
    },
  )
}
