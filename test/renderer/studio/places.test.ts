import { describe, expect, test } from 'vitest'
import { namePlaces } from '../../../renderer/studio/player/name-places.ts'
import { cameraMoves, lanesOf, withLabel } from '../../../renderer/studio/timeline/lanes.ts'

describe('names of boxes', () => {
  const size = { width: 400, height: 200 }

  test('a name stands over its box, in it at the upper edge, and to the left at the right edge', () => {
    expect(namePlaces([{ box: [40, 60, 90, 100], letters: 4 }], size)).toEqual([
      { at: 'over', side: 'left' },
    ])
    expect(namePlaces([{ box: [40, 4, 90, 190], letters: 4 }], size)).toEqual([
      { at: 'in', side: 'left' },
    ])
    expect(namePlaces([{ box: [380, 60, 399, 100], letters: 8 }], size)[0]?.side).toBe('right')
  })

  test('of two that would hide each other the larger gives way', () => {
    const [large, small] = namePlaces(
      [
        { box: [40, 60, 200, 150], letters: 11 },
        { box: [60, 62, 90, 90], letters: 4 },
      ],
      size,
    )
    expect(small).toEqual({ at: 'over', side: 'left' })
    expect(large).toEqual({ at: 'under', side: 'left' })
  })
})

describe('bars of claims', () => {
  test('what overlaps is in another lane, what follows in the same', () => {
    const spans = [
      [0, 10],
      [4, 8],
      [8, 12],
      [10, 14],
    ] as const
    expect(lanesOf(spans)).toEqual({ lanes: [0, 1, 1, 0], count: 2 })
  })

  test('words reach out of a short bar, and back from the end of the clip', () => {
    expect(withLabel([0, 4], 10, 40)).toEqual({ space: [0, 10], isAtEnd: false })
    expect(withLabel([0, 20], 10, 40)).toEqual({ space: [0, 20], isAtEnd: false })
    expect(withLabel([36, 38], 10, 40)).toEqual({ space: [28, 38], isAtEnd: true })
    // Where there is no room at all, they stay where the bar begins.
    expect(withLabel([2, 4], 60, 40)).toEqual({ space: [2, 62], isAtEnd: false })
  })
})

test('three moves of a camera at once lie in three lanes, what comes after them in the first', () => {
  const segment = (motion: string, from: number, to: number, status = 'present') => ({
    ...{ motion, to: 'in_out', frames: [from, to], status },
  })
  const shots = [
    {
      frames: [0, 48],
      segments: [
        segment('pan', 0, 40),
        segment('tilt', 2, 40),
        segment('dolly', 4, 40),
        segment('roll', 0, 40, 'grey'),
        segment('zoom', 40, 48),
      ],
    },
    { frames: [48, 60], segments: [] },
  ]
  const moves = cameraMoves({ camera: { shots } } as never)
  expect(moves.map(({ words }) => words)).toEqual([
    'pan in out',
    'tilt in out',
    'dolly in out',
    'zoom in out',
    'still',
  ])
  expect(lanesOf(moves.map(({ span }) => span))).toEqual({ lanes: [0, 1, 2, 0, 0], count: 3 })
})
