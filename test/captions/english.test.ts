import { expect, test } from 'vitest'
import { captionScene } from '#captions'
import { LENGTHS } from '../../captions/english/lengths.ts'
import { wordsIn } from '../../captions/english/phrase.ts'
import { film } from '../helpers/filmed.ts'
import { park } from './fixtures/park.ts'
import { room } from './fixtures/room.ts'
import { street } from './fixtures/street.ts'
import { tabletop } from './fixtures/tabletop.ts'

test.each([tabletop, street, park, room])('the words of $name', (scene) => {
  const file = captionScene(film(scene))
  expect(
    Object.fromEntries(Object.entries(file.captions.en).map(([form, { text }]) => [form, text])),
  ).toMatchSnapshot()
  expect(file.timeline.map(({ t, en }) => `${t.join('-')} ${en}`)).toMatchSnapshot()
})

test.each([tabletop, street, park, room])('$name keeps to lengths and to plain words', (scene) => {
  const filmed = film(scene)
  for (let seed = 0; seed < 4; seed++) {
    const { captions } = captionScene({ ...filmed, scene: { ...scene, seed } })
    for (const [form, most] of [
      ['short', LENGTHS.short[1]],
      ['default', LENGTHS.default[1]],
      ['dense', LENGTHS.dense[1]],
    ] as const)
      expect(wordsIn(captions.en[form].text), captions.en[form].text).toBeLessThanOrEqual(most)
    for (const { text } of Object.values(captions.en)) {
      expect(text).not.toMatch(
        /appears|we see|the image|the video|there (?:is|are)|render|frame \d|\bundefined\b|  /i,
      )
      expect(text).toMatch(/^[A-Z0-9].*\.$/)
    }
    expect(wordsIn(captions.en.short.text)).toBeGreaterThanOrEqual(8)
  }
})
