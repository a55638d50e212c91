import { beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '#capture'
import { flowOf, motionBetween, type Grey } from '../oracle/image-motion.ts'
import { CLASSES } from '../scenes/camera/classes.ts'
import { faultsOf, seenOfClasses, type Seen } from './pixel-directions.ts'

describe('the measuring itself', () => {
  const SIDE = 128
  /** A pattern that is known between the pixels too, seen by a picture that is shifted, grown and turned about its middle. */
  function seenBy(shift: [number, number], growth = 0, turn = 0): Grey {
    const values = new Float32Array(SIDE * SIDE)
    const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)]
    for (let y = 0; y < SIDE; y++)
      for (let x = 0; x < SIDE; x++) {
        const [u, v] = [x + 0.5 - SIDE / 2 - shift[0], y + 0.5 - SIDE / 2 - shift[1]]
        const [p, q] = [(u * cos + v * sin) / (1 + growth), (v * cos - u * sin) / (1 + growth)]
        values[y * SIDE + x] = pattern(p, q)
      }
    return { width: SIDE, height: SIDE, values }
  }
  const waves = Array.from({ length: 24 }, (_, k) => ({
    along: 0.5 * Math.sin(12.9 * k + 1),
    across: 0.5 * Math.sin(78.2 * k + 2),
    phase: 43.7 * k,
  }))
  const pattern = (x: number, y: number) =>
    128 + waves.reduce((sum, w) => sum + 12 * Math.sin(w.along * x + w.across * y + w.phase), 0)

  test.each([
    [0, 0],
    [3, 0],
    [-4.25, 1.5],
    [0.4, -6.7],
  ])('a shift by %d, %d pixels', (x, y) => {
    const blocks = motionBetween(seenBy([0, 0]), seenBy([x, y]))
    expect(blocks.length).toBeGreaterThan(100)
    for (const { dx, dy } of blocks) expect(Math.hypot(dx - x, dy - y)).toBeLessThan(0.25)
    const { shift } = flowOf(blocks)
    expect(Math.hypot(shift[0] - x, shift[1] - y)).toBeLessThan(0.05)
  })

  test('growth and a turn', () => {
    const { shift, growth, turn } = flowOf(
      motionBetween(seenBy([0, 0]), seenBy([1.5, -2], 0.03, -3)),
    )
    expect(Math.hypot(shift[0] - 1.5, shift[1] + 2)).toBeLessThan(0.1)
    expect(Math.abs(growth - 0.03)).toBeLessThan(0.002)
    expect(Math.abs(turn + 3)).toBeLessThan(0.1)
  })

  test('what has no pattern, and what is gone, does not move', () => {
    const flat = { width: SIDE, height: SIDE, values: new Float32Array(SIDE * SIDE).fill(90) }
    expect(motionBetween(flat, flat)).toEqual([])
    // One look-alike among 256 blocks may be.
    expect(motionBetween(seenBy([0, 0]), seenBy([40, 33])).length).toBeLessThan(3)
  })
})

describe('what a camera does is seen on the pixels', () => {
  const all = new Map<string, Seen>()
  const of = (name: string) => all.get(name) as Seen

  beforeAll(async () => {
    const session = await openSession()
    try {
      for (const seen of await seenOfClasses(session)) all.set(seen.name, seen)
    } finally {
      await session.close()
    }
  })

  test.each(CLASSES)('$name, as a pinhole camera makes it', ({ name }) => {
    expect(faultsOf(of(name))).toEqual([])
  })

  /** Near things move about three times as fast as far ones: they are so much nearer. */
  const parallax = { least: 2.4, most: 3.6 }
  /** A turn and a lens move near and far alike, but for what lies farther from the middle. */
  const alike = { least: 0.85, most: 1.15 }

  test.each([
    ['Pan_Left', 'Pan_Right', 'right', alike],
    ['Tilt_Up', 'Tilt_Down', 'down', alike],
    ['Move_Left', 'Move_Right', 'right', parallax],
    ['Move_Up', 'Move_Down', 'down', parallax],
  ])('%s moves the picture against it, %s back', (there, back, way, ratio) => {
    const axis = way === 'right' ? 0 : 1
    for (const [name, sign] of [
      [there, 1],
      [back, -1],
    ] as const) {
      const { near, far } = of(name)
      expect(sign * far.shift[axis], name).toBeGreaterThan(1)
      expect(near.shift[axis] / far.shift[axis], name).toBeGreaterThan(ratio.least)
      expect(near.shift[axis] / far.shift[axis], name).toBeLessThan(ratio.most)
      expect(Math.abs(far.shift[1 - axis]!), name).toBeLessThan(0.2)
    }
  })

  test.each([
    ['Zoom_In', 1, alike],
    ['Zoom_Out', -1, alike],
    ['Move_In', 1, { least: 2.4, most: 5 }],
    ['Move_Out', -1, { least: 2, most: 3.6 }],
  ])('%s spreads the picture from its middle by the sign %d', (name, sign, ratio) => {
    const { near, far } = of(name)
    expect(sign * far.growth).toBeGreaterThan(0.005)
    expect(near.growth / far.growth).toBeGreaterThan(ratio.least)
    expect(near.growth / far.growth).toBeLessThan(ratio.most)
  })

  test('a roll turns the picture against it', () => {
    expect(of('Roll_Clockwise').far.turn).toBeLessThan(-2.5)
    expect(of('Roll_Counterclockwise').far.turn).toBeGreaterThan(2.5)
  })
})
