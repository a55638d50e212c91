import { z } from 'zod'
import type { CameraPose } from '../camera-pose.ts'
import type { Vec3 } from '../../schema/values.ts'
import { EASE_NAMES } from '../../take/easing.ts'
import { Id, Seconds } from '../../schema/values.ts'

/** How far a move has brought the camera from where its step began; all of a step's moves are summed. */
export interface Shift {
  /** Degrees about the subject: to the right, up. */
  around?: [number, number]
  /** Metres along the level heading, to the right, up. */
  travel?: Vec3
  /** Degrees to the right, up, clockwise. */
  turn?: Vec3
  /** Times the focal length. */
  zoom?: number
}

/** What a move may rest on. */
export interface Setting {
  /** Where the camera was when the step began. */
  start: CameraPose
  /** Metres to the subject then. */
  distance: number
  /** The middle of the subject at a time of the clip; of a place on the ground that stands in for one, always the same. */
  subject: (t: number) => Vec3
  /** Unit vector, level: where the subject's front points, or where it goes when it moves. */
  heading: (t: number) => Vec3
  /** When the step began, seconds of the clip. */
  from: number
  /** The middle of any actor. */
  middleOf: (id: string, t: number) => Vec3
}

export interface RigDefinition<K extends string, F extends z.ZodRawShape> {
  kind: K
  /** One sentence for editors and docs, in the field's own words. */
  doc: string
  fields: F
  /** Must have an actor to hold on to. */
  needsSubject?: true
  /** What it moves, `place` when it carries the camera; two moves of a step may not share any. */
  moves: readonly string[]
  /** What it adds after a share of its way (eased, 0..1). */
  shift?: (move: z.output<z.ZodObject<F>>, share: number, setting: Setting) => Shift
  /** Where it carries the camera instead of leaving it where the step began; one of a step at most. */
  carry?: (
    move: z.output<z.ZodObject<F>>,
    setting: Setting,
  ) => (t: number, share: number) => CameraPose
}

/** What every move may say. */
const moveFields = {
  seconds: Seconds.min(0.04, 'must last at least 0.04 seconds')
    .optional()
    .describe('How long it takes; those that say nothing share what is left of the shot.'),
  ease: z
    .enum(EASE_NAMES)
    .default('in-out')
    .describe('How its speed changes: `linear`, `in` (starts slow), `out` (ends slow), `in-out`.'),
  subject: Id.optional().describe("The actor that it is about; the shot's subject by default."),
}

/** Makes a rig. One file per rig, listed in `index.ts`. */
export function defineRig<const K extends string, F extends z.ZodRawShape>(
  definition: RigDefinition<K, F>,
) {
  const schema = z
    .strictObject({ kind: z.literal(definition.kind), ...definition.fields, ...moveFields })
    .meta({ id: `camera-${definition.kind}`, description: definition.doc })
  return { ...definition, schema }
}

/** A way to go and how far, with the amount that is clear to every eye as the default. */
export function amountOf(from: number, to: number, usual: number, unit: string) {
  return z.number().min(from).max(to).default(usual).describe(unit)
}
