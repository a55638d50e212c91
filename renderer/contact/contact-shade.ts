import { BufferGeometry, DynamicDrawUsage, Float32BufferAttribute, Mesh } from 'three'
import type { Puppet } from '../actors/puppet.ts'
import { contactMaterial } from './contact-material.ts'
import { facesOf, isTop, topBeneath, type Face } from './face.ts'
import { bottomOf, type CarriedOccluder } from './occluder.ts'
import { patchOf, type Patch } from './patch.ts'
import { CORNERS, CELLS, spread } from './spread.ts'

/**
 * The darkness where things stand: each solid near a top keeps the sky's light from it (ambient occlusion of
 * planes, in closed form). One mesh for all; the patches of what stands still are laid once, those of movers
 * with every frame. It belongs to the picture and to no other pass.
 */
export class ContactShade {
  readonly mesh: Mesh<BufferGeometry>
  readonly #still: Puppet[]
  readonly #moving: Puppet[]
  readonly #stillTops: Face[]
  readonly #stillPatches: Owned[]

  /** Everyone who stands still is where they are in the whole clip. */
  constructor(puppets: Iterable<Puppet>) {
    const all = [...puppets]
    this.#still = all.filter(({ isStill }) => isStill)
    this.#moving = all.filter(({ isStill }) => !isStill)
    const faces = facesOfAll(this.#still)
    this.#stillTops = faces.filter(isTop)
    const walls = faces.filter((face) => !isTop(face))
    this.#stillPatches = [
      ...patchesUnder(this.#still, this.#stillTops),
      ...patchesBeside(this.#still, walls),
    ]
    const movers = this.#moving.flatMap(({ occluders }) => occluders).length
    this.mesh = new Mesh(roomFor(this.#stillPatches.length + movers), MATERIAL)
    this.mesh.name = 'contact shade'
    this.mesh.frustumCulled = false
    this.mesh.matrixAutoUpdate = false
    // Before glass, flames and water.
    this.mesh.renderOrder = -1
  }

  /** Called before each draw, when everyone stands where they shall; those who are hidden leave no shade. */
  follow(hidden: ReadonlySet<Puppet> = new Set()): void {
    const tops = [...this.#stillTops, ...facesOfAll(this.#moving).filter(isTop)]
    const patches = [...this.#stillPatches, ...patchesUnder(this.#moving, tops)]
    const shown = patches.filter(({ owner }) => !hidden.has(owner))
    const { attributes } = this.mesh.geometry
    shown.forEach(({ patch }, i) => spread(patch, attributes, i * CORNERS))
    for (const name of Object.keys(attributes)) attributes[name].needsUpdate = true
    this.mesh.geometry.setDrawRange(0, shown.length * CELLS.length)
  }
}

/** Shared by all clips: compiled once per page. */
const MATERIAL = contactMaterial()

interface Owned {
  owner: Puppet
  patch: Patch
}

function facesOfAll(puppets: Puppet[]): Face[] {
  return puppets.flatMap((owner) => owner.supports.flatMap((support) => facesOf(support, owner)))
}

/** What lies beneath things. */
function patchesUnder(puppets: Puppet[], tops: Face[]): Owned[] {
  return puppets.flatMap((owner) =>
    lowOccludersOf(owner).flatMap((occluder) => {
      const top = topBeneath(tops, occluder, owner)
      const patch = top && patchOf(occluder, top)
      return patch ? [{ owner, patch }] : []
    }),
  )
}

/** Those near what the actor stands on. A rug or a paper casts no shade. */
function lowOccludersOf({ occluders }: Puppet): CarriedOccluder[] {
  const known = low.get(occluders)
  if (known) return known
  const foot = Math.min(...occluders.map(bottomOf))
  const chosen = occluders.filter((occluder) => {
    const gap = bottomOf(occluder) - foot
    const size = Math.min(...occluder.half)
    return gap < Math.min(NEAR, 3 * size) && (gap > occluder.height || occluder.height > 0.1 * size)
  })
  low.set(occluders, chosen)
  return chosen
}

const low = new WeakMap<CarriedOccluder[], CarriedOccluder[]>()

/** Metres above the foot. */
const NEAR = 1

/** What lies on walls behind things, and where walls meet. */
function patchesBeside(puppets: Puppet[], walls: Face[]): Owned[] {
  return puppets.flatMap((owner) =>
    owner.occluders.flatMap((occluder) =>
      walls.flatMap((wall) => {
        if (wall.owner === owner && !isWall(occluder)) return []
        const patch = patchOf(occluder, wall)
        if (!patch || patch.gap > BESIDE || !overlaps(patch)) return []
        return wall.owner === owner && patch.height < BESIDE ? [] : [{ owner, patch }]
      }),
    ),
  )
}

/** Of a thing's own solids only walls and floors shade its walls: mouldings and window bars do not. */
function isWall({ half, height }: CarriedOccluder): boolean {
  return Math.max(...half, height / 2) >= WALL
}

const WALL = 0.9

/** Whether any of a patch lies on its face. */
function overlaps({ face, middle, along, half, reach }: Patch): boolean {
  const offset = middle.clone().sub(face.middle)
  return face.along.every((axis, k) => {
    const spread = along.reduce(
      (sum, side, i) => sum + Math.abs(side.dot(axis)) * (half[i] + reach),
      0,
    )
    return Math.abs(offset.dot(axis)) < face.half[k] + spread
  })
}

/** Farther from a wall than this nothing shades it, metres. */
const BESIDE = 0.3

function roomFor(patches: number): BufferGeometry {
  const geometry = new BufferGeometry()
  const index = Array.from({ length: patches }, (_, i) =>
    CELLS.map((corner) => corner + i * CORNERS),
  )
  geometry.setIndex(index.flat())
  for (const [name, size] of Object.entries({ position: 3, place: 4, body: 4, clip: 4 })) {
    const attribute = new Float32BufferAttribute(new Float32Array(patches * CORNERS * size), size)
    geometry.setAttribute(name, attribute.setUsage(DynamicDrawUsage))
  }
  return geometry
}
