import { bed } from './bed.ts'
import { bookshelf } from './bookshelf.ts'
import { chair } from './chair.ts'
import { clock } from './clock.ts'
import { cupboard } from './cupboard.ts'
import { fan } from './fan.ts'
import { lamp } from './lamp.ts'
import { picture } from './picture.ts'
import { room } from './room.ts'
import { rug } from './rug.ts'
import { sofa } from './sofa.ts'
import { table } from './table.ts'
import { television } from './television.ts'

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
} as const
