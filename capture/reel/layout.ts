import { join } from 'node:path'

/** What a reel says of itself; the file by which a folder is known as one. */
export const REEL_FILE = 'reel.json'
/** One row for every finished clip. */
export const METADATA_FILE = 'metadata.jsonl'

/** Where a clip lies in a reel. Two characters of 30 make 900 folders: a million clips are a thousand in each. */
export function clipPathOf(id: string): string {
  return `clips/${id.slice(0, 2)}/${id}`
}

export function clipFolderOf(reel: string, id: string): string {
  return join(reel, clipPathOf(id))
}

/** How clips are kept: each in its folder, or many in tars of about a gigabyte. */
export const STORES = ['folders', 'shards'] as const
export type Store = (typeof STORES)[number]
