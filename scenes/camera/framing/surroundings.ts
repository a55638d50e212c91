import type { Actor, SolidActor } from '../../actors/index.ts'
import { blueprintOf } from '../../shape/blueprint.ts'
import { middle } from '../../shape/bounds.ts'
import { chordOf, partCrosses, partIsNear } from '../../shape/crosses.ts'
import type { Vec3 } from '../../schema/values.ts'
import { place, subtract, unplace } from '../../take/pose.ts'
import type { Pose } from '../../take/take.ts'
import type { Aim } from '../subjects.ts'
import {
  boxAround,
  boxTogether,
  matterOf,
  type Matter,
  type MatterPart,
  type SubjectBox,
} from '../subject-box.ts'

/** What stands about a camera, as it is at every frame. */
export interface Surroundings {
  /** The first solid that a lens at a place would be in, or too near to. */
  tooNear: (point: Vec3, frame: number) => string | undefined
  /** The first solid that hides a point from another. @param apart ids that do not count */
  hider: (from: Vec3, to: Vec3, frame: number, apart: ReadonlySet<string>) => string | undefined
  /** The first solid, panes too, on the straight way between two points. */
  inTheWay: (from: Vec3, to: Vec3, frame: number) => string | undefined
  isGround: (id: string) => boolean
  /** The box of actors together; of a single one in its own frame. */
  boxOf: (ids: readonly string[], frame: number) => SubjectBox
  /** An actor's own id and those of everything in it. */
  within: (id: string) => ReadonlySet<string>
}

/** Metres that a lens keeps away from everything. */
export const CLEAR = 0.1

/** Opacity below which one sees what is behind. */
const SEE_THROUGH = 0.5

/** What lies under everything. */
const GROUNDS = new Set(['ground', 'road', 'footpath', 'rug', 'room'])

interface Solid {
  id: string
  parts: (MatterPart & { hides: boolean })[]
  matter: Matter
  middle: Vec3
  /** Half its diagonal, in its own metres. */
  reach: number
  poses: Pose[]
}

/** @param aims every actor of the scene, groups and what is in them */
export function surroundingsOf(aims: ReadonlyMap<string, Aim>, seed: number): Surroundings {
  const solids = [...aims.values()].flatMap(({ actor, poses }) =>
    actor.kind === 'group' ? [] : solidOf(actor, poses, seed),
  )
  const poseOf = ({ poses }: { poses: Pose[] }, frame: number) =>
    poses[Math.min(Math.max(Math.round(frame), 0), poses.length - 1)] as Pose
  const aimOf = (id: string) => aims.get(id) as Aim
  const ownBox = (id: string, frame: number): SubjectBox => {
    const { actor } = aimOf(id)
    const pose = poseOf(aimOf(id), frame)
    const ids = withinOf(actor)
    const own = solids.filter((solid) => ids.has(solid.id))
    const posed = own.map((solid) => ({ matter: solid.matter, pose: poseOf(solid, frame) }))
    return boxAround(posed, pose, actor.kind === 'person')
  }
  const onTheWay = (
    from: Vec3,
    to: Vec3,
    frame: number,
    counts: (solid: Solid, part: Solid['parts'][number]) => boolean,
  ) =>
    solids.find((solid) => {
      const pose = poseOf(solid, frame)
      const [a, b] = [unplace(from, pose), unplace(to, pose)]
      const way = subtract(b, a)
      if (!chordOf(solid.matter.bounds, a, way)) return false
      return solid.parts.some(
        (own) => counts(solid, own) && chordOf(own.bounds, a, way) && partCrosses(own.part, a, b),
      )
    })?.id
  const boxes = new Map<string, SubjectBox>()
  return {
    tooNear: (point, frame) =>
      solids.find((solid) => {
        const pose = poseOf(solid, frame)
        const far = Math.hypot(...subtract(place(solid.middle, pose), point))
        if (far > solid.reach * pose.scale + CLEAR) return false
        const own = unplace(point, pose)
        return solid.parts.some(({ part }) => partIsNear(part, own, CLEAR / pose.scale))
      })?.id,
    hider: (from, to, frame, apart) =>
      onTheWay(from, to, frame, ({ id }, { hides }) => hides && !apart.has(id)),
    inTheWay: (from, to, frame) => onTheWay(from, to, frame, () => true),
    boxOf: (ids, frame) => {
      const key = `${ids.join()} ${frame}`
      const known = boxes.get(key) ?? boxTogether(ids.map((id) => ownBox(id, frame)))
      boxes.set(key, known)
      return known
    },
    isGround: (id) => GROUNDS.has(aimOf(id).actor.kind),
    within: (id) => withinOf(aimOf(id).actor),
  }
}

function solidOf(actor: SolidActor, poses: Pose[], seed: number): Solid[] {
  const { parts } = blueprintOf(actor, seed)
  if (parts.length === 0) return []
  const matter = matterOf(parts)
  const { bounds } = matter
  return [
    {
      id: actor.id,
      parts: matter.parts.map((own) => ({
        ...own,
        hides: (own.part.material.opacity ?? 1) >= SEE_THROUGH,
      })),
      matter,
      middle: middle(bounds),
      reach: Math.hypot(...subtract(bounds.max, bounds.min)) / 2,
      poses,
    },
  ]
}

function withinOf(actor: Actor): Set<string> {
  const ids = new Set([actor.id])
  if (actor.kind === 'group')
    for (const child of actor.children) for (const id of withinOf(child)) ids.add(id)
  return ids
}
