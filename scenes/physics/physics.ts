import type { Actor } from '../actors/index.ts'
import type { Scene } from '../schema/scene.ts'
import type { Vec3 } from '../schema/values.ts'
import type { Pose } from '../take/take.ts'

/** What happens between bodies, or to one; actors are those that carry shape, groups as one where they are one body. */
export interface PhysicsEvent {
  /** Seconds, to the step. */
  t: number
  kind:
    | 'contact'
    | 'bounce'
    | 'slide'
    | 'roll'
    | 'rest'
    | 'topples'
    | 'falls-off'
    | 'loses-support'
    | 'breaks-off'
  actor: string
  other?: string
  /** Metres, world. */
  point?: Vec3
  /** Newton seconds. */
  impulse?: number
  /** When it is over, of what takes time, seconds. */
  until?: number
}

/** How the bodies of a scene moved. */
export interface Simulation {
  /** World poses at every frame of every dynamic body, by actor. */
  poses: Map<string, Pose[]>
  events: PhysicsEvent[]
}

/** Plays the bodies of a scene; `physicsFor` brings one. */
export interface Physics {
  simulate(scene: Scene): Simulation
}

/** Whether anything in the scene falls or is pushed. */
export function hasBodies(scene: Pick<Scene, 'actors'>): boolean {
  const moves = (actor: Actor): boolean =>
    actor.body?.type === 'dynamic' || (actor.kind === 'group' && actor.children.some(moves))
  return scene.actors.some(moves)
}

/** A set-up that cannot be: a body faster than its limit, or lost. */
export class PhysicsError extends Error {
  readonly remedy: string

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'PhysicsError'
    this.remedy = remedy
  }
}
