import { z } from 'zod'
import type { Random } from '../random.ts'
import { Body } from '../schema/body.ts'
import { Motion } from '../schema/motion.ts'
import { Id, Noun, Rotation, Vec3 } from '../schema/values.ts'
import type { Blueprint } from '../shape/shape.ts'

/** What every actor may carry, whatever its kind. */
export const actorFields = {
  id: Id.describe('Unique in the scene; motion, cameras and errors refer to it.'),
  noun: Noun.optional(),
  position: Vec3.default([0, 0, 0]).describe('Where it stands: the centre of its base, metres.'),
  rotation: Rotation.default([0, 0, 0]).describe('Euler `[x, y, z]` degrees, order YXZ.'),
  scale: z.number().min(0.001).max(1000).default(1).describe('Times its size as made.'),
  pivot: Vec3.optional().describe(
    'The point it turns about, in its own metres; base or middle by kind.',
  ),
  body: Body.optional(),
  motion: z.array(Motion).default([]).describe('What makes it move, in order.'),
}

export interface KindDefinition<K extends string, F extends z.ZodRawShape> {
  kind: K
  /** One sentence for editors and docs. */
  doc: string
  fields: F
  /** The solids it is made of. Chance comes from `random`, which is forked by the actor's id. */
  blueprint: (actor: z.output<z.ZodObject<F>>, random: Random) => Blueprint
  /** Of a vehicle that is steered: where the axle is that is not, along its own +Z, metres. */
  rearAxle?: (actor: z.output<z.ZodObject<F>>) => number
  /** The point it turns about unless the scene says otherwise; default is its base. */
  pivot?: (actor: z.output<z.ZodObject<F>>) => Vec3
}

/** Makes an actor kind from its fields and its blueprint. One file per kind, listed in `index.ts`. */
export function defineKind<const K extends string, F extends z.ZodRawShape>(
  definition: KindDefinition<K, F>,
) {
  // `scale` as a kind's own field would silently scale the actor.
  const hidden = Object.keys(definition.fields).find((name) => name in actorFields)
  if (hidden) throw new Error(`kind ${definition.kind}: every actor already has a field ${hidden}`)
  const schema = z
    .strictObject({ kind: z.literal(definition.kind), ...actorFields, ...definition.fields })
    .meta({ id: definition.kind, description: definition.doc })
  return { ...definition, schema }
}
