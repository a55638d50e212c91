import type Rapier from '@dimforge/rapier3d-deterministic-compat'
import type { Vec3 } from '../schema/values.ts'
import { cross, inverse, rotate, subtract, times } from '../take/pose.ts'
import type { PlayedBody, PlayedWorld } from './world.ts'

/** Two bodies against each other, from the first step in which they push to the step in which they part. */
export interface Touch {
  /** Indices of bodies, and the actors whose shapes met. */
  a: number
  b: number
  solids: [string, string]
  /** Steps. */
  begin: number
  end: number
  /** Metres, world, where and in which direction (from a to b) they met. */
  point: Vec3
  normal: Vec3
  /** Newton seconds in the first moments. */
  impulse: number
  /** Metres per second at which the two closed in when they came near. */
  closing: number
  /** A vehicle on its wheels, or that scrapes with its underside: it is borne, and hits nothing. */
  onWheels?: true
}

/** Steps after the first in which a blow is given: 1/60 s at 240 Hz. */
export const BLOW = 4

/** Cosine of the angle from straight down within which what touches a vehicle touches its underside. */
const UNDERSIDE = 0.7

interface Motion {
  middle: Vec3
  velocity: Vec3
  spin: Vec3
}

interface Near {
  pairs: Map<string, [number, number]>
  /** How the two moved when they came near. */
  motions: [Motion, Motion]
  touch: Touch | undefined
}

/**
 * Listens to the engine: it tells when two bodies come near, and a touch begins when they first push. Only those that
 * are near and have not pushed yet, and fresh touches, are asked for, so that a pile at rest costs nothing.
 */
export class Touches {
  readonly found: Touch[] = []
  readonly #played: PlayedWorld
  readonly #near = new Map<string, Near>()
  readonly #asked = new Set<Near>()
  readonly #held = new Map<number, number>()
  /** By vehicle, what its wheels stand on. */
  readonly #borne = new Map<number, Map<number, Touch>>()

  constructor(played: PlayedWorld) {
    this.#played = played
  }

  /** Whether something pushes a body now. */
  isTouching(body: number): boolean {
    return (this.#held.get(body) ?? 0) > 0
  }

  /** Tells what the wheels of a vehicle stand on at a step. */
  bear(
    vehicle: number,
    bodies: ReadonlyMap<number, Pick<Touch, 'solids' | 'point' | 'normal'>>,
    step: number,
  ): void {
    const known = this.#borne.get(vehicle) ?? new Map<number, Touch>()
    this.#borne.set(vehicle, known)
    for (const [other, touch] of known)
      if (!bodies.has(other)) {
        touch.end = step
        known.delete(other)
      }
    for (const [other, met] of bodies) {
      const touch = known.get(other)
      // Where it stood last is where it may fall from.
      const { point, normal } = vehicle < other ? met : turned(met)
      if (touch) [touch.point, touch.normal] = [point, normal]
      else {
        const borne: Touch = {
          a: Math.min(vehicle, other),
          b: Math.max(vehicle, other),
          ...(vehicle < other ? met : turned(met)),
          begin: step,
          end: Infinity,
          impulse: 0,
          closing: 0,
          onWheels: true,
        }
        known.set(other, borne)
        this.found.push(borne)
      }
    }
  }

  listen(queue: Rapier.EventQueue, step: number): void {
    queue.drainCollisionEvents((one, two, started) => this.#hear(one, two, started, step))
    for (const near of this.#asked) this.#ask(near, step)
  }

  #hear(one: number, two: number, started: boolean, step: number): void {
    const [a, b] = [this.#played.owners.get(one), this.#played.owners.get(two)]
    if (!a || !b || a.body === b.body) return
    const [low, high] = a.body < b.body ? [one, two] : [two, one]
    const key = `${Math.min(a.body, b.body)} ${Math.max(a.body, b.body)}`
    const near = this.#near.get(key) ?? this.#approach(a.body, b.body)
    const pair = `${low} ${high}`
    if (started) {
      near.pairs.set(pair, [low, high])
      this.#near.set(key, near)
      if (!near.touch) this.#asked.add(near)
      return
    }
    near.pairs.delete(pair)
    if (near.pairs.size > 0) return
    if (near.touch) {
      near.touch.end = step
      this.#hold(near.touch, -1)
    }
    this.#near.delete(key)
    this.#asked.delete(near)
  }

  #hold({ a, b }: Touch, by: 1 | -1): void {
    for (const body of [a, b]) this.#held.set(body, (this.#held.get(body) ?? 0) + by)
  }

  #approach(one: number, two: number): Near {
    const motions = [Math.min(one, two), Math.max(one, two)].map((index): Motion => {
      const { rigid } = this.#played.bodies[index] as PlayedBody
      const [p, v, w] = [rigid.worldCom(), rigid.linvel(), rigid.angvel()]
      return { middle: [p.x, p.y, p.z], velocity: [v.x, v.y, v.z], spin: [w.x, w.y, w.z] }
    }) as [Motion, Motion]
    return { pairs: new Map(), motions, touch: undefined }
  }

  /** What the engine knows of the pairs that are near: where they push, and how hard. */
  #ask(near: Near, step: number): void {
    const { world, owners } = this.#played
    for (const [low, high] of near.pairs.values())
      world.contactPair(world.getCollider(low), world.getCollider(high), (manifold, flipped) => {
        let strongest = -1
        let impulse = 0
        for (let i = 0; i < manifold.numContacts(); i++) {
          const push = manifold.contactImpulse(i)
          impulse += push
          if (push > 0 && (strongest < 0 || push > manifold.contactImpulse(strongest)))
            strongest = i
        }
        if (impulse <= 0) return
        if (near.touch) {
          near.touch.impulse += impulse
          return
        }
        const at = manifold.solverContactPoint(
          Math.min(strongest, manifold.numSolverContacts() - 1),
        )
        const normal = manifold.normal()
        const [a, b] = [owners.get(low), owners.get(high)]
        if (!at || !a || !b) return
        const sign = flipped ? -1 : 1
        const point: Vec3 = [at.x, at.y, at.z]
        const along: Vec3 = [sign * normal.x, sign * normal.y, sign * normal.z]
        const [va, vb] = near.motions.map((motion) => speedAt(motion, point, along)) as [
          number,
          number,
        ]
        near.touch = {
          a: a.body,
          b: b.body,
          solids: [a.solid, b.solid],
          begin: step,
          end: Infinity,
          point,
          normal: along,
          impulse,
          // When they came near and pushed in one step they part already, no faster than they met.
          closing: Math.abs(va - vb),
          ...((this.#isBelow(a.body, along) || this.#isBelow(b.body, times(along, -1))) && {
            onWheels: true,
          }),
        }
        this.found.push(near.touch)
        this.#hold(near.touch, 1)
      })
    if (near.touch && step - near.touch.begin >= BLOW) this.#asked.delete(near)
  }

  /** Whether a direction from a body leads out of the underside of a vehicle. */
  #isBelow(index: number, way: Vec3): boolean {
    const { rigid, vehicle } = this.#played.bodies[index] as PlayedBody
    if (!vehicle) return false
    const { x, y, z, w } = rigid.rotation()
    const [, down] = rotate(way, inverse([x, y, z, w]))
    return down < -UNDERSIDE
  }
}

function turned<T extends Pick<Touch, 'solids' | 'normal'>>(met: T): T {
  const [mine, its] = met.solids
  return { ...met, solids: [its, mine], normal: times(met.normal, -1) }
}

/** Speed of the point of a body that is at a place, along a direction. */
function speedAt({ middle, velocity, spin }: Motion, point: Vec3, along: Vec3): number {
  const turning = cross(spin, subtract(point, middle))
  return [0, 1, 2].reduce(
    (sum, k) => sum + ((velocity[k] as number) + (turning[k] as number)) * (along[k] as number),
    0,
  )
}
