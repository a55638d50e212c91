import { expect, test } from 'vitest'
import { captionScene, verifyText, windowOf } from '#captions'
import { film } from '../helpers/filmed.ts'
import { street } from './fixtures/street.ts'
import { tabletop } from './fixtures/tabletop.ts'

test('a window tells of nothing that happens after it, nor before', () => {
  const filmed = film(tabletop)
  // The ball rolls from 0.4 s to 2.6 s, then the top spins.
  const [early, late] = [captionScene(filmed, [0, 60]), captionScene(filmed, [72, 97])]
  expect(early.captions.en.default.text).toMatch(/ball rolls/)
  expect(early.captions.en.dense.text).not.toMatch(/spins|whirls|stop/)
  expect(late.captions.en.default.text).toMatch(/spinning top (?:spins|whirls|turns)/)
  expect(late.captions.en.dense.text).not.toMatch(/rolls/)
  for (const { window, claims } of [early, late])
    for (const { frames } of claims) {
      expect(frames[0]).toBeGreaterThanOrEqual(window.frames[0])
      expect(frames[1]).toBeLessThanOrEqual(window.frames[1])
    }
  expect(late.timeline.every(({ t }) => t[0] >= 72 / 24 && t[1] <= 97 / 24 + 1e-6)).toBe(true)
  expect(late.camera.shots.map(({ frames }) => frames)).toEqual([[72, 97]])
})

test.each([
  ['tabletop', tabletop],
  ['street', street],
] as const)('the checker reads the captions of every window of %s back', (_, scene) => {
  const filmed = film(scene)
  const { frames } = filmed.take
  for (const [from, to] of [
    [0, 30],
    [20, 81],
    [40, frames],
  ] as [number, number][]) {
    const { captions } = captionScene(filmed, [from, to])
    for (const { text } of Object.values(captions.en)) {
      const wrong = verifyText(text, windowOf(filmed, from, to)).filter(
        ({ status }) => status !== 'verified',
      )
      expect(wrong, `${from}..${to}: ${text}`).toEqual([])
    }
  }
})

test('a window of all frames is the clip', () => {
  const filmed = film(street)
  expect(captionScene(filmed, [0, filmed.take.frames])).toEqual(captionScene(filmed))
})
