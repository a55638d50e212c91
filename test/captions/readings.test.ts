import { expect, test } from 'vitest'
import { captionScene } from '#captions'
import { staged, statuses } from '../helpers/filmed.ts'
import { ball } from './fixtures/ball.ts'

const ROUND = [
  [1.5, 1.6, 0],
  [0, 1.6, 1.5],
  [-1.5, 1.6, 0],
  [0, 1.6, -1.5],
]
const bird = (motion: object) =>
  staged(
    [
      {
        id: 'bird',
        kind: 'box',
        noun: { en: 'bird' },
        size: [0.6, 0.1, 0.5],
        position: [0, 1.6, 0],
        motion: [motion],
      },
      {
        id: 'post',
        kind: 'box',
        noun: { en: 'post' },
        size: [1.4, 2, 0.5],
        position: [2.6, 0, 0],
      },
    ],
    { frames: 49 },
  )
const circling = () => bird({ kind: 'path', closed: true, speed: 3, points: ROUND })
const straight = () =>
  bird({
    kind: 'path',
    points: [
      [-2, 1.6, 0],
      [2, 1.6, 0],
    ],
    from: 0,
    to: 4,
  })
const swing = () =>
  staged([
    {
      id: 'swing',
      kind: 'box',
      noun: { en: 'swing' },
      size: [0.5, 1, 0.2],
      position: [0, 1, 0],
      pivot: [0, 1, 0],
      motion: [{ kind: 'oscillate', of: 'rotation', axis: 'z', amplitude: 20, period: 1 }],
    },
  ])
const top = () =>
  staged([
    {
      id: 'top',
      kind: 'box',
      noun: { en: 'spinning top' },
      size: [0.6, 0.8, 0.6],
      motion: [{ kind: 'spin', speed: 300 }],
    },
  ])

test.each([
  ['A bird flies in circles.', circling, 'verified'],
  ['A bird flies in circles.', straight, 'refuted'],
  ['A bird flies to the right.', straight, 'verified'],
  ['A swing sways back and forth.', swing, 'verified'],
  ['A swing sways.', swing, 'verified'],
  ['A bird sways.', straight, 'refuted'],
  ['A spinning top whirls.', top, 'verified'],
  ['A swing whirls in circles.', swing, 'refuted'],
] as const)('%s', (text, facts, expected) => {
  const found = statuses(text, facts())
  expect(found).not.toContain('unparsed')
  if (expected === 'verified') expect(new Set(found)).toEqual(new Set(['verified']))
  else expect(found).toContain('refuted')
})

test('what goes on at the same time may be said in two ways, and neither of what comes later', () => {
  const both = staged([ball('a', 'red', 0, 1), ball('b', 'blue', 1, -1)])
  const later = staged([
    { ...ball('a', 'red', 0, 1), motion: [{ ...ball('a', 'red', 0, 1).motion[0], to: 0.8 }] },
    { ...ball('b', 'blue', 1, -1), motion: [{ ...ball('b', 'blue', 1, -1).motion[0], from: 1.2 }] },
  ])
  for (const lead of ['Meanwhile,', 'At the same time,']) {
    const text = `A red ball rolls to the right. ${lead} a blue ball rolls to the left.`
    expect(new Set(statuses(text, both))).toEqual(new Set(['verified']))
    expect(statuses(text, later)).toContain('refuted')
  }
})

test('a bird that circles is told so, and one in the air is not told to cross the ground', () => {
  const { captions, claims } = captionScene(circling())
  expect(captions.en.short.text).toMatch(/flies in circles/)
  expect(JSON.stringify(captions)).not.toMatch(/across the/)
  // Here and there in turn, it has no place by anything that stays.
  const sides = ['left of', 'right of', 'in front of', 'behind', 'next to']
  expect(
    claims.filter((claim) => claim.predicate === 'place' && sides.includes(claim.args.relation)),
  ).toEqual([])
})

test('those that do the same are told of in one clause, by colour where that tells them apart', () => {
  const facts = staged([ball('a', 'red', 0, 1), ball('b', 'blue', 1, 1)])
  const { short, default: plain } = captionScene(facts).captions.en
  expect(short.text).toMatch(/^A (?:red|blue) ball and a (?:red|blue) ball roll /)
  for (const { text } of [short, plain])
    expect(new Set(statuses(text, facts))).toEqual(new Set(['verified']))
})

test('many movers never begin two sentences alike', () => {
  const words = ['red', 'blue', 'green', 'yellow', 'purple', 'orange']
  const facts = staged(
    words.map((color, i) => {
      const one = ball(color, color, 1 - i * 0.9, i % 2 === 0 ? 1 : -1)
      const span = { from: (i % 3) * 0.12, to: 1.7 + (i % 2) * 0.2 }
      return {
        ...one,
        noun: { en: `${['beach', 'soccer', 'tennis', 'golf', 'snow', 'rubber'][i]} ball` },
        motion: [{ ...one.motion[0], ...span }],
      }
    }),
  )
  for (let seed = 0; seed < 4; seed++) {
    const { en } = captionScene({ ...facts, scene: { ...facts.scene, seed } }).captions
    for (const { text } of Object.values(en)) {
      for (const lead of ['Meanwhile,', 'At the same time,'])
        expect(text.split(lead).length, text).toBeLessThanOrEqual(2)
      // Nothing stands around them: there is no background to tell of.
      const read = text === '' ? [] : ['verified']
      expect(new Set(statuses(text, facts)), text).toEqual(new Set(read))
    }
  }
})

test('dunes underfoot are sand, however their author calls them', () => {
  const facts = staged([
    {
      id: 'dunes',
      kind: 'ground',
      noun: { en: 'sand dune' },
      size: [50, 50],
      material: { surface: 'sand' },
      position: [0, 0.01, 0],
    },
    {
      id: 'ann',
      kind: 'person',
      noun: { en: 'woman' },
      motion: [
        {
          kind: 'path',
          points: [
            [-1.2, 0.01, 0],
            [1.2, 0.01, 0],
          ],
          from: 0,
          to: 2,
        },
      ],
    },
  ])
  const { short } = captionScene(facts).captions.en
  expect(short.text).toContain('across the sand')
  expect(short.text).not.toContain('dune')
  expect(statuses(short.text, facts)).not.toContain('refuted')
})

test('a short caption is told in more detail where it would have fewer than ten words', () => {
  const facts = staged([
    {
      id: 'ann',
      kind: 'person',
      noun: { en: 'woman' },
      shirt: 'red',
      motion: [
        {
          kind: 'path',
          points: [
            [-1.2, 0, 0],
            [1.2, 0, 0],
          ],
          from: 0,
          to: 2,
        },
      ],
    },
  ])
  const { text } = captionScene(facts).captions.en.short
  expect(text.split(' ').length, text).toBeGreaterThanOrEqual(10)
})

test('to the left is where the picture of it goes, though little of it is seen on the way', () => {
  const rolling = staged([ball('ball', 'red', 0, -1)])
  expect(statuses('A red ball rolls to the left.', rolling)).toEqual(
    statuses('A red ball rolls.', rolling).concat('verified'),
  )
  const panned = staged([ball('ball', 'red', 0, -1)], {
    camera: { keys: [{ t: 0.8, lookAt: [-6, 1.4, 0], ease: 'linear' }] },
  })
  expect(statuses('A red ball rolls to the left.', panned)).toContain('refuted')
})

test('in the middle of the frame is what has been there all the while', () => {
  const text = 'A red ball sits in the middle of the frame.'
  const at = (motion: object[]) => ({ ...ball('ball', 'red', 0, 1), position: [0, 1.1, 0], motion })
  const still = staged([at([])])
  expect(new Set(statuses(text, still))).toEqual(new Set(['verified']))
  const keys = [
    { t: 0, position: [-2.5, 1.1, 0] },
    { t: 0.5, position: [0, 1.1, 0] },
  ]
  expect(statuses(text, staged([at([{ kind: 'move', keys }])]))).toContain('refuted')
})

test.each([
  ['A red ball starts to the left of a post.', 'verified'],
  ['A red ball starts to the right of a post.', 'refuted'],
  ['一个红色小球起初在柱子左侧。', 'verified'],
  ['一个红色小球起初在柱子右侧。', 'refuted'],
  ['A red ball rolls to the right, then stops about one second into the clip.', 'verified'],
  ['A red ball rolls to the right, then stops about four seconds into the clip.', 'refuted'],
  ['一个红色小球向右滚动，随后在大约一秒时停下。', 'verified'],
  ['一个红色小球向右滚动，随后在大约四秒时停下。', 'refuted'],
  ['A red ball ends up on the right of the frame.', 'verified'],
  ['A red ball ends up on the left of the frame.', 'refuted'],
])('where and when something begins and ends: %s', (text, worst) => {
  const facts = staged([
    {
      ...ball('ball', 'red', 0, 1),
      noun: { en: 'ball', zh: '小球' },
      position: [-2, 0, 0],
      motion: [
        {
          kind: 'path',
          points: [
            [-2, 0, 0],
            [2, 0, 0],
          ],
          from: 0.2,
          to: 1.1,
          roll: 0.3,
        },
      ],
    },
    {
      id: 'post',
      kind: 'box',
      noun: { en: 'post', zh: '柱子' },
      size: [0.3, 1, 0.3],
      position: [0, 0, -1],
    },
  ])
  const found = statuses(text, facts)
  expect(found).toContain(worst)
  if (worst === 'verified') expect(new Set(found)).toEqual(new Set(['verified']))
})
