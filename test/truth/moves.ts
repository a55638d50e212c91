import { parseScene } from '#scenes'

export const CLIP = { width: 256, height: 160, frames: 12 }

/** Two shots; the camera turns, goes and zooms; balls spin and go, somebody walks, a glass stands in front. */
export const MOVES = parseScene(
  JSON.stringify({
    version: 1,
    name: 'moves',
    clip: { ...CLIP, fps: 12 },
    cameras: [
      {
        shots: [
          {
            to: 0.5,
            position: [0, 1.4, 5],
            lookAt: [0, 0.9, 0],
            fov: 40,
            keys: [{ t: 0.5, position: [0.6, 1.6, 4.4], lookAt: [0.4, 0.8, 0], fov: 34 }],
          },
          {
            position: [3, 2, 4],
            lookAt: [0, 0.5, 0],
            keys: [{ t: 0.5, position: [2.4, 2.2, 4.4] }],
          },
        ],
      },
    ],
    actors: [
      { id: 'ground', kind: 'ground', relief: 'hills', height: 3, spacing: 20, clearing: 8 },
      {
        id: 'ball',
        kind: 'sphere',
        radius: 0.4,
        motion: [
          {
            kind: 'path',
            points: [
              [-1.4, 0, 0.8],
              [1.4, 0, 1],
            ],
            speed: 1.5,
            roll: 0.4,
          },
        ],
      },
      {
        id: 'crate',
        kind: 'box',
        size: [0.7, 0.5, 0.6],
        position: [1.2, 0, -0.6],
        motion: [{ kind: 'spin', speed: 60 }],
      },
      {
        id: 'man',
        kind: 'person',
        motion: [
          {
            kind: 'path',
            points: [
              [-2, 0, -1],
              [2, 0, -1.2],
            ],
            speed: 1.2,
          },
        ],
      },
      {
        id: 'pane',
        kind: 'box',
        size: [1.2, 1.2, 0.02],
        position: [-1, 0, 1.4],
        material: { surface: 'glass', opacity: 0.2 },
      },
    ],
  }),
  'moves.json',
)
