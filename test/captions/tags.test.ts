import { expect, test } from 'vitest'
import { captionScene, croppedTo, verifyText } from '#captions'
import { film } from '../helpers/filmed.ts'
import { street } from './fixtures/street.ts'
import { tabletop } from './fixtures/tabletop.ts'

const clips = { tabletop: film(tabletop), street: film(street) }

test.each([
  [
    'tabletop',
    [
      'red ball',
      'wooden table',
      'white vase',
      'two books',
      'rolling',
      'static camera',
      'slightly high angle',
      'soft daylight',
      '3D animation',
    ],
  ],
  [
    'street',
    [
      'woman in a red coat',
      'blue car',
      'three brick buildings',
      'walking',
      'driving',
      'pan right',
      'eye level',
      'street',
      'dusk',
      '3D animation',
    ],
  ],
] as const)(
  'tags of %s name who is seen, what happens, camera, place, light and look',
  (name, wanted) => {
    const filmed = clips[name]
    const { tags, claims } = captionScene(filmed)
    const texts = tags.map(({ text }) => text)
    expect(texts).toEqual(expect.arrayContaining([...wanted]))
    expect(new Set(texts).size).toBe(texts.length)
    expect(texts.length).toBeLessThanOrEqual(40)
    const verified = new Set(claims.filter((one) => one.status === 'verified').map(({ id }) => id))
    for (const tag of tags) {
      expect(tag.claims.length, tag.text).toBeGreaterThan(0)
      expect(
        tag.claims.every((id) => verified.has(id)),
        tag.text,
      ).toBe(true)
    }
    // The checker, which knows nothing of claims, finds each of them.
    for (const { text, claims: ids } of tags) {
      const kinds = claims.filter(({ id }) => ids.includes(id)).map(({ predicate }) => predicate)
      if (!kinds.every((kind) => ['exists', 'color', 'material'].includes(kind))) continue
      const [said] = verifyText(`A ${text} is in view.`, filmed)
      expect(said?.status, text).toBe('verified')
    }
  },
)

test('who is outside of a crop has no tag', () => {
  const texts = (x: number) =>
    captionScene(croppedTo(clips.tabletop, [x, 0, 416, 480])).tags.map(({ text }) => text)
  expect(texts(0)).not.toContain('vase')
  expect(texts(416)).not.toContain('mug')
})
