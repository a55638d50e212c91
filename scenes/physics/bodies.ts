import type { Actor, SolidActor } from '../actors/index.ts'
import type { Body } from '../schema/body.ts'
import { Material } from '../schema/material.ts'
import type { Scene } from '../schema/scene.ts'
import type { Vec3 } from '../schema/values.ts'
import { blueprintOf } from '../shape/blueprint.ts'
import type { Part } from '../shape/shape.ts'
import { wheelsOf } from '../shape/wheels.ts'
import { inverse, multiply, place, rotate, subtract, unplace } from '../take/pose.ts'
import { WORLD, worldPoses } from '../take/poses.ts'
import type { Pose } from '../take/take.ts'
import { collidingParts, piecesOf, type Piece } from './forms/index.ts'
import { scaled } from './forms/stretch.ts'
import { SUBSTANCE_OF_SURFACE, SUBSTANCES, type Substance } from './substances.ts'

/** A piece of a body, in the body's frame and world metres. */
export interface BodyPiece extends Piece {
  substance: Substance
  /** The actor whose shape it is: itself or one in the group. */
  solid: string
}

/** One rigid body: an actor, or a group whose actors hold together. */
export interface BodyPlan {
  actor: string
  type: 'dynamic' | 'fixed' | 'kinematic'
  body: Body | undefined
  /** By its motions: one, or one per step. */
  poses: Pose[]
  pieces: BodyPiece[]
  /** Of a vehicle. */
  wheels: BodyWheel[]
}

/** A wheel of a vehicle, in the body's frame and world metres. */
export interface BodyWheel {
  at: Vec3
  radius: number
  solid: string
  /** As its actor has it, and how much larger that is in the world. */
  pivot: Vec3
  scale: number
}

/**
 * Every body of a scene. What has no `body` is fixed, or kinematic where it or its group moves; leaves, grass and
 * letters stop nothing.
 * @param moments the times of the steps, seconds
 */
export function bodiesOf(scene: Scene, moments: number[]): BodyPlan[] {
  const plans: BodyPlan[] = []
  const visit = (actor: Actor, parents: Pose[], above: BodyPlan | 'none' | undefined): void => {
    const poses = worldPoses(actor, parents, moments)
    let plan = above
    // What takes part in nothing may still hold bodies of their own; what is one body holds none.
    if (actor.body?.type === 'none') plan = 'none'
    else if ((!above && actor.kind !== 'group') || (actor.body && typeof above !== 'object')) {
      const type = actor.body?.type ?? (poses.length > 1 ? 'kinematic' : 'fixed')
      plan = { actor: actor.id, type, body: actor.body, poses, pieces: [], wheels: [] }
      plans.push(plan)
    }
    if (actor.kind === 'group') for (const child of actor.children) visit(child, poses, plan)
    else if (typeof plan === 'object') {
      const { parts } = blueprintOf(actor, scene.seed)
      const drives = plan.body?.vehicle !== undefined
      if (drives) plan.wheels.push(...bodyWheels(actor.id, parts, poses[0] as Pose, plan))
      // A vehicle stands on springs, not on the matter of its wheels.
      const solid = drives ? parts.filter(({ turns }) => turns?.by !== 'travel') : parts
      plan.pieces.push(...bodyPieces(actor, solid, poses[0] as Pose, plan))
    }
  }
  for (const actor of scene.actors) visit(actor, [WORLD], undefined)
  return plans.filter(({ pieces, type }) => pieces.length > 0 || type === 'dynamic')
}

function bodyWheels(solid: string, parts: Part[], pose: Pose, { poses }: BodyPlan): BodyWheel[] {
  const frame = { ...(poses[0] as Pose), scale: 1 }
  return wheelsOf(parts).map(({ pivot, radius }) => ({
    at: unplace(place(pivot, pose), frame),
    radius: radius * pose.scale,
    solid,
    pivot,
    scale: pose.scale,
  }))
}

function bodyPieces(
  actor: SolidActor,
  parts: Part[],
  pose: Pose,
  { poses, body: whole }: BodyPlan,
): BodyPiece[] {
  const frame = poses[0] as Pose
  const back = inverse(frame.rotation)
  const turn = multiply(back, pose.rotation)
  return collidingParts(parts).flatMap((part) => {
    const { surface } = Material.parse(part.material)
    const substance = substanceOf(SUBSTANCE_OF_SURFACE[surface], whole, actor.body)
    return piecesOf(part).map(({ form, at, rotation, weightless }): BodyPiece => {
      const world = place(at, pose)
      return {
        form: scaled(form, pose.scale),
        at: rotate(subtract(world, frame.position), back),
        rotation: multiply(turn, rotation),
        substance: weightless ? { ...substance, density: 0 } : substance,
        solid: actor.id,
      }
    })
  })
}

/** By its looks, unless the body or its own part of it says otherwise. */
function substanceOf(looks: keyof typeof SUBSTANCES, ...said: (Body | undefined)[]): Substance {
  const named = said.findLast((body) => body?.material)?.material ?? looks
  const number = (key: keyof Substance) =>
    said.findLast((body) => body?.[key] !== undefined)?.[key] ?? SUBSTANCES[named][key]
  return {
    density: number('density'),
    friction: number('friction'),
    restitution: number('restitution'),
  }
}
