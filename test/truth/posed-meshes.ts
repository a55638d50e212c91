import { Matrix4, Quaternion, Ray, Triangle, Vector3, type BufferGeometry, FrontSide } from 'three'
import { MeshBVH } from 'three-mesh-bvh'
import { blueprintOf, poseAtFrame, solidActors, type Scene, type ShapeOf, type Take } from '#scenes'
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
  /** Where that point of the surface is at another frame. */
  at: (frame: number) => Vec3
}

/** A solid of one member of the cast: its mesh and where that is, frame by frame. */
export interface PosedSolid {
  id: number
  at: (frame: number) => { geometry: BufferGeometry; tree: MeshBVH }
  pose: (frame: number) => Matrix4
}

/** Below this opacity passes see what lies behind (contract 5). */
const VEIL = 0.5

/**
 * The meshes of a take, posed frame by frame and searched by rays on the processor. Parts that turn by themselves are left
 * out, animals too, and people where nobody says how they are posed.
 */
export class PosedMeshes {
  readonly #solids: PosedSolid[]
  /** Ids of members that are not, or not all, in here. */
  readonly missing: ReadonlySet<number>
  /** Ids of people, whose skin goes with their bones. */
  readonly people: ReadonlySet<number>

  /** @param person how the skin of a person is posed */
  constructor(scene: Scene, take: Take, camera: number, person?: PersonPoser) {
    const { width, height } = scene.clip
    const nearness = nearnessOf({
      ...{ scene, take, camera, width, height },
      surveyWidth: width,
      surveyHeight: height,
    })
    const [missing, people] = [new Set<number>(), new Set<number>()]
    const actors = new Map(solidActors(scene).map((actor) => [actor.id, actor]))
    this.#solids = take.cast.flatMap(({ solids }, member) =>
      solids.flatMap((id): PosedSolid[] => {
        const actor = actors.get(id)
        const played = take.actors.find((one) => one.id === id)
        if (!actor || !played) return []
        const detail = { pixelsPerMetre: nearness(actor, played) }
        return blueprintOf(actor, scene.seed).parts.flatMap((part): PosedSolid[] => {
          if (part.shape.kind === 'person' && person) {
            people.add(member + 1)
            const how = { fps: scene.clip.fps, ...detail }
            return [person(member + 1, part.shape, played.track, how)]
          }
          if (['person', 'quadruped', 'flyers'].includes(part.shape.kind) || part.turns) {
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
          const mesh = { geometry, tree: new MeshBVH(geometry) }
          return [{ id: member + 1, at: () => mesh, pose }]
        })
      }),
    )
    this.missing = missing
    this.people = people
  }

  /** The nearest surface along a ray at a frame; like the picture's, it is seen from its front only. */
  first(from: Vec3, way: Vec3, frame: number): Hit | undefined {
    let best: Hit | undefined
    for (const solid of this.#solids) {
      const { id, pose } = solid
      const { geometry, tree } = solid.at(frame)
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
        at: carried(solid, frame, hit.face, hit.point.clone().applyMatrix4(back)),
      }
    }
    return best
  }

  /** Where a point of the surface of a rigid member is at another frame; undefined when it has several solids that may part. */
  carry(id: number, point: Vec3, from: number, to: number): Vec3 | undefined {
    const own = this.#solids.filter((solid) => solid.id === id)
    const [first] = own
    if (!first || this.missing.has(id) || this.people.has(id)) return undefined
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

export type PersonPoser = (
  id: number,
  shape: ShapeOf<'person'>,
  track: Take['actors'][number]['track'],
  how: { fps: number; pixelsPerMetre: number },
) => PosedSolid

interface Face {
  a: number
  b: number
  c: number
}

/** A point of a face, by its shares of the corners. @param point in the mesh's own metres */
function carried(solid: PosedSolid, from: number, face: Face, point: Vector3): Hit['at'] {
  const cornersAt = (frame: number) => {
    const position = solid.at(frame).geometry.getAttribute('position')
    const corner = (index: number) => new Vector3().fromBufferAttribute(position, index)
    return [corner(face.a), corner(face.b), corner(face.c)] as const
  }
  const shares = new Vector3()
  Triangle.getBarycoord(point, ...cornersAt(from), shares)
  return (frame) => {
    const [a, b, c] = cornersAt(frame)
    return a
      .multiplyScalar(shares.x)
      .addScaledVector(b, shares.y)
      .addScaledVector(c, shares.z)
      .applyMatrix4(solid.pose(frame))
      .toArray() as Vec3
  }
}

const FIBROUS = new Set(['wood', 'planks', 'metal', 'bark'])

function normalAt(geometry: BufferGeometry, { a, b, c }: Face, point: Vector3): Vector3 {
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
