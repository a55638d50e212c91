import { expect, test } from 'vitest'
import { captionScene, negativesOf } from '#captions'
import { film } from '../helpers/filmed.ts'
import { park } from './fixtures/park.ts'
import { room } from './fixtures/room.ts'
import { street } from './fixtures/street.ts'
import { tabletop } from './fixtures/tabletop.ts'

const made = [tabletop, street, park, room].map((scene) => {
  const filmed = film(scene)
  const file = captionScene(filmed)
  return { file, negatives: negativesOf(filmed, file) }
})

test('a negative tells one verified claim otherwise, and nothing else', () => {
  const kinds = new Set<string>()
  for (const { file, negatives } of made) {
    expect(negatives.length).toBeGreaterThan(2)
    for (const { form, text, changed, proof } of negatives) {
      const claim = file.claims.find(({ id }) => id === changed)
      expect(claim?.status).toBe('verified')
      kinds.add(claim?.predicate ?? '')
      const [gone, come] = difference(file.captions.en[form].text, text)
      expect(gone.length, text).toBeGreaterThan(0)
      expect(gone.length, `${gone.join(' ')} -> ${come.join(' ')}`).toBeLessThanOrEqual(4)
      expect(proof.status).toBe('refuted')
      const near = proof.text.toLowerCase()
      expect(
        come.some((word) => near.includes(word.toLowerCase().replace(/[.,]$/, ''))),
        near,
      ).toBe(true)
    }
  }
  expect([...kinds].sort()).toEqual(
    expect.arrayContaining(['camera', 'color', 'count', 'daytime', 'heads']),
  )
})

test('what it says is not so in the scene', () => {
  const [onTable] = made as [(typeof made)[number]]
  const texts = onTable.negatives.map(({ text }) => text)
  // The ball goes right, and nothing on the table is blue.
  expect(texts.some((text) => /from right to left|to the left/.test(text))).toBe(true)
  expect(texts.some((text) => /\bblue\b/.test(text))).toBe(true)
})

/** The words between the first that differs and the last. */
function difference(a: string, b: string): [gone: string[], come: string[]] {
  const [one, other] = [a.split(' '), b.split(' ')]
  let [start, end] = [0, 0]
  while (start < one.length && one[start] === other[start]) start++
  while (
    end < Math.min(one.length, other.length) - start &&
    one.at(-1 - end) === other.at(-1 - end)
  )
    end++
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)]
}
