import { createHash } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { canonicalize } from 'json-canonicalize'
import { parseTemplate } from '#scenes'
import { Recipe } from '../batch/recipe.ts'
import { isTemplate, type Source } from '../batch/source.ts'

/** What a worker must know of a reel beside its clips. */
export interface ReelOrder {
  /** Where the batch has it: a shared folder is at the same place everywhere, unless a worker is told otherwise. */
  reel: string
  /** Through which clips are handed in, as `s3://bucket/prefix`, where workers do not share that folder. */
  bucket?: string | undefined
  recipe: Recipe
  sources: readonly Source[]
}

/** Names an order among those of other batches. */
export function keyOf({ reel, bucket, recipe, sources }: ReelOrder): string {
  const hashes = sources.map(({ hash }) => hash)
  const text = canonicalize({ reel: resolve(reel), bucket, recipe, hashes })
  return createHash('sha256').update(text).digest('hex').slice(0, 16)
}

/** As text: templates go as their files were written, and are parsed anew. */
export function orderText({ reel, bucket, recipe, sources }: ReelOrder): string {
  const written = sources.map(({ what, ...source }) =>
    isTemplate(what)
      ? { ...source, file: basename(what.source.file), texts: what.texts }
      : { ...source, scene: what },
  )
  return JSON.stringify({ reel: resolve(reel), bucket, recipe, sources: written })
}

export function orderIn(text: string): ReelOrder {
  // Our own writer made it, in `orderText`.
  const { reel, bucket, recipe, sources } = JSON.parse(text) as {
    reel: string
    bucket?: string
    recipe: Recipe
    sources: (Omit<Source, 'what'> & {
      file: string
      texts?: Record<string, string>
      scene: Source['what']
    })[]
  }
  return {
    reel,
    bucket,
    recipe: Recipe.parse(recipe),
    sources: sources.map(({ file, texts, scene, ...source }) => ({
      ...source,
      what: texts ? parseTemplate(texts[''] ?? '', file, { read: (path) => texts[path] }) : scene,
    })),
  }
}
