import { z } from 'zod'
import { Degrees, Metres, Seconds } from './values.ts'

const Force = z.number().min(-1e7).max(1e7)
const t = Seconds.describe('When, seconds.')
const course = 'Even between two keys; held before the first and after the last.'

/** A body that stands and drives on the wheels that its actor is drawn with. */
export const Vehicle = z
  .strictObject({
    mass: z
      .number()
      .min(0.001)
      .max(1e6)
      .optional()
      .describe(
        'Kilograms of the whole; by default 120 for each cubic metre of the box around it, as cars have.',
      ),
    grip: z
      .number()
      .min(0)
      .max(4)
      .default(0.95)
      .describe(
        "Friction of its tyres, as rubber has; with what they touch, the root of the two's product.",
      ),
    driven: z
      .enum(['rear', 'front', 'all'])
      .default('rear')
      .describe('Which axles the drive turns; the foremost steers, all brake.'),
    sag: Metres.min(0.001)
      .max(1)
      .optional()
      .describe(
        'How far its weight presses the springs in, metres: soft or hard; a third of a wheel by default.',
      ),
    damping: z
      .number()
      .min(0.05)
      .max(2)
      .default(0.5)
      .describe('Of the springs: 0.2 rocks on for long, 1 not at all.'),
    drive: z
      .array(
        z.strictObject({
          t,
          force: Force.describe(
            'Newtons forwards, below 0 backwards; more than the tyres hold is lost.',
          ),
        }),
      )
      .default([])
      .describe(`What drives it. ${course}`),
    brake: z
      .array(
        z.strictObject({ t, force: Force.min(0).describe('Newtons, as much as the tyres hold.') }),
      )
      .default([])
      .describe(`What brakes it, and takes the drive away. ${course}`),
    steer: z
      .array(
        z.strictObject({
          t,
          angle: Degrees.min(-60).max(60).describe('Degrees to the left, below 0 to the right.'),
        }),
      )
      .default([])
      .describe(
        `Where its front wheels point: it goes round with wheelbase / tan(angle). ${course}`,
      ),
  })
  .meta({
    id: 'vehicle',
    description:
      'Drives on its wheels, for what has some (`car`, `toy-car`): each is a spring with a tyre. Its front is +Z.',
  })
export type Vehicle = z.infer<typeof Vehicle>
