import { z } from 'zod'
import { Actor } from '../actors/index.ts'
import { Camera } from './camera.ts'
import { Clip } from './clip.ts'
import { Physics } from './physics.ts'
import { World } from './world.ts'

/** The version that this program writes; older ones are brought up by `migrate`. */
export const SCENE_VERSION = 1

/** Actors in a scene, those in groups counted. */
export const MAX_ACTORS = 5000

export const Scene = z
  .strictObject({
    $schema: z.string().optional().describe('For editors only.'),
    version: z.literal(SCENE_VERSION).describe('Version of the scene format.'),
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, 'a name holds a-z, 0-9 and - only: it becomes a folder')
      .max(64)
      .describe("Short name; the clip's folder is called after it."),
    title: z.string().max(200).optional().describe('One line for people.'),
    seed: z
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .default(0)
      .describe('Shapes of trees, rocks and the like grow from it.'),
    clip: Clip.prefault({}),
    world: World.prefault({}),
    physics: Physics.optional(),
    cameras: z
      .array(Camera)
      .min(1)
      .max(10)
      .describe('One clip is filmed per camera; the first is the default.'),
    actors: z.array(Actor).min(1).max(MAX_ACTORS).describe('Everything in the scene.'),
  })
  .describe('A concrete scene: nothing is left to chance.')
export type Scene = z.infer<typeof Scene>
