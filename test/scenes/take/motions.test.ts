import { expect, test } from 'vitest'
import { poseAtFrame, Scene, shoot, type Pose, type Vec3 } from '#scenes'
import { place, rotate } from '../../../scenes/take/pose.ts'

const ball = { kind: 'sphere', id: 'it', radius: 0.5 }
const box = { kind: 'box', id: 'it', size: [1, 1, 1] }

test('a move holds before its first key, passes the keys and holds after its last', () => {
  const at = played({
    ...box,
    position: [9, 9, 9],
    motion: [
      {
        kind: 'move',
        keys: [
          { t: 0.5, position: [0, 0, 0] },
          { t: 1.5, position: [4, 0, 0], ease: 'linear' },
        ],
      },
    ],
  })
  expect(at(0).position).toEqual([0, 0, 0])
  expect(at(0.5).position).toEqual([0, 0, 0])
  expect(at(1).position).toEqual(near([2, 0, 0]))
  expect(at(1.5).position).toEqual(near([4, 0, 0]))
  expect(at(3).position).toEqual(near([4, 0, 0]))
})

test('what the keys of a move leave out stays as the actor has it', () => {
  const at = played({
    ...box,
    position: [1, 2, 3],
    rotation: [0, 90, 0],
    motion: [
      {
        kind: 'move',
        keys: [
          { t: 0, scale: 1 },
          { t: 1, scale: 3, ease: 'linear' },
        ],
      },
    ],
  })
  expect(at(1)).toMatchObject({ position: [1, 2, 3], scale: 3 })
  expect(facing(at(1))).toEqual(near([1, 0, 0]))
})

test('keys may be written in any order', () => {
  const keys = [
    { t: 2, position: [2, 0, 0] },
    { t: 0, position: [0, 0, 0] },
    { t: 1, position: [5, 0, 0] },
  ]
  const at = played({ ...box, motion: [{ kind: 'move', keys }] })
  expect(at(1).position).toEqual(near([5, 0, 0]))
  expect(at(2).position).toEqual(near([2, 0, 0]))
})

test('in-out is half way in half the time and slow at both ends', () => {
  const at = played({
    ...box,
    motion: [
      {
        kind: 'move',
        keys: [
          { t: 0, position: [0, 0, 0] },
          { t: 2, position: [1, 0, 0] },
        ],
      },
    ],
  })
  expect(at(1).position[0]).toBeCloseTo(0.5, 9)
  expect(at(0.25).position[0]).toBeLessThan(0.06)
  expect(at(1.75).position[0]).toBeGreaterThan(0.94)
})

test('a path is walked at its speed, facing along it', () => {
  const at = played({
    ...box,
    motion: [
      {
        kind: 'path',
        points: [
          [0, 0, 0],
          [3, 0, 0],
          [6, 0, 0],
        ],
        speed: 1.5,
      },
    ],
  })
  expect(at(1).position).toEqual(near([1.5, 0, 0]))
  expect(at(2).position).toEqual(near([3, 0, 0]))
  expect(facing(at(1))).toEqual(near([1, 0, 0]))
})

test('a path with `to` arrives then, whatever its length, and waits there', () => {
  const at = played({
    ...box,
    motion: [
      {
        kind: 'path',
        points: [
          [0, 0, 0],
          [0, 0, 7],
        ],
        from: 0.5,
        to: 1.5,
      },
    ],
  })
  expect(at(0.25).position).toEqual(near([0, 0, 0]))
  expect(at(1).position).toEqual(near([0, 0, 3.5]))
  expect(at(1.5).position).toEqual(near([0, 0, 7]))
  expect(at(3).position).toEqual(near([0, 0, 7]))
})

test('a closed path goes round again', () => {
  const points = [
    [2, 0, 0],
    [0, 0, 2],
    [-2, 0, 0],
    [0, 0, -2],
  ]
  const at = played(
    { ...box, motion: [{ kind: 'path', points, closed: true, speed: 10 }] },
    { fps: 120, frames: 361 },
  )
  const first = at(0).position
  const back = Array.from({ length: 360 }, (_, n) => at((n + 1) / 120).position).filter(
    (position) => Math.hypot(position[0] - first[0], position[2] - first[2]) < 0.08,
  )
  // One round is about 13 m: 30 m make two whole rounds.
  expect(back.length).toBeGreaterThanOrEqual(2)
})

test('`face: keep` leaves the rotation alone', () => {
  const at = played({
    ...box,
    rotation: [0, 30, 0],
    motion: [
      {
        kind: 'path',
        points: [
          [0, 0, 0],
          [5, 0, 0],
        ],
        to: 2,
        face: 'keep',
      },
    ],
  })
  expect(facing(at(1))).toEqual(near([Math.sin(Math.PI / 6), 0, Math.cos(Math.PI / 6)]))
})

test.each([
  [
    [0, 0, 1],
    [0, 0, 1],
  ],
  [
    [1, 0, 0],
    [1, 0, 0],
  ],
  [
    [-0.6, 0, 0.8],
    [-0.6, 0, 0.8],
  ],
] as [Vec3, Vec3][])(
  'a ball that rolls towards %j turns forwards, its distance over its radius',
  (way, forward) => {
    const distance = Math.PI * 0.5 * 0.5
    const end = way.map((v) => v * distance)
    const at = played({
      ...ball,
      motion: [{ kind: 'path', points: [[0, 0, 0], end], to: 2, roll: 0.5, face: 'keep' }],
    })
    // A quarter of a turn: what was the top is now the front, at the height of the middle.
    const top = place([0, 1, 0], at(2))
    expect(top).toEqual(
      near([(end[0] as number) + 0.5 * forward[0], 0.5, (end[2] as number) + 0.5 * forward[2]]),
    )
    expect(place([0, 0.5, 0], at(2))).toEqual(near([end[0] as number, 0.5, end[2] as number]))
  },
)

test('the point of a rolling ball that touches the ground stands still', () => {
  const fps = 100
  const motion = [
    {
      kind: 'path',
      points: [
        [0, 0, 0],
        [3, 0, 0],
      ],
      to: 2,
      roll: 0.5,
      face: 'keep',
    },
  ]
  const at = played({ ...ball, motion }, { fps, frames: 201 })
  // The ball's own point that lies at the bottom at t = 1 has hardly moved a frame earlier and later.
  const bottom = rotate([0, -0.5, 0], conjugate(at(1)))
  const where = (t: number) => place([bottom[0], bottom[1] + 0.5, bottom[2]], at(t))
  const slip = Math.hypot(where(1.01)[0] - where(0.99)[0], where(1.01)[1] - where(0.99)[1])
  expect(slip).toBeLessThan(0.0003)
  const middle = (t: number) => place([0, 0.5, 0], at(t))
  expect(middle(1.01)[0] - middle(0.99)[0]).toBeCloseTo(0.03, 5)
})

test('a spin turns at its speed, counter-clockwise seen against its axis, from and to its times', () => {
  const at = played({ ...box, motion: [{ kind: 'spin', speed: 90, from: 1, to: 2 }] })
  expect(facing(at(1))).toEqual(near([0, 0, 1]))
  expect(facing(at(1.5))).toEqual(near([Math.SQRT1_2, 0, Math.SQRT1_2]))
  expect(facing(at(2))).toEqual(near([1, 0, 0]))
  expect(facing(at(3))).toEqual(near([1, 0, 0]))
})

test('an oscillation starts in the middle, reaches its amplitude after a quarter and is back after a period', () => {
  const at = played({
    ...box,
    motion: [{ kind: 'oscillate', of: 'position', axis: 'x', amplitude: 2, period: 2 }],
  })
  expect(at(0).position).toEqual(near([0, 0, 0]))
  expect(at(0.5).position).toEqual(near([2, 0, 0]))
  expect(at(1.5).position).toEqual(near([-2, 0, 0]))
  expect(at(2).position).toEqual(near([0, 0, 0]))
})

test('the phase shifts an oscillation', () => {
  const at = played({
    ...box,
    motion: [{ kind: 'oscillate', of: 'rotation', axis: 'y', amplitude: 90, period: 4, phase: 90 }],
  })
  expect(facing(at(0))).toEqual(near([1, 0, 0]))
  expect(facing(at(1))).toEqual(near([0, 0, 1]))
})

test('motions add up in their order: bobbing along a path', () => {
  const motion = [
    {
      kind: 'path',
      points: [
        [0, 0, 0],
        [4, 0, 0],
      ],
      to: 2,
    },
    { kind: 'oscillate', of: 'position', axis: 'y', amplitude: 1, period: 2 },
  ]
  expect(played({ ...box, motion })(0.5).position).toEqual(near([1, 1, 0]))
})

test('a ball spins about its middle, which stays where it is', () => {
  const at = played({
    ...ball,
    position: [1, 0, 2],
    motion: [{ kind: 'spin', axis: 'x', speed: 137 }],
  })
  for (const t of [0, 0.5, 1, 2.5]) expect(place([0, 0.5, 0], at(t))).toEqual(near([1, 0.5, 2]))
})

test('a pivot of the author stays where it is: a door on its hinge', () => {
  const at = played({
    ...box,
    scale: 2,
    pivot: [-0.5, 0, 0],
    motion: [
      {
        kind: 'move',
        keys: [
          { t: 0, rotation: [0, 0, 0] },
          { t: 1, rotation: [0, -90, 0] },
        ],
      },
    ],
  })
  for (const t of [0, 0.4, 1]) expect(place([-0.5, 0, 0], at(t))).toEqual(near([-1, 0, 0]))
  // The far edge swings from +X to +Z.
  expect(place([0.5, 0, 0], at(1))).toEqual(near([-1, 0, 2]))
})

function played(actor: object, clip = { fps: 20, frames: 61 }): (seconds: number) => Pose {
  const scene = Scene.parse({
    version: 1,
    name: 'played',
    clip,
    cameras: [{ position: [0, 1, 9], lookAt: [0, 0, 0] }],
    actors: [actor],
  })
  const { actors } = shoot(scene)
  const [only] = actors
  if (!only) throw new Error('nobody plays')
  return (seconds) => poseAtFrame(only.track, Math.round(seconds * clip.fps))
}

/** Where the front of something points. */
function facing(pose: Pose): Vec3 {
  return rotate([0, 0, 1], pose.rotation)
}

function conjugate({ rotation: [x, y, z, w] }: Pose): Pose['rotation'] {
  return [-x, -y, -z, w]
}

/** To a micrometre. */
function near(wanted: readonly number[]): number[] {
  // The matcher stands for the number that it matches.
  return wanted.map((value) => expect.closeTo(value, 6) as number)
}
