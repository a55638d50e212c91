import { z } from 'zod'
import { CameraMove, rigOf } from '../camera/rigs/index.ts'
import { EASE_NAMES } from '../take/easing.ts'
import { Frame } from './framing.ts'
import { Degrees, Id, Seconds, Share, Vec3 } from './values.ts'

const Fov = z.number().min(1).max(150).describe('Vertical field of view, degrees.')
const LookAt = z.union([Vec3, Id])

const Key = z.strictObject({
  t: Seconds.describe('When it is there, seconds of the clip.'),
  position: Vec3.optional().describe('Where the lens is then, metres.'),
  lookAt: Vec3.optional().describe(
    'The point it looks at then, metres; not while it follows an actor.',
  ),
  fov: Fov.optional(),
  roll: Degrees.optional().describe('Its roll then, degrees.'),
  ease: z.enum(EASE_NAMES).default('in-out').describe('Speed on the way *to* this key.'),
})

/** When nothing is said, degrees. */
const FOV = 40

/** What a camera may say of its one shot, and every shot of several. */
const shotFields = {
  frame: Frame.optional().describe(
    'How it begins in the words of film, instead of `position` and `lookAt`: the camera finds its own place.',
  ),
  position: Vec3.optional().describe('Where the lens is, metres.'),
  lookAt: LookAt.optional().describe(
    'A point in metres, or the id of an actor: it stays in the middle, unless `moves` say otherwise.',
  ),
  fov: Fov.default(FOV),
  roll: Degrees.default(0).describe("Degrees; positive leans the picture's top to the right."),
  keys: z
    .array(Key)
    .default([])
    .describe('Where it is at other times; what a key leaves out stays as it was.'),
  moves: z
    .array(z.union([CameraMove, z.array(CameraMove).min(1).max(6)]))
    .max(40)
    .default([])
    .describe('What it does, one after the other; moves in a list of their own go on at once.'),
  handheld: Share.default(0).describe("A hand's unrest: 0 none, 0.3 a calm hand, 1 a nervous one."),
}

/** Shortest shot, seconds. */
const SHORTEST = 0.2

const ShotFields = z.strictObject(shotFields)

export const Shot = z
  .strictObject({
    to: Seconds.optional().describe(
      'When the next shot cuts in, seconds; the last shot ends with the clip.',
    ),
    ...shotFields,
  })
  .superRefine(startsSomewhere)
  .meta({
    id: 'shot',
    description: 'What is seen between two cuts.',
    examples: [{ position: [0, 1.6, 5], lookAt: [0, 1, 0], moves: [{ kind: 'dolly', to: 'in' }] }],
  })
export type Shot = z.infer<typeof Shot>

export const Camera = z
  .strictObject({
    id: Id.default('main').describe('Unique among the cameras.'),
    ...shotFields,
    shots: z
      .array(Shot)
      .min(1)
      .max(60)
      .optional()
      .describe('Several shots with cuts between them, instead of one.'),
  })
  .superRefine((camera, context) => {
    if (camera.shots === undefined) return startsSomewhere(camera, context)
    for (const key of ['frame', 'position', 'lookAt'] as const)
      if (camera[key] !== undefined)
        context.addIssue({
          code: 'custom',
          path: [key],
          input: camera[key],
          message: 'is one too many beside `shots`: every shot has its own',
        })
    cutsInOrder(camera.shots, context)
  })
  .meta({
    id: 'camera',
    description: 'A pinhole camera; it looks along its own -Z.',
    examples: [{ position: [0, 1.6, 5], lookAt: [0, 1, 0] }],
  })
export type Camera = z.infer<typeof Camera>

function startsSomewhere(shot: z.output<typeof ShotFields>, context: z.RefinementCtx): void {
  if (shot.frame) return isFramedOnly(shot, context)
  for (const key of ['position', 'lookAt'] as const)
    if (shot[key] === undefined)
      context.addIssue({
        code: 'custom',
        path: [key],
        input: undefined,
        message:
          key === 'position'
            ? 'is missing: where the lens is, metres; or give a `frame`'
            : 'is missing: a point in metres or the id of an actor',
      })
  if (shot.keys.length > 0 && shot.moves.length > 0)
    context.addIssue({
      code: 'custom',
      path: ['keys'],
      input: shot.keys,
      message: 'is one too many beside `moves`: say it by keys or in the words of film',
    })
  movesGoTogether(shot, context)
}

/** What a frame settles may not be said beside it. */
function isFramedOnly(shot: z.output<typeof ShotFields>, context: z.RefinementCtx): void {
  const beside = {
    position: shot.position && 'the frame finds where the lens is',
    lookAt: shot.lookAt && 'the frame has its `subject`',
    fov: shot.fov !== FOV && 'the frame has its `lens`',
    roll: shot.roll !== 0 && 'the frame has its `dutch`',
    keys: shot.keys.length > 0 && 'move it by `moves`',
  }
  for (const [key, why] of Object.entries(beside))
    if (why)
      context.addIssue({
        code: 'custom',
        path: [key],
        input: shot[key as keyof typeof beside],
        message: `is one too many beside \`frame\`: ${why}`,
      })
  movesGoTogether(shot, context)
}

/** Moves that cannot go on at once, and those that need an actor to hold on to. */
function movesGoTogether(shot: z.output<typeof ShotFields>, context: z.RefinementCtx): void {
  for (const [i, step] of shot.moves.entries()) {
    const isSum = Array.isArray(step)
    const moves = isSum ? step : [step]
    for (const [k, move] of moves.entries()) {
      const path = isSum ? ['moves', i, k] : ['moves', i]
      const rig = rigOf(move)
      const others = moves.slice(0, k)
      const same = others.find((other) => rigOf(other).moves.some((one) => rig.moves.includes(one)))
      const still = moves.length > 1 && move.kind === 'static'
      if (same || still)
        context.addIssue({
          code: 'custom',
          path,
          input: move,
          message: still
            ? 'cannot stay static while other moves go on: leave it out, or say it one after the other'
            : `cannot go on at once with \`${same?.kind}\`: choose one of them, or say them one after the other`,
        })
      if (
        rig.needsSubject &&
        move.subject === undefined &&
        shot.frame === undefined &&
        typeof shot.lookAt !== 'string'
      )
        context.addIssue({
          code: 'custom',
          path: [...path, 'subject'],
          input: undefined,
          message: `needs an actor: give the id of one as \`subject\`, or let the shot's \`lookAt\` or \`frame\` have one`,
        })
    }
  }
}

function cutsInOrder(shots: Shot[], context: z.RefinementCtx): void {
  let start = 0
  for (const [i, { to }] of shots.entries()) {
    const isLast = i === shots.length - 1
    if (to === undefined && !isLast)
      context.addIssue({
        code: 'custom',
        path: ['shots', i, 'to'],
        input: to,
        message: 'is missing: when the next shot cuts in, seconds',
      })
    if (to !== undefined && to < start + SHORTEST)
      context.addIssue({
        code: 'custom',
        path: ['shots', i, 'to'],
        input: to,
        message: `must be at least ${start + SHORTEST}: a shot lasts ${SHORTEST} seconds or longer and this one begins at ${start}`,
      })
    start = to ?? start
  }
}
