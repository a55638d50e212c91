import { expect, test } from 'vitest'
import type { Vec3 } from '#scenes'
import { smoothLine } from '../../../scenes/take/path.ts'

const bends: Vec3[] = [
  [0, 0, 0],
  [1, 0, 4],
  [5, 1, 4],
  [5.5, 1, 4.2],
  [9, 0, -3],
]

test('a straight line is as long as it is, and is walked evenly', () => {
  const line = smoothLine(
    [
      [0, 0, 0],
      [3, 0, 4],
    ],
    false,
  )
  expect(line.length).toBeCloseTo(5, 6)
  expect(line.at(2.5).point).toEqual([expect.closeTo(1.5, 6), 0, expect.closeTo(2, 6)])
  expect(line.at(2.5).direction).toEqual([expect.closeTo(0.6, 6), 0, expect.closeTo(0.8, 6)])
})

test('the line runs through every point', () => {
  const line = smoothLine(bends, false)
  const walked = Array.from({ length: 4001 }, (_, i) => line.at((line.length * i) / 4000).point)
  for (const point of bends)
    expect(Math.min(...walked.map((at) => distance(at, point)))).toBeLessThan(0.003)
})

test.each([false, true])(
  'equal distances along it are equal steps, whatever the spacing of its points (closed: %s)',
  (closed) => {
    const line = smoothLine(bends, closed)
    const step = line.length / 2000
    const steps = Array.from({ length: 2000 }, (_, i) =>
      distance(line.at(i * step).point, line.at((i + 1) * step).point),
    )
    // Chords of a bend are shorter than the bend, never longer.
    expect(Math.max(...steps) / step).toBeLessThan(1 + 1e-9)
    expect(Math.min(...steps) / step).toBeGreaterThan(0.97)
  },
)

test('its length is right to 1e-4: a circle of sixteen points', () => {
  const circle = Array.from({ length: 16 }, (_, i): Vec3 => [
    10 * Math.cos((i * Math.PI) / 8),
    0,
    10 * Math.sin((i * Math.PI) / 8),
  ])
  const line = smoothLine(circle, true)
  const fine = Array.from({ length: 100_001 }, (_, i) => line.at((line.length * i) / 100_000).point)
  const walked = fine.slice(1).reduce((sum, point, i) => sum + distance(point, fine[i] as Vec3), 0)
  expect(walked / line.length).toBeCloseTo(1, 4)
  // A Catmull-Rom circle of sixteen points is within 0.2 % of the true one.
  expect(line.length / (20 * Math.PI)).toBeCloseTo(1, 2)
})

test('directions are unit vectors', () => {
  const line = smoothLine(bends, false)
  for (let i = 0; i <= 50; i++)
    expect(Math.hypot(...line.at((line.length * i) / 50).direction)).toBeCloseTo(1, 6)
})

test('an open line is held at its ends, a closed one goes round', () => {
  const open = smoothLine(bends, false)
  expect(open.at(-1).point).toEqual(open.at(0).point)
  expect(distance(open.at(1e6).point, [9, 0, -3])).toBeLessThan(1e-9)
  const closed = smoothLine(bends, true)
  expect(distance(closed.at(closed.length + 1).point, closed.at(1).point)).toBeLessThan(1e-9)
})

test('a point written twice does not stop it', () => {
  const line = smoothLine(
    [
      [0, 0, 0],
      [1, 0, 0],
      [1, 0, 0],
      [2, 0, 0],
    ],
    false,
  )
  expect(line.length).toBeCloseTo(2, 4)
  expect(distance(line.at(2).point, [2, 0, 0])).toBeLessThan(1e-6)
})

function distance(a: Vec3, b: Vec3): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
