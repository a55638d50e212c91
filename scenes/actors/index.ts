import { z } from 'zod'
import { apple } from './apple.ts'
import { banana } from './banana.ts'
import { bed } from './bed.ts'
import { bench } from './bench.ts'
import { billiardTable } from './billiard-table.ts'
import { bird } from './bird.ts'
import { book } from './book.ts'
import { bookshelf } from './bookshelf.ts'
import { bottle } from './bottle.ts'
import { bowl } from './bowl.ts'
import { bowlingPin } from './bowling-pin.ts'
import { box } from './box.ts'
import { building } from './building.ts'
import { bush } from './bush.ts'
import { butterfly } from './butterfly.ts'
import { cactus } from './cactus.ts'
import { campfire } from './campfire.ts'
import { candle } from './candle.ts'
import { capsule } from './capsule.ts'
import { car } from './car.ts'
import { cat } from './cat.ts'
import { chair } from './chair.ts'
import { clock } from './clock.ts'
import { cone } from './cone.ts'
import { cue } from './cue.ts'
import { cupboard } from './cupboard.ts'
import { cylinder } from './cylinder.ts'
import { deer } from './deer.ts'
import { dog } from './dog.ts'
import { fan } from './fan.ts'
import { fence } from './fence.ts'
import { flame } from './flame.ts'
import { flowers } from './flowers.ts'
import { footpath } from './footpath.ts'
import { glass } from './glass.ts'
import { grass } from './grass.ts'
import { ground } from './ground.ts'
import { groupOf, type GroupActor } from './group.ts'
import { horse } from './horse.ts'
import { hydrant } from './hydrant.ts'
import { lamp } from './lamp.ts'
import { lantern } from './lantern.ts'
import { mailbox } from './mailbox.ts'
import { mug } from './mug.ts'
import { orange } from './orange.ts'
import { pencil } from './pencil.ts'
import { person } from './person.ts'
import { picture } from './picture.ts'
import { plane } from './plane.ts'
import { plant } from './plant.ts'
import { plate } from './plate.ts'
import { pocket } from './pocket.ts'
import { pond } from './pond.ts'
import { road } from './road.ts'
import { rock } from './rock.ts'
import { room } from './room.ts'
import { rug } from './rug.ts'
import { sign } from './sign.ts'
import { sofa } from './sofa.ts'
import { sphere } from './sphere.ts'
import { spinningTop } from './spinning-top.ts'
import { streetLamp } from './street-lamp.ts'
import { table } from './table.ts'
import { teapot } from './teapot.ts'
import { television } from './television.ts'
import { tent } from './tent.ts'
import { text } from './text.ts'
import { torus } from './torus.ts'
import { toyCar } from './toy-car.ts'
import { toyTrain } from './toy-train.ts'
import { trafficLight } from './traffic-light.ts'
import { trashBin } from './trash-bin.ts'
import { tree } from './tree.ts'
import { vase } from './vase.ts'

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
  flame,
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
  mug,
  bowl,
  plate,
  bottle,
  glass,
  vase,
  teapot,
  book,
  apple,
  orange,
  banana,
  candle,
  pencil,
  'toy-car': toyCar,
  'toy-train': toyTrain,
  'spinning-top': spinningTop,
  pond,
  footpath,
  'bowling-pin': bowlingPin,
  'billiard-table': billiardTable,
  cue,
  pocket,
  dog,
  cat,
  horse,
  deer,
  bird,
  butterfly,
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
