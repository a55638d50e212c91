import { PointLight, SpotLight, type Mesh, type Scene } from 'three'
import { STILL_LAYER } from './caster-layers.ts'

/**
 * The shadows that lamps cast, of what stands still: drawn with the clip's first frame, and again only while somebody
 * is missing. Movers cast none: a lamp looks to six sides, and each would be drawn anew with every frame.
 */
export class LampShadows {
  readonly #lamps: (PointLight | SpotLight)[] = []

  /** @param still meshes that neither move nor turn in the whole clip */
  constructor(scene: Scene, still: readonly Mesh[]) {
    for (const mesh of still) mesh.layers.enable(STILL_LAYER)
    scene.traverse((object) => {
      const isLamp = object instanceof PointLight || object instanceof SpotLight
      if (isLamp && object.castShadow) this.#lamps.push(object)
    })
    for (const { shadow } of this.#lamps) {
      shadow.camera.layers.set(STILL_LAYER)
      shadow.autoUpdate = false
    }
    this.renew()
  }

  /** Has them drawn anew with the next frame. */
  renew(): void {
    for (const { shadow } of this.#lamps) shadow.needsUpdate = true
  }

  dispose(): void {
    for (const { shadow } of this.#lamps) shadow.dispose()
  }
}
