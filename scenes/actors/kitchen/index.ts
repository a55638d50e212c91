import { bottle } from './bottle.ts'
import { bowl } from './bowl.ts'
import { fork } from './fork.ts'
import { fryingPan } from './frying-pan.ts'
import { glass } from './glass.ts'
import { kettle } from './kettle.ts'
import { mug } from './mug.ts'
import { plate } from './plate.ts'
import { spoon } from './spoon.ts'
import { teapot } from './teapot.ts'
import { toaster } from './toaster.ts'
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
  fork,
  'frying-pan': fryingPan,
  kettle,
  spoon,
  toaster,
} as const
