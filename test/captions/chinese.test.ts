import { expect, test } from 'vitest'
import { captionScene, textChecker } from '#captions'
import { LENGTHS } from '../../captions/chinese/lengths.ts'
import { FORM_NAMES } from '../../captions/plan/form-names.ts'
import { film, staged, statuses } from '../helpers/filmed.ts'
import { play } from '../helpers/played.ts'
import { ball } from './fixtures/ball.ts'
import { pins, rack, run, tower } from './fixtures/falling.ts'
import { cradle, seesaw } from './fixtures/machines.ts'
import { park } from './fixtures/park.ts'
import { room } from './fixtures/room.ts'
import { street } from './fixtures/street.ts'
import { tabletop } from './fixtures/tabletop.ts'

const SEEDS = process.env.FULL ? 40 : 2
const STILL = [tabletop, street, park, room]

test.each(STILL)('the Chinese words of $name', (scene) => {
  const file = captionScene(film(scene))
  expect(
    Object.fromEntries(
      Object.entries(file.captions.zh ?? {}).map(([form, { text }]) => [form, text]),
    ),
  ).toMatchSnapshot()
  expect(file.timeline.map(({ t, zh }) => `${t.join('-')} ${zh}`)).toMatchSnapshot()
})

test.each([...STILL, run, pins, tower, rack, cradle, seesaw])(
  'the checker reads every Chinese caption of $name back and finds it true',
  async (scene) => {
    const filmed = await play(scene)
    const check = textChecker(filmed)
    for (let seed = 0; seed < SEEDS; seed++) {
      const { captions, claims, timeline } = captionScene({ ...filmed, scene: { ...scene, seed } })
      const verified = claims.flatMap(({ status, id }) => (status === 'verified' ? [id] : []))
      expect(Object.keys(captions.zh ?? {})).toEqual(Object.keys(captions.en))
      for (const [form, { text, sentences }] of Object.entries(captions.zh ?? {})) {
        expect(
          check(text).filter(({ status }) => status !== 'verified'),
          text,
        ).toEqual([])
        expect(text.length).toBeLessThanOrEqual(LENGTHS[form as keyof typeof LENGTHS][1])
        expect(text, form).toMatch(/^(?:[^a-zA-Z.,]|T恤)*$/)
        expect(text).not.toMatch(/，，|。。|，。|undefined|null/)
        for (const sentence of sentences) {
          expect(sentence.claims.length, sentence.text).toBeGreaterThan(0)
          expect(verified).toEqual(expect.arrayContaining(sentence.claims))
        }
      }
      for (const { zh = '' } of timeline)
        expect(
          check(zh).filter(({ status }) => status !== 'verified'),
          zh,
        ).toEqual([])
    }
  },
)

test('another seed gives other Chinese words, the same one the same', () => {
  const filmed = film(tabletop)
  const say = (seed: number) =>
    captionScene({ ...filmed, scene: { ...tabletop, seed } }).captions.zh?.default.text
  expect(say(3)).toBe(say(3))
  expect(new Set(Array.from({ length: 6 }, (_, seed) => say(seed))).size).toBeGreaterThan(2)
})

test.each([
  ['一颗红色小球从左向右滚过一张木桌。', 'verified'],
  ['一个红球滚过桌子，随后停下。', 'verified'],
  ['一颗蓝色小球滚过桌子。', 'refuted'],
  ['一颗红色小球从右向左滚过桌子。', 'refuted'],
  ['一颗红色小球从桌上掉落。', 'refuted'],
  ['桌上放着三个白色花瓶。', 'refuted'],
  ['马克杯位于花瓶右侧。', 'refuted'],
  ['一只狗跑过桌子。', 'refuted'],
  ['镜头向右摇。', 'refuted'],
  ['镜头以仰拍角度固定不动。', 'refuted'],
  ['柔和的日光从右侧照来。', 'refuted'],
  ['一个紫色陀螺旋转，同时一颗红色小球滚过桌子。', 'refuted'],
] as const)('%s is %s of the tabletop', (text, expected) => {
  const found = statuses(text, film(tabletop))
  expect(found).not.toContain('unparsed')
  if (expected === 'verified') expect(new Set(found)).toEqual(new Set(['verified']))
  else expect(found).toContain('refuted')
})

test.each([
  ['几十块红色骨牌从左到右依次倒下。', 'refuted'],
  ['骨牌从左到右依次倒下。', 'verified'],
  ['骨牌从右到左依次倒下。', 'refuted'],
  ['最后一块骨牌把一颗黄色小球从桌上撞落。', 'verified'],
  ['第一块骨牌把一颗黄色小球从桌上撞落。', 'refuted'],
] as const)('%s is %s of the run of dominoes', async (text, expected) => {
  const found = statuses(text, await play(run))
  expect(found).not.toContain('unparsed')
  if (expected === 'verified') expect(new Set(found)).toEqual(new Set(['verified']))
  else expect(found).toContain('refuted')
})

test('every character must be read', () => {
  const filmed = film(tabletop)
  const tail = (text: string) =>
    textChecker(filmed)(text).find(({ status }) => status === 'unparsed')?.text
  expect(tail('一颗红色小球悄悄地滚过桌子。')).toBe('悄悄地滚过桌子')
  expect(tail('一颗红色小球滚过桌子吗？')).toBe('吗')
  expect(tail('镜头固定不动，光线很美。')).toMatch(/光线很美/)
})

test('who has no Chinese noun leaves the clip without Chinese, unless it is not seen', () => {
  const cube = (noun: object, position: number[]) => ({
    id: 'cube',
    kind: 'box',
    noun,
    size: [0.5, 0.5, 0.5],
    position,
  })
  const captions = (noun: object, position = [0, 0, 0]) =>
    captionScene(staged([cube(noun, position), { ...ball('ball', 'red', 1, 1) }])).captions
  expect(captions({ en: 'cube', zh: '魔方' }).zh?.dense.text).toContain('魔方')
  expect(captions({ en: 'cube' }).zh).toBeUndefined()
  expect(captions({ en: 'cube' }, [40, 0, 0]).zh).toBeDefined()
})

test('forms of Chinese tell of their own matters only', () => {
  const { captions } = captionScene(film(park))
  const zh = captions.zh as NonNullable<typeof captions.zh>
  expect(FORM_NAMES.every((form) => form in zh)).toBe(true)
  expect(zh.main_object.text).not.toMatch(/(?:^|。)镜头|动画|日光/)
  expect(zh.background.text).toMatch(/^公园里，/)
  expect(zh.style.text).toMatch(/三维动画风格。$/)
  expect(zh.no_camera.text).not.toMatch(/。镜头/)
  const gone = zh.default.sentences.filter(({ text }) => !zh.no_camera.text.includes(text))
  expect(gone.map(({ text }) => text.slice(0, 2))).toEqual(['镜头'])
})
