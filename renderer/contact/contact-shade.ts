import { Group } from 'three'
import type { Puppet } from '../actors/puppet.ts'
import { facesOf, isTop, topBeneath, type Face } from './face.ts'
import type { CarriedOccluder } from './occluder.ts'
import { patchOf, type Patch } from './patch.ts'
import { PatchMesh } from './patch-mesh.ts'
import { cellsOf, MOST_CELLS } from './spread.ts'

/**
 * The darkness where things stand: each solid near a top keeps the sky's light from it (ambient occlusion of
 * planes, in closed form). The patches of what stands still are laid once, those of movers with every frame.
 * It belongs to the picture and to no other pass.
 */
export class ContactShade {
  readonly group = new Group()
  readonly #moving: Puppet[]
  readonly #stillTops: Face[]
  readonly #stillPatches: Owned[]
  readonly #stillMesh: PatchMesh
  readonly #movingMesh: PatchMesh

  /** Everyone who stands still is where they are in the whole clip. */
  constructor(puppets: Iterable<Puppet>) {
    const all = [...puppets]
    const still = all.filter(({ isStill }) => isStill)
    this.#moving = all.filter(({ isStill }) => !isStill)
    const faces = facesOfAll(still)
    this.#stillTops = faces.filter(isTop)
    const walls = faces.filter((face) => !isTop(face))
    this.#stillPatches = [...patchesUnder(still, this.#stillTops), ...patchesBeside(still, walls)]
    const cells = this.#stillPatches.map(({ patch }) => cellsOf(patch))
    this.#stillMesh = new PatchMesh(
      cells.reduce((sum, { vertices }) => sum + vertices, 0),
      cells.reduce((sum, { corners }) => sum + corners.length / 3, 0),
    )
    const movers = this.#moving.flatMap(lowOccludersOf).length
    this.#movingMesh = new PatchMesh(
      movers * MOST_CELLS.vertices,
      (movers * MOST_CELLS.corners.length) / 3,
    )
    this.group.add(this.#stillMesh, this.#movingMesh)
    this.showAll()
  }

  /** Called before each draw, when everyone stands where they shall. */
  follow(): void {
    this.#movingMesh.show(this.#movingPatches().map(({ patch }) => patch))
  }

  /** These leave no shade until `showAll`. */
  hide(hidden: ReadonlySet<Puppet>): void {
    const left = (patches: Owned[]) =>
      patches.flatMap(({ owner, patch }) => (hidden.has(owner) ? [] : patch))
    this.#stillMesh.show(left(this.#stillPatches))
    this.#movingMesh.show(left(this.#movingPatches()))
  }

  showAll(): void {
    this.hide(new Set())
  }

  #movingPatches(): Owned[] {
    const tops = [...this.#stillTops, ...facesOfAll(this.#moving).filter(isTop)]
    return patchesUnder(this.#moving, tops)
  }
}

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
      const patch = top && patchOf(occluder, top, owner.isStill)
      return patch ? [{ owner, patch }] : []
    }),
  )
}

function lowOccludersOf({ occluders }: Puppet): CarriedOccluder[] {
  return occluders.filter(({ isLow }) => isLow)
}

/** What lies on walls behind things, and where walls meet. */
function patchesBeside(puppets: Puppet[], walls: Face[]): Owned[] {
  return puppets.flatMap((owner) =>
    owner.occluders.flatMap((occluder) =>
      walls.flatMap((wall) => {
        if (wall.owner === owner && !isWall(occluder)) return []
        const patch = patchOf(occluder, wall, owner.isStill)
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
