import { describe, expect, test } from 'vitest'
import { CastError, type Cast } from '#scenes'
import { castOf, MACHINES, template } from '../templates.ts'

/** Every count that is promised of them needs the thousand. */
const SEEDS = process.env['FULL'] ? 1000 : 6
/** Share of seeds that may come to nothing. */
const ALLOWED = 0.02

describe.each(MACHINES)('%s', (name) => {
  const casts: Cast[] = []
  const failures: string[] = []

  test(
    'its seeds come together, and every cast is as it expects',
    { timeout: 3000 * SEEDS + 60_000 },
    async () => {
      const of = template(name)
      for (let seed = 0; seed < SEEDS; seed++) {
        try {
          const made = await castOf(of, seed)
          if (casts.length < 24) casts.push(made)
        } catch (error) {
          if (!(error instanceof CastError)) throw error
          failures.push(error.message)
        }
      }
      expect(failures.length / SEEDS, failures.join('\n')).toBeLessThanOrEqual(ALLOWED)
    },
  )

  test('it expects at least two things', () => {
    expect(template(name).json).toHaveProperty('expect.1')
  })

  test('at least three kinds of event happen, with a cause and an effect', () => {
    const kinds = new Set(casts.flatMap(({ take }) => take.events.map(({ kind }) => kind)))
    for (const kind of ['starts', 'stops']) kinds.delete(kind as never)
    expect(kinds.size, [...kinds].join(', ')).toBeGreaterThanOrEqual(3)
    for (const { take } of casts)
      expect(take.events.some(({ kind, other }) => kind === 'contact' && other)).toBe(true)
  })

  test('it is day in some and evening in others', () => {
    const heights = casts.map(({ scene }) => scene.world.sun.elevation)
    expect(Math.max(...heights)).toBeGreaterThan(22)
    expect(Math.min(...heights)).toBeLessThan(18)
  })

  test('the same seed gives the same scene and the same take', async () => {
    const [first] = casts
    const again = await castOf(template(name), first?.seed ?? 0)
    expect(again.scene).toEqual(first?.scene)
    expect(again.take).toEqual(first?.take)
  })
})
