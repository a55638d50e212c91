import { expect, test } from 'vitest'
import {
  cast,
  FramingError,
  parseScene,
  parseTemplate,
  SceneError,
  shoot,
  type Take,
} from '#scenes'
import { framingOf, viewsOf } from '../../../scenes/camera/labels/index.ts'
import { SIZE_WORDS, SIZES, sizeRange } from '../../../scenes/camera/framing/scale.ts'
import { accuracyOf, boxOf, trackingOf } from './framing-accuracy.ts'
import { PLACES_TO_FILM, sceneWith, type Place } from './framing-scenes.ts'

const FULL = process.env.FULL === '1'
const [field, room] = PLACES_TO_FILM as readonly [Place, Place, Place]

test(
  'what is asked for is what is measured, and few requests are refused',
  { timeout: 300_000 },
  () => {
    const found = accuracyOf(FULL ? 500 : 45)
    // Of 45 a few more may be refused by chance.
    expect(found.refused).toBeLessThanOrEqual(FULL ? 0.1 : 0.15)
    expect(found.framing_accuracy).toBeGreaterThanOrEqual(0.97)
    expect(found.in_frame).toBeGreaterThanOrEqual(0.9)
    expect(found.heads_cut).toBe(0)
  },
)

test('who is tracked stays in the picture', { timeout: 120_000 }, () => {
  const { tracking_in_frame, refused, shots } = trackingOf(FULL ? 40 : 10)
  expect(tracking_in_frame).toBe(1)
  expect(refused / shots).toBeLessThanOrEqual(0.1)
})

test('sizes do not overlap, and what is aimed at is clear of every border', () => {
  for (const [i, word] of SIZE_WORDS.entries()) {
    const { from, to } = sizeRange(word)
    expect(SIZES[word]).toBeGreaterThan(from)
    expect(SIZES[word]).toBeLessThan(to)
    const closer = SIZE_WORDS[i + 1]
    if (closer) expect(sizeRange(closer).to).toBeLessThan(from)
  }
})

test('the same words find the same place again', () => {
  const take = () => filmed(field, { frame: { subject: 'ann', angle: 'high', side: 'back left' } })
  expect(JSON.stringify(take().cameras)).toBe(JSON.stringify(take().cameras))
})

test('a size, a place in thirds and a Dutch angle are measured at the start and at the end', () => {
  const camera = {
    frame: { subject: 'ann', size: 'full', place: 'left third', side: 'front right', dutch: 20 },
    moves: [{ kind: 'zoom', to: 'out', amount: 2.4 }],
  }
  const scene = parseScene(sceneWith(field, camera), 'field.json')
  const take = shoot(scene)
  const { start, end } = framingOf(
    viewsOf(take.cameras[0]!, 0, take.frames),
    scene.clip.width / scene.clip.height,
    (frame) => boxOf(scene, take, 'ann', frame),
  )
  expect(start).toMatchObject({
    size: 'full',
    angle: 'level',
    dutch: 'present',
    across: 'left third',
  })
  expect(end).toMatchObject({ size: 'wide', dutch: 'present' })
})

test('a lens that is asked for is taken', () => {
  const { cameras } = filmed(field, { frame: { subject: 'ann', lens: 85 } })
  expect(cameras[0]!.fov[0]).toBeCloseTo((2 * Math.atan(12 / 85) * 180) / Math.PI)
})

test('every shot of several has its own frame', () => {
  const { cameras } = filmed(field, {
    shots: [
      { to: 0.5, frame: { subject: 'ann', size: 'close-up' } },
      { frame: { subject: ['ann', 'bob'], size: 'wide' } },
    ],
  })
  expect(cameras[0]!.shots).toHaveLength(2)
})

test.each<[string, Place, object, string]>([
  [
    'a wall',
    room,
    { frame: { subject: 'ann', size: 'extreme wide', side: 'back right', lens: 35 } },
    'cameras[0].frame is not to be had: `room` hides `ann` from the back right at a level angle.',
  ],
  [
    'a move that runs into a wall',
    {
      ...room,
      actors: room.actors.map((actor) =>
        'kind' in actor && actor.kind === 'room' ? { ...actor, windows: [] } : actor,
      ),
    },
    {
      shots: [
        {
          frame: { subject: 'ann', size: 'full', side: 'back', lens: 35 },
          moves: [{ kind: 'dolly', to: 'out', amount: 4 }],
        },
      ],
    },
    'cameras[0].shots[0].frame is not to be had: the camera runs into',
  ],
  [
    'someone who walks away',
    {
      ...field,
      actors: [
        { id: 'ground', kind: 'ground' },
        {
          id: 'ann',
          kind: 'person',
          motion: [
            {
              kind: 'path',
              points: [
                [0, 0, 0],
                [40, 0, 0],
              ],
              speed: 8,
            },
          ],
        },
      ],
    },
    { frame: { subject: 'ann', size: 'medium', side: 'left' } },
    'cameras[0].frame is not to be had: `ann` leaves the picture at',
  ],
])('%s is told', (_, place, camera, message) => {
  expect(() => filmed(place, camera)).toThrow(FramingError)
  expect(() => filmed(place, camera)).toThrow(message)
})

test.each<[object, string]>([
  [
    { frame: { subject: 'anne' } },
    'frame.subject names no actor (got "anne"); did you mean `ann`?',
  ],
  [{ frame: { subject: ['ann', 'bobb'] } }, 'did you mean `bob`?'],
  [{ frame: { subject: 'ann', size: 'medum' } }, 'did you mean `medium`?'],
  [{ frame: { subject: 'ann', angle: 'hihg' } }, 'did you mean `high`?'],
  [
    { frame: { subject: 'ann', size: 'wide', angle: "worm's eye" } },
    "frame.size must be `medium full` or closer with a `worm's eye` angle: take that, or a `low` angle",
  ],
  [
    { frame: { subject: ['ann', 'bob'], size: 'close-up' } },
    'frame.size must be `medium close-up` or wider for several actors',
  ],
  [{ frame: { subject: 'ann', lens: 8 } }, 'frame.lens must be from 14 to 200 (got 8)'],
  [{ frame: { subject: 'ann' }, position: [0, 1, 4] }, 'position is one too many beside `frame`'],
  [
    { frame: { subject: 'ann' }, fov: 30 },
    'fov is one too many beside `frame`: the frame has its `lens`',
  ],
  [{ frame: {} }, 'frame.subject is missing'],
  [{ lookAt: 'ann' }, 'position is missing: where the lens is, metres; or give a `frame`'],
  [
    { frame: { subject: 'ann' }, shots: [{ frame: { subject: 'ann' } }] },
    'frame is one too many beside `shots`',
  ],
])('%j is told', (camera, message) => {
  expect(() => filmed(field, camera)).toThrow(SceneError)
  expect(() => filmed(field, camera)).toThrow(message)
})

test('in a template a frame that cannot be kept is drawn again', () => {
  const text = sceneWith(room, {
    frame: {
      subject: 'ann',
      size: { $pick: ['extreme wide', 'medium'] },
      side: 'back right',
      lens: 24,
    },
  })
  const template = parseTemplate(text, 'room.json', { read: () => undefined })
  const casts = Array.from({ length: 8 }, (_, seed) => cast(template, seed))
  expect(casts.some(({ tries }) => tries > 1)).toBe(true)
  for (const { scene } of casts) expect(scene.cameras[0]!.frame!.size).toBe('medium')
})

function filmed(place: Place, camera: object): Take {
  return shoot(parseScene(sceneWith(place, camera), `${place.name}.json`))
}
