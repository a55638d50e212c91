import { box } from './box.ts'
import { capsule } from './capsule.ts'
import { cone } from './cone.ts'
import { cylinder } from './cylinder.ts'
import { plane } from './plane.ts'
import { sphere } from './sphere.ts'
import { text } from './text.ts'
import { torus } from './torus.ts'

/** Plain forms that an author gives a noun: they are alike by nature. */
export const shapes = {
  box,
  sphere,
  cylinder,
  cone,
  capsule,
  torus,
  plane,
  text,
} as const
