import { bench } from './bench.ts'
import { building } from './building.ts'
import { campfire } from './campfire.ts'
import { fence } from './fence.ts'
import { flame } from './flame.ts'
import { hydrant } from './hydrant.ts'
import { lantern } from './lantern.ts'
import { lighthouse } from './lighthouse.ts'
import { mailbox } from './mailbox.ts'
import { sign } from './sign.ts'
import { streetLamp } from './street-lamp.ts'
import { tent } from './tent.ts'
import { trafficLight } from './traffic-light.ts'
import { trashBin } from './trash-bin.ts'
import { well } from './well.ts'
import { windmill } from './windmill.ts'

/** What stands in streets, gardens and camps. */
export const outdoors = {
  building,
  fence,
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
  lighthouse,
  well,
  windmill,
} as const
