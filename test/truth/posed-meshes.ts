import { Matrix4, Quaternion, Ray, Vector3, type BufferGeometry, FrontSide } from 'three'
import { MeshBVH } from 'three-mesh-bvh'
import { blueprintOf, poseAtFrame, solidActors, type Scene, type Take } from '#scenes'
import { placeOf } from '../../renderer/actors/place.ts'
import { nearnessOf } from '../../renderer/nearness.ts'
import { geometryOf, type RigidShape } from '../../renderer/shapes/index.ts'
import type { Vec3 } from '../oracle/space.ts'

/** What a ray meets first. */
export interface Hit {
  /** 1 + index in the cast. */
  id: number
  /** Lengths of the ray's way. */
  far: number
  point: Vec3
  /** Of the mesh, interpolated between its corners; unit, world. */
  normal: Vec3
}

/** Below this opacity passes see what lies behind (contract 5). */
const VEIL = 0.5

/**
 * The rigid meshes of a take, posed frame by frame and searched by rays on the processor. People and parts that turn by
 * themselves are left out.
 */
export class PosedMeshes {
  readonly #solids: Solid[]
  /** Ids of members that are not, or not all, in here. */
  readonly missing: ReadonlySet<number>

  constructor(scene: Scene, take: Take, camera: number) {
    const { width, height } = scene.clip
    const nearness = nearnessOf({
      ...{ scene, take, camera, width, height },
      surveyWidth: width,
      surveyHeight: height,
    })
    const missing = new Set<number>()
    const actors = new Map(solidActors(scene).map((actor) => [actor.id, actor]))
    this.#solids = take.cast.flatMap(({ solids }, member) =>
      solids.flatMap((id): Solid[] => {
        const actor = actors.get(id)
        const played = take.actors.find((one) => one.id === id)
        if (!actor || !played) return []
        const detail = { pixelsPerMetre: nearness(actor, played) }
        return blueprintOf(actor, scene.seed).parts.flatMap((part): Solid[] => {
          if (part.shape.kind === 'person' || part.turns) {
            missing.add(member + 1)
            return []
          }
          if ((part.material.opacity ?? 1) < VEIL) return []
          const geometry = geometryOf(part.shape as RigidShape, {
            ...detail,
            fibrous: FIBROUS.has(part.material.surface ?? 'plain'),
            keepsRings: part.glowStops !== undefined,
          }).clone()
          const place = placeOf(part)
          geometry.applyMatrix4(place)
          const pose = (frame: number) => {
            const { position, rotation, scale } = poseAtFrame(played.track, frame)
            return new Matrix4().compose(
              new Vector3(...position),
              new Quaternion(...rotation),
              new Vector3(scale, scale, scale),
            )
          }
          return [{ id: member + 1, geometry, tree: new MeshBVH(geometry), pose }]
        })
      }),
    )
    this.missing = missing
  }

  /** The nearest surface along a ray at a frame; like the picture's, it is seen from its front only. */
  first(from: Vec3, way: Vec3, frame: number): Hit | undefined {
    let best: Hit | undefined
    for (const { id, geometry, tree, pose } of this.#solids) {
      const world = pose(frame)
      const back = world.clone().invert()
      const origin = new Vector3(...from).applyMatrix4(back)
      const ahead = new Vector3(...way).applyMatrix4(back).sub(new Vector3().applyMatrix4(back))
      const length = ahead.length()
      const hit = tree.raycastFirst(new Ray(origin, ahead.normalize()), FrontSide)
      if (!hit?.face) continue
      const far = hit.distance / length
      if (best && best.far <= far) continue
      const normal = normalAt(geometry, hit.face, hit.point).transformDirection(world)
      best = {
        id,
        far,
        point: hit.point.applyMatrix4(world).toArray() as Vec3,
        normal: normal.toArray() as Vec3,
      }
    }
    return best
  }

  /** Where a point of the surface of a rigid member is at another frame; undefined when it has several solids that may part. */
  carry(id: number, point: Vec3, from: number, to: number): Vec3 | undefined {
    const own = this.#solids.filter((solid) => solid.id === id)
    const [first] = own
    if (!first || this.missing.has(id)) return undefined
    const moved = first.pose(to).multiply(first.pose(from).invert())
    const same = own.every(({ pose }) => {
      const other = pose(to).multiply(pose(from).invert())
      return other.elements.every(
        (value, i) => Math.abs(value - (moved.elements[i] as number)) < 1e-9,
      )
    })
    return same ? (new Vector3(...point).applyMatrix4(moved).toArray() as Vec3) : undefined
  }
}

interface Solid {
  id: number
  geometry: BufferGeometry
  tree: MeshBVH
  pose: (frame: number) => Matrix4
}

const FIBROUS = new Set(['wood', 'planks', 'metal', 'bark'])

function normalAt(
  geometry: BufferGeometry,
  { a, b, c }: { a: number; b: number; c: number },
  point: Vector3,
): Vector3 {
  const [positions, normals] = [geometry.getAttribute('position'), geometry.getAttribute('normal')]
  const corner = (index: number) => new Vector3().fromBufferAttribute(positions, index)
  const [pa, pb, pc] = [corner(a), corner(b), corner(c)]
  const area = (p: Vector3, q: Vector3, r: Vector3) =>
    q.clone().sub(p).cross(r.clone().sub(p)).length()
  const [wa, wb, wc] = [area(point, pb, pc), area(point, pc, pa), area(point, pa, pb)]
  return new Vector3()
    .addScaledVector(new Vector3().fromBufferAttribute(normals, a), wa)
    .addScaledVector(new Vector3().fromBufferAttribute(normals, b), wb)
    .addScaledVector(new Vector3().fromBufferAttribute(normals, c), wc)
    .normalize()
}
