import { describe, expect, test } from 'vitest'
import { parseScene, shoot, viewsOf } from '#scenes'
import { placeOf } from '../../../scenes/camera/labels/around.ts'

type Point = [number, number, number]
type Camera = ReturnType<typeof views>[number]

/** A person walks along +X at 1 m/s, one stands at the origin, and a wall 4 m wide is before her. */
const ACTORS = [
  { id: 'ground', kind: 'plane', size: [80, 80] },
  {
    id: 'bob',
    kind: 'person',
    height: 1.8,
    position: [0, 0, -10],
    rotation: [0, 90, 0],
    motion: [
      {
        kind: 'move',
        keys: [
          { t: 0, position: [0, 0, -10] },
          { t: 3, position: [3, 0, -10], ease: 'linear' },
        ],
      },
    ],
  },
  { id: 'ann', kind: 'person' },
  { id: 'wall', kind: 'box', size: [4, 3, 0.3], position: [0, 0, 3] },
]

function views(camera: object, actors: object[] = ACTORS) {
  const scene = parseScene(
    JSON.stringify({
      version: 1,
      name: 'ways',
      clip: { width: 640, height: 352, frames: 73, fps: 24 },
      cameras: [camera],
      actors,
    }),
    'ways.json',
  )
  const take = shoot(scene)
  return viewsOf(take.cameras[0]!, 0, take.frames)
}

/** In the picture, 640 x 352. */
function isIn(view: Camera, point: Point): boolean {
  const at = placeOf(point, view)
  return at !== undefined && Math.abs(at.x) <= 320 / 352 && Math.abs(at.y) <= 0.5
}

/** Whether the straight way between two points crosses the wall. */
function isBehindWall(from: Point, to: Point): boolean {
  const share = (3 - from[2]) / (to[2] - from[2])
  const x = from[0] + (to[0] - from[0]) * share
  const y = from[1] + (to[1] - from[1]) * share
  return share > 0 && share < 1 && Math.abs(x) <= 2 && y >= 0 && y <= 3
}

const BODY: Point[] = [0.2, 0.6, 1, 1.4, 1.65].map((y) => [0, y, 0])

describe('fly-through', () => {
  const points: Point[] = [
    [3, 2, 4],
    [0, 1, -6],
    [-4, 1.5, -12],
  ]
  const flight = views({
    position: [8, 2, 10],
    lookAt: [0, 1, 0],
    moves: [{ kind: 'fly-through', points }],
  })

  test('comes through every point in order, and ends in the last', () => {
    const reached = points.map((point) => {
      const far = flight.map(({ position }) => distance(position, point))
      const least = Math.min(...far)
      expect(least).toBeLessThan(0.3)
      return far.indexOf(least)
    })
    expect(reached).toEqual([...reached].sort((a, b) => a - b))
    expect(reached.at(-1)).toBe(flight.length - 1)
  })

  test('looks where it flies', () => {
    for (let n = 20; n < flight.length - 1; n++) {
      const [{ position, forward }, next] = [flight[n]!, flight[n + 1]!]
      const way = next.position.map((value, k) => value - position[k]!) as Point
      expect(cosine(forward, way)).toBeGreaterThan(0.98)
    }
  })
})

test('first-person: at the eyes of who walks, looking ahead', () => {
  const eyes = views({
    position: [0, 1.6, -10],
    lookAt: [5, 1.6, -10],
    moves: [{ kind: 'first-person', subject: 'bob' }],
  })
  for (const [n, { position, forward }] of eyes.entries()) {
    const [x, y, z] = position
    // Before his face, and no farther from it than a hand.
    expect(x - n / 24).toBeGreaterThan(0.1)
    expect(x - n / 24).toBeLessThan(0.4)
    expect(Math.abs(z + 10)).toBeLessThan(0.05)
    expect(y).toBeGreaterThan(1.5)
    expect(y).toBeLessThan(1.75)
    expect(cosine(forward, [1, 0, 0])).toBeGreaterThan(0.99)
  }
})

describe('reveal', () => {
  test('from beside the picture', () => {
    const shot = views(
      {
        position: [0, 1.2, 4],
        lookAt: 'ann',
        moves: [{ kind: 'reveal', to: 'right', amount: 1.6 }],
      },
      ACTORS.filter(({ id }) => id !== 'wall'),
    )
    expect(BODY.some((point) => isIn(shot[0]!, point))).toBe(false)
    expect(BODY.every((point) => isIn(shot.at(-1)!, point))).toBe(true)
  })

  test('from behind something', () => {
    const shot = views({
      position: [6, 1.2, 4],
      lookAt: 'ann',
      moves: [{ kind: 'reveal', to: 'right', behind: 'wall' }],
    })
    const seen = (view: Camera) =>
      BODY.filter((point) => isIn(view, point) && !isBehindWall(view.position, point)).length
    expect(seen(shot[0]!)).toBe(0)
    expect(seen(shot.at(-1)!)).toBe(BODY.length)
  })
})

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.hypot(...a.map((value, k) => value - (b[k] as number)))
}

function cosine(a: Point, b: Point): number {
  const dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
  return dot / (Math.hypot(...a) * Math.hypot(...b))
}
