import { z } from 'zod'
import { SUBSTANCE_NAMES } from '../physics/substances.ts'
import { Degrees, Seconds, Vec3 } from './values.ts'
import { Vehicle } from './vehicle.ts'

const Speed = z.number().min(-1000).max(1000)
const Impulse = z.number().min(-1e6).max(1e6)

const Push = z.strictObject({
  t: Seconds.describe('When, seconds.'),
  impulse: z
    .tuple([Impulse, Impulse, Impulse])
    .describe('Newton seconds `[x, y, z]`, in the world: mass times the speed it adds.'),
  at: Vec3.optional().describe(
    'Where it is struck, in its own metres; its centre of mass when absent.',
  ),
})

/** How an actor takes part in the physics. */
export const Body = z
  .strictObject({
    type: z
      .enum(['dynamic', 'fixed', 'kinematic', 'none'])
      .default('dynamic')
      .describe(
        '`dynamic` falls and is pushed, `fixed` stays, `kinematic` follows its `motion` and pushes, `none` takes no part.',
      ),
    material: z
      .enum(SUBSTANCE_NAMES)
      .optional()
      .describe('What it is made of, for weight, grip and bounce; by default what it looks like.'),
    density: z
      .number()
      .min(0.1)
      .max(30_000)
      .optional()
      .describe("Kilograms per cubic metre, instead of the material's."),
    friction: z
      .number()
      .min(0)
      .max(4)
      .optional()
      .describe('Of sliding on its like; two bodies meet with the root of their product.'),
    restitution: z
      .number()
      .min(0)
      .max(1)
      .optional()
      .describe('0 clay ... 1 loses nothing; two bodies meet with the root of their product.'),
    velocity: z
      .tuple([Speed, Speed, Speed])
      .default([0, 0, 0])
      .describe('Metres per second in the world when it is let go.'),
    spin: z
      .tuple([Degrees, Degrees, Degrees])
      .default([0, 0, 0])
      .describe('Degrees per second about the axes of the world when it is let go.'),
    from: Seconds.default(0).describe(
      'When it is let go, seconds; it is held in place until then.',
    ),
    asleep: z
      .boolean()
      .default(false)
      .describe('Stays exactly as it is until something touches it.'),
    impulses: z.array(Push).default([]).describe('Blows from outside.'),
    vehicle: Vehicle.optional(),
    linearDamping: z
      .number()
      .min(0)
      .max(100)
      .default(0)
      .describe('Share of its speed lost per second, as in thick air.'),
    angularDamping: z
      .number()
      .min(0)
      .max(100)
      .default(0)
      .describe('Share of its spin lost per second, as a ball on a carpet.'),
  })
  .meta({
    id: 'body',
    description:
      'How it takes part in the physics; what has none is fixed, or moves as its motion says.',
  })
export type Body = z.infer<typeof Body>
