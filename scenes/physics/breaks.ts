import type Rapier from '@dimforge/rapier3d-deterministic-compat'
import type { PlayedJoint } from './joints.ts'
import type { Record } from './record.ts'

/** Steps over which a pull is averaged: a solver's single step says little. */
const WINDOW = 4

interface Watched {
  played: PlayedJoint
  /** Newtons in the last steps. */
  pulls: number[]
  velocity: [number, number, number]
}

/**
 * Breaks joints that are pulled too hard. The engine does not tell what a joint bears, so it is what is left of
 * mass times acceleration when weight and contacts are taken away.
 */
export class Breaks {
  readonly found: Record['breaks'] = []
  readonly #world: Rapier.World
  readonly #dt: number
  #watched: Watched[]

  constructor(world: Rapier.World, joints: readonly PlayedJoint[], dt: number) {
    this.#world = world
    this.#dt = dt
    this.#watched = joints
      .filter(({ joint }) => joint.breakForce !== undefined)
      .map((played) => ({ played, pulls: [], velocity: [0, 0, 0] }))
  }

  before(): void {
    for (const one of this.#watched) {
      const { x, y, z } = one.played.actor.rigid.linvel()
      one.velocity = [x, y, z]
    }
  }

  after(step: number): void {
    this.#watched = this.#watched.filter((one) => {
      const { joint, actor, impulse } = one.played
      one.pulls = [...one.pulls.slice(1 - WINDOW), this.#pullOn(one)]
      const pull = one.pulls.reduce((sum, n) => sum + n, 0) / WINDOW
      if (pull <= (joint.breakForce ?? Infinity)) return true
      const anchor = actor.rigid.worldCom()
      this.#world.removeImpulseJoint(impulse, true)
      this.found.push({
        step: step + 1,
        actor: joint.body,
        ...(joint.base !== undefined && { other: joint.base }),
        point: [anchor.x, anchor.y, anchor.z],
      })
      return false
    })
  }

  #pullOn({ played: { actor }, velocity }: Watched): number {
    const { rigid } = actor
    const world = this.#world
    const mass = rigid.mass()
    const now = rigid.linvel()
    const gravity = world.gravity
    const rest = [
      (mass * (now.x - velocity[0])) / this.#dt - mass * gravity.x,
      (mass * (now.y - velocity[1])) / this.#dt - mass * gravity.y,
      (mass * (now.z - velocity[2])) / this.#dt - mass * gravity.z,
    ] as [number, number, number]
    for (let i = 0; i < rigid.numColliders(); i++) {
      const mine = rigid.collider(i)
      world.contactPairsWith(mine, (other) =>
        world.contactPair(mine, other, (manifold, flipped) => {
          const { x, y, z } = manifold.normal()
          let push = 0
          for (let k = 0; k < manifold.numContacts(); k++) push += manifold.contactImpulse(k)
          // The normal leads from mine to the other, and what pushes me comes from there.
          const force = ((flipped ? -1 : 1) * push) / this.#dt
          rest[0] += x * force
          rest[1] += y * force
          rest[2] += z * force
        }),
      )
    }
    return Math.hypot(...rest)
  }
}
