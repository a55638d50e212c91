import {
  DataTexture,
  EquirectangularReflectionMapping,
  HalfFloatType,
  DataUtils,
  LinearFilter,
  LinearSRGBColorSpace,
  RepeatWrapping,
  type Color,
} from 'three'
import { fbm3, type World } from '#scenes'
import { paletteOf } from './palette.ts'

/**
 * The sky as an equirectangular picture in linear radiance, computed once per clip; the same picture is
 * seen behind the scene and lights it. The lower half is the ground's own light, for the bounce.
 * A shader sky costs 1.15 x per frame on llvmpipe; this one costs a texture look-up.
 * @param ground linear colour of the light that the ground throws back.
 * @param width pixels around the horizon; half as many from pole to pole.
 */
export function skyMap(world: World, ground: Color, width: number): DataTexture {
  const height = width / 2
  const colors = paletteOf(world)
  const { sunlight } = colors
  const [horizon, zenith, glowing, sunny, bounce] = [
    colors.horizon,
    colors.zenith,
    colors.glow,
    colors.sun,
    ground,
  ].map((color) => color.toArray()) as [Rgb, Rgb, Rgb, Rgb, Rgb]
  const { kind } = world.sky
  const clouds = kind === 'cloudy' || kind === 'overcast' ? kind : undefined
  const sun = directionOf(world.sun.azimuth, world.sun.elevation)
  const around = Array.from({ length: width }, (_, column) => {
    const longitude = ((column + 0.5) / width - 0.5) * 2 * Math.PI
    return { x: Math.cos(longitude), z: Math.sin(longitude) }
  })
  const data = new Uint16Array(width * height * 4).fill(DataUtils.toHalfFloat(1))
  for (let row = 0, i = 0; row < height; row++) {
    const latitude = ((row + 0.5) / height - 0.5) * Math.PI
    const [y, level] = [Math.sin(latitude), Math.cos(latitude)]
    const up = Math.max(y, 0)
    const rise = 1 - (1 - up) ** 3.2
    const low = (1 - up) ** 4
    const below = Math.min(Math.max(-y / 0.03, 0), 1)
    for (const direction of around) {
      const [x, z] = [direction.x * level, direction.z * level]
      const toSun = x * sun[0] + y * sun[1] + z * sun[2]
      const glow = toSun > 0 ? toSun ** 6 * low : 0
      const disc = kind === 'clear' && toSun > 0.98 ? toSun ** 900 * 3 * sunlight : 0
      const cloud = clouds && y > 0.01 ? cover(x, y, z, clouds) : 0
      for (let k = 0; k < 3; k++) {
        let light = horizon[k] + (zenith[k] - horizon[k]) * rise
        light += (glowing[k] - light) * glow + disc * sunny[k]
        light += (cloudLight(horizon[k], sunny[k] * sunlight, toSun) - light) * cloud
        data[i + k] = DataUtils.toHalfFloat(light + (bounce[k] - light) * below)
      }
      i += 4
    }
  }
  const texture = new DataTexture(data, width, height)
  texture.type = HalfFloatType
  texture.colorSpace = LinearSRGBColorSpace
  texture.mapping = EquirectangularReflectionMapping
  texture.minFilter = texture.magFilter = LinearFilter
  texture.wrapS = RepeatWrapping
  texture.needsUpdate = true
  return texture
}

type Rgb = [number, number, number]

/** Unit vector towards a place in the sky: azimuth from +Z towards +X, degrees. */
export function directionOf(azimuth: number, elevation: number): [number, number, number] {
  const [a, e] = [(azimuth * Math.PI) / 180, (elevation * Math.PI) / 180]
  return [Math.sin(a) * Math.cos(e), Math.sin(e), Math.cos(a) * Math.cos(e)]
}

/** 0..1: how much cloud stands there, on a layer seen in perspective. */
function cover(x: number, y: number, z: number, kind: 'cloudy' | 'overcast'): number {
  const [u, v] = [x / (y + 0.12), z / (y + 0.12)]
  const density = 0.5 + 0.5 * fbm3(u * 0.9 + 11, v * 0.9, 4, 77, 5) * 1.6
  const [from, to] = kind === 'overcast' ? [0.2, 0.75] : [0.5, 0.78]
  const share = Math.min(Math.max((density - from) / (to - from), 0), 1)
  return share * share * (3 - 2 * share) * Math.min(1, y * 9)
}

function cloudLight(sky: number, sun: number, toSun: number): number {
  return sky * 0.75 + sun * (0.44 + 0.16 * Math.max(toSun, 0))
}
