import { isFinished } from '../batch/render-planned.ts'
import { InputError } from '../errors.ts'
import { clipFolderOf } from '../reel/layout.ts'
import { Damaged } from './bucket-error.ts'
import { keyOf, type ReelOrder } from './reel-order.ts'

/** How the batch gets what workers have rendered. */
export interface Handover {
  /** Ids that are to be had now, of those asked for. */
  there(ids: readonly string[]): Promise<Set<string>>
  /** Has a clip in its place in the reel. Throws `Damaged` where it must be rendered again. */
  receive(id: string): Promise<void>
  /** Leaves nothing behind. @param isDone whether nobody is to hand in anything any more */
  end(isDone: boolean): Promise<void>
}

/** Through the folder or the bucket that an order names. */
export async function openHandover(order: ReelOrder): Promise<Handover> {
  return order.bucket === undefined ? throughFolder(order.reel) : throughBucket(order, order.bucket)
}

/** Workers write into the reel itself. */
function throughFolder(reel: string): Handover {
  return {
    there: async (ids) => new Set(ids.filter((id) => isFinished(reel, id))),
    async receive(id) {
      if (isFinished(reel, id)) return
      throw new InputError(`A worker has rendered ${id}, but it is not in ${reel}.`, {
        remedy:
          'Give workers with --out the folder that holds the reels, shared with the batch, or share a --bucket.',
      })
    },
    end: async () => {},
  }
}

async function throughBucket(order: ReelOrder, url: string): Promise<Handover> {
  const { openBucket } = await import('./bucket.ts')
  const { reel } = order
  const bucket = openBucket(url, keyOf(order))
  await bucket.check()
  return {
    there: async (ids) => {
      const left = await bucket.list()
      return new Set(ids.filter((id) => left.has(id) || isFinished(reel, id)))
    },
    async receive(id) {
      try {
        if (!isFinished(reel, id)) await bucket.fetch(id, clipFolderOf(reel, id))
      } catch (error) {
        // Whoever renders it again must not find it done.
        if (error instanceof Damaged) await bucket.remove(id)
        throw error
      }
      await bucket.remove(id)
    },
    async end(isDone) {
      if (isDone) await bucket.clear()
      bucket.close()
    },
  }
}
