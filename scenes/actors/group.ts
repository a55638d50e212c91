import { z } from 'zod'
import type { Actor } from './index.ts'
import { actorFields } from './kind.ts'

const doc = 'Actors that move together; with a `noun` they are one thing in captions and boxes.'
const fields = z.strictObject({ kind: z.literal('group'), ...actorFields })

/** Actors that move together; with a `noun` they are one thing in captions and boxes. */
export interface GroupActor extends z.output<typeof fields> {
  children: Actor[]
}

/** @param actor what may stand in a group; asked for late, since groups are actors themselves. */
export function groupOf(actor: () => z.ZodType<Actor>) {
  return fields
    .extend({
      get children(): z.ZodArray<z.ZodType<Actor>> {
        return z.array(actor()).min(1).describe("Actors placed in the group's own frame.")
      },
    })
    .meta({ id: 'group', description: doc })
}
