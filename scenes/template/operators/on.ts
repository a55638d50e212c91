import { z } from 'zod'
import { Id, Metres } from '../../schema/values.ts'
import { defineOperator } from '../operator.ts'
import { tidy } from '../tidy.ts'

export const on = defineOperator({
  name: '$on',
  doc: "The point on another actor's top: the position of what rests there, or a point of its path.",
  args: z.strictObject({
    actor: Id.describe('Whose top.'),
    at: z
      .tuple([Metres, Metres])
      .default([0, 0])
      .describe("From that actor's middle along its own X and Z, metres.")
      .meta({ title: 'two distances [x, z] in metres' }),
    lift: Metres.default(0).describe('Metres above the top.'),
  }),
  example: { $on: { actor: 'table', at: [0.3, 0] } },
  cast({ actor, at: [x, z], lift }, call) {
    const point = call.actor(actor).topAt(x, z)
    if (!point)
      return call.fail(`is beside \`${actor}\``, {
        path: ['at'],
        got: JSON.stringify([x, z]),
        hint: "it counts from that actor's middle, in its own metres",
      })
    return [point[0], point[1] + lift, point[2]].map(tidy)
  },
})
