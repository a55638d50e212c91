import { z } from 'zod'
import { box } from './box.ts'
import { capsule } from './capsule.ts'
import { cone } from './cone.ts'
import { cylinder } from './cylinder.ts'
import { groupOf, type GroupActor } from './group.ts'
import { ground } from './ground.ts'
import { tree } from './tree.ts'
import { bush } from './bush.ts'
import { rock } from './rock.ts'
import { cactus } from './cactus.ts'
import { flowers } from './flowers.ts'
import { grass } from './grass.ts'
import { fence } from './fence.ts'
import { car } from './car.ts'
import { building } from './building.ts'
import { road } from './road.ts'
import { streetLamp } from './street-lamp.ts'
import { bench } from './bench.ts'
import { trafficLight } from './traffic-light.ts'
import { hydrant } from './hydrant.ts'
import { mailbox } from './mailbox.ts'
import { trashBin } from './trash-bin.ts'
import { sign } from './sign.ts'
import { campfire } from './campfire.ts'
import { lantern } from './lantern.ts'
import { tent } from './tent.ts'
import { table } from './table.ts'
import { chair } from './chair.ts'
import { sofa } from './sofa.ts'
import { bed } from './bed.ts'
import { bookshelf } from './bookshelf.ts'
import { cupboard } from './cupboard.ts'
import { lamp } from './lamp.ts'
import { rug } from './rug.ts'
import { picture } from './picture.ts'
import { clock } from './clock.ts'
import { fan } from './fan.ts'
import { television } from './television.ts'
import { plant } from './plant.ts'
import { room } from './room.ts'
import { person } from './person.ts'
import { plane } from './plane.ts'
import { sphere } from './sphere.ts'
import { text } from './text.ts'
import { torus } from './torus.ts'

/** Every kind of actor that is made of solids. A new kind is one file and one line here. */
export const KINDS = {
  box,
  sphere,
  cylinder,
  cone,
  capsule,
  torus,
  plane,
  ground,
  text,
  person,
  tree,
  bush,
  rock,
  cactus,
  flowers,
  grass,
  fence,
  car,
  building,
  road,
  'street-lamp': streetLamp,
  bench,
  'traffic-light': trafficLight,
  hydrant,
  mailbox,
  'trash-bin': trashBin,
  sign,
  campfire,
  lantern,
  tent,
  table,
  chair,
  sofa,
  bed,
  bookshelf,
  cupboard,
  lamp,
  rug,
  picture,
  clock,
  fan,
  television,
  plant,
  room,
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
  .lazy(() => z.discriminatedUnion('kind', [group, ...schemas] as [typeof group]) as unknown as z.ZodType<Actor>)
  .meta({ id: 'actor', description: 'Anything that can stand in a scene; `kind` says what.' })
