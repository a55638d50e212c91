import type { BufferGeometry } from 'three'
import { Color, Float32BufferAttribute, type Material } from 'three'
import { mergeGeometries, mergeVertices } from 'three/addons/utils/BufferGeometryUtils.js'
import type { Part, SurfaceName, Turn } from '#scenes'
import type { Images } from '../images.ts'
import type { Detail } from '../shapes/detail.ts'
import { geometryOf, type RigidShape } from '../shapes/index.ts'
import { printed } from '../shapes/print.ts'
import { paintGlow } from './glow-stops.ts'
import { finishOf, printedFinish, type Finish } from './materials.ts'
import { placeOf } from './place.ts'

/** Parts that share a material and move alike, as one mesh. */
export interface BuiltMesh {
  geometry: BufferGeometry
  material: Material
  turn?: Turn
  /** Of balls and other things without an edge. */
  isRound: boolean
  /** Flames and lit shades: light comes through them. */
  isGlowing: boolean
}

type RigidPart = Part & { shape: RigidShape }

/** Merges an actor's parts into as few meshes as its materials and moving parts allow. */
export function buildMeshes(parts: Part[], pixelsPerMetre: number, images: Images): BuiltMesh[] {
  const batches = new Map<string, Batch>()
  for (const part of parts.filter(isRigid)) {
    const image = part.image === undefined ? undefined : imageOf(part.image, images)
    const finish = image
      ? printedFinish(part.material, image)
      : finishOf(part.material, part.glowStops !== undefined)
    const key = finish.key + JSON.stringify(part.turns ?? null)
    const batch = batches.get(key) ?? {
      finish,
      ...(part.turns && { turn: part.turns }),
      parts: [],
      geometries: [],
    }
    batch.parts.push(part)
    const geometry = placed(part, finish, pixelsPerMetre)
    batch.geometries.push(
      image ? printed(geometry, image.image.width / image.image.height) : geometry,
    )
    batches.set(key, batch)
  }
  return [...batches.values()].map(({ finish, turn, parts: merged, geometries }) => {
    const geometry = mergeGeometries(geometries)
    for (const one of geometries) one.dispose()
    return {
      geometry,
      material: finish.material(),
      ...(turn && { turn }),
      isRound: merged.every(({ shape }) => ROUND.has(shape.kind)),
      isGlowing: merged.some(({ glowStops }) => glowStops !== undefined),
    }
  })
}

interface Batch {
  finish: Finish
  turn?: Turn
  parts: RigidPart[]
  geometries: BufferGeometry[]
}

const ROUND = new Set<string>(['sphere', 'torus', 'blob', 'capsule'] satisfies RigidShape['kind'][])

function imageOf(id: string, images: Images) {
  const image = images.get(id)
  if (!image) throw new Error(`the image "${id}" was not loaded`)
  return image
}

/** Surfaces with a direction. */
const FIBROUS = new Set<string>(['wood', 'planks', 'metal', 'bark'] satisfies SurfaceName[])

function isRigid(part: Part): part is RigidPart {
  return part.shape.kind !== 'person'
}

function placed(part: RigidPart, finish: Finish, pixelsPerMetre: number): BufferGeometry {
  const fibrous = FIBROUS.has(part.material.surface ?? 'plain')
  const geometry = indexedGeometry(part.shape, { fibrous, pixelsPerMetre })
  for (const name of Object.keys(geometry.attributes))
    if (!['position', 'normal', 'uv', ...(finish.onVertices ? ['color'] : [])].includes(name))
      geometry.deleteAttribute(name)
  geometry.clearGroups()
  if (part.glowStops) paintGlow(geometry, part.glowStops)
  geometry.applyMatrix4(placeOf(part))
  if (finish.onVertices) paint(geometry, new Color(finish.color))
  return geometry
}

const shaped = new Map<string, BufferGeometry>()

/**
 * A copy of the shape's mesh, its vertices shared between triangles: software GL runs every vertex of
 * every pass on one core. Equal shapes are made once per page (legs, windows, the next clip's trees).
 */
function indexedGeometry(shape: RigidShape, detail: Detail): BufferGeometry {
  const key = JSON.stringify([detail, shape])
  const known = shaped.get(key)
  if (known) return known.clone()
  const made = geometryOf(shape, detail)
  const indexed = made.index ? made : mergeVertices(made, 1e-5)
  if (shaped.size >= KEPT) shaped.clear()
  shaped.set(key, indexed)
  return indexed.clone()
}

/** Shapes remembered, a few kilobytes each; the six examples have 2,400. */
const KEPT = 6000

/** The part's colour on every vertex, times the shape's own where it brings one. */
function paint(geometry: BufferGeometry, { r, g, b }: Color): void {
  const count = geometry.getAttribute('position').count
  const own = geometry.hasAttribute('color') ? geometry.getAttribute('color') : undefined
  const colors = new Float32Array(count * 3)
  for (let i = 0; i < count; i++)
    colors.set(own ? [r * own.getX(i), g * own.getY(i), b * own.getZ(i)] : [r, g, b], i * 3)
  geometry.setAttribute('color', new Float32BufferAttribute(colors, 3))
}
