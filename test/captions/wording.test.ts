import { expect, test } from 'vitest'
import { captionScene } from '#captions'
import type { Facts } from '../../captions/facts/facts.ts'
import { film, staged, statuses } from '../helpers/filmed.ts'
import { ball } from './fixtures/ball.ts'
import { room } from './fixtures/room.ts'

const cube = (id: string, at: number[], more: object = {}) => ({
  id,
  kind: 'box',
  noun: { en: 'cube' },
  size: [0.5, 0.5, 0.5],
  position: at,
  ...more,
})
const textsOf = (facts: Facts) =>
  [0, 1, 2, 3].flatMap((seed) =>
    Object.values(captionScene({ ...facts, scene: { ...facts.scene, seed } }).captions.en),
  )

test('nobody is another one of a noun while more of them are to be seen', () => {
  const { roll: _, ...along } = ball('', 'red', 0, 1).motion[0] as Record<string, unknown>
  const points = [
    [-0.4, 0, -2],
    [0.4, 0, -2],
  ]
  const cubes = [
    cube('a', [0, 0, -2], { motion: [{ ...along, points }] }),
    cube('b', [-1.4, 0, 1]),
    cube('c', [1.4, 0, 1], { motion: [{ kind: 'spin', speed: 2 }] }),
  ]
  const told = (few: object[]) => textsOf(staged(few)).map(({ text }) => text)
  expect(told(cubes).join(' ')).not.toMatch(/another (?:gray )?cube/)
  expect(told(cubes.slice(0, 2)).join(' ')).toMatch(/another gray cube/)
})

test('that things are in the background is said once, on the claims of each', () => {
  const facts = staged([
    ball('ball', 'red', 1, 1),
    {
      id: 'house',
      kind: 'box',
      noun: { en: 'building' },
      size: [3, 3, 2],
      position: [-2, 0, -9],
    },
    {
      id: 'pole',
      kind: 'cylinder',
      radius: 0.12,
      height: 3,
      noun: { en: 'street lamp' },
      position: [3, 0, -9],
    },
  ])
  for (let seed = 0; seed < 4; seed++) {
    const { captions, claims } = captionScene({ ...facts, scene: { ...facts.scene, seed } })
    const { text, sentences } = captions.en.dense
    expect(text.match(/background/g), text).toHaveLength(1)
    const said = sentences.find((one) => one.text.includes('background'))?.claims ?? []
    const framed = claims.filter(({ predicate, id }) => predicate === 'framed' && said.includes(id))
    expect(framed.map(({ args }) => (args as { actor: string }).actor).sort()).toEqual([
      'house',
      'pole',
    ])
  }
})

test('what is painted on the ground is there, and does not lie there', () => {
  const arrow = { kind: 'box', noun: { en: 'arrow' }, size: [0.8, 0.01, 0.3] }
  const facts = staged([
    ball('ball', 'red', 0, 1),
    { ...arrow, id: 'arrow', position: [0.4, 0.01, 1.4], material: { color: 'black' } },
  ])
  const told = textsOf(facts).filter(({ text }) => text.includes('arrow'))
  expect(told.length).toBeGreaterThan(0)
  for (const { text } of told) {
    expect(text).not.toMatch(/arrow lies|lies an arrow|arrow stands/)
    expect(new Set(statuses(text, facts)), text).toEqual(new Set(['verified']))
  }
})

test('out of the picture is on the left, and at the bottom', () => {
  const down = {
    kind: 'path',
    points: [
      [0, 0, 0],
      [0, 0, 5.5],
    ],
    from: 0,
    to: 1.6,
    roll: 0.3,
    face: 'keep',
  }
  const facts = staged([{ ...ball('ball', 'red', 0, 1), motion: [down] }])
  const { default: plain } = captionScene(facts).captions.en
  expect(plain.text).toContain('leaves the frame at the bottom')
  expect(new Set(statuses(plain.text, facts))).toEqual(new Set(['verified']))
})

test('nothing goes down a pocket as down a ramp', () => {
  const pocket = (noun: string) =>
    staged([
      { id: 'b', kind: 'box', noun: { en: noun }, size: [4, 0.05, 2] },
      {
        ...ball('a', 'red', 0, 1),
        motion: [
          {
            ...ball('a', 'red', 0, 1).motion[0],
            points: [
              [-1, 0.05, 0],
              [1, 0.05, 0],
            ],
          },
        ],
      },
    ])
  const claimed = (facts: Facts) =>
    captionScene(facts).claims.filter(
      ({ predicate, args }) => predicate === 'over' && (args as { other: string }).other === 'b',
    )
  expect(claimed(pocket('mat')).length).toBeGreaterThan(0)
  expect(claimed(pocket('pocket'))).toEqual([])
})

test('several that do one thing are no `it`, and none of them is the other one', () => {
  const facts = staged([ball('a', 'red', 1, 1), ball('b', 'red', -1, 1)])
  for (const { text } of textsOf(facts)) expect(text).not.toMatch(/\bIt\b|[Tt]he other ball/)
})

test('a place is told first, within or nowhere, so that captions begin in many ways', () => {
  const filmed = film(room)
  const openings = Array.from({ length: 16 }, (_, seed) =>
    captionScene({ ...filmed, scene: { ...room, seed } })
      .captions.en.default.text.split(' ')
      .slice(0, 3)
      .join(' '),
  )
  expect(new Set(openings).size, openings.join('; ')).toBeGreaterThanOrEqual(4)
})

test('which of several crates it is need not be told', () => {
  const crates = [-1.2, 0, 1.2].map((x) => ({
    id: `crate_${x === 0 ? 'b' : x < 0 ? 'a' : 'c'}`,
    kind: 'box',
    noun: { en: 'crate' },
    size: [0.6, 0.3, 0.6],
    position: [x, 0, 0],
  }))
  const facts = staged([
    ...crates,
    {
      id: 'vase',
      kind: 'cylinder',
      radius: 0.1,
      height: 0.4,
      position: [0, 0.3, 0],
      noun: { en: 'vase' },
    },
  ])
  expect(statuses('A vase stands on one of the crates.', facts)).toEqual(
    expect.arrayContaining(['verified']),
  )
  expect(statuses('A vase stands on one of the crates.', facts)).not.toContain('refuted')
})
