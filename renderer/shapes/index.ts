import type { BufferGeometry } from 'three'
import type { Shape, ShapeOf } from '#scenes'
import { blob } from './blob.ts'
import { bough } from './bough.ts'
import { box } from './box.ts'
import { capsule } from './capsule.ts'
import { cylinder } from './cylinder.ts'
import type { Detail } from './detail.ts'
import { foliage } from './foliage.ts'
import { lathe } from './lathe.ts'
import { plane } from './plane.ts'
import { prism } from './prism.ts'
import { sphere } from './sphere.ts'
import { terrain } from './terrain.ts'
import { text } from './text.ts'
import { torus } from './torus.ts'
import { tube } from './tube.ts'
import { tufts } from './tufts.ts'

/** Shapes that are a rigid mesh; a person has a skeleton and a component of its own. */
export type RigidShape = Exclude<Shape, { kind: 'person' | 'quadruped' | 'flyers' }>

const SHAPES: { [K in RigidShape['kind']]: (shape: ShapeOf<K>, detail: Detail) => BufferGeometry } =
  {
    box,
    sphere,
    cylinder,
    capsule,
    torus,
    lathe,
    blob,
    foliage,
    bough,
    plane,
    prism,
    tube,
    terrain,
    tufts,
    text,
  }

/** The mesh of a shape: metres, standing on its origin, UVs in metres. */
export function geometryOf(shape: RigidShape, detail: Detail): BufferGeometry {
  // The table pairs every kind with the function of that kind.
  const build = SHAPES[shape.kind] as (shape: RigidShape, detail: Detail) => BufferGeometry
  return build(shape, detail)
}
