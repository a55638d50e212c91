import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseScene, poseAt, poseAtFrame, Scene, shoot, type Take, type Vec3 } from '#scenes'
import { rotate } from '../../../scenes/take/pose.ts'

const ball = (id: string, more: object = {}) => ({ kind: 'sphere', id, radius: 0.5, ...more })
const rising = {
  kind: 'move',
  keys: [
    { t: 0, position: [0, 0, 0] },
    { t: 1, position: [0, 4, 0], ease: 'linear' },
  ],
}

test('the same scene gives the same take, to the last bit', () => {
  const text = readFileSync(new URL('../../fixtures/ball.json', import.meta.url), 'utf8')
  const scene = parseScene(text, 'ball.json')
  const before = JSON.stringify(scene)
  const first = JSON.stringify(shoot(scene))
  expect(JSON.stringify(shoot(scene))).toBe(first)
  expect(JSON.stringify(shoot(parseScene(text, 'ball.json')))).toBe(first)
  expect(JSON.stringify(scene)).toBe(before)
})

test('what never moves is one sample, also in a group', () => {
  const take = taken([
    ball('still'),
    { kind: 'group', id: 'pair', noun: { en: 'pair' }, children: [ball('one'), ball('two')] },
    ball('moving', { motion: [rising] }),
  ])
  expect(take.actors.map(({ id, track }) => [id, track.samples])).toEqual([
    ['still', 1],
    ['one', 1],
    ['two', 1],
    ['moving', 49],
  ])
  expect(poseAtFrame(trackOf(take, 'still'), 48)).toEqual(poseAtFrame(trackOf(take, 'still'), 0))
})

test('tracks have the lengths that they promise', () => {
  const track = trackOf(taken([ball('a', { motion: [rising] })]), 'a')
  expect([
    track.position.length,
    track.rotation.length,
    track.scale.length,
    track.travel.length,
  ]).toEqual([3 * 49, 4 * 49, 49, 49])
  expect(track.travel[0]).toBe(0)
  expect(track.travel.at(-1)).toBeCloseTo(4, 9)
})

test('the cast counts a group with a noun once, without one its children', () => {
  const group = {
    kind: 'group',
    id: 'cart',
    children: [ball('a'), { kind: 'group', id: 'inner', children: [ball('b')] }],
  }
  expect(castOf(taken([ball('x'), group]))).toEqual([
    ['x', ['x']],
    ['a', ['a']],
    ['b', ['b']],
  ])
  expect(castOf(taken([ball('x'), { ...group, noun: { en: 'cart' } }]))).toEqual([
    ['x', ['x']],
    ['cart', ['a', 'b']],
  ])
})

test('children are placed, turned, scaled and carried by their group', () => {
  const group = {
    kind: 'group',
    id: 'g',
    position: [10, 0, 0],
    rotation: [0, 90, 0],
    scale: 2,
    motion: [
      {
        kind: 'move',
        keys: [
          { t: 0, position: [10, 0, 0] },
          { t: 1, position: [10, 3, 0], ease: 'linear' },
        ],
      },
    ],
    children: [ball('child', { position: [0, 0, 1], scale: 0.5 })],
  }
  const track = trackOf(taken([group]), 'child')
  const [start, later] = [poseAtFrame(track, 0), poseAtFrame(track, 24)]
  expect(start.position).toEqual(near([12, 0, 0]))
  expect(start.scale).toBe(1)
  expect(later.position).toEqual(near([12, 3, 0]))
  expect(rotate([0, 0, 1], later.rotation)).toEqual(near([1, 0, 0]))
})

test('a child of a spinning group goes round', () => {
  const group = {
    kind: 'group',
    id: 'g',
    motion: [{ kind: 'spin', speed: 90 }],
    children: [ball('child', { position: [0, 0, 2] })],
  }
  const track = trackOf(taken([group]), 'child')
  expect(poseAtFrame(track, 24).position).toEqual(near([2, 0, 0]))
  expect(poseAtFrame(track, 48).position).toEqual(near([0, 0, -2]))
})

test('another frame rate shows the same action', () => {
  const actors = [
    ball('a', {
      motion: [
        {
          kind: 'path',
          points: [
            [0, 0, 0],
            [3, 0, 1],
            [5, 0, -2],
          ],
          from: 0.3,
          to: 1.9,
          roll: 0.5,
        },
      ],
    }),
    ball('b', {
      motion: [
        {
          kind: 'move',
          keys: [
            { t: 0.1, position: [0, 0, 0] },
            { t: 1.7, position: [0, 2, 0], rotation: [20, 400, 3], scale: 2 },
          ],
        },
        { kind: 'oscillate', of: 'position', amplitude: 1, period: 1.3 },
      ],
    }),
  ]
  const camera = { keys: [{ t: 1.5, position: [5, 1, 5], fov: 20, roll: 10 }] }
  const [slow, fast] = [
    taken(actors, { fps: 8, frames: 17, camera }),
    taken(actors, { fps: 120, frames: 241, camera }),
  ]
  for (let n = 0; n <= 16; n++) {
    for (const id of ['a', 'b'])
      close(poseAtFrame(trackOf(slow, id), n), poseAtFrame(trackOf(fast, id), n * 15))
    close(poseAtFrame(slow.cameras[0]!.track, n), poseAtFrame(fast.cameras[0]!.track, n * 15))
    expect(slow.cameras[0]!.fov[n]).toBeCloseTo(fast.cameras[0]!.fov[n * 15] as number, 9)
  }
})

test('poseAt at frame times is the frame, and between them lies between them', () => {
  const track = trackOf(taken([ball('a', { motion: [rising] })]), 'a')
  expect(poseAt(track, 0.5, 24)).toEqual(poseAtFrame(track, 12))
  const between = poseAt(track, 12.5 / 24, 24).position[1]
  expect(between).toBeCloseTo(
    (poseAtFrame(track, 12).position[1] + poseAtFrame(track, 13).position[1]) / 2,
    9,
  )
  expect(poseAt(track, 99, 24)).toEqual(poseAtFrame(track, 48))
  expect(Math.hypot(...poseAt(track, 0.51, 24).rotation)).toBeCloseTo(1, 9)
})

test('an actor sets off and comes to rest once', () => {
  const { events } = taken([
    ball('a', {
      motion: [
        {
          kind: 'path',
          points: [
            [0, 0, 0],
            [2, 0, 0],
          ],
          from: 0.5,
          to: 1.5,
        },
      ],
    }),
  ])
  expect(events).toEqual([
    { t: 0.5, kind: 'starts', actor: 'a' },
    { t: 1.5, kind: 'stops', actor: 'a' },
  ])
})

test('a rolling ball travels as far as its middle does, and does not stop at every turn', () => {
  const roll = {
    kind: 'path',
    points: [
      [0, 0, 0],
      [6, 0, 0],
    ],
    from: 0.5,
    to: 1.5,
    roll: 0.5,
    face: 'keep',
  }
  const take = taken([
    ball('a', { motion: [roll] }),
    ball('b', { motion: [{ kind: 'spin', axis: 'x', speed: 300 }] }),
  ])
  expect(trackOf(take, 'a').travel.at(-1)).toBeCloseTo(6, 6)
  expect(trackOf(take, 'b').travel.at(-1)).toBe(0)
  expect(take.events).toEqual([
    { t: 0.5, kind: 'starts', actor: 'a' },
    { t: 1.5, kind: 'stops', actor: 'a' },
  ])
})

test('a camera looks along its own -Z at its point', () => {
  const { cameras } = taken([ball('a')], { camera: { position: [3, 2, 1], lookAt: [0, 2, 1] } })
  const pose = poseAtFrame(cameras[0]!.track, 0)
  expect(rotate([0, 0, -1], pose.rotation)).toEqual(near([-1, 0, 0]))
  expect(rotate([0, 1, 0], pose.rotation)).toEqual(near([0, 1, 0]))
  expect(cameras[0]!.fov).toEqual([40])
})

test('a camera straight above looks down without tumbling', () => {
  const { cameras } = taken([ball('a')], { camera: { position: [0, 9, 0], lookAt: [0, 0, 0] } })
  expect(rotate([0, 0, -1], poseAtFrame(cameras[0]!.track, 0).rotation)).toEqual(near([0, -1, 0]))
})

test.each(['moving', 'part', 'loose'])(
  'a camera keeps the middle of `%s` in the middle: actor, part of a noun, group without a noun',
  (id) => {
    const actors = [
      ball('moving', { motion: [rising] }),
      {
        kind: 'group',
        id: 'whole',
        noun: { en: 'thing' },
        position: [3, 0, 0],
        children: [ball('part', { motion: [rising] })],
      },
      {
        kind: 'group',
        id: 'loose',
        position: [6, 0, 0],
        motion: [rising],
        children: [ball('l1', { position: [1, 0, 0] }), ball('l2', { position: [3, 0, 0] })],
      },
    ]
    const take = taken(actors, { camera: { position: [0, 1, 9], lookAt: id } })
    // Where their middles are, by hand: half a metre above their bases; the loose pair's lies between the two balls.
    const base = { moving: [0, 0, 0], part: [3, 0, 0], loose: [2, 0, 0] }[id] as Vec3
    for (const frame of [0, 12, 24]) {
      const { position, rotation } = poseAtFrame(take.cameras[0]!.track, frame)
      const middle: Vec3 = [base[0], base[1] + 0.5 + (4 * frame) / 24, base[2]]
      const way: Vec3 = [middle[0] - position[0], middle[1] - position[1], middle[2] - position[2]]
      expect(rotate([0, 0, -1], rotation)).toEqual(
        near(way.map((value) => value / Math.hypot(...way))),
      )
    }
  },
)

test('keys of a camera change what they name and keep the rest', () => {
  const camera = {
    position: [0, 1, 9],
    fov: 50,
    keys: [
      { t: 1, fov: 30, ease: 'linear' },
      { t: 2, position: [0, 1, 5], ease: 'linear' },
    ],
  }
  const { cameras } = taken([ball('a')], { camera })
  const [{ fov, track }] = cameras as [Take['cameras'][number]]
  expect([fov[0], fov[12], fov[24], fov[48]]).toEqual([50, 40, 30, 30])
  expect(poseAtFrame(track, 24).position).toEqual(near([0, 1, 7]))
  expect(poseAtFrame(track, 48).position).toEqual(near([0, 1, 5]))
})

function taken(
  actors: object[],
  { fps = 24, frames = 49, camera = {} }: { fps?: number; frames?: number; camera?: object } = {},
): Take {
  return shoot(
    Scene.parse({
      version: 1,
      name: 'taken',
      clip: { fps, frames },
      cameras: [{ position: [0, 1, 9], lookAt: [0, 0, 0], ...camera }],
      actors,
    }),
  )
}

function trackOf({ actors }: Take, id: string) {
  const found = actors.find((actor) => actor.id === id)
  if (!found) throw new Error(`no actor ${id}`)
  return found.track
}

function castOf({ cast }: Take) {
  return cast.map(({ id, solids }) => [id, solids])
}

/** To a micrometre. */
function near(wanted: readonly number[]): number[] {
  // The matcher stands for the number that it matches.
  return wanted.map((value) => expect.closeTo(value, 6) as number)
}

function close(a: { position: Vec3; rotation: number[]; scale: number }, b: typeof a): void {
  const differences = [...a.position, ...a.rotation, a.scale].map((value, i) =>
    Math.abs(value - ([...b.position, ...b.rotation, b.scale][i] as number)),
  )
  expect(Math.max(...differences)).toBeLessThan(1e-9)
}
