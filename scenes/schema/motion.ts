import { z } from 'zod'
import { EASE_NAMES } from '../take/easing.ts'
import { Degrees, Metres, Rotation, Seconds, Size, Vec3 } from './values.ts'

const Ease = z
  .enum(EASE_NAMES)
  .describe(
    'How speed changes on the way: `linear`, `in` (starts slow), `out` (ends slow), `in-out`.',
  )

/** Metres; a line shorter than this has no direction to face. */
const SHORTEST_STEP = 0.001

const Move = z
  .strictObject({
    kind: z.literal('move'),
    keys: z
      .array(
        z.strictObject({
          t: Seconds.describe('Seconds.'),
          position: Vec3.optional().describe("Metres, in the parent's frame."),
          rotation: Rotation.optional().describe('Degrees.'),
          scale: z.number().min(0.001).max(1000).optional().describe('Times its size as made.'),
          ease: Ease.default('in-out').describe('Speed on the way *to* this key.'),
        }),
      )
      .min(1)
      .describe('Poses in order of time; held before the first and after the last.'),
  })
  .describe('Key poses, joined by easings.')

const Path = z
  .strictObject({
    kind: z.literal('path'),
    points: z
      .array(Vec3)
      .min(2)
      .describe('A smooth line (centripetal Catmull-Rom) through these points, metres.'),
    from: Seconds.default(0).describe('When it sets off, seconds.'),
    to: Seconds.optional().describe('When it arrives, seconds; or give `speed`.'),
    speed: z
      .number()
      .min(0.001)
      .max(500)
      .optional()
      .describe('Metres per second, instead of `to`.'),
    closed: z
      .boolean()
      .default(false)
      .describe('Back to the first point, and round again when `speed` is given.'),
    face: z
      .enum(['along', 'keep'])
      .default('along')
      .describe('Turn the front along the path, or keep the rotation.'),
    roll: Size.optional().describe(
      'Radius in metres: the actor rolls like a ball or wheel of that size.',
    ),
    ease: Ease.default('linear'),
  })
  .superRefine((path, context) => {
    if (path.to === undefined && path.speed === undefined)
      context.addIssue({
        code: 'custom',
        path: [],
        input: path,
        message: 'needs `to` (when it arrives) or `speed`',
      })
    if (path.to !== undefined && path.speed !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['speed'],
        input: path.speed,
        message: 'is one too many beside `to`: leave one of them out',
      })
    endsLater(path, context)
    const leads = path.points.some(
      (point, i) => distance(point, path.points[i - 1] ?? point) >= SHORTEST_STEP,
    )
    if (!leads)
      context.addIssue({
        code: 'custom',
        path: ['points'],
        input: path.points,
        message: 'leads nowhere: its points are all in one place',
      })
  })
  .describe('Follow a line.')

const Spin = z
  .strictObject({
    kind: z.literal('spin'),
    axis: z.enum(['x', 'y', 'z']).default('y').describe("The actor's own axis."),
    speed: Degrees.describe('Degrees per second, counter-clockwise seen against the axis.'),
    from: Seconds.default(0).describe('When it begins, seconds.'),
    to: Seconds.optional().describe('When it ends, seconds; without it, it goes on.'),
  })
  .superRefine(endsLater)
  .describe('Turn at an even speed about the pivot.')

const Oscillate = z
  .strictObject({
    kind: z.literal('oscillate'),
    of: z.enum(['position', 'rotation']).describe('Shift along, or swing about, the axis.'),
    axis: z
      .enum(['x', 'y', 'z'])
      .default('y')
      .describe("The parent's axis to shift along, the actor's own to swing about."),
    amplitude: Metres.describe('Metres or degrees to either side.'),
    period: z.number().min(0.05).max(600).describe('Seconds of one full swing.'),
    phase: Degrees.default(0).describe('Degrees of the swing at t = 0.'),
  })
  .describe('Swing to and fro as a sine.')

/** What makes an actor move; several in a list act one after the other on the same pose. */
export const Motion = z.discriminatedUnion('kind', [Move, Path, Spin, Oscillate]).meta({
  id: 'motion',
  description:
    'What makes an actor move; several in a list act one after the other on the same pose.',
})
export type Motion = z.infer<typeof Motion>
export type MotionOf<K extends Motion['kind']> = Extract<Motion, { kind: K }>

function endsLater(
  { from, to }: { from: number; to?: number | undefined },
  context: z.RefinementCtx,
): void {
  if (to !== undefined && to <= from)
    context.addIssue({
      code: 'custom',
      path: ['to'],
      input: to,
      message: `must be later than \`from\`, which is ${from} s`,
    })
}

function distance(a: Vec3, b: Vec3): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
