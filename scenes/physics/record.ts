import type { Bounds } from '../shape/bounds.ts'
import type { Pose } from '../take/take.ts'
import type { BodyPlan } from './bodies.ts'
import type { Simulation } from './physics.ts'
import type { Touch } from './touches.ts'

/** All that is known when the simulation is over: what events are read from. */
export interface Record {
  fps: number
  frames: number
  /** Steps per frame. */
  steps: number
  /** Metres per second per second, wherever it pulls. */
  gravity: number
  bodies: RecordedBody[]
  touches: Touch[]
  wheels: Simulation['wheels']
  /** Joints that gave way. */
  breaks: { step: number; actor: string; other?: string; point: [number, number, number] }[]
}

export interface RecordedBody {
  plan: BodyPlan
  /** The box around its pieces, in its own frame, metres. */
  bounds: Bounds
  /** Kilograms; nothing of what does not give way. */
  mass: number
  /** World poses at every frame; a single one of what never moves. */
  poses: Pose[]
}
