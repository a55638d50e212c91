import { Scene } from '#scenes'

const clip = { width: 320, height: 192, fps: 24, frames: 72 }
const ground = {
  id: 'ground',
  kind: 'ground',
  size: [60, 60],
  material: { surface: 'concrete' },
}

/** What no example shows: someone comes into the picture and stays, another sets off and goes out of it. */
export const comings = Scene.parse({
  version: 1,
  name: 'comings',
  clip,
  cameras: [{ position: [0, 1.6, 7], lookAt: [0, 0.8, 0], fov: 40 }],
  actors: [
    ground,
    { id: 'bench', kind: 'bench', position: [0.2, 0, -3] },
    {
      id: 'ball',
      kind: 'sphere',
      radius: 0.4,
      noun: { en: 'ball' },
      material: { color: 'red' },
      motion: [
        {
          kind: 'path',
          points: [
            [-6.5, 0, 0],
            [-1.2, 0, 0],
          ],
          from: 0.2,
          to: 2,
          roll: 0.4,
        },
      ],
    },
    {
      id: 'man',
      kind: 'person',
      noun: { en: 'man' },
      shirt: 'yellow',
      position: [2, 0, -1],
      motion: [
        {
          kind: 'path',
          points: [
            [1.8, 0, -1],
            [7.5, 0, -1],
          ],
          from: 0.8,
          to: 2.6,
        },
      ],
    },
  ],
})

/** The camera turns with a car that drives by. */
export const following = Scene.parse({
  version: 1,
  name: 'following',
  clip,
  cameras: [{ position: [0, 1.6, 9], lookAt: 'car', fov: 40 }],
  actors: [
    ground,
    {
      id: 'car',
      kind: 'car',
      color: 'blue',
      motion: [
        {
          kind: 'path',
          points: [
            [-4, 0, 0],
            [4, 0, -1],
          ],
          speed: 2.6,
        },
      ],
    },
    { id: 'tree', kind: 'tree', height: 4, position: [-2, 0, -6] },
    { id: 'bench', kind: 'bench', position: [2.5, 0, -4] },
  ],
})

/** The camera glides out from behind a wall, and a woman is there. */
export const revealing = Scene.parse({
  version: 1,
  name: 'revealing',
  clip,
  cameras: [
    {
      position: [3.4, 1.5, 4.6],
      lookAt: [0.4, 0.9, 0],
      fov: 45,
      moves: [{ kind: 'reveal', to: 'right', amount: 1.1 }],
    },
  ],
  actors: [
    ground,
    {
      id: 'woman',
      kind: 'person',
      noun: { en: 'woman' },
      hairstyle: 'long',
      shirt: 'yellow',
      position: [1, 0, 0],
      rotation: [0, 30, 0],
    },
    {
      id: 'wall',
      kind: 'box',
      size: [2.6, 2.6, 0.3],
      position: [-0.6, 0, 1.6],
      noun: { en: 'wall' },
      material: { surface: 'brick' },
    },
    { id: 'bench', kind: 'bench', position: [-3.6, 0, -1] },
  ],
})
