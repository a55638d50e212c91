import { expect, test } from 'vitest'
import { captionScene, verifyText } from '#captions'
import { film } from '../helpers/filmed.ts'
import { park } from './fixtures/park.ts'
import { room } from './fixtures/room.ts'
import { street } from './fixtures/street.ts'
import { tabletop } from './fixtures/tabletop.ts'

const SEEDS = process.env.FULL ? 40 : 4

test.each([tabletop, street, park, room])(
  'the checker reads every caption of $name back and finds it true',
  (scene) => {
    const filmed = film(scene)
    for (let seed = 0; seed < SEEDS; seed++) {
      const told = { ...filmed, scene: { ...scene, seed } }
      const file = captionScene(told)
      for (const { text } of Object.values(file.captions.en)) {
        const wrong = verifyText(text, told).filter(({ status }) => status !== 'verified')
        expect(wrong, `seed ${seed}: ${text}`).toEqual([])
      }
    }
  },
)

test('every sentence names verified claims only', () => {
  const file = captionScene(film(street))
  const verified = new Set(
    file.claims.filter(({ status }) => status === 'verified').map(({ id }) => id),
  )
  for (const { sentences } of Object.values(file.captions.en))
    for (const { text, claims } of sentences) {
      expect(claims.length, text).toBeGreaterThan(0)
      expect(
        claims.filter((id) => !verified.has(id)),
        text,
      ).toEqual([])
    }
})

test('the same clip gives the same words, another seed other ones', () => {
  const filmed = film(tabletop)
  const say = (seed: number) =>
    captionScene({ ...filmed, scene: { ...tabletop, seed } }).captions.en.default.text
  expect(say(3)).toBe(say(3))
  expect(new Set(Array.from({ length: 12 }, (_, seed) => say(seed))).size).toBeGreaterThan(4)
})

test('what is not seen is not said', () => {
  const filmed = film(tabletop)
  const { observations } = filmed
  const hidden = {
    ...observations,
    members: observations.members.map((member) =>
      member.id === 'vase' ? { ...member, seen: member.seen.map((_, i) => i === 0) } : member,
    ),
  }
  const file = captionScene({ ...filmed, observations: hidden })
  expect(JSON.stringify(file.captions)).not.toContain('vase')
  expect(JSON.stringify(captionScene(filmed).captions)).toContain('vase')
})
