import { Color } from 'three'
import { hexOf, type Scene } from '#scenes'
import { surfaces } from '../surfaces/index.ts'
import { paletteOf } from './palette.ts'

/** Linear light that the ground sends up: its colour under the sun's and the sky's light (Lambert). */
export function groundLight(scene: Scene): Color {
  const { sun, sunlight, lightElevation, zenith, horizon } = paletteOf(scene.world)
  const ground = scene.actors.find((actor) => actor.kind === 'ground')
  const material = ground?.kind === 'ground' ? ground.material : undefined
  const color = new Color(
    material
      ? material.color
        ? hexOf(material.color)
        : surfaces[material.surface].color
      : '#77746c',
  )
  const slant = Math.sin((lightElevation * Math.PI) / 180)
  const arriving = sun
    .clone()
    .multiplyScalar((sunlight * scene.world.sun.strength * slant) / Math.PI)
  arriving.add(zenith.clone().lerp(horizon, 0.4))
  return color.multiply(arriving)
}
