import { expect, test } from 'vitest'
import { checkNouns, parseScene, placeFindings, problemText } from '#scenes'

const scene = (actors: object[]) =>
  JSON.stringify({
    version: 1,
    name: 'nouns',
    clip: { width: 64, height: 64, fps: 8, frames: 8 },
    cameras: [{ position: [0, 1, 5], lookAt: [0, 0, 0] }],
    actors,
  })

test('a noun without Chinese is told with its place and how to mend it', () => {
  const text = scene([
    { kind: 'sphere', id: 'plain', radius: 1 },
    { kind: 'sphere', id: 'both', radius: 1, noun: { en: 'orb', zh: '球体' } },
    {
      kind: 'group',
      id: 'loose',
      children: [{ kind: 'sphere', id: 'inner', radius: 1, noun: { en: 'orb' } }],
    },
    {
      kind: 'group',
      id: 'one',
      noun: { en: 'pair', zh: '一对' },
      children: [{ kind: 'sphere', id: 'part', radius: 1, noun: { en: 'orb' } }],
    },
  ])
  const found = placeFindings(text, 'nouns.json', checkNouns(parseScene(text, 'nouns.json')))
  expect(found.map(problemText)).toEqual([
    expect.stringMatching(
      /^nouns\.json:1:\d+: actors\[2\]\.children\[0\]\.noun has no Chinese: a clip that shows `inner` has no .* add `zh`/,
    ),
  ])
  expect(found.every(({ severity }) => severity === 'warning')).toBe(true)
})
