import { beforeAll, describe, expect, test } from 'vitest'
import { CastError, shoot, type CastOptions, type PhysicsEngine } from '#scenes'
import { loadPhysics } from '#scenes/physics'
import { ball, castOf, ground, template } from './templates.ts'

let physics: PhysicsEngine
beforeAll(async () => {
  physics = await loadPhysics()
})
const played: CastOptions = { shoot: (scene) => shoot(scene, physics) }

const domino = {
  id: 'domino',
  kind: 'box',
  size: [0.12, 0.8, 0.4],
  position: [{ $expr: '$index * 0.35' }, 0, 0],
  body: { material: 'wood' },
}
const bowled = {
  ...ball,
  radius: 0.2,
  position: [-1, 0, 0],
  body: { material: 'rubber', density: 3000, velocity: [{ $uniform: [2, 3] }, 0, 0] },
}
const row = { $repeat: { count: 3, of: domino } }
const clip = { width: 64, height: 64, fps: 24, frames: 49 }

describe('a template with bodies', () => {
  const of = template({
    clip,
    actors: [ground, row, bowled],
    expect: [
      { event: 'contact', a: 'ball', b: 'domino_0', before: 1 },
      { event: 'contact', a: 'domino_*', b: 'domino_*' },
      { event: 'topples', actor: 'domino_*', min: 3 },
    ],
  })

  test('is cast with what its bodies do as expected, the same for the same seed', () => {
    for (let seed = 0; seed < 4; seed++) {
      const made = castOf(of, seed, {}, played)
      const kinds = made.take.events.map(({ kind }) => kind)
      expect(kinds.filter((kind) => kind === 'topples')).toHaveLength(3)
      expect(castOf(of, seed, {}, played)).toEqual(made)
    }
  })

  test('draws again until the expectation holds', () => {
    const velocity = [{ $pick: [0, 3] }, 0, 0]
    const sometimes = template({
      clip,
      actors: [ground, row, { ...bowled, body: { ...bowled.body, velocity } }],
      expect: [{ event: 'topples', actor: 'domino_2' }],
    })
    const made = [0, 1, 2, 3, 4, 5].map((seed) => castOf(sometimes, seed, {}, played))
    expect(made.some(({ tries }) => tries > 1)).toBe(true)
    expect(made.flatMap(({ refused }) => refused).every((one) => /topples/.test(one))).toBe(true)
  })

  test('draws again where the physics gives up, and tells so when it always does', () => {
    const thrown = (speed: unknown) =>
      template({
        clip: { ...clip, frames: 8 },
        actors: [ground, { ...ball, body: { velocity: [0, speed, 0] } }],
        physics: { maxSpeed: 20 },
        cameras: [{ position: [0, 4, 20], lookAt: [0, 1, 0] }],
      })
    const made = [0, 1, 2, 3, 4, 5].map((seed) =>
      castOf(thrown({ $pick: [1, 60] }), seed, {}, played),
    )
    expect(made.some(({ tries }) => tries > 1)).toBe(true)
    expect(made.flatMap(({ refused }) => refused)[0]).toMatch(/ball is too fast at/)
    expect(() => castOf(thrown({ $uniform: [50, 60] }), 0, {}, played)).toThrow(CastError)
    expect(() => castOf(thrown({ $uniform: [50, 60] }), 0, {}, played)).toThrow(
      /cannot be played out: ball is too fast/,
    )
  })

  test('tells wrong bodies at their place', () => {
    const motion = [{ kind: 'spin', speed: 90 }]
    expect(() =>
      castOf(template({ actors: [ground, { ...ball, motion, body: {} }] }), 0, {}, played),
    ).toThrow(/must be empty: a dynamic body is moved by the physics/)
  })

  test('may have what a joint ties stand in each other, and nothing else', () => {
    const axle = { id: 'axle', kind: 'box', size: [0.2, 0.2, 2], position: [0, 0.4, 0] }
    const tied = { ...ball, body: {} }
    const hinge = { kind: 'hinge', body: 'ball', base: 'axle', at: [0, 0.5, 0] }
    const actors = [ground, axle, tied]
    expect(() => castOf(template({ actors }), 0, {}, played)).toThrow(/is inside/)
    expect(castOf(template({ actors, physics: { joints: [hinge] } }), 0, {}, played).tries).toBe(1)
  })
})

describe('things in each other', () => {
  const box = (id: string, x: number, more: object = {}) => ({
    id,
    kind: 'box',
    size: [0.4, 0.4, 0.4],
    position: [x, 0, 0],
    ...more,
  })
  const told = (actors: object[]) => {
    try {
      const of = template({ clip: { ...clip, frames: 1 }, actors: [ground, ball, ...actors] })
      castOf(of, 0, {}, played)
      return 'good'
    } catch (error) {
      return (error as Error).message
    }
  }
  const group = (children: object[], more: object = {}) => ({
    id: 'pile',
    kind: 'group',
    position: [3, 0, 0],
    children,
    ...more,
  })

  test('are found in one group, when they are bodies of their own', () => {
    const none = { body: { type: 'none' } }
    const two = (body: object) => [box('a', 0, body), box('b', 0.2, body)]
    expect(told([group(two({ body: {} }), none)])).toMatch(/children\[1\].*is inside `a`/)
    expect(told([group(two({ body: {} }))])).toMatch(/is inside `a`/)
    expect(told([group([box('a', 0), box('b', 0.2, { body: {} })])])).toMatch(/is inside/)
    expect(told([group(two({}), none)])).toBe('good')
    expect(told([group(two({}), { body: {} })])).toBe('good')
    expect(told([group([box('a', 0), box('b', 0.2)])])).toBe('good')
  })

  test('are found behind any number of others that are near each other', () => {
    const rods = Array.from({ length: 210 }, (_, i) => ({
      id: `rod${i}`,
      kind: 'cylinder',
      radius: 0.004,
      height: 6,
      position: [-9 + 0.03 * i, 0.1, -5],
      rotation: [0, 0, -45],
    }))
    expect(told([...rods, box('one', 8), box('two', 8.2)])).toMatch(/is inside `one`/)
  })

  test('cost no more than what is near them, up to as many actors as a scene holds', () => {
    const crowd = Array.from({ length: 4000 }, (_, i) => ({
      ...box(`box${i}`, 0),
      position: [0.5 * (i % 63) - 15, 0, -3 - 0.5 * Math.floor(i / 63)],
    }))
    expect(told(crowd)).toBe('good')
  })
})

describe('joints', () => {
  const bob = { id: 'bob', kind: 'sphere', radius: 0.1, position: [0, 1, 0], body: {} }
  const hinge = { kind: 'hinge', body: 'bob', at: [0, 2, 0] }
  const copies = (of: object, count = 2) => ({ $repeat: { count, of } })
  const files = {
    'bobs.json': JSON.stringify({
      params: { x: { type: 'number' } },
      value: [copies({ ...bob, position: [{ $expr: 'x + $index' }, 1, 0] })],
    }),
    'hinges.json': JSON.stringify({
      value: [
        copies(hinge),
        { ...hinge, body: { $expr: "'bob_' + 0" }, base: 'bob_1' },
        { ...hinge, base: 'ground' },
      ],
    }),
  }
  const use = (file: string, id: string, x?: number) => ({
    $use: { file, id, ...(x !== undefined && { with: { x } }) },
  })

  test('name the bodies of their own fragment and copy, else those around', () => {
    const of = template(
      {
        clip: { ...clip, frames: 2 },
        actors: [ground, bob, use('bobs.json', 'left', 3), use('bobs.json', 'right', 6)],
        physics: { joints: [use('hinges.json', 'right')] },
      },
      files,
    )
    const { scene } = castOf(of, 0, {}, played)
    expect(scene.physics).toMatchObject({
      joints: [
        { body: 'right_bob_0' },
        { body: 'right_bob_1' },
        { body: 'right_bob_0', base: 'right_bob_1' },
        { body: 'bob', base: 'ground' },
      ],
    })
  })
})
