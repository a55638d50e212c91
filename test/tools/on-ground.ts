import { blueprintOf, boundsOf, type KindName, type Scene } from '#scenes'
import { actorOf, shotsOf } from '../kinds.ts'

/** Degrees from the front towards the left of a thing, and above the ground. */
export type View = readonly [turn: number, up: number]

const FOV = 24
/** How far off the camera is: the thing's longest diagonal takes this much less than the picture's height. */
const ROOM = 1.12

/** A thing on a neutral ground in the sun, a frame for each view. @param size pixels of the square picture */
export function onGround(kind: KindName, views: readonly View[], size: number): Scene {
  const thing = actorOf(kind, 'thing')
  const { min, max } = boundsOf(blueprintOf(thing, 0).parts)
  const across = Math.hypot(...max.map((edge, k) => edge - (min[k] as number)))
  const middle = min.map((edge, k) => (edge + (max[k] as number)) / 2)
  const far = (ROOM * across) / 2 / Math.tan((FOV * Math.PI) / 360)
  const shots = views.map((view) => {
    const [a, b] = view.map((degrees) => (degrees * Math.PI) / 180) as [number, number]
    const way = [Math.sin(a) * Math.cos(b), Math.sin(b), Math.cos(a) * Math.cos(b)]
    const position = middle.map((at, k) => at + (way[k] as number) * far)
    return { position, lookAt: middle, fov: FOV }
  })
  const floor = {
    ...{ id: 'floor', kind: 'ground', size: [60 * across, 60 * across] },
    material: { color: '#a9a6a0', roughness: 0.9 },
  }
  const world = { sun: { azimuth: -35, elevation: 48 } }
  const actors = kind === 'ground' ? [thing] : [floor, thing]
  return shotsOf(actors, shots, { width: size, height: size, world })
}
