import { bathtub } from './bathtub.ts'
import { bed } from './bed.ts'
import { bookshelf } from './bookshelf.ts'
import { chair } from './chair.ts'
import { clock } from './clock.ts'
import { cupboard } from './cupboard.ts'
import { fan } from './fan.ts'
import { fridge } from './fridge.ts'
import { lamp } from './lamp.ts'
import { picture } from './picture.ts'
import { room } from './room.ts'
import { rug } from './rug.ts'
import { sofa } from './sofa.ts'
import { stove } from './stove.ts'
import { table } from './table.ts'
import { television } from './television.ts'
import { washingMachine } from './washing-machine.ts'

/** Rooms, furniture and household machines. */
export const home = {
  room,
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
  bathtub,
  fridge,
  stove,
  'washing-machine': washingMachine,
} as const
