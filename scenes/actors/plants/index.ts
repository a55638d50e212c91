import { bush } from './bush.ts'
import { cactus } from './cactus.ts'
import { flowers } from './flowers.ts'
import { grass } from './grass.ts'
import { plant } from './plant.ts'
import { tree } from './tree.ts'

/** What grows. */
export const plants = {
  tree,
  bush,
  cactus,
  flowers,
  grass,
  plant,
} as const
