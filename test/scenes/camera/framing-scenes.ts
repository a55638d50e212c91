/** Places that shots are framed in, and what may be framed in them. */
export interface Place {
  name: string
  subjects: (string | string[])[]
  actors: object[]
}

const ground = { id: 'ground', kind: 'ground' }

export const PLACES_TO_FILM: readonly Place[] = [
  {
    name: 'field',
    subjects: ['ann', 'bob', ['ann', 'bob']],
    actors: [
      { ...ground, relief: 'hills', height: 4 },
      { id: 'ann', kind: 'person', position: [0, 0, 0], rotation: [0, 30, 0], shirt: 'red' },
      { id: 'bob', kind: 'person', position: [0.85, 0, 0.2], rotation: [0, 10, 0], height: 1.84 },
      { id: 'oak', kind: 'tree', position: [-5, 0, -4] },
      { id: 'rock', kind: 'rock', position: [3, 0, 3] },
    ],
  },
  {
    name: 'room',
    subjects: ['ann'],
    actors: [
      ground,
      { id: 'room', kind: 'room', width: 8, depth: 7 },
      { id: 'ann', kind: 'person', position: [0, 0, 0.3], rotation: [0, 20, 0] },
      { id: 'sofa', kind: 'sofa', position: [0, 0, -2.9] },
      {
        id: 'low-table',
        kind: 'table',
        position: [0, 0, -1.7],
        height: 0.42,
        width: 1.1,
        depth: 0.6,
      },
      { id: 'shelf', kind: 'bookshelf', position: [-3.7, 0, -1.5], rotation: [0, 90, 0] },
      { id: 'cupboard', kind: 'cupboard', position: [3.6, 0, -1.6], rotation: [0, -90, 0] },
      { id: 'clock', kind: 'clock', position: [2.2, 0, -3.1] },
      { id: 'dining', kind: 'table', position: [2.4, 0, 1.6] },
      { id: 'chair-a', kind: 'chair', position: [2.4, 0, 2.4], rotation: [0, 180, 0] },
      { id: 'chair-b', kind: 'chair', position: [2.4, 0, 0.8] },
      { id: 'bed', kind: 'bed', position: [-2.8, 0, 1.9] },
      { id: 'lamp', kind: 'lamp', position: [-2, 0, -2.9] },
      { id: 'plant', kind: 'plant', position: [3.5, 0, 3] },
    ],
  },
  {
    name: 'street',
    subjects: ['car', 'ann', 'hydrant'],
    actors: [
      ground,
      { id: 'road', kind: 'road' },
      { id: 'car', kind: 'car', position: [-1.8, 0.02, 0] },
      { id: 'ann', kind: 'person', position: [4.6, 0.12, 2.5], rotation: [0, -60, 0] },
      { id: 'hydrant', kind: 'hydrant', position: [4.1, 0.12, -2] },
      { id: 'shop', kind: 'building', position: [12, 0, 0], rotation: [0, -90, 0] },
      { id: 'street-lamp', kind: 'street-lamp', position: [4, 0.12, -6] },
      { id: 'oak', kind: 'tree', position: [-7, 0, -5] },
    ],
  },
]

/** Small things on a table: from below the table is in the way. */
export const TABLE: Place = {
  name: 'table',
  subjects: ['mug', 'teapot', ['mug', 'teapot']],
  actors: [
    ground,
    { id: 'table', kind: 'table', position: [0, 0, 0] },
    { id: 'mug', kind: 'mug', position: [-0.3, 0.75, 0.2] },
    { id: 'teapot', kind: 'teapot', position: [0.2, 0.75, 0.1] },
    { id: 'vase', kind: 'vase', position: [0.5, 0.75, -0.2] },
  ],
}

export function sceneWith({ name, actors }: Place, camera: object, frames = 25): string {
  return JSON.stringify({
    version: 1,
    name,
    clip: { fps: 24, frames, width: 640, height: 352 },
    cameras: [camera],
    actors,
  })
}
