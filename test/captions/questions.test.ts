import { expect, test } from 'vitest'
import { captionScene } from '#captions'
import type { Actor } from '#scenes'
import { film } from '../helpers/filmed.ts'
import { park } from './fixtures/park.ts'
import { room } from './fixtures/room.ts'
import { street } from './fixtures/street.ts'
import { tabletop } from './fixtures/tabletop.ts'

const files = [tabletop, street, park, room].map((scene) => captionScene(film(scene)))

test('every question is asked once, of verified claims', () => {
  for (const { questions, claims } of files) {
    expect(questions.length).toBeGreaterThan(4)
    const asked = questions.map(({ q }) => q)
    expect(new Set(asked).size, asked.join('\n')).toBe(asked.length)
    for (const { q, a, claims: ids } of questions) {
      expect(q).toMatch(/^(?:What|Where|Which|How many|Does|From which) .*\?$/)
      expect(a).toMatch(/^[a-z].*[^.]$/)
      expect(ids.length).toBeGreaterThan(0)
      for (const id of ids)
        expect(claims.find((claim) => claim.id === id)?.status, q).toBe('verified')
    }
  }
})

test('answers are what the scene has', () => {
  const [onTable, onStreet] = files.map(
    ({ questions }) => new Map(questions.map(({ q, a }) => [q, a])),
  ) as [Map<string, string>, Map<string, string>]
  expect(onTable.get('Does the ball move to the left or to the right?')).toBe('to the right')
  expect(onTable.get('Which moves first, the ball or the spinning top?')).toBe('the ball')
  expect(onTable.get('What color is the mug?')).toBe('green')
  expect(onTable.get('How many books are in view?')).toBe('two')
  expect(onTable.get('Does the camera move?')).toBe('no')
  expect(onTable.get('From which side does the light come?')).toBe('from the left')
  expect(onStreet.get('Does the car move to the left or to the right?')).toBe('to the left')
  expect(onStreet.get('What time of day is it?')).toBe('dusk')
  expect(onStreet.get('Where does it take place?')).toBe('on a street')
  expect(onStreet.get('What does the camera do?')).toBe('it pans right')
})

test('nobody is asked about who could be taken for another', () => {
  const mug = tabletop.actors.find(({ id }) => id === 'mug') as Actor
  const other = { ...mug, id: 'mug2', position: [0.2, 0.75, -0.2] } as Actor
  const { questions } = captionScene(film({ ...tabletop, actors: [...tabletop.actors, other] }))
  const asked = questions.map(({ q }) => q)
  expect(asked).not.toContain('What color is the mug?')
  expect(asked).toContain('How many mugs are in view?')
})

test('nobody is asked what color an orange is', () => {
  const mug = tabletop.actors.find(({ id }) => id === 'mug') as Actor
  const fruit = {
    ...mug,
    ...{ id: 'orange', noun: { en: 'orange' }, position: [0.2, 0.75, -0.2] },
    ...{ material: { color: 'orange' } },
  } as Actor
  const { questions, claims } = captionScene(
    film({ ...tabletop, actors: [...tabletop.actors, fruit] }),
  )
  expect(claims).toContainEqual(
    expect.objectContaining({ predicate: 'color', args: { actor: 'orange', color: 'orange' } }),
  )
  expect(questions.map(({ q }) => q)).not.toContain('What color is the orange?')
})
