import { CATEGORIES } from '#captions'
import type { TruthPassName } from '#renderer/protocol'
import { edgesOf } from './edges.ts'
import { occlusionOf } from './occlusion.ts'
import { semanticOf } from './semantic.ts'
import type { Codes, StoredTruth, TruthFrame } from './stored-frames.ts'
import { type Field, flows, metres, vectors, vectors16 } from './values.ts'
import { worldNormals } from './world-normals.ts'

export const FIELD_NAMES = [
  'depth',
  'normal',
  'normal_world',
  'instance',
  'semantic',
  'flow_forward',
  'flow_backward',
  'occlusion',
  'edges',
] as const
export type FieldName = (typeof FIELD_NAMES)[number]

/** A stored pass, or one worked out from those that are, as numbers. */
export interface FieldKind {
  holds: string
  units: string
  invalid: string
  /** The stored passes that it takes; alternatives in order of preference. */
  needs: readonly (readonly TruthPassName[])[]
  channels: Field['channels']
  type: 'float32' | 'uint16' | 'uint8'
  values: (frame: TruthFrame, clip: ClipTruth) => Field['values']
}

/** A clip's stored passes and what deriving others from them takes. */
export interface ClipTruth extends StoredTruth {
  fps: number
  stored: ReadonlySet<TruthPassName>
  /** By frame, rows, OpenCV's axes. */
  cameraToWorld: readonly (readonly (readonly number[])[])[]
  /** By id: 1 + the index in `CATEGORIES`, 0 for the sky. */
  categories: readonly number[]
}

const NORMALS = ['normal16', 'normal'] as const

export const FIELDS: Record<FieldName, FieldKind> = {
  depth: {
    holds: 'planar depth: along the line of sight of the camera, not along the ray of the pixel',
    units: 'metres',
    invalid: 'infinite: the sky',
    needs: [['depth']],
    channels: 1,
    type: 'float32',
    values: ({ now }) => metres(of(now, 'depth')),
  },
  normal: {
    holds: 'normal of the surface in camera space: x to the right, y up, z towards the camera',
    units: 'unit vector',
    invalid: '0, 0, 0: the sky',
    needs: [NORMALS],
    channels: 3,
    type: 'float32',
    values: ({ now }) => normalsOf(now),
  },
  normal_world: {
    holds: 'normal of the surface in the world of cameras.json, y up',
    units: 'unit vector',
    invalid: '0, 0, 0: the sky',
    needs: [NORMALS],
    channels: 3,
    type: 'float32',
    values: ({ now, frame }, { cameraToWorld }) =>
      worldNormals(normalsOf(now), cameraToWorld[frame] ?? []),
  },
  instance: {
    holds: 'who a pixel shows: `instance` of annotations.json',
    units: 'id',
    invalid: '0: the sky',
    needs: [['instance']],
    channels: 1,
    type: 'uint16',
    values: ({ now }) => of(now, 'instance'),
  },
  semantic: {
    holds: `what sort of thing a pixel shows: ${CATEGORIES.map((name, i) => `${i + 1} ${name}`).join(', ')}`,
    units: 'category',
    invalid: '0: the sky',
    needs: [['instance']],
    channels: 1,
    type: 'uint8',
    values: ({ now }, { categories }) => semanticOf(of(now, 'instance'), categories),
  },
  flow_forward: {
    holds:
      'where what a pixel shows is in the next frame: to the right, down, 1 where that is valid',
    units: 'pixels',
    invalid: '0, 0, 0: the shot has no such frame, or the way is longer than 512 pixels',
    needs: [['flow_forward']],
    channels: 3,
    type: 'float32',
    values: ({ now }) => flows(of(now, 'flow_forward')),
  },
  flow_backward: {
    holds: 'where what a pixel shows was in the frame before: to the right, down, 1 where valid',
    units: 'pixels',
    invalid: '0, 0, 0: the shot has no such frame, or the way is longer than 512 pixels',
    needs: [['flow_backward']],
    channels: 3,
    type: 'float32',
    values: ({ now }) => flows(of(now, 'flow_backward')),
  },
  occlusion: {
    holds:
      '255 where what a pixel shows is seen in the next frame as well, 0 where it is covered or out of it',
    units: '',
    invalid: '0 all over the last frame of a shot',
    needs: [['instance'], ['flow_forward'], ['flow_backward']],
    channels: 1,
    type: 'uint8',
    values({ now, next }, { width, height }) {
      const forward = flows(of(now, 'flow_forward'))
      const after = next && {
        ids: of(next, 'instance'),
        backward: flows(of(next, 'flow_backward')),
      }
      return occlusionOf(of(now, 'instance'), forward, after, width, height)
    },
  },
  edges: {
    holds: '255 on outlines of actors, jumps of depth and folds of more than 30 degrees, else 0',
    units: '',
    invalid: '',
    needs: [['instance'], ['depth'], NORMALS],
    channels: 1,
    type: 'uint8',
    values: ({ now }, { width, height }) =>
      edgesOf(of(now, 'instance'), metres(of(now, 'depth')), normalsOf(now), width, height),
  },
}

/** The stored passes that a field is worked out from, or which of them a clip lacks. */
export function sourcesOf(
  name: FieldName,
  stored: ReadonlySet<TruthPassName>,
): { sources: TruthPassName[]; lacks: TruthPassName[] } {
  const found = FIELDS[name].needs.map((any) => any.find((pass) => stored.has(pass)) ?? any)
  return {
    sources: found.filter((pass) => typeof pass === 'string'),
    lacks: found.flatMap((pass) =>
      typeof pass === 'string' ? [] : (pass.slice(-1) as TruthPassName[]),
    ),
  }
}

function normalsOf(codes: Codes): Float32Array {
  const fine = codes.get('normal16')
  return fine ? vectors16(fine) : vectors(of(codes, 'normal'))
}

function of<Pass extends TruthPassName>(
  codes: Codes,
  pass: Pass,
): Pass extends 'normal' ? Uint8Array : Uint16Array {
  const found = codes.get(pass)
  if (!found) throw new Error(`nobody asked for ${pass}`)
  return found as Pass extends 'normal' ? Uint8Array : Uint16Array
}
