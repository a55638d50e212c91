import { bird } from './bird.ts'
import { butterfly } from './butterfly.ts'
import { cat } from './cat.ts'
import { deer } from './deer.ts'
import { dog } from './dog.ts'
import { horse } from './horse.ts'
import { person } from './person.ts'

/** People and animals. */
export const living = {
  person,
  dog,
  cat,
  horse,
  deer,
  bird,
  butterfly,
} as const
