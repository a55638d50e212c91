import { Scene } from '#scenes'

const line = (points: number[][], speed: number) => [{ kind: 'path', points, speed }]

/** Each gait, near and far, and what flies. */
export const animals = Scene.parse({
  version: 1,
  name: 'animals',
  seed: 5,
  clip: { width: 320, height: 192, fps: 24, frames: 72 },
  world: { sun: { elevation: 40, azimuth: 60 } },
  cameras: [{ position: [0, 1.7, 8], lookAt: [0, 1.1, 0], fov: 45 }],
  actors: [
    { id: 'ground', kind: 'ground', material: { surface: 'grass' } },
    {
      id: 'horse',
      kind: 'horse',
      motion: line(
        [
          [-9, 0, -4],
          [14, 0, -4],
        ],
        7,
      ),
    },
    {
      id: 'dog',
      kind: 'dog',
      color: 'white',
      motion: line(
        [
          [3.4, 0, 1.4],
          [-4, 0, 1.4],
        ],
        2.2,
      ),
    },
    {
      id: 'cat',
      kind: 'cat',
      motion: line(
        [
          [-1.6, 0, 4.4],
          [1.8, 0, 4.5],
        ],
        0.6,
      ),
    },
    {
      id: 'deer',
      kind: 'deer',
      motion: line(
        [
          [-3, 0, -9],
          [14, 0, -9],
        ],
        5.6,
      ),
    },
    {
      id: 'man',
      kind: 'person',
      noun: { en: 'man', zh: '男子', measure: '名' },
      motion: line(
        [
          [4, 0, -1.4],
          [-8, 0, -1.4],
        ],
        3.6,
      ),
    },
    {
      id: 'birds',
      kind: 'bird',
      count: 8,
      motion: line(
        [
          [-6, 4.4, -6],
          [6, 4.6, -6],
        ],
        3,
      ),
    },
  ],
})
