import type { Actor } from '../actors/index.ts'
import type { Scene } from '../schema/scene.ts'
import type { Pose, TakeEvent, WheelTrack } from '../take/take.ts'

/** What happens to bodies; its actors are those that carry shapes, or the group that is one body. */
export type PhysicsEvent = TakeEvent & { kind: Exclude<TakeEvent['kind'], 'starts' | 'stops'> }

/** How the bodies of a scene moved. */
export interface Simulation {
  /** World poses at every frame of every dynamic body, by actor. */
  poses: Map<string, Pose[]>
  /** How the wheels of driven actors turned, by the actor that is drawn with them. */
  wheels: Map<string, WheelTrack[]>
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
