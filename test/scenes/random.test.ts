import { expect, test } from 'vitest'
import { Random } from '#scenes'

const draw = (random: Random, count: number) => Array.from({ length: count }, () => random.unit())

test('streams are what they were when the first scenes were made', () => {
  expect(draw(Random.of(0), 4).map((unit) => unit * 2 ** 32)).toEqual([
    1_294_373_824, 2_586_832_129, 2_783_732_394, 3_993_850_057,
  ])
  expect(draw(Random.of(42).fork('trees'), 3).map((unit) => unit * 2 ** 32)).toEqual([
    2_851_640_080, 4_017_807_799, 2_996_466_553,
  ])
})

test('the same seed and name give the same stream', () => {
  expect(draw(Random.of(7).fork('a'), 20)).toEqual(draw(Random.of(7).fork('a'), 20))
})

test('a fork depends on names only: draws made before or after do not move it', () => {
  const parent = Random.of(7)
  const early = draw(parent.fork('clouds'), 5)
  draw(parent, 13)
  parent.fork('trees').unit()
  expect(draw(parent.fork('clouds'), 5)).toEqual(early)
})

test('forking does not move the stream forked from', () => {
  const [plain, forked] = [Random.of(3), Random.of(3)]
  forked.fork('x').unit()
  expect(draw(forked, 5)).toEqual(draw(plain, 5))
})

test('forks of different names, seeds and depths are different streams', () => {
  const streams = [
    Random.of(0),
    Random.of(1),
    Random.of(-1),
    Random.of(2 ** 32 - 1),
    Random.of(0).fork('a'),
    Random.of(0).fork('b'),
    Random.of(1).fork('a'),
    Random.of(0).fork('a').fork('b'),
    Random.of(0).fork('b').fork('a'),
    Random.of(0).fork('ab'),
  ]
  const firsts = streams.map((random) => draw(random, 3).join())
  expect(new Set(firsts).size).toBe(streams.length)
})

test('neighbouring streams are uncorrelated', () => {
  const n = 4000
  const [a, b] = [draw(Random.of(5).fork('actor-1'), n), draw(Random.of(5).fork('actor-2'), n)]
  const covariance =
    a.reduce((sum, value, i) => sum + (value - 0.5) * ((b[i] as number) - 0.5), 0) / n
  // The standard error of the correlation is 1 / sqrt(n); 4 of them is one false alarm in 16,000, and the seed is fixed.
  expect(Math.abs(covariance * 12)).toBeLessThan(4 / Math.sqrt(n))
})

test.each([0, 1, 123_456_789])(
  'seed %i is uniform: chi-squared over 16 bins, mean, first draws',
  (seed) => {
    const n = 16_000
    const values = draw(Random.of(seed), n)
    const bins = Array.from(
      { length: 16 },
      (_, k) => values.filter((value) => Math.floor(value * 16) === k).length,
    )
    const chi = bins.reduce((sum, count) => sum + (count - n / 16) ** 2 / (n / 16), 0)
    // 15 degrees of freedom: 37.7 is the 0.1 % quantile.
    expect(chi).toBeLessThan(37.7)
    expect(values.reduce((sum, value) => sum + value, 0) / n).toBeCloseTo(0.5, 1)
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...values)).toBeLessThan(1)
  },
)

test('the first draws of successive seeds are uniform too', () => {
  const firsts = Array.from({ length: 2000 }, (_, seed) => Random.of(seed).unit())
  const below = firsts.filter((value) => value < 0.25).length
  expect(Math.abs(below - 500)).toBeLessThan(4 * Math.sqrt(2000 * 0.25 * 0.75))
})

test('int includes both ends and nothing beyond', () => {
  const random = Random.of(11)
  const seen = new Set(Array.from({ length: 300 }, () => random.int(-1, 2)))
  expect([...seen].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2])
})

test('between stays within its bounds', () => {
  const random = Random.of(12)
  const values = Array.from({ length: 1000 }, () => random.between(-3, 5))
  expect(Math.min(...values)).toBeGreaterThanOrEqual(-3)
  expect(Math.max(...values)).toBeLessThan(5)
  expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(7.8)
})

test('pick reaches every item, and says so when there is none', () => {
  const random = Random.of(13)
  expect(new Set(Array.from({ length: 100 }, () => random.pick(['a', 'b', 'c'])))).toEqual(
    new Set(['a', 'b', 'c']),
  )
  expect(() => random.pick([])).toThrow('empty list')
})
