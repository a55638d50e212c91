import type { Mesh, PerspectiveCamera } from 'three'
import type { CameraTrack } from '#scenes'
import { disposeStance, stanceOf, type Stance } from './stance.ts'

/** How everybody stands at a frame and at those beside it in its shot; undefined where the shot ends or begins. */
export interface Moment {
  now: Stance
  next: Stance | undefined
  before: Stance | undefined
}

/** The stances of the frame that is drawn and of its neighbours, kept for the next one. */
export class Stances {
  readonly #meshes: readonly Mesh[]
  readonly #camera: PerspectiveCamera
  readonly #shots: CameraTrack['shots']
  readonly #place: (frame: number) => void
  readonly #known = new Map<number, Stance>()

  /** @param place puts everybody and the camera where they are at a frame */
  constructor(
    meshes: readonly Mesh[],
    camera: PerspectiveCamera,
    { shots }: CameraTrack,
    place: (frame: number) => void,
  ) {
    this.#meshes = meshes
    this.#camera = camera
    this.#shots = shots
    this.#place = place
  }

  /** Afterwards everybody stands as at this frame. */
  about(frame: number): Moment {
    const shot = this.#shots.find(({ from, to }) => frame >= from && frame < to)
    const inShot = (other: number) => shot && other >= shot.from && other < shot.to
    for (const other of this.#known.keys()) if (Math.abs(other - frame) > 1) this.#forget(other)
    const next = inShot(frame + 1) ? this.#at(frame + 1) : undefined
    const before = inShot(frame - 1) ? this.#at(frame - 1) : undefined
    const now = this.#at(frame)
    this.#place(frame)
    return { now, next, before }
  }

  dispose(): void {
    for (const frame of this.#known.keys()) this.#forget(frame)
  }

  #at(frame: number): Stance {
    const known = this.#known.get(frame)
    if (known) return known
    this.#place(frame)
    const stance = stanceOf(this.#meshes, this.#camera)
    this.#known.set(frame, stance)
    return stance
  }

  #forget(frame: number): void {
    const stance = this.#known.get(frame)
    if (stance) disposeStance(stance)
    this.#known.delete(frame)
  }
}
