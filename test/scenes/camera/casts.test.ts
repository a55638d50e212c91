import { expect, test } from 'vitest'
import { CLASSES } from './classes.ts'
import { CAMERA_TEMPLATES, labelledCasts } from './class-accuracy.ts'

/** The promise is made of twenty. */
const SEEDS = process.env['FULL'] ? 20 : 3

test.each(CAMERA_TEMPLATES)(
  '%s: every class is measured as what was asked for, and as nothing it could be taken for',
  { timeout: 60_000 + 10_000 * SEEDS },
  (template) => {
    const casts = labelledCasts({ seeds: SEEDS, templates: [template] })
    expect(casts).toHaveLength(CLASSES.length * SEEDS)
    const wrong = casts.filter(({ isRight, confusions }) => !isRight || confusions.length > 0)
    expect(
      wrong.map(({ name, seed, labels }) => ({ name, seed, motions: labels.motions })),
    ).toEqual([])
  },
)

test('the room has at least ten things in the way', () => {
  for (const { cast: room } of labelledCasts({ seeds: 1, templates: ['room'] }))
    expect(room.filter((id) => id.startsWith('piece')).length).toBeGreaterThanOrEqual(10)
})
