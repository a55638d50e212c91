import { z } from 'zod'
import { Seconds } from '../../schema/values.ts'

/** Ids as in `domino_*`: `*` stands for any letters. */
export const Glob = z
  .string()
  .regex(/^[a-z*][a-z0-9_*-]*$/, 'is an id in which * stands for anything: `domino_*`')
  .max(64)
  .meta({ title: 'an id, or several as in `domino_*`', examples: ['ball_*'] })

const EventExpectation = z
  .strictObject({
    event: z
      .string()
      .regex(/^[a-z][a-z_-]*$/)
      .max(40)
      .describe(
        'What happens: `starts`, `stops`, and what physics tells: `contact`, `bounces`, `topples`, `falls_off` ...',
      )
      .meta({ title: 'the kind of an event', examples: ['stops'] }),
    actor: Glob.optional().describe('To whom; without one to anybody.'),
    a: Glob.optional().describe('One of two, such as who touches.'),
    b: Glob.optional().describe('The other of two.'),
    min: z.int().min(0).default(1).describe('At least so many: actors with `actor`, else events.'),
    max: z.int().min(0).optional().describe('At most so many.'),
    after: Seconds.optional().describe('Only what happens then or later, seconds.'),
    before: Seconds.optional().describe('Only what happens before then, seconds.'),
  })
  .describe('An event of the take.')
export type EventExpectation = z.infer<typeof EventExpectation>

const VisibleExpectation = z
  .strictObject({
    visible: Glob.describe('Who: each actor of that id.'),
    share: z
      .number()
      .min(0)
      .max(1)
      .default(0.001)
      .describe('The least part of the picture that its box covers.'),
    often: z
      .number()
      .min(0)
      .max(1)
      .default(0.25)
      .describe('In at least this part of the moments looked at.'),
    camera: z.string().max(64).optional().describe('Id of the camera; default is the first.'),
  })
  .describe('An actor in the picture, not hidden things considered.')
export type VisibleExpectation = z.infer<typeof VisibleExpectation>

/** What must be true of every cast. */
export const Expectation = z
  .union([EventExpectation, VisibleExpectation])
  .meta({ title: 'an object `{ "event": ... }` or `{ "visible": ... }`' })
export type Expectation = z.infer<typeof Expectation>
