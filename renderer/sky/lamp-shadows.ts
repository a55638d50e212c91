import {
  MeshDistanceMaterial,
  PointLight,
  SkinnedMesh,
  SpotLight,
  Vector3,
  type Mesh,
  type Scene,
  type Sphere,
} from 'three'
import { MOVER_LAYER, NOBODY_LAYER, STILL_LAYER } from './caster-layers.ts'
import { sphereAround } from './sphere-around.ts'

/**
 * The shadows that lamps cast: drawn with the clip's first frame, and again while something moves in their light; of
 * what shines all around, only the sides where it moves (the campfire's of the night cost 30 % of a frame with all six).
 */
export class LampShadows {
  readonly #lamps: Lamp[] = []
  readonly #movers: Mesh[]

  /** @param still meshes that neither move nor turn in the whole clip */
  constructor(scene: Scene, still: readonly Mesh[], moving: readonly Mesh[]) {
    this.#movers = moving.filter((mesh) => mesh.castShadow)
    scene.traverse((object) => {
      const isLamp = object instanceof PointLight || object instanceof SpotLight
      if (isLamp && object.castShadow) this.#lamps.push({ light: object, stirred: NONE, due: ALL })
    })
    if (this.#lamps.length === 0) return
    for (const mesh of [...still, ...moving])
      mesh.customDistanceMaterial = mesh instanceof SkinnedMesh ? DISTANCE_OF_SKIN : DISTANCE
    for (const mesh of still) mesh.layers.enable(STILL_LAYER)
    for (const mesh of this.#movers) mesh.layers.enable(MOVER_LAYER)
    for (const { light } of this.#lamps) {
      light.shadow.camera.layers.set(STILL_LAYER)
      light.shadow.camera.layers.enable(MOVER_LAYER)
      light.shadow.autoUpdate = false
    }
    for (const lamp of this.#lamps) if (lamp.light instanceof PointLight) drawSidesOf(lamp)
    this.renew()
    this.follow()
  }

  /** Called before each draw, when everyone stands where they shall. */
  follow(): void {
    if (this.#lamps.length === 0) return
    const movers = this.#movers.map(sphereAround)
    for (const lamp of this.#lamps) {
      const { light, stirred } = lamp
      lamp.stirred = sidesLit(light, movers)
      // What has just left the light must leave the shadow; sides still to be drawn stay so.
      const waiting = light.shadow.needsUpdate ? lamp.due : NONE
      lamp.due = waiting | lamp.stirred | stirred
      if (lamp.due !== NONE) light.shadow.needsUpdate = true
    }
  }

  /** Has them drawn anew with the next frame. */
  renew(): void {
    for (const lamp of this.#lamps) {
      lamp.due = ALL
      lamp.light.shadow.needsUpdate = true
    }
  }

  dispose(): void {
    for (const { light } of this.#lamps) light.shadow.dispose()
  }
}

/** Depth alone is looked up; three's own writes a distance as a colour as well. */
const [DISTANCE, DISTANCE_OF_SKIN] = [distanceOnly(), distanceOnly()]

function distanceOnly(): MeshDistanceMaterial {
  const material = new MeshDistanceMaterial()
  material.colorWrite = false
  return material
}

interface Lamp {
  light: PointLight | SpotLight
  /** The sides on which something moved when the last frame was drawn. */
  stirred: Sides
  /** The sides that the next frame draws. */
  due: Sides
}

/** Sides of a cube map, a bit each, in three's order: +x, -x, +y, -y, +z, -z. */
type Sides = number

const [NONE, ALL] = [0, 0b111111]

/** Where these are in a lamp's light; all sides of a light that has but one. */
function sidesLit(light: PointLight | SpotLight, movers: readonly Sphere[]): Sides {
  const from = new Vector3().setFromMatrixPosition(light.matrixWorld)
  return movers.reduce((sides, { center, radius }) => {
    const away = center.clone().sub(from)
    if (light.distance !== 0 && away.length() >= light.distance + radius) return sides
    return sides | (light instanceof PointLight ? sidesTouched(away, radius) : ALL)
  }, NONE)
}

/** Which sides of a cube around the origin a sphere is seen through. */
function sidesTouched({ x, y, z }: Vector3, radius: number): Sides {
  // A side's edges lie in planes at 45 degrees; a few texels of its neighbours are looked up with it.
  const slack = Math.SQRT2 * radius + 0.02
  return [x, -x, y, -y, z, -z].reduce((sides, ahead, side) => {
    const others = [x, y, z].filter((_, axis) => axis !== side >> 1)
    return others.every((across) => Math.abs(across) <= ahead + slack) ? sides | (1 << side) : sides
  }, NONE)
}

/** three clears and draws all six sides; it asks for the camera of each just before. */
function drawSidesOf(lamp: Lamp): void {
  const { shadow } = lamp.light
  shadow.getCamera = (side?: number) => {
    const isDue = side === undefined || (lamp.due & (1 << side)) !== 0
    const { map, camera } = shadow
    const { layers } = camera
    layers.set(isDue ? STILL_LAYER : NOBODY_LAYER)
    if (isDue) layers.enable(MOVER_LAYER)
    if (map) {
      map.scissorTest = true
      map.scissor.set(0, 0, isDue ? map.width : 0, isDue ? map.height : 0)
    }
    return camera
  }
}
