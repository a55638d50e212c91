import { z } from 'zod'
import { food } from './food/index.ts'
import { home } from './home/index.ts'
import { kitchen } from './kitchen/index.ts'
import { land } from './land/index.ts'
import { living } from './living/index.ts'
import { music } from './music/index.ts'
import { outdoors } from './outdoors/index.ts'
import { plants } from './plants/index.ts'
import { play } from './play/index.ts'
import { shapes } from './shapes/index.ts'
import { things } from './things/index.ts'
import { vehicles } from './vehicles/index.ts'
import { groupOf, type GroupActor } from './group.ts'

/** The library by category. A kind belongs to the one whose folder it is in. */
export const LIBRARY = {
  shapes,
  living,
  plants,
  land,
  outdoors,
  vehicles,
  home,
  kitchen,
  food,
  things,
  play,
  music,
} as const
export type Category = keyof typeof LIBRARY

/** Every kind of actor that is made of solids. A new kind is one file in the folder of its category and one line in its index. */
export const KINDS = {
  ...shapes,
  ...living,
  ...plants,
  ...land,
  ...outdoors,
  ...vehicles,
  ...home,
  ...kitchen,
  ...food,
  ...things,
  ...play,
  ...music,
} as const

export type Kinds = typeof KINDS
export type KindName = keyof Kinds
export type SolidActor = { [K in KindName]: z.output<Kinds[K]['schema']> }[KindName]
export type Actor = SolidActor | GroupActor
export type ActorKind = Actor['kind']

const schemas = Object.values(KINDS).map((kind) => kind.schema)

const group = groupOf(() => Actor)

/** Anything that can stand in a scene. */
export const Actor: z.ZodType<Actor> = z
  .lazy(
    () =>
      z.discriminatedUnion('kind', [group, ...schemas] as [
        typeof group,
      ]) as unknown as z.ZodType<Actor>,
  )
  .meta({ id: 'actor', description: 'Anything that can stand in a scene; `kind` says what.' })
