import type { Actor, SolidActor } from '../actors/index.ts'
import type { Scene } from '../schema/scene.ts'
import type { Vec3 } from '../schema/values.ts'
import { blueprintOf } from '../shape/blueprint.ts'
import { around, corners, middle } from '../shape/bounds.ts'
import { place, unplace } from '../take/pose.ts'
import { poseAtFrame, type Take, type Track } from '../take/take.ts'
import { boxAround, boxTogether, matterOf, WORLD, type SubjectBox } from './subject-box.ts'
import { frontOf, goingTo } from './subjects.ts'

/** What a shot is about, as a take has it. */
export interface TakenSubject {
  /** Metres: the middle of its box at rest, carried along. */
  middle: (frame: number) => Vec3
  box: (frame: number) => SubjectBox
  /** Where it goes, or where a person who stands looks; undefined for other things at rest, which have no front. */
  heading: (frame: number) => Vec3 | undefined
}

/** Actors together as they go in a take; undefined when one of them has nothing to be seen. */
export function takenSubject(
  scene: Scene,
  take: Take,
  ids: readonly string[],
): TakenSubject | undefined {
  const singles = ids.map((id) => single(scene, take, id))
  const known = singles.filter((one) => one !== undefined)
  const [first] = known
  if (!first || known.length < ids.length) return undefined
  if (known.length === 1) return first
  const middleOf = (frame: number) => middle(around(known.map((one) => one.middle(frame))))
  return {
    middle: middleOf,
    heading: (frame) => goingTo(middleOf(frame - 1), middleOf(frame + 1)),
    box: (frame) => boxTogether(known.map((one) => one.box(frame))),
  }
}

function single(scene: Scene, take: Take, id: string): TakenSubject | undefined {
  const actor = find(scene.actors, id)
  const own = actor ? solidsOf(actor) : []
  const solids = own.flatMap((solid) => {
    const { parts } = blueprintOf(solid, scene.seed)
    const track = trackOf(take, solid.id)
    return track && parts.length > 0 ? [{ track, matter: matterOf(parts) }] : []
  })
  if (solids.length === 0) return undefined
  const track = trackOf(take, id)
  const poseAt = (frame: number) => (track ? poseAtFrame(track, frame) : WORLD)
  const boundsAt = (frame: number) =>
    around(
      solids.flatMap(({ matter, track: own }) => {
        const pose = poseAtFrame(own, frame)
        return corners(matter.bounds).map((point) => unplace(place(point, pose), poseAt(frame)))
      }),
    )
  const rest = middle(boundsAt(0))
  const middleOf = (frame: number) => (track ? place(rest, poseAt(frame)) : middle(boundsAt(frame)))
  const isPerson = actor?.kind === 'person'
  return {
    middle: middleOf,
    heading: (frame) =>
      goingTo(middleOf(frame - 1), middleOf(frame + 1)) ??
      (isPerson ? frontOf(poseAt(frame)) : undefined),
    box: (frame) => {
      const posed = solids.map(({ matter, track: own }) => ({
        matter,
        pose: poseAtFrame(own, frame),
      }))
      return boxAround(posed, poseAt(frame), isPerson)
    },
  }
}

/** Of an actor or of a group that counts as one; other groups have none. */
function trackOf({ actors, cast }: Take, id: string): Track | undefined {
  return (actors.find((one) => one.id === id) ?? cast.find((one) => one.id === id))?.track
}

function find(actors: readonly Actor[], id: string): Actor | undefined {
  for (const actor of actors) {
    if (actor.id === id) return actor
    const inside = actor.kind === 'group' ? find(actor.children, id) : undefined
    if (inside) return inside
  }
  return undefined
}

function solidsOf(actor: Actor): SolidActor[] {
  return actor.kind === 'group' ? actor.children.flatMap(solidsOf) : [actor]
}
