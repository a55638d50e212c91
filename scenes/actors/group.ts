import { z } from 'zod'
import { Actor } from './index.ts'
import { actorFields } from './kind.ts'

const fields = z.strictObject({ kind: z.literal('group'), ...actorFields })

/** Actors that move together; with a `noun` they are one thing in captions and boxes. */
export interface GroupActor extends z.output<typeof fields> {
  children: Actor[]
}

export const group = fields
  .extend({
    get children(): z.ZodArray<z.ZodType<Actor>> {
      return z.array(Actor).min(1).describe('Actors placed in the group\'s own frame.')
    },
  })
  .meta({
    id: 'group',
    description: 'Actors that move together; with a `noun` they are one thing in captions and boxes.',
  })
