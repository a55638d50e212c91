import { Color, type BufferGeometry, type Material, type Texture } from 'three'
import { mergeVertices } from 'three/addons/utils/BufferGeometryUtils.js'
import type { Part, SurfaceName, Turn } from '#scenes'
import type { Images } from '../images.ts'
import type { Detail } from '../shapes/detail.ts'
import { geometryOf, type RigidShape } from '../shapes/index.ts'
import { printedUv } from '../shapes/print.ts'
import { glowOf } from './glow-stops.ts'
import { finishOf, printedFinish, type Finish } from './materials.ts'
import { mergePieces, type Piece } from './merge.ts'
import { placeOf } from './place.ts'

/** Parts that share a material and move alike, as one mesh. */
export interface BuiltMesh {
  geometry: BufferGeometry
  material: Material
  turn?: Turn
  /** Of balls and other things without an edge. */
  isRound: boolean
  /** Flames and lit shades, and whatever shines of itself. */
  isGlowing: boolean
  /** Ropes and wires too thin for a shadow map: their shadow would be a row of dots. */
  isWire: boolean
}

type RigidPart = Part & { shape: RigidShape }

/** Merges an actor's parts into as few meshes as its materials and moving parts allow. */
export function buildMeshes(parts: Part[], pixelsPerMetre: number, images: Images): BuiltMesh[] {
  const batches = new Map<string, Batch>()
  for (const part of parts.filter(isRigid)) {
    const image = part.image === undefined ? undefined : imageOf(part.image, images)
    const finish = image
      ? printedFinish(part.material, image)
      : finishOf(part.material, {
          stops: part.glowStops !== undefined,
          isLeaf: LEAVES.has(part.shape.kind),
        })
    const key = finish.key + JSON.stringify(part.turns ?? null)
    const batch = batches.get(key) ?? {
      finish,
      ...(part.turns && { turn: part.turns }),
      parts: [],
      pieces: [],
    }
    batch.parts.push(part)
    batch.pieces.push(pieceOf(part, finish, pixelsPerMetre, image))
    batches.set(key, batch)
  }
  return [...batches.values()].map(({ finish, turn, parts: merged, pieces }) => ({
    geometry: mergePieces(pieces),
    material: finish.material(),
    ...(turn && { turn }),
    isRound: merged.every(({ shape }) => ROUND.has(shape.kind)),
    isGlowing:
      merged.some(({ glowStops }) => glowStops !== undefined) ||
      merged.every(({ material: { glow = 0 } }) => glow > 0),
    isWire: merged.every(({ shape }) => isWire(shape, pixelsPerMetre)),
  }))
}

interface Batch {
  finish: Finish
  turn?: Turn
  parts: RigidPart[]
  pieces: Piece[]
}

/** Of one normal and one tone each. */
const LEAVES = new Set<string>(['foliage', 'bough', 'tufts'] satisfies RigidShape['kind'][])

const ROUND = new Set<string>(['sphere', 'torus', 'blob', 'capsule'] satisfies RigidShape['kind'][])

/** Across, pixels. */
const WIRE = 2.5

function isWire(shape: RigidShape, pixelsPerMetre: number): boolean {
  const isRod = shape.kind === 'cylinder' || shape.kind === 'tube' || shape.kind === 'capsule'
  return isRod && 2 * shape.radius * pixelsPerMetre < WIRE
}

function imageOf(id: string, images: Images) {
  const image = images.get(id)
  if (!image) throw new Error(`the image "${id}" was not loaded`)
  return image
}

/** Surfaces with a direction. */
const FIBROUS = new Set<string>(['wood', 'planks', 'metal', 'bark'] satisfies SurfaceName[])

/** Drawn by views of their own. */
const LIVING = new Set<Part['shape']['kind']>(['person', 'quadruped', 'flyers'])

function isRigid(part: Part): part is RigidPart {
  return !LIVING.has(part.shape.kind)
}

function pieceOf(
  part: RigidPart,
  finish: Finish,
  pixelsPerMetre: number,
  image: Texture<ImageBitmap> | undefined,
): Piece {
  const fibrous = FIBROUS.has(part.material.surface ?? 'plain')
  const geometry = indexedGeometry(part.shape, {
    fibrous,
    keepsRings: part.glowStops !== undefined,
    pixelsPerMetre,
  })
  return {
    geometry,
    place: placeOf(part),
    ...(image && { uv: printedUv(geometry, image.image.width / image.image.height) }),
    ...(part.glowStops && { glow: glowOf(geometry, part.glowStops) }),
    ...(finish.onVertices && { paint: new Color(finish.color) }),
  }
}

const shaped = new Map<string, BufferGeometry>()

/**
 * A shape's mesh, its vertices shared between triangles: software GL runs every vertex of every pass on
 * one core. Equal shapes are made once per page (legs, windows, the next clip's trees).
 */
function indexedGeometry(shape: RigidShape, detail: Detail): BufferGeometry {
  const key = JSON.stringify([detail, shape])
  const known = shaped.get(key)
  if (known) return known
  const made = geometryOf(shape, detail)
  const indexed = made.index ? made : mergeVertices(made, 1e-5)
  if (shaped.size >= KEPT) shaped.clear()
  shaped.set(key, indexed)
  return indexed
}

/** Shapes remembered, a few kilobytes each; the six examples have 2,400. */
const KEPT = 6000
