import { Scene } from '#scenes'

/** A scene that is quick to draw: a ball that moves over the ground, beside a box that stands. */
export function smallScene(clip: Partial<Scene['clip']> = {}): Scene {
  return Scene.parse({
    version: 1,
    name: 'small',
    clip: { width: 64, height: 64, fps: 8, frames: 8, ...clip },
    cameras: [{ position: [0, 1.5, 4], lookAt: [0, 0.5, 0], fov: 45 }],
    actors: [
      { kind: 'plane', id: 'floor', size: [8, 8], material: { color: 'gray' } },
      {
        kind: 'sphere',
        id: 'ball',
        radius: 0.4,
        position: [-0.8, 0, 0],
        material: { color: 'red' },
        motion: [
          {
            kind: 'move',
            keys: [
              { t: 0, position: [-0.8, 0, 0] },
              { t: 1, position: [0.6, 0, 0.5] },
            ],
          },
        ],
      },
      {
        kind: 'box',
        id: 'crate',
        size: [0.6, 0.6, 0.6],
        position: [0.8, 0, -0.6],
        material: { color: 'blue' },
      },
    ],
  })
}
