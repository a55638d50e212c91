import { expect, test } from 'vitest'
import { captionScene } from '#captions'
import { LENGTHS } from '../../captions/english/lengths.ts'
import { wordsIn } from '../../captions/english/phrase.ts'
import { FORM_NAMES } from '../../captions/plan/form-names.ts'
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
    for (const form of FORM_NAMES)
      expect(wordsIn(captions.en[form].text), captions.en[form].text).toBeLessThanOrEqual(
        LENGTHS[form][1],
      )
    for (const { text } of Object.values(captions.en)) {
      expect(text).not.toMatch(
        /appears|we see|the image|the video|there (?:is|are)|render|frame \d|\bundefined\b|  /i,
      )
      expect(text).toMatch(/^[A-Z0-9].*\.$/)
    }
    expect(wordsIn(captions.en.short.text)).toBeGreaterThanOrEqual(8)
  }
})

test.each([tabletop, street, park, room])(
  '$name without the camera is its default caption but for that sentence',
  (scene) => {
    const filmed = film(scene)
    for (let seed = 0; seed < 6; seed++) {
      const { captions } = captionScene({ ...filmed, scene: { ...scene, seed } })
      const { default: whole, no_camera: left } = captions.en
      const gone = whole.sentences.filter(({ text }) => !left.text.includes(text))
      expect(gone).toHaveLength(1)
      expect(gone[0]?.text).toMatch(/^The camera /)
      expect(left.sentences).toEqual(whole.sentences.filter((one) => one !== gone[0]))
      expect(left.text).not.toMatch(/\bcamera (?:holds|stays|moves|pans|does)/)
    }
  },
)

test('the fields tell of their own matters only', () => {
  const { captions } = captionScene(film(park))
  const { main_object, background, style, motion, prompt } = captions.en
  expect(main_object.text).toMatch(/\bwalks\b/)
  expect(main_object.text).not.toMatch(/The camera|animation|daylight/)
  expect(background.text).toMatch(/^In a park, /)
  expect(background.text).not.toMatch(/walks|The camera|animation/)
  expect(style.text).toMatch(/3D animation\.$/)
  expect(motion.text).toMatch(/\bwalks\b.* The camera /)
  expect(motion.text).not.toMatch(/animation|stands? in/)
  expect(prompt.text).toMatch(/\bwalks\b.* The camera .*3D animation/)
})
