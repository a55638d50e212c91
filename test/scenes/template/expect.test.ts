import { describe, expect, test } from 'vitest'
import { CastError, shoot, type Scene, type Take, type TakeEvent } from '#scenes'
import { eventFault } from '../../../scenes/template/expect/events.ts'
import type { EventExpectation } from '../../../scenes/template/expect/expectation.ts'
import { matches } from '../../../scenes/template/expect/glob.ts'
import { covered } from '../../../scenes/template/expect/visible.ts'
import { ball, castOf, ground, template, withActor } from './templates.ts'

/** A take in which this happens. */
function played(...events: object[]): Take {
  // Expectations read events of whatever kind there is, physics' among them.
  return { fps: 24, frames: 48, cast: [], actors: [], cameras: [], events: events as TakeEvent[] }
}

const take = played(
  { t: 0.5, kind: 'contact', actor: 'ball', other: 'domino_0', impulse: 2, point: [0, 0, 0] },
  { t: 0.6, kind: 'topples', actor: 'domino_0' },
  { t: 0.9, kind: 'contact', actor: 'domino_1', other: 'domino_0' },
  { t: 1, kind: 'topples', actor: 'domino_1' },
  { t: 1.5, kind: 'topples', actor: 'domino_1' },
  { t: 2, kind: 'stops', actor: 'ball' },
)

function rolling(to: unknown) {
  return {
    ...ball,
    motion: [
      {
        kind: 'path',
        points: [
          [-1, 0, 0],
          [1, 0, 0],
        ],
        to,
        roll: 0.5,
      },
    ],
  }
}

describe('an expected event', () => {
  test.each([
    [{ event: 'contact' }],
    [{ event: 'contact', a: 'ball', b: 'domino_0', before: 2 }],
    [{ event: 'contact', a: 'domino_0', b: 'ball' }],
    [{ event: 'contact', a: 'domino_*', b: 'domino_*', after: 0.9 }],
    [{ event: 'topples', actor: 'domino_*', min: 2, max: 2 }],
    [{ event: 'topple', actor: 'domino_1', min: 1 }],
    [{ event: 'topples', min: 3 }],
    [{ event: 'stops', actor: 'ball', after: 2 }],
    [{ event: 'break', min: 0, max: 0 }],
  ])('%j is true', (expected) => {
    expect(eventFault({ min: 1, ...expected }, take)).toBeUndefined()
  })

  test.each<[Omit<EventExpectation, 'min'> & { min?: number }, RegExp]>([
    [
      { event: 'contact', a: 'ball', b: 'domino_0', before: 0.5 },
      /happens 0 times instead of at least once; `contact` was: ball and domino_0 at 0\.50 s/,
    ],
    [{ event: 'contact', a: 'ball', b: 'ball' }, /happens 0 times/],
    [
      { event: 'topples', actor: 'domino_*', min: 3 },
      /happens 2 times instead of at least 3 times/,
    ],
    [{ event: 'topples', max: 2 }, /happens 3 times instead of at most 2 times/],
    [{ event: 'explodes' }, /what happens is contact, topples, stops/],
  ])('%j is told to be wrong', (expected, wanted) => {
    expect(eventFault({ min: 1, ...expected }, take)).toMatch(wanted)
  })

  test('of nothing at all', () => {
    expect(eventFault({ event: 'stops', min: 1 }, played())).toMatch(/nothing happens at all/)
  })

  test.each([
    ['ball', 'ball', true],
    ['ball', 'ball_1', false],
    ['ball_*', 'ball_1', true],
    ['ball_*', 'ball', false],
    ['*', 'anything', true],
    ['a*b*c', 'axxbxxc', true],
    ['a*b*c', 'axxcxxb', false],
    ['a*a', 'a', false],
    ['*a*a*a*a*a*a*a*a*b', 'a'.repeat(5000), false],
  ])('%s means %s: %s', (glob, id, is) => expect(matches(glob, id)).toBe(is))
})

describe('an expected view', () => {
  const scene = castOf(template()).scene
  const { cameras } = shoot(scene)

  test('is measured as the part of the picture that a box covers', () => {
    const [camera] = cameras
    if (!camera) throw new Error('no camera')
    // 8 m away, 40 degrees high: the picture is 2 * 8 * tan(20) = 5.82 m high there.
    const square = (half: number): [number, number, number][] => [
      [-half, 0.5 - half, 0],
      [half, 0.5 + half, 0],
    ]
    expect(covered(camera, 0, 1, square(0.5))).toBeCloseTo((1 / 5.82) ** 2, 2)
    expect(covered(camera, 0, 1, square(20))).toBe(1)
    expect(covered(camera, 0, 1, [[0, 0, 20]])).toBe(0)
    expect(
      covered(camera, 0, 1, [
        [50, 0, 0],
        [51, 1, 0],
      ]),
    ).toBe(0)
  })

  test.each<[object, RegExp]>([
    [
      { visible: 'ball', share: 0.5 },
      /expect\[0\]: \(ball visible\) covers 50 % of the picture or more in 0 % of the moments instead of 25 %: `ball` covers at most \d/,
    ],
    [{ visible: 'bal' }, /names no actor: there is no `bal`/],
    [{ visible: 'ball', camera: 'side' }, /has no camera `side`/],
  ])('%j fails and says why', (expected, wanted) => {
    expect(() => castOf(template({ expect: [expected] }))).toThrow(wanted)
  })
})

describe('a cast with expectations', () => {
  test('draws again until they hold, the same way each time', () => {
    const of = withActor(rolling({ $uniform: [0.5, 4] }), {
      expect: [{ event: 'stops', actor: 'ball', before: 1.5 }],
    })
    const casts = Array.from({ length: 40 }, (_, seed) => castOf(of, seed))
    for (const {
      take: { events },
    } of casts)
      expect(events.some(({ kind, t }) => kind === 'stops' && t < 1.5)).toBe(true)
    const tries = casts.map((one) => one.tries)
    expect(Math.max(...tries)).toBeGreaterThan(2)
    expect(Math.min(...tries)).toBe(1)
    expect(casts.map(({ scene }) => scene)).toEqual(casts.map((_, seed) => castOf(of, seed).scene))
    const again = casts.find((one) => one.tries === 3)
    expect(again?.refused).toHaveLength(2)
    expect(again?.refused[0]).toMatch(/^expect\[0\]: \(stops of ball\) happens 0 times/)
  })

  test('gives up after 20 tries, naming what was expected and how often it failed', () => {
    const of = withActor(rolling({ $uniform: [1, 1.5] }), {
      expect: [{ event: 'starts' }, { event: 'stops', before: 0.5 }, { event: 'starts', min: 9 }],
    })
    const told = caught(() => castOf(of))
    expect(told).toBeInstanceOf(CastError)
    expect(told.reasons).toHaveLength(20)
    expect(told.message).toMatch(/^test\.json:\d+:\d+: expect\[0\]: .*\(20 of 20 tries\)$/m)
  })

  test('without a choice is tried once', () => {
    const of = template({ expect: [{ event: 'stops' }] })
    expect(caught(() => castOf(of)).reasons).toHaveLength(1)
  })

  test('may expect what parameters say', () => {
    const of = withActor(
      {
        $repeat: {
          count: { $param: 'n' },
          of: { ...rolling(1), position: [0, 0, { $expr: '-$index' }] },
        },
      },
      {
        params: { n: { type: 'int', default: 2 } },
        expect: [{ event: 'stops', actor: 'ball_*', min: { $expr: 'n' } }],
      },
    )
    // Balls on one path would stand in each other: each has its own.
    expect(() => castOf(of, 0, { n: 1 })).not.toThrow()
  })

  test.each<[unknown, RegExp]>([
    [[{ evnt: 'stops' }], /^test\.json:\d+:\d+: expect\[0\]/],
    [[{ event: 'stops', min: -1 }], /expect\[0\]\.min must be at least 0 \(got -1\)/],
    [[{ event: 'stops', actr: 'x' }], /expect\[0\]\.actr is not a key/],
    [{ event: 'stops' }, /expect must be a list/],
    [
      [{ visible: 'ball', share: { $pick: [2] } }],
      /expect\[0\]\.share must be from 0 to 1 \(got 2\)/,
    ],
  ])('%j is told as wrong', (wrong, wanted) => {
    expect(() => castOf(template({ expect: wrong }))).toThrow(wanted)
  })
})

describe('refused before anything is drawn', () => {
  const crate = { id: 'crate', kind: 'box', size: [1, 1, 1] }

  test.each<[string, object, RegExp]>([
    [
      'solids in each other',
      { actors: [ground, ball, { ...crate, position: [0.3, 0, 0] }] },
      /actors\[2\]\.position: is inside `ball` at the start|actors\[2\]\.position is inside `ball` at the start/,
    ],
    [
      'an actor under the ground',
      { actors: [ground, ball, { ...crate, position: [2, -3, 0] }] },
      /actors\[2\]\.position is wholly below the ground/,
    ],
    [
      'a camera in something',
      { actors: [ground, ball, { ...crate, position: [0, 1.5, 8] }] },
      /cameras\[0\]\.position is inside `crate`/,
    ],
    [
      'a camera under the ground',
      { cameras: [{ position: [0, -1, 8], lookAt: [0, 0, 0] }] },
      /cameras\[0\]\.position is under the ground `ground`/,
    ],
    [
      'a camera that sees nobody',
      { cameras: [{ position: [0, 2, 8], lookAt: [0, 900, 8] }] },
      /cameras\[0\] has no actor in view/,
    ],
  ])('%s', (_, change, wanted) => {
    expect(() => castOf(template(change))).toThrow(wanted)
  })

  test('what draws did is drawn again', () => {
    const of = template({
      actors: [ground, ball, { ...crate, position: [{ $uniform: [-2, 2] }, 0, 0] }],
    })
    for (let seed = 0; seed < 40; seed++) {
      const [, , box] = castOf(of, seed).scene.actors
      expect(Math.abs(box?.position[0] ?? 0)).toBeGreaterThan(0.98)
    }
  })

  test.each<[string, unknown[]]>([
    ['solids of one group', [{ id: 'g', kind: 'group', children: [ball, crate] }]],
    [
      'things that touch',
      [ball, { ...crate, position: [0, 1, 0] }, { ...crate, id: 'next', position: [1, 1, 0] }],
    ],
    [
      'what stands in a bowl',
      [
        { id: 'bowl', kind: 'bowl' },
        { id: 'apple', kind: 'apple', position: [0, 0.02, 0] },
      ],
    ],
    [
      'what stands in a glass pane',
      [ball, { ...crate, material: { surface: 'glass', opacity: 0.3 } }],
    ],
    [
      'furniture in a room',
      [
        { id: 'room', kind: 'room', open: ['front'] },
        { id: 'table', kind: 'table' },
      ],
    ],
  ])('not %s', (_, actors) => {
    const cameras = [{ position: [0, 1.5, 4], lookAt: [0, 0.5, 0] }]
    expect(() => castOf(template({ cameras, actors: [ground, ...actors] }))).not.toThrow()
  })
})

function caught(what: () => { scene: Scene }): CastError {
  try {
    what()
  } catch (error) {
    if (error instanceof CastError) return error
    throw error
  }
  throw new Error('it was cast')
}
