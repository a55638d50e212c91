import { expect, test } from 'vitest'
import type { KindName } from '#scenes'
import { NOUNS } from '../library.ts'
import { likeness, silhouettesOf, type Silhouette } from './silhouettes.ts'

/** Above this two things are one to who sees them as shadows. */
const MOST = 0.9

/**
 * What has no silhouette of its own: what lies on the ground as long and wide as its author says; the hole of a billiard table,
 * of which only the mouth is ever seen; what is on the wing, which strays about its place.
 */
const SHAPELESS: readonly KindName[] = [
  ...(['ground', 'road', 'footpath', 'pond', 'grass', 'rug'] as const),
  ...(['pocket', 'bird', 'butterfly'] as const),
]
const SHAPED = NOUNS.filter((kind) => !SHAPELESS.includes(kind))

/** All in a full run; else every fifth and those that came nearest to another when all were looked at. */
const NEAR: readonly KindName[] = [
  ...(['apple', 'orange', 'egg', 'glass', 'barrel'] as const),
  ...(['trash-bin', 'washing-machine', 'building', 'die', 'crate'] as const),
]
const LOOKED_AT = process.env['FULL']
  ? SHAPED
  : SHAPED.filter((kind, i) => i % 5 === 0 || NEAR.includes(kind))

test('no two nouns have the same silhouettes', { timeout: 300_000 }, async () => {
  expect(SHAPED.length).toBeGreaterThanOrEqual(100)
  const drawn = [...(await silhouettesOf(LOOKED_AT))]
  for (const [kind, masks] of drawn)
    for (const mask of masks) expect(mask.includes(1), kind).toBe(true)
  const alike = drawn.flatMap(([kind, masks], i) =>
    drawn
      .slice(0, i)
      .map(([other, theirs]) => ({ pair: `${kind}, ${other}`, is: likeness(masks, theirs) }))
      .filter(({ is }) => is > MOST),
  )
  expect(alike).toEqual([])
})

test('a ball and an orange are found to be alike, a bench and a toaster are not', async () => {
  const drawn = await silhouettesOf(['sphere', 'orange', 'bench', 'toaster'])
  const [ball, orange, bench, toaster] = [...drawn.values()] as [
    Silhouette[],
    Silhouette[],
    Silhouette[],
    Silhouette[],
  ]
  const [front, side, above] = bench as [Silhouette, Silhouette, Silhouette]
  expect(likeness(ball, orange)).toBeGreaterThan(MOST)
  expect(likeness(bench, toaster)).toBeLessThan(0.6)
  expect(likeness(bench, bench)).toBe(1)
  // One that shows its end where the other shows its front.
  expect(likeness([side, front, above], bench)).toBeGreaterThan(likeness(bench, toaster))
})
