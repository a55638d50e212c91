import { bottle } from './bottle.ts'
import { bowl } from './bowl.ts'
import { glass } from './glass.ts'
import { mug } from './mug.ts'
import { plate } from './plate.ts'
import { teapot } from './teapot.ts'
import { vase } from './vase.ts'

/** What is eaten and drunk from, and what it is made in. */
export const kitchen = {
  mug,
  bowl,
  plate,
  bottle,
  glass,
  vase,
  teapot,
} as const
