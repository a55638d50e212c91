import type Rapier from '@dimforge/rapier3d-deterministic-compat'
import type { Joint } from '../schema/physics.ts'
import type { Vec3 } from '../schema/values.ts'
import { cross, inverse, multiply } from '../take/pose.ts'
import type { Quaternion } from '../take/take.ts'
import { vector, type RapierModule } from './rapier.ts'
import { anchorOn, type PlayedBody, type PlayedWorld } from './world.ts'

/** A joint in the world of the engine. */
export interface PlayedJoint {
  joint: Joint
  actor: PlayedBody
  other: PlayedBody | undefined
  impulse: Rapier.ImpulseJoint
}

export function joinBodies(
  rapier: RapierModule,
  { world, bodies }: PlayedWorld,
  joints: readonly Joint[],
): PlayedJoint[] {
  const find = (id: string) => bodies.find(({ plan }) => plan.actor === id)
  const ground = joints.some(({ base }) => base === undefined)
    ? world.createRigidBody(rapier.RigidBodyDesc.fixed())
    : undefined
  return joints.flatMap((joint) => {
    const actor = find(joint.body)
    const other = joint.base === undefined ? undefined : find(joint.base)
    const base = other?.rigid ?? ground
    if (!actor || !base) return []
    const impulse = world.createImpulseJoint(
      dataOf(rapier, joint, actor, other),
      base,
      actor.rigid,
      false,
    )
    impulse.setContactsEnabled(joint.collide)
    if (joint.kind === 'hinge') setHinge(rapier, joint, impulse, actor, other)
    return [{ joint, actor, other, impulse }]
  })
}

function dataOf(
  { JointData }: RapierModule,
  joint: Joint,
  actor: PlayedBody,
  other: PlayedBody | undefined,
): Rapier.JointData {
  const start = actor.plan.poses[0]?.position ?? [0, 0, 0]
  const at = joint.at ?? start
  const mine = vector(anchorOn(actor.plan, at))
  const its = (point: Vec3) => vector(anchorOn(other?.plan, point))
  switch (joint.kind) {
    case 'hinge':
      return JointData.revolute(its(joint.at), mine, { x: 1, y: 0, z: 0 })
    case 'ball':
      return JointData.spherical(its(joint.at), mine)
    case 'fixed':
      return JointData.fixed(its(at), turnedTo(other), mine, turnedTo(actor))
    case 'rope':
      return JointData.rope(joint.length ?? apart(joint.at, joint.to), its(joint.to), mine)
    case 'spring': {
      const length = joint.length ?? apart(joint.at, joint.to)
      return JointData.spring(length, joint.stiffness, joint.damping, its(joint.to), mine)
    }
  }
}

/** Frames whose X is the hinge's line and which agree at the start: limits and motor count from there. */
function setHinge(
  { MotorModel }: RapierModule,
  { axis, limits, motor }: Extract<Joint, { kind: 'hinge' }>,
  impulse: Rapier.ImpulseJoint,
  actor: PlayedBody,
  other: PlayedBody | undefined,
): void {
  const frame = along(axis)
  impulse.setFrameX1(quaternion(multiply(backOf(other), frame)))
  impulse.setFrameX2(quaternion(multiply(backOf(actor), frame)))
  // A revolute joint is one about a single axis.
  const hinge = impulse as Rapier.UnitImpulseJoint
  if (limits) hinge.setLimits((limits[0] * Math.PI) / 180, (limits[1] * Math.PI) / 180)
  if (!motor) return
  hinge.configureMotorModel(MotorModel.AccelerationBased)
  hinge.configureMotorVelocity((motor.speed * Math.PI) / 180, 100)
  hinge.setMotorMaxForce(motor.strength)
}

function turnedTo(body: PlayedBody | undefined): Rapier.Rotation {
  return quaternion(backOf(body))
}

/** From the world into the body's frame at the start. */
function backOf(body: PlayedBody | undefined): Quaternion {
  return inverse(body?.plan.poses[0]?.rotation ?? [0, 0, 0, 1])
}

/** What turns +X onto a direction. */
function along(axis: Vec3): Quaternion {
  const length = Math.hypot(...axis) || 1
  const [x, y, z] = [axis[0] / length, axis[1] / length, axis[2] / length]
  if (x < -0.999999) return [0, 1, 0, 0]
  const [a, b, c] = cross([1, 0, 0], [x, y, z])
  const size = Math.hypot(a, b, c, 1 + x)
  return [a / size, b / size, c / size, (1 + x) / size]
}

function quaternion([x, y, z, w]: Quaternion): Rapier.Rotation {
  return { x, y, z, w }
}

function apart(a: Vec3, b: Vec3): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
