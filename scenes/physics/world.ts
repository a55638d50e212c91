import type Rapier from '@dimforge/rapier3d-deterministic-compat'
import type { Physics } from '../schema/physics.ts'
import type { Vec3 } from '../schema/values.ts'
import { around, type Bounds } from '../shape/bounds.ts'
import { inverse, place, rotate } from '../take/pose.ts'
import type { Pose } from '../take/take.ts'
import type { BodyPiece, BodyPlan } from './bodies.ts'
import { pointsOf } from './forms/stretch.ts'
import { PhysicsError } from './physics.ts'
import { vector, type RapierModule } from './rapier.ts'
import { CRUMPLE, setUpVehicle, weightOf } from './vehicle.ts'

/** A body in the world of the engine. */
export interface PlayedBody {
  plan: BodyPlan
  rigid: Rapier.RigidBody
  /** Largest extent of its pieces, metres. */
  size: number
  /** Mean area that it turns to the wind, square metres. */
  area: number
  /** The box around its pieces, in its own frame, metres. */
  bounds: Bounds
  vehicle?: Rapier.DynamicRayCastVehicleController
}

export interface PlayedWorld {
  world: Rapier.World
  bodies: PlayedBody[]
  /** Which body and which solid a collider belongs to. */
  owners: Map<number, { body: number; solid: string }>
}

/** Builds the engine's world; the caller frees it. */
export function worldOf(
  rapier: RapierModule,
  plans: BodyPlan[],
  physics: Physics,
  step: number,
): PlayedWorld {
  const world = new rapier.World(vector(physics.gravity))
  world.timestep = step
  const owners: PlayedWorld['owners'] = new Map()
  const bodies = plans.map((plan, index): PlayedBody => {
    const rigid = world.createRigidBody(descriptionOf(rapier, plan))
    for (const piece of plan.pieces) {
      const collider = world.createCollider(colliderOf(rapier, piece, plan), rigid)
      owners.set(collider.handle, { body: index, solid: piece.solid })
    }
    const body: PlayedBody = { plan, rigid, ...extentOf(plan.pieces) }
    const spec = plan.type === 'dynamic' ? plan.body?.vehicle : undefined
    return spec
      ? { ...body, vehicle: setUpVehicle(world, plan, spec, body, weightOf(physics)) }
      : body
  })
  const sizes = bodies.filter(({ plan }) => plan.type === 'dynamic').map(({ size }) => size)
  // By the smallest: fractions of a millimetre for things on a table. Not by `lengthUnit`, which would also cap
  // speeds, at 400 of it a second.
  const size = Math.min(1, Math.max(0.02, Math.min(...sizes)))
  const { integrationParameters } = world
  integrationParameters.normalizedAllowedLinearError = 0.005 * size
  integrationParameters.normalizedPredictionDistance = 0.1 * size
  // Twice as stiff as by default: things sink in by a tenth of a millimetre, not by three.
  integrationParameters.contact_natural_frequency = 60
  return { world, bodies, owners }
}

/**
 * Puts to sleep what begins asleep. The engine wakes what it has never stepped, and lets it fall through what it stands
 * on, so a first step goes before, too short to move anything: a microsecond. Wheels find no ground before it either.
 */
export function fallAsleep({ world, bodies }: PlayedWorld, queue: Rapier.EventQueue): void {
  const sleepers = bodies.filter(({ plan }) => plan.type === 'dynamic' && plan.body?.asleep)
  if (sleepers.length === 0 && !bodies.some(({ vehicle }) => vehicle)) return
  const step = world.timestep
  world.timestep = 1e-6
  world.step(queue)
  world.timestep = step
  for (const { rigid } of sleepers) rigid.sleep()
}

function descriptionOf(
  { RigidBodyDesc }: RapierModule,
  { actor, type, body, poses, pieces }: BodyPlan,
): Rapier.RigidBodyDesc {
  const { position, rotation } = poses[0] as Pose
  const held = type === 'dynamic' && (body?.from ?? 0) > 0
  // What is held, or will follow its motion, is fixed until then.
  const description = held || type !== 'dynamic' ? RigidBodyDesc.fixed() : RigidBodyDesc.dynamic()
  const [x, y, z, w] = rotation
  description.setTranslation(...position).setRotation({ x, y, z, w })
  if (type !== 'dynamic' || !body) return description
  if (pieces.length === 0)
    throw new PhysicsError(
      `${actor} cannot be a body: it has no solid that anything could touch.`,
      'Leaves, grass and letters have none: give it `"body": {"type": "none"}` or put it in a group with something solid.',
    )
  description
    .setCcdEnabled(true)
    // A slow pendulum would fall asleep at its turning point.
    .setCanSleep(body.asleep)
    .setLinearDamping(body.linearDamping)
    .setAngularDamping(body.angularDamping)
  if (!held) {
    description.setLinvel(...body.velocity).setAngvel(vector(radians(body.spin)))
  }
  return description
}

function colliderOf(
  rapier: RapierModule,
  { form, at, rotation, substance }: BodyPiece,
  { type, body }: BodyPlan,
): Rapier.ColliderDesc {
  const isVehicle = type === 'dynamic' && body?.vehicle !== undefined
  const restitution = isVehicle ? (body.restitution ?? CRUMPLE) : substance.restitution
  const [x, y, z, w] = rotation
  const description = shapeOf(rapier, form)
    .setTranslation(...at)
    .setRotation({ x, y, z, w })
    .setDensity(isVehicle ? 0 : substance.density)
    // The root of each, multiplied, is the root of the product.
    .setFriction(Math.sqrt(substance.friction))
    .setRestitution(Math.sqrt(restitution))
    .setFrictionCombineRule(rapier.CoefficientCombineRule.Multiply)
    .setRestitutionCombineRule(rapier.CoefficientCombineRule.Multiply)
  return type === 'dynamic'
    ? description.setActiveEvents(rapier.ActiveEvents.COLLISION_EVENTS)
    : description
}

function shapeOf(
  { ColliderDesc, TriMeshFlags }: RapierModule,
  form: BodyPiece['form'],
): Rapier.ColliderDesc {
  switch (form.kind) {
    case 'box':
      return ColliderDesc.cuboid(...form.half)
    case 'ball':
      return ColliderDesc.ball(form.radius)
    case 'cylinder':
    case 'cone':
    case 'capsule':
      return ColliderDesc[form.kind](form.half, form.radius)
    case 'mesh':
      return ColliderDesc.trimesh(
        new Float32Array(form.points.flat()),
        new Uint32Array(form.triangles),
        TriMeshFlags.FIX_INTERNAL_EDGES,
      )
    case 'hull': {
      const hull = ColliderDesc.convexHull(new Float32Array(form.points.flat()))
      if (hull) return hull
      // Too flat for a hull: the box around it.
      const { min, max } = around(form.points)
      const half = ([0, 1, 2] as const).map((k) => Math.max(5e-4, (max[k] - min[k]) / 2)) as Vec3
      return ColliderDesc.cuboid(...half)
    }
  }
}

function extentOf(pieces: BodyPiece[]): Pick<PlayedBody, 'size' | 'area' | 'bounds'> {
  const points = pieces.flatMap(({ form, at, rotation }) =>
    pointsOf(form).map((point): Vec3 => {
      const [x, y, z] = rotate(point, rotation)
      return [x + at[0], y + at[1], z + at[2]]
    }),
  )
  const bounds = around(points)
  const { min, max } = bounds
  const [x, y, z] = [max[0] - min[0], max[1] - min[1], max[2] - min[2]]
  // A convex body shows on average a quarter of its surface (Cauchy).
  return { size: Math.max(x, y, z), area: (x * y + y * z + z * x) / 2, bounds }
}

export function radians(degrees: Vec3): Vec3 {
  return [(degrees[0] * Math.PI) / 180, (degrees[1] * Math.PI) / 180, (degrees[2] * Math.PI) / 180]
}

/** A world point in a body's frame at the start, metres. */
export function anchorOn(plan: BodyPlan | undefined, point: Vec3): Vec3 {
  if (!plan) return point
  const { position, rotation } = plan.poses[0] as Pose
  return place([point[0] - position[0], point[1] - position[1], point[2] - position[2]], {
    position: [0, 0, 0],
    rotation: inverse(rotation),
    scale: 1,
  })
}
