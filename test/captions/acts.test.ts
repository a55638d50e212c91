import { expect, test } from 'vitest'
import { captionScene } from '#captions'
import type { Facts } from '../../captions/facts/facts.ts'
import { statuses } from '../helpers/filmed.ts'
import { acting, between, type Shape } from './fixtures/acting.ts'
import { box } from './fixtures/actors.ts'

const low = { top: -0.25 }
const bench = box('b', [0, 0, -0.38], [0.8, 0.45, 0.4], {
  noun: { en: 'bench', zh: '长椅', measure: '张' },
})

type Case = [name: string, acts: object[], shape: Shape, more: object[], en: RegExp, zh: RegExp]

const CASES: Case[] = [
  [
    'waves',
    [{ kind: 'wave', from: 0.5, to: 2 }],
    between(6, 30, { top: 0.1 }),
    [],
    /waves/,
    /挥手/,
  ],
  [
    'jumps',
    [{ kind: 'jump', from: 0.5, height: 0.3 }],
    between(13, 20, { top: 0.17, bottom: 0.17 }),
    [],
    /jumps/,
    /跳起/,
  ],
  [
    'points',
    [{ kind: 'point', from: 0.5, to: 2.2 }],
    between(6, 33, { wider: 0.3 }),
    [],
    /outstretched arm|stretches out an arm/,
    /指向前方/,
  ],
  ['sits down', [{ kind: 'sit', from: 0.8 }], between(20, 99, low), [], /sits down/, /坐下/],
  ['gets up', [{ kind: 'sit', to: 1 }], between(0, 18, low), [], /(?:gets|stands) up/, /站起来/],
  ['sits', [{ kind: 'sit' }], () => low, [bench], /woman.* sits on a .*bench/i, /长椅上坐着/],
]

const told = (facts: Facts, language: 'en' | 'zh') =>
  [0, 1, 2, 3].flatMap((seed) => {
    const { captions } = captionScene({ ...facts, scene: { ...facts.scene, seed } })
    return [captions[language]?.default, captions[language]?.dense].flatMap(
      (one) => one?.text ?? [],
    )
  })

test.each(CASES)('that a woman %s is told in both languages, and read back as true', (...given) => {
  const [, acts, shape, more, en, zh] = given
  const facts = acting(acts, shape, more)
  for (const [language, words] of [
    ['en', en],
    ['zh', zh],
  ] as const)
    for (const text of told(facts, language)) {
      expect(text).toMatch(words)
      expect(statuses(text, facts), text).not.toContain('refuted')
      expect(statuses(text, facts), text).not.toContain('unparsed')
    }
})

test('of what is not done nothing is told, and a text that says it is refuted', () => {
  const facts = acting([{ kind: 'wave', from: 0.5, to: 2 }], between(6, 30, { top: 0.1 }))
  for (const text of ['A woman jumps.', 'A woman sits down.', 'A woman gets up.', '一名女子坐下。'])
    expect(statuses(text, facts), text).toContain('refuted')
  for (const text of ['A woman waves.', 'A woman raises a hand.', '一名女子挥手。'])
    expect(new Set(statuses(text, facts)), text).toEqual(new Set(['verified']))
  const still = acting([], () => ({}))
  expect(told(still, 'en').join(' ')).not.toMatch(/waves|jumps|arm/)
  expect(statuses('A woman waves.', still)).toContain('refuted')
})
