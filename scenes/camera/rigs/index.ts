import { z } from 'zod'
import { arc } from './arc.ts'
import { crane } from './crane.ts'
import { dollyZoom } from './dolly-zoom.ts'
import { dolly } from './dolly.ts'
import { firstPerson } from './first-person.ts'
import { flyThrough } from './fly-through.ts'
import { pan } from './pan.ts'
import { pedestal } from './pedestal.ts'
import { reveal } from './reveal.ts'
import type { RigDefinition } from './rig.ts'
import { roll } from './roll.ts'
import { still } from './static.ts'
import { tilt } from './tilt.ts'
import { panTrack, tiltTrack, track } from './track.ts'
import { truck } from './truck.ts'
import { zoom } from './zoom.ts'

const RIGS = [
  still,
  pan,
  tilt,
  roll,
  dolly,
  truck,
  pedestal,
  zoom,
  dollyZoom,
  arc,
  crane,
  track,
  panTrack,
  tiltTrack,
  flyThrough,
  firstPerson,
  reveal,
] as const

export const CameraMove = z
  .discriminatedUnion('kind', [
    still.schema,
    pan.schema,
    tilt.schema,
    roll.schema,
    dolly.schema,
    truck.schema,
    pedestal.schema,
    zoom.schema,
    dollyZoom.schema,
    arc.schema,
    crane.schema,
    track.schema,
    panTrack.schema,
    tiltTrack.schema,
    flyThrough.schema,
    firstPerson.schema,
    reveal.schema,
  ])
  .describe('A move of the camera, in the words of film.')
export type CameraMove = z.infer<typeof CameraMove>

export type AnyRig = Omit<RigDefinition<string, z.ZodRawShape>, 'fields'>

/** The rig that a move names. */
export function rigOf({ kind }: CameraMove): AnyRig {
  // Each is handed its own moves only: those that name it.
  return RIGS.find((rig) => rig.kind === kind) as unknown as AnyRig
}
