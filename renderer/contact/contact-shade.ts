import { Group, Vector3 } from 'three'
import type { Puppet } from '../actors/puppet.ts'
import { facesOf, isTop, topBeneath, topsOf, type Face } from './face.ts'
import type { CarriedOccluder } from './occluder.ts'
import { patchesBeside } from './beside.ts'
import { patchOf, type Owned } from './patch.ts'
import { PatchMesh } from './patch-mesh.ts'
import { together } from './together.ts'
import { cellsOf, MOST_CELLS } from './spread.ts'
import type { Lamplights } from './lamplight.ts'
import { STREAK_PIECES, streakOf } from './streak.ts'

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

  readonly #lamps: Lamplights

  /** Everyone who stands still is where they are in the whole clip. */
  constructor(puppets: Iterable<Puppet>, lamps: Lamplights) {
    this.#lamps = lamps
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
    const low = this.#moving.flatMap(lowOccludersOf)
    const bodies = low.filter(({ isBody }) => isBody).length
    const movers = low.length + bodies * lamps.count * STREAK_PIECES
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
    const moving = this.#moving.flatMap((owner) =>
      owner.supports.flatMap((support) => topsOf(support, owner)),
    )
    const tops = [...this.#stillTops, ...moving]
    return [...patchesUnder(this.#moving, tops), ...this.#streaks(tops)]
  }

  /** What lamps throw of those who move. */
  #streaks(tops: Face[]): Owned[] {
    if (this.#lamps.count === 0) return []
    return this.#moving.flatMap((owner) =>
      owner.occluders
        .filter(({ isBody }) => isBody)
        .flatMap((body) => {
          const top = topBeneath(tops, body, owner)
          if (!top) return []
          const foot = new Vector3().setFromMatrixPosition(body.node.matrixWorld)
          return this.#lamps
            .at(foot)
            .flatMap((light) => streakOf(body, top, light))
            .map((patch) => ({ owner, patch }))
        }),
    )
  }
}

function facesOfAll(puppets: Puppet[]): Face[] {
  return puppets.flatMap((owner) => owner.supports.flatMap((support) => facesOf(support, owner)))
}

/** What lies beneath things. */
function patchesUnder(puppets: Puppet[], tops: Face[]): Owned[] {
  return puppets.flatMap((owner) => {
    const patches = lowOccludersOf(owner).flatMap((occluder) => {
      const top = topBeneath(tops, occluder, owner)
      return (top && patchOf(occluder, top, owner.isStill)) ?? []
    })
    return together(patches).map((patch) => ({ owner, patch }))
  })
}

function lowOccludersOf({ occluders }: Puppet): CarriedOccluder[] {
  return occluders.filter(({ isLow }) => isLow)
}
