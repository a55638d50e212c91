import { z } from 'zod'
import { Seconds } from './values.ts'

const from = Seconds.optional().describe('When it begins, seconds; without it, before the clip.')
const to = Seconds.optional().describe('When it ends, seconds; without it, after the clip.')
const hand = z.enum(['left', 'right']).default('right').describe("The person's own.")

const Jump = z
  .strictObject({
    kind: z.literal('jump'),
    from: Seconds.describe('When it bends its knees, seconds.'),
    height: z
      .number()
      .min(0.05)
      .max(0.6)
      .default(0.3)
      .describe('Metres that the feet rise: 0.3 is a good leap.'),
  })
  .describe('Leaps up on the spot and comes down where it stood.')

const Wave = z
  .strictObject({ kind: z.literal('wave'), from, to, hand })
  .superRefine(endsLater)
  .describe('Raises a hand above the head and waves it, standing or on its way.')

const Point = z
  .strictObject({
    kind: z.literal('point'),
    from,
    to,
    hand,
    toward: z
      .number()
      .min(-60)
      .max(60)
      .default(0)
      .describe('Degrees to its left of where its front is.'),
    up: z.number().min(-30).max(50).default(5).describe('Degrees above level.'),
  })
  .superRefine(endsLater)
  .describe('Stretches out an arm and points, standing or on its way.')

const Sit = z
  .strictObject({
    kind: z.literal('sit'),
    from: from.describe('When it begins to sit down, seconds; without it, it sits already.'),
    to: to.describe('When it begins to get up, seconds; without it, it stays.'),
    seat: z
      .number()
      .min(0.25)
      .max(0.8)
      .default(0.45)
      .describe('Metres from its feet up to the seat, which is 0.2 to 0.6 behind them.'),
  })
  .superRefine(endsLater)
  .describe(
    'Sits down behind where it stands, its feet where they are; a chair or bench is an actor of its own.',
  )

/** Something that a person does at a time of the clip, besides going its way. */
export const Act = z.discriminatedUnion('kind', [Jump, Wave, Point, Sit]).meta({
  id: 'act',
  description: 'Something that a person does at a time of the clip, besides going its way.',
})
export type Act = z.infer<typeof Act>
export type ActOf<K extends Act['kind']> = Extract<Act, { kind: K }>

function endsLater(
  { from, to }: { from?: number | undefined; to?: number | undefined },
  context: z.RefinementCtx,
): void {
  if (to !== undefined && to <= (from ?? 0))
    context.addIssue({
      code: 'custom',
      path: ['to'],
      input: to,
      message: `must be later than ${from === undefined ? '0' : `\`from\`, which is ${from} s`}`,
    })
}
