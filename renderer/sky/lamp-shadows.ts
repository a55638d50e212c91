import { PointLight, SpotLight, Vector3, type Mesh, type Scene } from 'three'
import { MOVER_LAYER, STILL_LAYER } from './caster-layers.ts'
import { sphereAround } from './sphere-around.ts'

/** The shadows that lamps cast: drawn with the clip's first frame, and again while something moves in their light. */
export class LampShadows {
  readonly #lamps: Lamp[] = []
  readonly #movers: Mesh[]

  /** @param still meshes that neither move nor turn in the whole clip */
  constructor(scene: Scene, still: readonly Mesh[], moving: readonly Mesh[]) {
    this.#movers = moving.filter((mesh) => mesh.castShadow)
    scene.traverse((object) => {
      const isLamp = object instanceof PointLight || object instanceof SpotLight
      if (isLamp && object.castShadow) this.#lamps.push({ light: object, isStirred: false })
    })
    if (this.#lamps.length === 0) return
    for (const mesh of still) mesh.layers.enable(STILL_LAYER)
    for (const mesh of this.#movers) mesh.layers.enable(MOVER_LAYER)
    for (const { light } of this.#lamps) {
      light.shadow.camera.layers.set(STILL_LAYER)
      light.shadow.camera.layers.enable(MOVER_LAYER)
      light.shadow.autoUpdate = false
    }
    this.renew()
    this.follow()
  }

  /** Called before each draw, when everyone stands where they shall. */
  follow(): void {
    if (this.#lamps.length === 0) return
    const movers = this.#movers.map(sphereAround)
    for (const lamp of this.#lamps) {
      const { light, isStirred } = lamp
      const from = new Vector3().setFromMatrixPosition(light.matrixWorld)
      lamp.isStirred = movers.some(
        ({ center, radius }) =>
          light.distance === 0 || center.distanceTo(from) < light.distance + radius,
      )
      // What has just left the light must leave the shadow.
      if (lamp.isStirred || isStirred) light.shadow.needsUpdate = true
    }
  }

  /** Has them drawn anew with the next frame. */
  renew(): void {
    for (const { light } of this.#lamps) light.shadow.needsUpdate = true
  }

  dispose(): void {
    for (const { light } of this.#lamps) light.shadow.dispose()
  }
}

interface Lamp {
  light: PointLight | SpotLight
  /** Something moved in its light when the last frame was drawn. */
  isStirred: boolean
}
