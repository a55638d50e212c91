import { Scene } from '#scenes'

/**
 * What frame costs are held against: 31 meshes of standard materials that mirror the sky (an environment map), one sun
 * with a soft shadow, nothing painted, 512x512.
 */
export function baseScene(): Scene {
  const things = Array.from({ length: 30 }, (_, i) => ({
    id: `thing${i}`,
    ...(i % 2 ? { kind: 'sphere', radius: 0.3 } : { kind: 'box', size: [0.5, 0.5, 0.5] }),
    position: [((i % 6) - 2.5) * 0.8, 0, (Math.floor(i / 6) - 2) * 0.8],
    material: { color: ['red', 'blue', 'yellow', 'green', 'white'][i % 5], roughness: 0.4 },
  }))
  return Scene.parse({
    version: 1,
    name: 'base',
    clip: { width: 512, height: 512, frames: 24 },
    world: { sun: { elevation: 40, azimuth: 40 } },
    cameras: [{ position: [0, 2.6, 5.2], lookAt: [0, 0.2, 0] }],
    actors: [
      {
        id: 'floor',
        kind: 'plane',
        size: [12, 12],
        material: { color: 'gray', roughness: 0.45 },
      },
      ...things,
    ],
  })
}
