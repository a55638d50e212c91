import { expect, test } from 'vitest'
import { migrate } from '#scenes'
import { climb, type Migration } from '../../scenes/migrate.ts'

test('a scene of this version is left as it is', () => {
  const scene = { version: 1, name: 'x' }
  expect(migrate(scene)).toBe(scene)
})

test('an older scene climbs step by step, and the original is left alone', () => {
  const steps: Record<number, Migration> = {
    1: ({ name, ...rest }) => ({ ...rest, title: name }),
    2: (scene) => ({ ...scene, tags: [scene['title']] }),
  }
  const old = { version: 1, name: 'park' }
  expect(climb(old, 3, steps)).toEqual({ version: 3, title: 'park', tags: ['park'] })
  expect(climb({ version: 2, title: 'x' }, 3, steps)).toEqual({
    version: 3,
    title: 'x',
    tags: ['x'],
  })
  expect(old).toEqual({ version: 1, name: 'park' })
})

test.each([
  [{ version: 2 }, /written by a newer groundreel; update groundreel/],
  [{ version: 0 }, /must be the number 1/],
  [{ version: 1.5 }, /must be the number 1/],
  [{ version: '1' }, /must be the number 1/],
  [{ name: 'x' }, /version is missing/],
  [null, /version is missing/],
])('%j is refused', (json, words) => {
  expect(() => migrate(json)).toThrow(words)
})

test('a hole in the table is an error, not a silent jump', () => {
  expect(() => climb({ version: 1 }, 3, { 1: (scene) => scene })).toThrow(
    'no migration leads from version 2 to 3',
  )
})
