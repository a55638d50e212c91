import type Rapier from '@dimforge/rapier3d-deterministic-compat'
import type { Vec3 } from '../schema/values.ts'
import type { PlayedWorld } from './world.ts'

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
}

/** Steps in which a blow is given: 1/60 s at 240 Hz. */
const BLOW = 4

interface Near {
  pairs: Map<string, [number, number]>
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

  constructor(played: PlayedWorld) {
    this.#played = played
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
    const near = this.#near.get(key) ?? { pairs: new Map(), touch: undefined }
    const pair = `${low} ${high}`
    if (started) {
      near.pairs.set(pair, [low, high])
      this.#near.set(key, near)
      if (!near.touch) this.#asked.add(near)
      return
    }
    near.pairs.delete(pair)
    if (near.pairs.size > 0) return
    if (near.touch) near.touch.end = step
    this.#near.delete(key)
    this.#asked.delete(near)
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
        near.touch = {
          a: a.body,
          b: b.body,
          solids: [a.solid, b.solid],
          begin: step,
          end: Infinity,
          point: [at.x, at.y, at.z],
          normal: [sign * normal.x, sign * normal.y, sign * normal.z],
          impulse,
        }
        this.found.push(near.touch)
      })
    if (near.touch && step - near.touch.begin >= BLOW) this.#asked.delete(near)
  }
}
