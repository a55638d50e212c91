import { expect, test } from 'vitest'
import { EASE_NAMES, EASINGS } from '../../../scenes/take/easing.ts'

test.each(EASE_NAMES)('%s begins at 0, ends at 1 and never turns back', (name) => {
  const ease = EASINGS[name]
  expect(ease(0)).toBe(0)
  expect(ease(1)).toBe(1)
  const values = Array.from({ length: 101 }, (_, i) => ease(i / 100))
  values.slice(1).forEach((value, i) => expect(value).toBeGreaterThan(values[i] as number))
})

test('`in` sets off from rest, `out` comes to rest, `in-out` does both', () => {
  const speed = (name: 'in' | 'out' | 'in-out', x: number) =>
    (EASINGS[name](x + 1e-6) - EASINGS[name](x - 1e-6)) / 2e-6
  expect(speed('in', 0)).toBeCloseTo(0, 4)
  expect(speed('out', 1)).toBeCloseTo(0, 4)
  expect(speed('in-out', 0)).toBeCloseTo(0, 4)
  expect(speed('in-out', 1)).toBeCloseTo(0, 4)
  expect(EASINGS['in-out'](0.5)).toBe(0.5)
})
