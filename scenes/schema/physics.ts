import { z } from 'zod'
import { Degrees, Id, Metres, Seconds, Vec3 } from './values.ts'

/** Seconds; stepping as finely as this keeps fast and small things honest. */
export const COARSEST_STEP = 1 / 240

const Force = z.number().min(0).max(1e9)

const ends = {
  id: Id.optional().describe('What errors call it.'),
  body: Id.describe('The dynamic body that it holds.'),
  base: Id.optional().describe('The body it is held to; without one, the world.'),
  breakForce: Force.optional().describe(
    'Newtons of pull beyond which it breaks; without it, never.',
  ),
  collide: z.boolean().default(false).describe('Whether the two it joins may touch each other.'),
}
const At = Vec3.describe('Where they are joined at t = 0, metres in the world.')

const Hinge = z
  .strictObject({
    kind: z.literal('hinge'),
    ...ends,
    at: At,
    axis: Vec3.default([0, 0, 1]).describe('The line it turns about, in the world.'),
    limits: z
      .tuple([Degrees, Degrees])
      .optional()
      .describe('How far it turns from where it is, degrees.'),
    motor: z
      .strictObject({
        speed: Degrees.describe('Degrees per second that it strives for.'),
        strength: Force.default(10).describe('Newton metres it may use for that.'),
      })
      .optional()
      .describe('Drives it.'),
  })
  .describe('Turns about one line: doors, seesaws, pendulums.')

const Ball = z
  .strictObject({ kind: z.literal('ball'), ...ends, at: At })
  .describe('Turns about one point, every way.')

const Fixed = z
  .strictObject({ kind: z.literal('fixed'), ...ends, at: At.optional() })
  .describe('Glues the two together until it breaks.')

const Rope = z
  .strictObject({
    kind: z.literal('rope'),
    ...ends,
    at: Vec3.describe('Where it is tied to the body at t = 0, metres in the world.'),
    to: Vec3.describe('Where it is tied to the base at t = 0, metres in the world.'),
    length: Metres.min(0.001)
      .optional()
      .describe('The farthest that its ends can part, metres; as they are when absent.'),
  })
  .describe('Keeps its ends from parting further than its length.')

const Spring = z
  .strictObject({
    kind: z.literal('spring'),
    ...ends,
    at: Vec3.describe('Where it is tied to the body at t = 0, metres in the world.'),
    to: Vec3.describe('Where it is tied to the base at t = 0, metres in the world.'),
    length: Metres.min(0)
      .optional()
      .describe('At which it neither pulls nor pushes, metres; as it is when absent.'),
    stiffness: Force.describe('Newtons per metre.'),
    damping: Force.default(0).describe('Newtons per metre per second.'),
  })
  .describe('Pulls its ends back to its length.')

/** What holds a body to another, or to the world. */
export const Joint = z
  .discriminatedUnion('kind', [Hinge, Ball, Fixed, Rope, Spring])
  .meta({ id: 'joint', description: 'What holds a body to another, or to the world.' })
export type Joint = z.infer<typeof Joint>

/** The laws of the scene's world, and what acts on its bodies. */
export const Physics = z
  .strictObject({
    gravity: z
      .tuple([z.number(), z.number(), z.number()])
      .default([0, -9.81, 0])
      .describe('Metres per second per second.'),
    step: z
      .number()
      .min(1 / 10_000)
      .max(COARSEST_STEP)
      .default(COARSEST_STEP)
      .describe(
        'Seconds from one moment of the simulation to the next; shortened so that whole steps fill a frame.',
      ),
    joints: z.array(Joint).default([]).describe('What holds bodies together.'),
    wind: z
      .strictObject({
        velocity: Vec3.describe('Metres per second.'),
        from: Seconds.default(0).describe('When it rises, seconds.'),
        to: Seconds.optional().describe('When it falls, seconds; without it, it goes on.'),
      })
      .optional()
      .describe('Moving air: pushes with its drag on what stands in its way.'),
    explosions: z
      .array(
        z.strictObject({
          t: Seconds.describe('When, seconds.'),
          at: Vec3.describe('Where, metres.'),
          strength: Force.describe('Newton seconds given to a body at its middle.'),
          radius: Metres.min(0.01).describe('Metres beyond which nothing is felt.'),
        }),
      )
      .default([])
      .describe('Push bodies away; the push falls evenly to nothing at the radius.'),
    maxSpeed: z
      .number()
      .min(1)
      .max(350)
      .default(100)
      .describe('Metres per second; a faster body means that the set-up is impossible.'),
  })
  .meta({ id: 'physics', description: 'Gravity, joints, wind and explosions.' })
export type Physics = z.infer<typeof Physics>
