import { describe, expect, test } from 'vitest'
import { labelShot, parseScene, shoot, type LabelledShot } from '#scenes'

/** A person at the origin who looks along +Z, and a ball that rolls along +X at 1 m/s. */
const ACTORS = [
  { id: 'ground', kind: 'plane', size: [60, 60] },
  { id: 'ann', kind: 'person' },
  { id: 'box', kind: 'box', size: [1, 1, 1], position: [8, 0, 0] },
  {
    id: 'ball',
    kind: 'sphere',
    radius: 0.5,
    position: [0, 0, -8],
    motion: [
      {
        kind: 'move',
        keys: [
          { t: 0, position: [0, 0, -8] },
          { t: 2, position: [2, 0, -8], ease: 'linear' },
        ],
      },
    ],
  },
]

function labelled(camera: object): LabelledShot {
  const scene = parseScene(
    JSON.stringify({
      version: 1,
      name: 'stand',
      clip: { width: 640, height: 352, frames: 49, fps: 24 },
      cameras: [camera],
      actors: ACTORS,
    }),
    'stand.json',
  )
  const take = shoot(scene)
  return labelShot({ scene, take, camera: 0, shot: 0 }, 5)
}

function seen(position: number[], subject = 'ann', frame = 0) {
  return labelled({ position, lookAt: subject }).framing?.(frame)
}

describe('the side that is seen', () => {
  test.each([
    ['front', [0, 1, 4]],
    ['front left', [3, 1, 3]],
    ['left', [4, 1, 0]],
    ['back', [0, 1, -4]],
    ['back right', [-3, 1, -3]],
    ['right', [-4, 1, 0]],
  ])('%s', (side, position) => {
    expect(seen(position)?.side).toBe(side)
  })

  test('between two sides, and from right above, there is none', () => {
    const half = (22.5 * Math.PI) / 180
    expect(seen([4 * Math.sin(half), 1, 4 * Math.cos(half)])?.side).toBeUndefined()
    expect(seen([0, 9, 1])?.side).toBeUndefined()
  })

  test('of what goes somewhere it is told by its way, of a thing at rest not at all', () => {
    expect(seen([8, 1, -8], 'ball', 24)?.side).toBe('front')
    expect(seen([1, 1, -3], 'ball', 24)?.side).toBe('right')
    expect(seen([8, 1, 5], 'box')?.side).toBeUndefined()
  })
})

test.each([
  ['above', 3],
  ['at', 1],
  ['below', -1],
  [undefined, 1.78],
])('the height of the camera by that of the subject: %s', (height, y) => {
  expect(seen([0, y, 4])?.height).toBe(height)
})

describe('what comes of the subject over the shot', () => {
  const filmed = (...moves: object[]) =>
    labelled({ position: [0, 1, 6], lookAt: 'ann', moves }).change

  test.each([
    ['dolly', 'in', { size: 'larger', distance: 'nearer' }],
    ['dolly', 'out', { size: 'smaller', distance: 'farther' }],
    ['zoom', 'in', { size: 'larger', distance: 'same' }],
    ['zoom', 'out', { size: 'smaller', distance: 'same' }],
  ])('%s %s', (kind, to, change) => {
    expect(filmed({ kind, to, amount: kind === 'zoom' ? 1.6 : 0.4 })).toEqual(change)
  })

  test('a dolly zoom keeps its size', () => {
    const change = filmed({ kind: 'dolly-zoom', to: 'in', amount: 0.3 })
    expect(change?.distance).toBe('nearer')
    expect(change?.size).not.toBe('larger')
    expect(change?.size).not.toBe('smaller')
  })

  test('it comes nearer by itself', () => {
    const { change } = labelled({ position: [7, 1, -8], lookAt: 'ball' })
    expect(change).toEqual({ size: 'larger', distance: 'nearer' })
  })
})
