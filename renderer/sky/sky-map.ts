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
import type { World } from '#scenes'
import { cloudLayer } from './clouds.ts'
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
  const sun = directionOf(world.sun.azimuth, world.sun.elevation)
  const clouds = kind === 'cloudy' || kind === 'overcast' ? cloudLayer(kind, sun) : undefined
  const moon = world.moon && directionOf(world.moon.azimuth, world.moon.elevation)
  const shady = whitened(horizon, 0.7).map((light) => light * 0.82) as Rgb
  const bright = whitened(sunny, 0.75).map((light) => light * sunlight * 0.78) as Rgb
  const around = Array.from({ length: width }, (_, column) => {
    const longitude = ((column + 0.5) / width - 0.5) * 2 * Math.PI
    return { x: Math.cos(longitude), z: Math.sin(longitude) }
  })
  const beneath = bounce.map(DataUtils.toHalfFloat)
  const data = new Uint16Array(width * height * 4).fill(DataUtils.toHalfFloat(1))
  for (let row = 0, i = 0; row < height; row++) {
    const latitude = ((row + 0.5) / height - 0.5) * Math.PI
    const [y, level] = [Math.sin(latitude), Math.cos(latitude)]
    const up = Math.max(y, 0)
    const rise = 1 - (1 - up) ** 3.2
    const low = (1 - up) ** 4
    const below = Math.min(Math.max(-y / 0.03, 0), 1)
    // Most of the lower half is one colour.
    if (below === 1) {
      for (let column = 0; column < width; column++, i += 4) data.set(beneath, i)
      continue
    }
    for (const direction of around) {
      const [x, z] = [direction.x * level, direction.z * level]
      const toSun = x * sun[0] + y * sun[1] + z * sun[2]
      const glow = toSun > 0 ? toSun ** 6 * low : 0
      const disc = kind === 'clear' && toSun > 0.98 ? toSun ** 900 * 3 * sunlight : 0
      const toMoon = moon ? x * moon[0] + y * moon[1] + z * moon[2] : 0
      const halo = world.moon && toMoon > 0.8 ? haloOf(toMoon) * world.moon.strength : 0
      const cloud = clouds?.(x, y, z)
      for (let k = 0; k < 3; k++) {
        let light = horizon[k] + (zenith[k] - horizon[k]) * rise
        light += (glowing[k] - light) * glow + disc * sunny[k]
        light += halo * MOONLIGHT[k]
        if (cloud)
          light +=
            (shady[k] + bright[k] * (cloud.lit + 0.12 * Math.max(toSun, 0)) - light) * cloud.cover
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

const MOONLIGHT: Rgb = [0.62, 0.74, 1]

/** Light around the moon, by the cosine of the angle from it: a bright rim of about 3 degrees in a wide glow. */
function haloOf(cosine: number): number {
  return 0.14 * cosine ** 900 + 0.035 * cosine ** 60
}

/** A colour's light nearer to white by a share: droplets scatter all colours alike. */
function whitened([r, g, b]: Rgb, share: number): Rgb {
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return [r + (light - r) * share, g + (light - g) * share, b + (light - b) * share]
}
