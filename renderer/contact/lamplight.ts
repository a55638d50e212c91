import {
  MathUtils,
  PointLight,
  SpotLight,
  Vector3,
  type Color,
  type DirectionalLight,
  type LightProbe,
  type Object3D,
} from 'three'

/** How a lamp lights a place on level ground. */
export interface Lamplight {
  /** Unit vector on the ground, away from the lamp. */
  away: Vector3
  /** Metres that a shadow reaches for each metre of height, from the ground up. */
  lengthOf: (height: number) => number
  /** How much of the place's light is the lamp's, 0..1. */
  share: number
}

/** The lights of a scene as a place on the ground sees them; lamps that cast shadows of their own are told apart. */
export class Lamplights {
  readonly #lamps: (PointLight | SpotLight)[] = []
  readonly #casting: (PointLight | SpotLight)[] = []
  #ambient = 0

  constructor(scene: Object3D) {
    scene.traverse((object) => {
      if (object instanceof PointLight || object instanceof SpotLight)
        (object.castShadow ? this.#casting : this.#lamps).push(object)
      else if ('isLightProbe' in object) this.#ambient += skylight(object as LightProbe)
      else if ('isDirectionalLight' in object) this.#ambient += sunlight(object as DirectionalLight)
    })
  }

  /** How many lamps throw no shadow of their own. */
  get count(): number {
    return this.#lamps.length
  }

  /** What lamps without a shadow of their own give to a place. */
  at(place: Vector3): Lamplight[] {
    if (this.#lamps.length === 0) return []
    const given = this.#lamps.map((lamp) => arriving(lamp, place))
    const others = this.#casting.reduce((sum, lamp) => sum + arriving(lamp, place), this.#ambient)
    const all = given.reduce((sum, light) => sum + light, others)
    return this.#lamps.flatMap((lamp, i) => {
      const share = given[i] / Math.max(all, 1e-9)
      const from = new Vector3().setFromMatrixPosition(lamp.matrixWorld)
      const high = from.y - place.y
      const away = place.clone().sub(from).setY(0)
      const far = away.length()
      if (share < LEAST || far < 1e-3) return []
      const lengthOf = (height: number) => (height * far) / Math.max(high - height, 0.05)
      return [{ away: away.divideScalar(far), lengthOf, share }]
    })
  }
}

/** Of a place's light; less is not seen. */
const LEAST = 0.04

/** Irradiance of level ground by three's own formulas. */
function arriving(lamp: PointLight | SpotLight, place: Vector3): number {
  const toLamp = new Vector3().setFromMatrixPosition(lamp.matrixWorld).sub(place)
  const distance = toLamp.length()
  if (toLamp.y <= 0 || (lamp.distance > 0 && distance >= lamp.distance)) return 0
  const window = lamp.distance > 0 ? (1 - (distance / lamp.distance) ** 4) ** 2 : 1
  const falloff = window / Math.max(distance ** lamp.decay, 0.01)
  return lamp.intensity * grey(lamp.color) * falloff * (toLamp.y / distance) * coneOf(lamp, toLamp)
}

function coneOf(lamp: PointLight | SpotLight, toLamp: Vector3): number {
  if (!(lamp instanceof SpotLight)) return 1
  const back = new Vector3()
    .setFromMatrixPosition(lamp.matrixWorld)
    .sub(new Vector3().setFromMatrixPosition(lamp.target.matrixWorld))
  const cosine = back.dot(toLamp) / (back.length() * toLamp.length())
  return MathUtils.smoothstep(
    cosine,
    Math.cos(lamp.angle),
    Math.cos(lamp.angle * (1 - lamp.penumbra)),
  )
}

/** Of level ground, by three's `shGetIrradianceAt` with the normal upright. */
function skylight({ sh: { coefficients }, intensity }: LightProbe): number {
  const [all, up, , , , , flat, , across] = coefficients.map(greyOf)
  return (
    intensity * Math.max(0.886227 * all + 1.023328 * up - 0.247708 * flat - 0.429043 * across, 0)
  )
}

function sunlight({ position, target, intensity, color }: DirectionalLight): number {
  const toSun = position.clone().sub(target.position).normalize()
  return intensity * grey(color) * Math.max(toSun.y, 0)
}

function grey({ r, g, b }: Color): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function greyOf({ x, y, z }: Vector3): number {
  return 0.2126 * x + 0.7152 * y + 0.0722 * z
}
