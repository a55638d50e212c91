import { asphalt } from './asphalt.ts'
import { bark } from './bark.ts'
import { brick } from './brick.ts'
import { carpet } from './carpet.ts'
import { concrete } from './concrete.ts'
import { earth } from './earth.ts'
import { fabric } from './fabric.ts'
import { glass } from './glass.ts'
import { grass } from './grass.ts'
import { leather } from './leather.ts'
import { leaves } from './leaves.ts'
import { metal } from './metal.ts'
import { paper } from './paper.ts'
import { paving } from './paving.ts'
import { plain } from './plain.ts'
import { planks } from './planks.ts'
import { plaster } from './plaster.ts'
import { rock } from './rock.ts'
import { sand } from './sand.ts'
import { snow } from './snow.ts'
import type { Surface } from './surface.ts'
import { tiles } from './tiles.ts'
import { water } from './water.ts'
import { wood } from './wood.ts'

/** Every surface there is, by name. */
export const surfaces = {
  plain,
  wood,
  planks,
  brick,
  concrete,
  metal,
  glass,
  grass,
  fabric,
  asphalt,
  sand,
  tiles,
  plaster,
  paving,
  bark,
  leaves,
  rock,
  snow,
  earth,
  carpet,
  paper,
  leather,
  water,
} satisfies { [Name in string]: Surface<Name> }

export type SurfaceName = keyof typeof surfaces
