import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { METADATA_FILE } from '../reel/layout.ts'
import { openPlaces, removeClip, rowTextOf } from './finished.ts'
import { dropShards, type Failure, gather, haveShardsLeft, readRows } from './journal.ts'
import type { PlannedClip } from './planned.ts'
import type { Recipe } from './recipe.ts'
import { withLock } from './reel-lock.ts'
import type { Shard } from './shard.ts'
import type { Slot } from './slots.ts'

export interface Standing {
  /** Ids; those of slots that are lost are taken out of it, and out of the reel. */
  finished: Set<string>
  slots: readonly Slot[]
  plan: readonly PlannedClip[]
  recipe: Recipe
  failures: readonly Failure[]
  shard: Shard | undefined
}

/**
 * Makes metadata.jsonl tell exactly the finished clips: rows of clips that are gone are dropped, and what was killed
 * between a clip and its row gets one. Only clips without a row are read.
 */
export async function reconcile(
  reel: string,
  { finished, slots, plan, recipe, failures, shard }: Standing,
): Promise<{ dense: Map<string, string> }> {
  return withLock(reel, 'rows', async () => {
    for (const { clips, isLost } of slots)
      for (const clip of isLost ? clips : [])
        if (finished.delete(clip.id)) await removeClip(reel, clip)
    const rows = await readRows(reel)
    const known = rows.size
    for (const id of rows.keys()) if (!finished.has(id)) rows.delete(id)
    let isSame = known === rows.size
    const splits = new Map(plan.map(({ id, split }) => [id, split]))
    const placeOf = openPlaces(reel)
    for (const id of finished) {
      if (rows.has(id)) continue
      isSame = false
      const folder = await placeOf(id)
      rows.set(id, await rowTextOf(folder, id, { split: splits.get(id), licence: recipe.licence }))
    }
    if (!isSame || haveShardsLeft(reel) || !existsSync(join(reel, METADATA_FILE))) {
      await gather(reel, rows.values(), failures)
      if (!shard) await dropShards(reel)
    }
    // Rows are long: they are let go unless somebody must know what they tell.
    const isAsked = recipe.gates.duplicates !== undefined
    return { dense: isAsked ? denseIn(rows) : new Map<string, string>() }
  })
}

function denseIn(rows: ReadonlyMap<string, string>): Map<string, string> {
  return new Map(
    [...rows].map(([id, text]) => [
      id,
      (JSON.parse(text) as { dense_caption: string }).dense_caption,
    ]),
  )
}
