import { beforeAll, expect, test } from 'vitest'
import { textChecker } from '#captions'
import { goldClip } from '../helpers/gold.ts'

type Check = ReturnType<typeof textChecker>
const checks = new Map<string, Check>()

beforeAll(async () => {
  for (const name of ['toy-train', 'falling-books', 'footpath', 'park'])
    checks.set(name, textChecker(await goldClip(name)))
}, 60_000)

/** As people write it, once so that it is true and once so that it is not. */
const READ: [clip: string, truth: string, lie: string][] = [
  [
    'toy-train',
    'Rolling down a wooden ramp, a blue ball bumps into an orange.',
    'Rolling up a wooden ramp, a blue ball bumps into an orange.',
  ],
  ['toy-train', 'An orange is struck by a blue ball.', 'A blue ball is struck by an orange.'],
  [
    'toy-train',
    'Struck by a ball, an orange rolls to the right.',
    'Struck by a toy train, an orange rolls to the right.',
  ],
  [
    'toy-train',
    'A blue ball bumps into an orange that rolls away to the right.',
    'A blue ball bumps into an orange that rolls away to the left.',
  ],
  [
    'toy-train',
    'A blue ball bumps into an orange, sending it rolling to the right.',
    'A blue ball bumps into an orange, sending it rolling to the left.',
  ],
  [
    'toy-train',
    'A yellow mug standing behind the ramp is in view.',
    'A yellow mug standing in front of the ramp is in view.',
  ],
  [
    'toy-train',
    'A blue ball rolls down a ramp before it bumps into an orange.',
    'A blue ball rolls down a ramp after it bumps into an orange.',
  ],
  [
    'toy-train',
    'When the blue ball bumps into the orange, the orange starts to roll.',
    'When the blue ball comes to a stop, the orange starts to roll.',
  ],
  [
    'toy-train',
    'The orange rolls to the right until it comes to a stop.',
    'The orange rolls to the right until the blue ball bumps into it.',
  ],
  [
    'toy-train',
    'After bumping into an orange, the blue ball comes to a stop.',
    'Before bumping into an orange, the blue ball comes to a stop.',
  ],
  [
    'toy-train',
    'A blue ball comes to rest in front of a bowl.',
    'A blue ball comes to rest behind a bowl.',
  ],
  [
    'toy-train',
    'A toy train drives along a track as the camera slowly pans right.',
    'A toy train drives along a track as the camera slowly pans left.',
  ],
  [
    'toy-train',
    'A mug stands between the vase and the bowl.',
    'A vase stands between the mug and the bowl.',
  ],
  [
    'falling-books',
    'All five of the books are knocked over.',
    'All four of the books are knocked over.',
  ],
  [
    'falling-books',
    'After knocking over the books, the ball rolls back to the left.',
    'After knocking over the books, the ball rolls back to the right.',
  ],
  [
    'falling-books',
    'A ball knocks over a row of green, yellow and blue books.',
    'A ball knocks over a row of green, yellow and red books.',
  ],
  [
    'falling-books',
    'The ball knocks over the books, then falls off the table.',
    'The ball falls off the table, then knocks over the books.',
  ],
  [
    'footpath',
    'Under a cloudy sky, a man wearing a red T-shirt walks along a footpath.',
    'Under a clear sky, a man wearing a red T-shirt walks along a footpath.',
  ],
  [
    'footpath',
    'A park with a bench, a pond and a house in the background.',
    'A park with a bench, a pond and a tent in the background.',
  ],
  [
    'footpath',
    'A man walks past a bench, with a swing swaying behind him.',
    'A man walks past a bench, with a swing swaying in front of him.',
  ],
  [
    'park',
    'An orange beach ball comes to a stop in the middle of the frame.',
    'An orange beach ball comes to a stop on the left of the frame.',
  ],
  ['park', '一个橙色沙滩球最终停在画面中央。', '一个橙色沙滩球最终停在画面左侧。'],
  ['toy-train', '一个橙子被一颗蓝色小球撞上。', '一颗蓝色小球被一个橙子撞上。'],
  ['toy-train', '从斜坡上滚下的小球撞上一个橙子。', '从斜坡上滚下的橙子撞上一颗小球。'],
  ['toy-train', '小球撞上橙子后，橙子向右滚去。', '小球停下来后，橙子开始滚动。'],
  ['toy-train', '撞上橙子之前，小球从斜坡上滚下。', '撞上橙子之前，小球停住。'],
  [
    'footpath',
    '一名男子沿着小径向右走去，他身后的秋千在来回摆动。',
    '一名男子沿着小径向右走去，他身前的秋千在来回摆动。',
  ],
  ['falling-books', '小球撞倒书后，向左滚回，从桌上掉落。', '小球撞倒书后，向右滚回，从桌上掉落。'],
]

test.each(READ)('%s: "%s", not "%s"', (clip, truth, lie) => {
  const check = checks.get(clip) as Check
  const statuses = (text: string) => check(text).map(({ status }) => status)
  expect(new Set(statuses(truth))).toEqual(new Set(['verified']))
  expect(statuses(lie)).toContain('refuted')
  expect(statuses(lie)).not.toContain('unparsed')
})
