import type * as Rapier from '@dimforge/rapier3d-deterministic-compat'
import type { Vec3 } from '../schema/values.ts'

/** The physics engine, WebAssembly and all. */
export type RapierModule = typeof Rapier

export function vector([x, y, z]: Vec3): { x: number; y: number; z: number } {
  return { x, y, z }
}

let loaded: Promise<RapierModule> | undefined

/** Loads the engine once, about 0.15 s; 4 MB that a scene without bodies, and the page, do without. */
export function loadRapier(): Promise<RapierModule> {
  loaded ??= import('@dimforge/rapier3d-deterministic-compat').then(async (rapier) => {
    await rapier.init()
    return rapier
  })
  return loaded
}
