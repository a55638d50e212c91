import { z } from 'zod'
import { EASE_NAMES } from '../take/easing.ts'
import { Degrees, Id, Seconds, Vec3 } from './values.ts'

const Fov = z.number().min(1).max(150).describe('Vertical field of view, degrees.')
const LookAt = z
  .union([Vec3, Id])
  .describe('A point in metres, or the id of an actor that the camera keeps in the middle.')

export const Camera = z
  .strictObject({
    id: Id.default('main').describe('Unique among the cameras.'),
    position: Vec3.describe('Where the lens is, metres.'),
    lookAt: LookAt,
    fov: Fov.default(40),
    roll: Degrees.default(0).describe("Degrees; positive leans the picture's top to the right."),
    keys: z
      .array(
        z.strictObject({
          t: Seconds.describe('When it is there, seconds.'),
          position: Vec3.optional().describe('Where the lens is then, metres.'),
          lookAt: Vec3.optional().describe(
            'The point it looks at then, metres; not while it follows an actor.',
          ),
          fov: Fov.optional(),
          roll: Degrees.optional().describe('Its roll then, degrees.'),
          ease: z.enum(EASE_NAMES).default('in-out').describe('Speed on the way *to* this key.'),
        }),
      )
      .default([])
      .describe('Where it is at other times; what a key leaves out stays as it was.'),
  })
  .meta({ id: 'camera', description: 'A pinhole camera; it looks along its own -Z.' })
export type Camera = z.infer<typeof Camera>
