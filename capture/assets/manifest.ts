import { z } from 'zod'
import { AssetId } from '#scenes'

/**
 * Segments without dots: it leads neither out of the folder nor to a hidden file. PNG, because every browser decodes
 * it to the same pixels.
 */
const FILE = /^[a-z0-9_-]+(\/[a-z0-9_-]+)*\.png$/

const Asset = z.strictObject({
  id: AssetId,
  kind: z.literal('image'),
  /** Relative to the folder of the manifest. */
  file: z.string().regex(FILE, 'must be a path inside assets/, such as images/hills.png'),
  /** What it shows, for people; captions never say it: nobody has proven it on the pixels. */
  title: z.string().min(1),
  /** Pixels. */
  width: z.int().min(1).max(8192),
  height: z.int().min(1).max(8192),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hex digits, as sha256sum prints them'),
  /** SPDX identifier. */
  licence: z.string().min(1),
  source: z.string().min(1),
})

/** A noun that scenes may name as a `kind`: drawn by our own code, without a file. */
const LibraryEntry = z.strictObject({
  /** The kind. */
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  category: z.string().min(1),
  /** What captions call it, and the measure word that counts it in Chinese. */
  nouns: z.strictObject({
    en: z.string().min(1),
    plural: z.string().min(1),
    zh: z.string().min(1),
    measure: z.string().min(1),
  }),
  /** Width, height and depth as it is made when nothing is said, metres; its front is +Z. */
  size: z.tuple([z.number().min(0), z.number().min(0), z.number().min(0)]),
  /** SPDX identifier. */
  licence: z.string().min(1),
  source: z.string().min(1),
})

/** assets/manifest.json: every file that scenes may name by id, and every noun of the library. */
export const AssetManifest = z.strictObject({
  assets: z.array(Asset).superRefine((assets, context) => {
    for (const [i, { id }] of assets.entries())
      if (assets.findIndex((other) => other.id === id) < i)
        context.addIssue({ code: 'custom', path: [i, 'id'], message: 'is there twice' })
  }),
  library: z.array(LibraryEntry).default([]),
})
export type AssetManifest = z.infer<typeof AssetManifest>
