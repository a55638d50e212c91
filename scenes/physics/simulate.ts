import type Rapier from '@dimforge/rapier3d-deterministic-compat'
import { Physics as PhysicsFields } from '../schema/physics.ts'
import type { Scene } from '../schema/scene.ts'
import { isSamePose } from '../take/pose.ts'
import type { Pose } from '../take/take.ts'
import { bodiesOf } from './bodies.ts'
import { Breaks } from './breaks.ts'
import { calm } from './calm.ts'
import { blow, deedsOf } from './forces.ts'
import { joinBodies } from './joints.ts'
import { PhysicsError } from './physics.ts'
import { vector, type RapierModule } from './rapier.ts'
import type { Record } from './record.ts'
import { settled } from './settle.ts'
import { Touches } from './touches.ts'
import { drivenOf } from './vehicle.ts'
import { fallAsleep, radians, worldOf, type PlayedBody, type PlayedWorld } from './world.ts'

/** Steps the bodies of a scene through its clip, once. */
export function simulate(rapier: RapierModule, scene: Scene): Record {
  const { fps, frames } = scene.clip
  const physics = scene.physics ?? PhysicsFields.parse({})
  const steps = Math.ceil(1 / (fps * physics.step) - 1e-9)
  const dt = 1 / (fps * steps)
  const moments = Array.from({ length: (frames - 1) * steps + 1 }, (_, n) => n * dt)
  const plans = bodiesOf(scene, moments)
  const played = worldOf(rapier, plans, physics, dt)
  const queue = new rapier.EventQueue(true)
  try {
    const run = { rapier, scene, physics, steps, dt, queue, played }
    return { fps, frames, steps, gravity: Math.hypot(...physics.gravity), ...play(run) }
  } finally {
    queue.free()
    played.world.free()
  }
}

interface Run {
  rapier: RapierModule
  scene: Scene
  physics: PhysicsFields
  steps: number
  dt: number
  queue: Rapier.EventQueue
  played: PlayedWorld
}

function play(run: Run): Pick<Record, 'bodies' | 'touches' | 'wheels' | 'breaks'> {
  const { rapier, scene, physics, steps, dt, queue, played } = run
  const { world, bodies } = played
  const { fps, frames } = scene.clip
  const stepAt = (seconds: number) => Math.round(seconds / dt)
  const joints = joinBodies(rapier, played, physics.joints)
  const breaks = new Breaks(world, joints, dt)
  const touches = new Touches(played)
  fallAsleep(played, queue)
  touches.listen(queue, 0)
  const vehicles = drivenOf(played)
  const deeds = deedsOf(bodies, physics, stepAt)
  const moving = bodies.filter(({ plan }) => plan.type === 'dynamic')
  const guided = bodies.filter(({ plan }) => plan.poses.length > 1)
  const held = moving.filter(({ plan }) => (plan.body?.from ?? 0) > 0)
  const { wind } = physics
  const tracks = moving.map((): Pose[] => [])

  for (let frame = 0; ; frame++) {
    moving.forEach((body, i) => {
      const poses = tracks[i] as Pose[]
      poses.push(poseOf(body))
      stir(body)
      check(body.plan.actor, poses, fps, physics.maxSpeed)
    })
    for (const vehicle of vehicles) vehicle.sample()
    if (frame === frames - 1) break
    calm(moving, 1 / fps, (body) => touches.isTouching(bodies.indexOf(body)))
    for (let step = frame * steps; step < (frame + 1) * steps; step++) {
      for (const body of held)
        if (stepAt(body.plan.body?.from ?? 0) === step) release(run, body, step)
      for (; deeds[0] && deeds[0].step <= step; deeds.shift()) deeds[0].act()
      for (const body of guided) if (!body.rigid.isDynamic()) guide(run, body, step + 1)
      if (wind && step >= stepAt(wind.from) && step < stepAt(wind.to ?? Infinity))
        blow(moving, wind, dt)
      for (const vehicle of vehicles) vehicle.before(step * dt, dt)
      breaks.before()
      advance(world, queue, step * dt)
      breaks.after(step)
      touches.listen(queue, step + 1)
      for (const vehicle of vehicles) vehicle.after(touches, step + 1)
    }
  }
  return {
    bodies: bodies.map(({ plan, bounds, size, rigid }) => {
      const track = tracks[moving.findIndex((body) => body.plan === plan)]
      const baked = plan.poses.filter((_, n) => n % steps === 0)
      return { plan, bounds, mass: rigid.mass(), poses: track ? settled(track, size) : baked }
    }),
    touches: touches.found,
    wheels: new Map(vehicles.flatMap(({ wheels }) => [...wheels])),
    breaks: breaks.found,
  }
}

/**
 * One step. `World.step` would then look, body by body, for what a torn soft body may have left: 8 % (bowling) to 58 % (marbles)
 * of the time of a template's steps went there, and nothing here is soft.
 * A set-up that is hopeless can make the engine itself give up.
 */
function advance(world: Rapier.World, queue: Rapier.EventQueue, seconds: number): void {
  try {
    world.physicsPipeline.step(
      world.gravity,
      world.integrationParameters,
      world.islands,
      world.broadPhase,
      world.narrowPhase,
      world.bodies,
      world.colliders,
      world.softBodies,
      world.impulseJoints,
      world.multibodyJoints,
      world.ccdSolver,
      queue,
    )
  } catch (cause) {
    throw new PhysicsError(
      `The physics gave up at ${seconds.toFixed(2)} s.`,
      'Look for bodies that start inside each other, and for extreme sizes, densities and speeds.',
      { cause },
    )
  }
}

/** Lets go of a body that was held, with the speed that its group gave it and its own. */
function release({ rapier, dt }: Run, { plan, rigid }: PlayedBody, step: number): void {
  const [a, b] = [step - 1, step].map((n) => plan.poses[Math.min(n, plan.poses.length - 1)] as Pose)
  const own = plan.body?.velocity ?? [0, 0, 0]
  const carried = ([0, 1, 2] as const).map(
    (k) => own[k] + ((b as Pose).position[k] - (a as Pose).position[k]) / dt,
  ) as [number, number, number]
  rigid.setBodyType(rapier.RigidBodyType.Dynamic, true)
  rigid.setLinvel(vector(carried), true)
  rigid.setAngvel(vector(radians(plan.body?.spin ?? [0, 0, 0])), true)
}

/**
 * Takes a body along its motion. Until that begins it is fixed: what sleeps on a body that may move falls through it
 * (Rapier 0.21). Then whatever touches it wakes.
 */
function guide({ rapier, played }: Run, { plan, rigid }: PlayedBody, step: number): void {
  const { poses } = plan
  const pose = poses[Math.min(step, poses.length - 1)] as Pose
  if (rigid.isFixed()) {
    if (isSamePose(pose, poses[0] as Pose)) return
    wakeAround(played, rigid)
    rigid.setBodyType(rapier.RigidBodyType.KinematicPositionBased, true)
  }
  const [x, y, z, w] = pose.rotation
  rigid.setNextKinematicTranslation(vector(pose.position))
  rigid.setNextKinematicRotation({ x, y, z, w })
}

/** Wakes the sleepers against a body. */
function wakeAround({ world, bodies, owners }: PlayedWorld, rigid: Rapier.RigidBody): void {
  for (let i = 0; i < rigid.numColliders(); i++)
    world.contactPairsWith(rigid.collider(i), (other) => {
      const touched = bodies[owners.get(other.handle)?.body ?? -1]?.rigid
      if (touched?.isDynamic()) touched.wakeUp()
    })
}

/** What was asleep and was touched stays awake: the engine would put it back to sleep while it moves slowly. */
function stir({ plan, rigid }: PlayedBody): void {
  if (plan.body?.asleep && !rigid.isSleeping()) rigid.wakeUp()
}

function poseOf({ plan, rigid }: PlayedBody): Pose {
  const [p, q] = [rigid.translation(), rigid.rotation()]
  return {
    position: [p.x, p.y, p.z],
    rotation: [q.x, q.y, q.z, q.w],
    scale: plan.poses[0]?.scale ?? 1,
  }
}

function check(actor: string, poses: Pose[], fps: number, most: number): void {
  const [now, before] = [poses.at(-1) as Pose, poses.at(-2) ?? (poses.at(-1) as Pose)]
  const speed =
    fps * Math.hypot(...([0, 1, 2] as const).map((k) => now.position[k] - before.position[k]))
  const whole = [...now.position, ...now.rotation].every(Number.isFinite)
  if (whole && speed <= most) return
  const when = `at ${((poses.length - 1) / fps).toFixed(2)} s`
  throw new PhysicsError(
    whole
      ? `${actor} is too fast ${when}: ${speed.toFixed(0)} m/s, and \`physics.maxSpeed\` is ${most}.`
      : `${actor} was lost by the physics ${when}: its place is not a number any more.`,
    'Look for bodies that start inside each other, for blows too strong for its mass, and for what falls without end.',
  )
}
