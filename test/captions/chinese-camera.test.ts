import { expect, test } from 'vitest'
import { captionScene, textChecker } from '#captions'
import { Scene } from '#scenes'
import { film, staged, statuses } from '../helpers/filmed.ts'
import { ball, box, person } from './fixtures/actors.ts'

const FROM = { position: [0, 1, 6], lookAt: [0, 0.6, 0] }
const yard = (camera: object) =>
  staged(
    [
      box('crate', [0, 0, 0], [1, 1, 1], {
        noun: { en: 'crate', zh: '板条箱' },
        material: { surface: 'wood' },
      }),
      ball('ball', -2),
    ],
    { camera: { ...FROM, ...camera }, frames: 49 },
  )

/** Two shots of the same. */
const cut = () =>
  film(
    Scene.parse({
      version: 1,
      name: 'cut',
      clip: { width: 320, height: 192, fps: 12, frames: 49 },
      cameras: [
        {
          shots: [
            { to: 2, ...FROM },
            { position: [3, 2.5, 3], lookAt: [-2, 0.4, 0] },
          ],
        },
      ],
      actors: [{ id: 'ground', kind: 'ground', material: { surface: 'grass' } }, ball('ball', -2)],
    }),
  )

/** What is said of each movement, and of no other. */
const WORDS: [kind: string, to: string, words: RegExp][] = [
  ['pan', 'left', /向左摇/],
  ['pan', 'right', /向右摇/],
  ['tilt', 'up', /向上摇/],
  ['tilt', 'down', /向下摇/],
  ['roll', 'clockwise', /(?<!逆)顺时针旋转/],
  ['roll', 'counterclockwise', /逆时针旋转/],
  ['dolly', 'in', /(?:(?<!变焦|一边)推近|向前推进)/],
  ['dolly', 'out', /(?:(?<!变焦|一边)拉远|向后拉)/],
  ['truck', 'left', /向左平?移/],
  ['truck', 'right', /向右平?移/],
  ['pedestal', 'up', /升高|上升/],
  ['pedestal', 'down', /降低|下降/],
  ['zoom', 'in', /(?<!一边)变焦推近/],
  ['zoom', 'out', /(?<!一边)变焦拉远/],
  ['arc', 'left', /向左环绕/],
  ['arc', 'right', /向右环绕/],
  ['crane', 'up', /沿弧线升起/],
  ['crane', 'down', /沿弧线降下/],
  ['dolly-zoom', 'in', /一边推近一边变焦拉远/],
  ['dolly-zoom', 'out', /一边拉远一边变焦推近/],
]

test.each(WORDS)('%s %s is said in Chinese, and none of its siblings', (kind, to, words) => {
  const high = kind === 'pedestal' || kind === 'crane' ? { position: [0, 2.5, 6] } : {}
  const filmed = yard({ moves: [{ kind, to }], ...high })
  const text = captionScene(filmed).captions.zh?.camera.text ?? ''
  expect(text).toMatch(words)
  for (const [other, way, others] of WORDS)
    if (other !== kind || way !== to) expect(text, `${other} ${way}`).not.toMatch(others)
  expect(new Set(statuses(text, filmed)), text).toEqual(new Set(['verified']))
})

test('a still camera refutes each movement', () => {
  const check = textChecker(yard({}))
  expect(new Set(check('镜头固定不动。').map(({ status }) => status))).toEqual(
    new Set(['verified']),
  )
  for (const words of ['向左摇', '推近', '变焦拉远', '向右环绕', '向右平移', '沿弧线升起'])
    expect(
      check(`镜头${words}。`).map(({ status }) => status),
      words,
    ).toContain('refuted')
})

test('two movements at one time, a hand, a follower and a cut are read back', () => {
  const clips = [
    yard({
      moves: [
        [
          { kind: 'truck', to: 'left' },
          { kind: 'pan', to: 'right' },
        ],
      ],
    }),
    yard({ handheld: 0.4 }),
    staged([person([-2, 0, 0], [0, 0, 0])], {
      camera: { position: [0, 1.4, 5], lookAt: 'man', moves: [{ kind: 'track', from: 'side' }] },
    }),
    cut(),
  ]
  const texts = clips.map((filmed) => {
    const { captions } = captionScene(filmed)
    for (const form of ['camera', 'default', 'dense', 'motion', 'short'] as const) {
      const text = captions.zh?.[form].text ?? ''
      expect(new Set(statuses(text, filmed)), text).toEqual(new Set(['verified']))
    }
    return captions.zh?.camera.text ?? ''
  })
  expect(texts[0]).toMatch(/，同时向/)
  expect(texts[1]).toMatch(/画面轻微晃动。$/)
  expect(texts[2]).toMatch(/侧面跟拍.*从侧面跟随/)
  expect(texts[3]).toMatch(/镜头切换到/)
})
