import { mkdtempSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atOurEnd } from '../process.ts'
import { type Packed, type Shards, unpack } from './shards.ts'

/** Clips of tars that lie unpacked at a time: a group that is written together must find room. */
const AT_A_TIME = 64

/** Clips of a reel's tars as folders, for who reads files; those that were asked for longest ago go. */
export interface Unpacked {
  /** Where a clip lies once it is asked for. */
  folderOf(id: string): string
  /** Unpacks it, unless it lies there. */
  ask(id: string): Promise<void>
}

export function openUnpacked(reel: string, { clips }: Pick<Shards, 'clips'>): Unpacked {
  let home: string | undefined
  const lying = new Map<string, Promise<void>>()
  const place = () => {
    if (home !== undefined) return home
    const made = mkdtempSync(join(tmpdir(), 'groundreel-clips-'))
    atOurEnd(() => rmSync(made, { recursive: true, force: true }))
    return (home = made)
  }
  const folderOf = (id: string) => join(place(), id)
  return {
    folderOf,
    async ask(id) {
      const found = lying.get(id) ?? unpack(reel, clips.get(id) as Packed, folderOf(id))
      // Last asked, last to go.
      lying.delete(id)
      lying.set(id, found)
      await found
      const [oldest] = lying.keys()
      if (lying.size <= AT_A_TIME || oldest === undefined) return
      lying.delete(oldest)
      await rm(folderOf(oldest), { recursive: true, force: true })
    },
  }
}
