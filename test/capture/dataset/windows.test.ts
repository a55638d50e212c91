import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { PROFILES } from '#scenes'
import { FORM_CHOICES, formFor, mixFrom } from '../../../capture/dataset/captions/choice.ts'
import { tokensOf } from '../../../capture/dataset/captions/tokens.ts'
import { wordedIn } from '../../../capture/dataset/captions/word.ts'
import { MODEL_NAMES, modelOf, type ModelName } from '../../../capture/dataset/models.ts'
import type { Target } from '../../../capture/dataset/target.ts'
import { TARGET_NAMES, TARGETS, type TargetName } from '../../../capture/dataset/targets/index.ts'
import { runsOf } from '../../../capture/dataset/rle.ts'
import { isUnfit, type Shape } from '../../../capture/dataset/window.ts'

const master: Shape = { width: 832, height: 480, num_frames: 129, fps: 24 }

function windowFor(
  name: TargetName,
  shape: Partial<Shape>,
  model: ModelName | undefined,
  frames?: number,
) {
  const target: Target = TARGETS[name]
  return target.window({ ...master, ...shape }, model && modelOf(model, frames))
}

// What formats of trainers do with clips of one frame too few.
const cases: [TargetName, Partial<Shape>, ModelName, wanted: object][] = [
  ['cosmos-predict', { num_frames: 93 }, 'cosmos', { reason: '93 frames, and 94 are needed' }],
  ['cosmos-predict', { num_frames: 94 }, 'cosmos', { frames: [0, 94], any: 93 }],
  ['cosmos-transfer', { num_frames: 93 }, 'cosmos', { frames: [0, 93] }],
  ['cosmos-transfer', { num_frames: 92 }, 'cosmos', { reason: '92 frames, and 93 are needed' }],
  [
    'videox-fun',
    { num_frames: 161, fps: 32 },
    'wan',
    { reason: '161 frames give 80 at stride 2, and 81 are needed' },
  ],
  ['videox-fun', { num_frames: 162, fps: 32 }, 'wan', { frames: [0, 162], any: 161 }],
  ['videox-fun', {}, 'wan', { reason: expect.stringMatching(/^24 fps, .* another speed/) }],
  ['videox-fun', { num_frames: 81, fps: 16 }, 'wan', { frames: [0, 81] }],
  [
    'diffusion-pipe',
    { num_frames: 121 },
    'wan',
    { reason: '121 frames at 24 fps are 80 at 16, and 81 are needed' },
  ],
  ['diffusion-pipe', {}, 'wan', { frames: [0, 121] }],
  ['diffusion-pipe', {}, 'hunyuan', { frames: [0, 129] }],
  ['musubi', { num_frames: 121, fps: 12 }, 'wan', { reason: '12 fps, and the model takes 16' }],
  [
    'diffsynth',
    {},
    'wan',
    { reason: expect.stringMatching(/^24 fps, .* another speed/), render: '--profile wan' },
  ],
  ['diffsynth', { fps: 16, num_frames: 80 }, 'wan', { reason: '80 frames, and 81 are needed' }],
  ['diffsynth', { fps: 16, num_frames: 90 }, 'wan', { frames: [0, 81] }],
  ['ltx', { width: 720 }, 'ltx', { reason: '720x480, and sides must divide by 32' }],
  ['ltx', { width: 960, height: 544 }, 'ltx', { frames: [0, 121] }],
  // The bucket has another shape than the clip: what is over is cut off on both sides.
  ['ltx', {}, 'ltx', { frames: [0, 121], crop: [0, 4, 832, 471] }],
  ['cogvideo', {}, 'cogvideox', { reason: expect.stringMatching(/^12 fps/) }],
  [
    'cogvideo',
    { num_frames: 147 },
    'cogvideox',
    { reason: '832x480 would be squeezed to 720x480' },
  ],
  ['cogvideo', { num_frames: 147, width: 720 }, 'cogvideox', { frames: [0, 145] }],
  ['cogvideo-sat', {}, 'cogvideox', { reason: '129 frames, and 150 are needed at 24 fps' }],
  [
    'cogvideo-sat',
    { width: 720, num_frames: 49, fps: 8 },
    'cogvideox',
    { render: '--profile cogvideox --frames 52' },
  ],
  ['cogvideo-sat', { num_frames: 150 }, 'cogvideox', { frames: [3, 148], crop: [56, 0, 720, 480] }],
  ['cameractrl', { num_frames: 64 }, 'wan', { reason: '64 frames, and 65 are needed' }],
  ['videofolder', {}, 'wan', { frames: [0, 121] }],
]

test.each(cases)('%s of %j for %s', (name, shape, model, wanted) => {
  expect(windowFor(name, shape, model)).toMatchObject(wanted)
})

test.each(MODEL_NAMES)('what --profile %s renders is of use to whoever trains it', (name) => {
  const { frames, ...rest } = PROFILES[name]
  const shape = { ...rest, num_frames: frames }
  const readers = TARGET_NAMES.filter((target) => (TARGETS[target] as Target).models.includes(name))
  expect(readers.length).toBeGreaterThan(0)
  for (const target of readers) {
    const window = windowFor(target, shape, name)
    if (!isUnfit(window)) continue
    // SAT alone takes more than a profile has, and says how many.
    const [, more] = /--frames (\d+)$/.exec(window.render) ?? []
    expect([target, more === undefined]).toEqual(['cogvideo-sat', false])
    expect(isUnfit(windowFor(target, { ...shape, num_frames: Number(more) }, name))).toBe(false)
  }
})

test('a number of frames that a model cannot take is told with one that it can', () => {
  expect(modelOf('wan', 49).frames).toBe(49)
  expect(() => modelOf('wan', 48)).toThrow(/multiple of 4 frames and one more \(got --frames 48\)/)
  expect(() => modelOf('ltx', 45)).toThrow(expect.objectContaining({ remedy: 'Try --frames 49.' }))
})

describe('captions', () => {
  test('a mix gives each form its share, and a clip the same one whatever else there is', () => {
    const mix = mixFrom('mix:default=.7,short=.2,dense=.1')
    const ids = Array.from({ length: 4000 }, (_, i) => `clip${i}`)
    const drawn = ids.map((id) => formFor(id, mix))
    for (const [form, share] of mix)
      expect(
        Math.abs(drawn.filter((one) => one === form).length / ids.length - share),
      ).toBeLessThan(0.03)
    expect(ids.toReversed().map((id) => formFor(id, mix))).toEqual(drawn.toReversed())
    expect(mixFrom('dense')).toEqual([['dense', 1]])
  })

  test.each([
    'mix:default=.7',
    'mix:default=.5,default=.5',
    'mix:all=1',
    'long',
    'mix:',
    'mix:short=x',
    'mix:default=2,short=-1',
  ])('%s is told', (text) => {
    expect(() => mixFrom(text)).toThrow(/--caption takes default|--caption takes dense/)
  })

  test('a caption that is too long gives way to the next shorter', () => {
    const words = (n: number) => Array.from({ length: n }, () => 'word').join(' ')
    const texts = {
      dense: words(150),
      default: words(70),
      short: words(15),
      camera: words(30),
      main_object: '',
      background: '',
      style: '',
      motion: '',
      no_camera: words(60),
      prompt: '',
    }
    expect(tokensOf(texts.dense)).toBe(211)
    expect(wordedIn(texts, 'dense', { budget: 226 })?.form).toBe('dense')
    expect(wordedIn(texts, 'dense', { budget: 128 })?.form).toBe('default')
    expect(wordedIn(texts, 'dense', { budget: 77 })?.form).toBe('short')
    expect(wordedIn(texts, 'no_camera', { budget: 77 })?.form).toBe('short')
    expect(wordedIn(texts, 'motion', {})?.form).toBe('short')
    expect(wordedIn(texts, 'short', { budget: 10 })).toBeUndefined()
    // A prefix takes its tokens too.
    expect(wordedIn(texts, 'default', { budget: 100, prefix: 'ohwx style' })?.form).toBe('short')
    expect(wordedIn(texts, 'short', { prefix: 'ohwx' })?.text).toMatch(/^ohwx word/)
    expect(FORM_CHOICES).toContain('no_camera')
  })

  test('tokens of Chinese are counted by the character', () => {
    expect(tokensOf('一颗红色小球滚下。')).toBeGreaterThanOrEqual(9)
  })
})

test('run lengths go down the columns and begin with what is not of the mask', () => {
  // 3 wide, 2 high: 1 in the first column and below in the second.
  const ids = [1, 2, 0, 1, 1, 0]
  const runs = runsOf(ids, { width: 3, height: 2 })
  expect(runs.get(1)).toEqual([0, 2, 1, 1, 2])
  expect(runs.get(2)).toEqual([2, 1, 3])
  expect([...runs.keys()]).toEqual([1, 2])
})

test('the README lists every target', () => {
  const readme = readFileSync(fileURLToPath(new URL('../../../README.md', import.meta.url)), 'utf8')
  for (const name of TARGET_NAMES) expect(readme).toContain(`| \`${name}\` |`)
})
