import type Rapier from '@dimforge/rapier3d-deterministic-compat'
import type { Physics } from '../schema/physics.ts'
import type { Vec3 } from '../schema/values.ts'
import type { Vehicle } from '../schema/vehicle.ts'
import { middle } from '../shape/bounds.ts'
import type { WheelTrack } from '../take/take.ts'
import type { BodyWheel } from './bodies.ts'
import { PhysicsError } from './physics.ts'
import { vector } from './rapier.ts'
import type { Touches } from './touches.ts'
import type { PlayedBody, PlayedWorld } from './world.ts'

/** Kilograms for each cubic metre of the box around it: a car of 1.3 t fills 11. */
const DENSITY = 120
/** Heights over the radius of a wheel: of the centre of mass above the road, and of the springs' upper ends above the axle. */
const CENTRE = 1.5
const SPRING = 1
/** How far the springs are pressed in at rest, over that radius, and how far at most, over that. */
const SAG = 0.33
const TRAVEL = 2
/** What a wheel that rolls freely is held back by, over what it bears. */
const ROLLING = 0.012
/** What is lighter than this share of a vehicle is run over or pushed away by its underside, and bears no wheel. */
const LIGHT = 0.05
/** What is lost in a blow when the scene does not tell: sheet metal crumples. */
export const CRUMPLE = 0.15

type Controller = Rapier.DynamicRayCastVehicleController

/** Weight and springs of a vehicle, before its first step. Its matter is a box of even weight, low over its wheels. */
export function setUpVehicle(
  world: Rapier.World,
  { actor, wheels }: PlayedBody['plan'],
  { mass, sag, damping }: Vehicle,
  { rigid, bounds }: Pick<PlayedBody, 'rigid' | 'bounds'>,
  gravity: number,
): Controller {
  const sides = new Set(wheels.map(({ at: [x] }) => Math.sign(x - middle(bounds)[0])))
  if (wheels.length < 3 || sides.size < 2)
    throw new PhysicsError(
      `${actor} cannot be a vehicle: it has no wheels on both sides.`,
      'Give `body.vehicle` to a car or toy-car, or to a group with one in it.',
    )
  const size = [0, 1, 2].map((k) => (bounds.max[k] as number) - (bounds.min[k] as number)) as Vec3
  const kilograms = mass ?? DENSITY * size[0] * size[1] * size[2]
  const radius = mean(wheels.map((wheel) => wheel.radius))
  const [x, y, z] = [0, 1, 2].map((k) => mean(wheels.map(({ at }) => at[k] as number))) as Vec3
  const inertia = (a: number, b: number) => (kilograms * (a * a + b * b)) / 12
  rigid.setAdditionalMassProperties(
    kilograms,
    { x, y: y + (CENTRE - 1) * radius, z },
    {
      x: inertia(size[1], size[2]),
      y: inertia(size[0], size[2]),
      z: inertia(size[0], size[1]),
    },
    { x: 0, y: 0, z: 0, w: 1 },
    true,
  )
  const controller = world.createVehicleController(rigid)
  const pressed = sag ?? SAG * radius
  // Per kilogram of the whole, as the engine wants it.
  const stiffness = gravity / pressed / wheels.length
  const loss = (2 * damping * Math.sqrt(gravity / pressed)) / wheels.length
  wheels.forEach((wheel, i) => {
    const top: Vec3 = [wheel.at[0], wheel.at[1] + SPRING * wheel.radius, wheel.at[2]]
    controller.addWheel(
      vector(top),
      { x: 0, y: -1, z: 0 },
      { x: -1, y: 0, z: 0 },
      SPRING * wheel.radius + pressed,
      wheel.radius,
    )
    controller.setWheelSuspensionStiffness(i, stiffness)
    controller.setWheelSuspensionCompression(i, loss)
    controller.setWheelSuspensionRelaxation(i, loss)
    controller.setWheelMaxSuspensionTravel(i, TRAVEL * pressed)
    controller.setWheelMaxSuspensionForce(i, 1e9)
  })
  return controller
}

/** Drives a vehicle, and keeps how its wheels turned. */
export class Driven {
  readonly wheels: Map<string, WheelTrack[]> = new Map()
  readonly #body: PlayedBody
  readonly #index: number
  readonly #spec: Vehicle
  readonly #controller: Controller
  readonly #played: PlayedWorld
  readonly #tracks: WheelTrack[]
  /** Colliders of what is too light to bear a wheel. */
  readonly #light: ReadonlySet<number>

  constructor(played: PlayedWorld, index: number, spec: Vehicle, controller: Controller) {
    this.#played = played
    this.#index = index
    this.#body = played.bodies[index] as PlayedBody
    const inOrder = <T extends { t: number }>(keys: T[]) => keys.toSorted((a, b) => a.t - b.t)
    const { drive, brake, steer } = spec
    this.#spec = {
      ...spec,
      drive: inOrder(drive),
      brake: inOrder(brake),
      steer: inOrder(steer),
    }
    this.#controller = controller
    const least = LIGHT * this.#body.rigid.mass()
    this.#light = new Set(
      [...played.owners].flatMap(([handle, { body }]) => {
        const { plan, rigid } = played.bodies[body] as PlayedBody
        return plan.type === 'dynamic' && rigid.mass() < least ? [handle] : []
      }),
    )
    this.#tracks = this.#body.plan.wheels.map(({ solid, pivot }) => {
      const track: WheelTrack = { pivot, spin: [], steer: [], rise: [] }
      this.wheels.set(solid, [...(this.wheels.get(solid) ?? []), track])
      return track
    })
  }

  /** Sets its wheels for one step: what the tyres bear of drive, brake and turn. */
  before(seconds: number, dt: number): void {
    const { rigid, plan } = this.#body
    if (!rigid.isDynamic() || rigid.isSleeping()) return
    const { drive, brake, steer, grip } = this.#spec
    const [force, held, angle] = [
      valueAt(drive, 'force', seconds),
      valueAt(brake, 'force', seconds),
      valueAt(steer, 'angle', seconds),
    ]
    const driven = plan.wheels.filter((wheel) => this.#isDriven(wheel)).length
    plan.wheels.forEach((wheel, i) => {
      const controller = this.#controller
      const ground = controller.wheelIsInContact(i) ? controller.wheelGroundObject(i) : null
      const friction = Math.sqrt(grip) * (ground?.friction() ?? 0)
      const load = controller.wheelSuspensionForce(i) ?? 0
      const most = friction * load
      const own = held === 0 && this.#isDriven(wheel) ? force / driven : 0
      const rolling = force === 0 ? ROLLING * load : 0
      controller.setWheelFrictionSlip(i, friction)
      controller.setWheelEngineForce(i, Math.min(most, Math.max(-most, own)))
      // The engine takes a brake as what it may take away in a step.
      const slowed = Math.min(most, Math.max(held / plan.wheels.length, rolling))
      controller.setWheelBrake(i, slowed * dt)
      controller.setWheelSteering(i, this.#turnOf(wheel, angle))
    })
    this.#controller.updateVehicle(
      dt,
      undefined,
      undefined,
      ({ handle }) => !this.#light.has(handle),
    )
    this.#press(dt)
  }

  /** Tells what bears its wheels now. */
  after(touches: Touches, step: number): void {
    const found = new Map<number, { solids: [string, string]; point: Vec3; normal: Vec3 }>()
    this.#body.plan.wheels.forEach(({ solid }, i) => {
      const controller = this.#controller
      if (!this.#body.rigid.isDynamic() || !controller.wheelIsInContact(i)) return
      const owner = this.#played.owners.get(controller.wheelGroundObject(i)?.handle ?? -1)
      const [at, up] = [controller.wheelContactPoint(i), controller.wheelContactNormal(i)]
      if (!owner || !at || !up) return
      found.set(owner.body, {
        solids: [solid, owner.solid],
        point: [at.x, at.y, at.z],
        normal: [-up.x, -up.y, -up.z],
      })
    })
    touches.bear(this.#index, found, step)
  }

  /** Keeps a frame. */
  sample(): void {
    this.#body.plan.wheels.forEach(({ radius, scale }, i) => {
      const { spin, steer, rise } = this.#tracks[i] as WheelTrack
      const controller = this.#controller
      const length = controller.wheelSuspensionLength(i) ?? 0
      // Before the first step the engine has not looked at them.
      const isNew = spin.length === 0
      spin.push(degrees(controller.wheelRotation(i) ?? 0))
      steer.push(degrees(controller.wheelSteering(i) ?? 0))
      rise.push(isNew ? 0 : (SPRING * radius - length) / scale)
    })
  }

  /** What lies under a wheel bears its load. */
  #press(dt: number): void {
    this.#body.plan.wheels.forEach((_, i) => {
      const controller = this.#controller
      const under = controller.wheelIsInContact(i) && controller.wheelGroundObject(i)?.parent()
      const [at, up] = [controller.wheelContactPoint(i), controller.wheelContactNormal(i)]
      if (!under || !under.isDynamic() || !at || !up) return
      const push = -(controller.wheelSuspensionForce(i) ?? 0) * dt
      under.applyImpulseAtPoint({ x: up.x * push, y: up.y * push, z: up.z * push }, at, true)
    })
  }

  #isDriven({ at: [, , z] }: BodyWheel): boolean {
    const { driven } = this.#spec
    const [rear, front] = this.#axles()
    return driven === 'all' || (driven === 'rear') === z - rear < front - z
  }

  /** Radians: those of the foremost axle turn about one point on the line of the rearmost (Ackermann). */
  #turnOf({ at: [x, , z] }: BodyWheel, angle: number): number {
    const [rear, front] = this.#axles()
    if (angle === 0 || Math.abs(z - front) > 0.1 * (front - rear)) return 0
    const base = front - rear
    const radius = base / Math.tan((angle * Math.PI) / 180)
    const off = x - mean(this.#body.plan.wheels.map(({ at }) => at[0]))
    return Math.atan(base / (radius - off))
  }

  #axles(): [number, number] {
    const places = this.#body.plan.wheels.map(({ at: [, , z] }) => z)
    return [Math.min(...places), Math.max(...places)]
  }
}

/** The vehicles of a scene. */
export function drivenOf(played: PlayedWorld): Driven[] {
  return played.bodies.flatMap(({ plan: { body }, vehicle }, i) =>
    vehicle && body?.vehicle ? [new Driven(played, i, body.vehicle, vehicle)] : [],
  )
}

/** Metres per second per second that springs are made for; in a world without weight, the earth's. */
export function weightOf({ gravity }: Physics): number {
  return Math.hypot(...gravity) || 9.81
}

function valueAt<K extends string>(
  keys: readonly ({ t: number } & Record<K, number>)[],
  name: K,
  seconds: number,
): number {
  const next = keys.findIndex(({ t }) => t > seconds)
  const [before, after] = [keys.at(next === -1 ? -1 : Math.max(0, next - 1)), keys[next]]
  if (!before) return 0
  if (!after || after.t <= before.t || seconds <= before.t) return before[name]
  return before[name] + ((after[name] - before[name]) * (seconds - before.t)) / (after.t - before.t)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI
}
