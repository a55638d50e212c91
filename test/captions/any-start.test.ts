import { expect, test } from 'vitest'
import { captionAnyStart, captionScene, verifyText, windowOf } from '#captions'
import type { Scene } from '#scenes'
import { ballClip } from '../helpers/ball-clip.ts'
import { film } from '../helpers/filmed.ts'
import { street } from './fixtures/street.ts'
import { tabletop } from './fixtures/tabletop.ts'

/** At 12 frames a second: half as many windows of the same length in time. */
const clips = { tabletop: film(halved(tabletop)), street: film(halved(street)) }

function halved(scene: Scene): Scene {
  const { fps, frames } = scene.clip
  return { ...scene, clip: { ...scene.clip, fps: fps / 2, frames: Math.ceil(frames / 2) } }
}

test.each([
  ['tabletop', 41],
  ['street', 57],
] as const)('what is told of any window of %s, %i frames long, is so in each', (name, length) => {
  const filmed = clips[name]
  const { frames } = filmed.take
  const told = captionAnyStart(filmed, length)
  expect(told.window).toMatchObject({ frames: [0, frames], any: length })
  expect(told.claims.length).toBeGreaterThan(10)
  const last = frames - length
  for (const start of [0, 1, Math.round(last / 3), last - 1, last]) {
    const alone = captionScene(filmed, [start, start + length])
    const proven = alone.claims.flatMap(({ status, predicate, args }) =>
      status === 'verified' ? [{ predicate, args }] : [],
    )
    for (const { predicate, args } of told.claims)
      expect(proven, `${start}: ${predicate}`).toContainEqual({ predicate, args })
    const window = windowOf(filmed, start, start + length)
    for (const { text, sentences } of Object.values(told.captions.en)) {
      const wrong = verifyText(text, window).filter(({ status }) => status !== 'verified')
      expect(wrong, `${start}: ${text}`).toEqual([])
      for (const { claims } of sentences) expect(claims.length).toBeGreaterThan(0)
    }
    for (const { q, a } of told.questions)
      expect(alone.questions.map((one) => `${one.q} ${one.a}`)).toContain(`${q} ${a}`)
  }
  expect(told.captions.en.default.text).toMatch(/red/)
})

test('what happens in some windows only is not told', () => {
  const filmed = clips.tabletop
  // The ball rolls from 0.4 s to 2.6 s, the top spins after that; half a second may hold either, or neither.
  const { captions, claims } = captionAnyStart(filmed, 10)
  expect(JSON.stringify(captions)).not.toMatch(/roll|spins|whirl|turns/)
  expect(captions.en.dense.text).toMatch(/vase/)
  expect(claims.map(({ predicate }) => predicate)).not.toContain('moves')
  expect(claims.map(({ predicate }) => predicate)).toContain('place')
  expect(captionScene(filmed, [15, 25]).captions.en.short.text).toMatch(/rolls/)
})

test('the one window of a clip is the clip', () => {
  const filmed = clips.street
  const [any, all] = [captionAnyStart(filmed, filmed.take.frames), captionScene(filmed)]
  const texts = ({ captions }: typeof all) => Object.values(captions.en).map(({ text }) => text)
  expect(texts(any)).toEqual(texts(all))
  expect(any.questions.map(({ q }) => q)).toEqual(all.questions.map(({ q }) => q))
})

test('an 81-frame window tells of nothing that begins after its frame 80', () => {
  const filmed = ballClip({ rolls: [3.4, 5.2], clip: { fps: 24, frames: 129 } })
  expect(captionScene(filmed).captions.en.short.text).toMatch(/rolls/)
  const early = captionScene(filmed, [0, 81])
  expect(JSON.stringify(early.captions)).not.toMatch(/roll|mov(?:es|ing) (?:to|across)/)
  expect(early.claims.map(({ predicate }) => predicate)).not.toContain('moves')
  expect(early.timeline).toEqual([])
  for (const { frames } of early.claims) expect(frames[1]).toBeLessThanOrEqual(81)
})
