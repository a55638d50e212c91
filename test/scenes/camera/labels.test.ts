import { describe, expect, test } from 'vitest'
import { labelsOf, motionsOf, type Target, type View } from '../../../scenes/camera/labels/index.ts'
import { viewOf, walk, type Way } from './way.ts'

const FPS = 24
const SECONDS = 4

/** What `labelsOf` finds of a way, as words with the amount rounded. */
function told(way: Way): string[] {
  const views = walk(way, SECONDS * FPS)
  const target = targetOf(views)
  return motionsOf(views, FPS, target).map(
    ({ motion, to, amount, status }) =>
      `${motion} ${to} ${amount.toFixed(amount < 2 ? 2 : 0)}${status === 'grey' ? ' (grey)' : ''}`,
  )
}

/** What stands at (0, 1, 0). */
function targetOf(views: readonly View[]): Target {
  const at: [number, number, number] = [0, 1, 0]
  const distance = (frame: number) =>
    Math.hypot(...views[frame]!.position.map((p, k) => p - at[k]!))
  return { at: () => at, distance }
}

const ease = (x: number) => x * x * (3 - 2 * x)

describe('one movement', () => {
  const cases: [string, Way, string][] = [
    ['pan right', (x) => ({ yaw: 30 * x }), 'pan right 30'],
    ['pan left, eased', (x) => ({ yaw: -30 * ease(x) }), 'pan left 30'],
    ['tilt up', (x) => ({ pitch: 20 * x }), 'tilt up 20'],
    ['roll clockwise', (x) => ({ roll: 25 * x }), 'roll clockwise 25'],
    ['dolly in', (x) => ({ ahead: 2 * x }), 'dolly in 0.40'],
    ['dolly out under a high angle', (x) => ({ pitch: -35, ahead: -2 * x }), 'dolly out 0.40'],
    ['truck left', (x) => ({ side: -2 * x }), 'truck left 0.40'],
    ['pedestal up, looking down', (x) => ({ pitch: -30, up: 2 * x }), 'pedestal up 0.40'],
    ['zoom in', (x) => ({ zoom: 1.6 ** x }), 'zoom in 1.60'],
    ['arc right', (x) => ({ around: 45 * x }), 'arc right 45'],
    ['arc left, eased', (x) => ({ around: -120 * ease(x) }), 'arc left 120'],
    ['crane up', (x) => ({ over: 30 * x }), 'crane up 30'],
    ['crane down', (x) => ({ over: 35 - 30 * ease(x) }), 'crane down 30'],
    ['dolly zoom', (x) => ({ ahead: 2 * x, zoom: (5 - 2 * x) / 5 }), 'dolly-zoom in 0.40'],
    ['a pan under a bird', (x) => ({ pitch: -90, roll: 30 * x }), 'roll clockwise 30'],
  ]
  test.each(cases)('%s', (_, way, expected) => {
    expect(told(way)).toEqual([expected])
    const views = walk(way, SECONDS * FPS)
    const labels = labelsOf(views, FPS, targetOf(views))
    expect(labels.only?.motion).toBe(expected.split(' ')[0])
    expect(labels.isStatic).toBe('absent')
  })
})

describe('several', () => {
  const cases: [string, Way, string[]][] = [
    [
      'one after the other',
      (x) => ({ ahead: 2 * Math.min(1, 2 * x), yaw: 30 * Math.max(0, 2 * x - 1) }),
      ['pan right 30', 'dolly in 0.40'],
    ],
    [
      'there and back',
      (x) => ({ yaw: 30 * Math.sin(Math.PI * x) }),
      ['pan right 30', 'pan left 30'],
    ],
    [
      'twice, with a rest between',
      (x) => ({ yaw: 15 * Math.min(1, 3 * x) + 15 * Math.max(0, 3 * x - 2) }),
      ['pan right 15', 'pan right 15'],
    ],
    [
      'an arc that rises',
      (x) => ({ around: 45 * x, up: 2 * x }),
      ['pedestal up 0.40', 'arc right 45'],
    ],
    [
      'an arc that closes in',
      (x) => ({ around: 60 * x, ahead: 2 * x }),
      ['arc right 60', 'dolly in 0.40'],
    ],
    [
      'a truck that pans along',
      (x) => ({ side: 3 * x, yaw: 30 * x }),
      ['pan right 30', 'truck right 0.60'],
    ],
    [
      'a small pan beside a large dolly',
      (x) => ({ ahead: 2 * x, yaw: 3 * x }),
      ['pan right 3 (grey)', 'dolly in 0.40'],
    ],
  ]
  test.each(cases)('%s', (_, way, expected) => {
    expect(told(way).sort()).toEqual([...expected].sort())
  })
})

test('what stands still is static, what trembles in the grey is neither', () => {
  const target = { distance: () => 5 }
  const of = (way: Way) => labelsOf(walk(way, 96), FPS, target)
  expect(of(() => ({}))).toEqual({
    motions: [],
    isStatic: 'present',
    steadiness: 'static',
    complexity: 'no',
  })
  expect(of((x) => ({ yaw: 0.8 * Math.sin(40 * x) }))).toMatchObject({
    motions: [],
    isStatic: 'present',
  })
  expect(of((x) => ({ yaw: 3 * x })).isStatic).toBe('grey')
})

test("a hand's unrest hides no movement and makes none up", () => {
  const shake = (x: number) => 0.4 * Math.sin(61 * x) + 0.3 * Math.sin(97 * x + 1)
  expect(told((x) => ({ yaw: 30 * x + shake(x), pitch: shake(x + 3) }))).toEqual([
    expect.stringMatching(/^pan right (29|30)$/),
  ])
  expect(told((x) => ({ ahead: 2 * x, yaw: shake(x), roll: shake(x + 5) }))).toEqual([
    'dolly in 0.40',
  ])
})

describe('how it moves', () => {
  const of = (way: Way, fps = FPS) => {
    const views = walk(way, SECONDS * fps)
    return labelsOf(views, fps, targetOf(views))
  }
  const shake = (x: number) => Math.sin(2 * Math.PI * 2.1 * SECONDS * x)

  test.each([
    ['a machine', 0, 'very_smooth'],
    ['a good gimbal', 0.025, 'smooth'],
    ['a hand', 0.1, 'unsteady'],
    ['a nervous hand', 0.4, 'very_unsteady'],
  ])('%s', (_, degrees, word) => {
    const trembling = (x: number) => ({
      yaw: degrees * shake(x),
      pitch: degrees * shake(x + 0.03),
      roll: 0.5 * degrees * shake(x + 0.07),
    })
    for (const fps of [8, 24, 60]) {
      expect(of((x) => ({ ...trembling(x), ahead: 2 * ease(x) }), fps).steadiness).toBe(word)
      if (degrees > 0) expect(of(trembling, fps).steadiness).toBe(word)
    }
  })

  test('a start, a stop and a turn back are no unrest', () => {
    const there = (x: number) => 25 * Math.min(1, Math.max(0, 3 * x - 1))
    expect(of((x) => ({ yaw: there(x) })).steadiness).toBe('very_smooth')
    expect(of((x) => ({ yaw: 30 * Math.abs(2 * x - 1) })).steadiness).toBe('very_smooth')
  })

  test('a longer lens shows more of the same hand', () => {
    const hand = (x: number) => ({ pitch: 0.2 * shake(x) })
    expect(of(hand).steadiness).toBe('unsteady')
    expect(of((x) => ({ ...hand(x), zoom: 3 })).steadiness).toBe('very_unsteady')
  })

  test('a shot below a second has no word for it', () => {
    const views = walk((x) => ({ yaw: 20 * x }), 20)
    expect(labelsOf(views, FPS, targetOf(views)).steadiness).toBeUndefined()
  })

  test.each<[string, Way, string | undefined]>([
    ['a slow pan', (x) => ({ yaw: 10 * x }), 'slow'],
    ['a pan', (x) => ({ yaw: 40 * x }), 'regular'],
    ['a whip pan', (x) => ({ yaw: 150 * x }), 'fast'],
    ['a whip pan, then a rest', (x) => ({ yaw: 60 * Math.min(1, 3 * x) }), 'fast'],
    ['a slow push in', (x) => ({ ahead: 0.8 * x }), 'slow'],
    ['a push in', (x) => ({ ahead: 3 * x }), 'regular'],
    ['a slow arc', (x) => ({ around: 12 * x }), 'slow'],
    ['an arc', (x) => ({ around: 40 * x }), 'regular'],
    ['a crash zoom', (x) => ({ zoom: 9 ** x }), 'fast'],
    ['a roll', (x) => ({ roll: 60 * x }), 'regular'],
    ['between slow and regular', (x) => ({ yaw: 17 * x }), undefined],
    ['nothing but a hand', (x) => ({ yaw: 0.5 * shake(x) }), undefined],
    ['no movement', () => ({}), undefined],
  ])('%s', (_, way, word) => {
    expect(of(way).speed).toBe(word)
  })

  test.each<[string, Way, string | undefined]>([
    ['no movement', () => ({}), 'no'],
    ['a breath of a pan', (x) => ({ yaw: 3 * x }), 'minor'],
    ['one', (x) => ({ ahead: 2 * x }), 'major_simple'],
    ['an arc that rises', (x) => ({ around: 45 * x, up: 2 * x }), 'major_simple'],
    [
      'three at once',
      (x) => ({ yaw: 30 * x, roll: 30 * x, ahead: 3 * x, zoom: 1.6 ** x }),
      'major_complex',
    ],
    ['there and back', (x) => ({ yaw: 30 * Math.sin(Math.PI * x) }), 'major_complex'],
    [
      'one after the other',
      (x) => ({ ahead: 2 * Math.min(1, 2 * x), yaw: 30 * Math.max(0, 2 * x - 1) }),
      'major_complex',
    ],
    [
      'a pan in most of a push in',
      (x) => ({ ahead: 2 * x, yaw: 30 * Math.min(1, 1.43 * x) }),
      undefined,
    ],
  ])('%s', (_, way, word) => {
    expect(of(way).complexity).toBe(word)
  })
})

test('a view is what it is made of', () => {
  const view = viewOf({ yaw: 90 })
  expect(view.forward[0]).toBeCloseTo(1)
})
