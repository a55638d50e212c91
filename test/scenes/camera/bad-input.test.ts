import { expect, test } from 'vitest'
import { checkScene, parseScene, SceneError, shoot } from '#scenes'
import { PLACES_TO_FILM, sceneWith, type Place } from './framing-scenes.ts'

const [field, room] = PLACES_TO_FILM as readonly [Place, Place, Place]
const FROM = { position: [0, 1.5, 5], lookAt: [0, 1, 0] }
const doing = (...moves: object[]) => ({ ...FROM, moves: [moves] })

test.each<[string, object, string]>([
  [
    'contradictory moves',
    doing({ kind: 'pan', to: 'left' }, { kind: 'pan', to: 'right' }),
    'cannot go on at once with `pan`: choose one of them, or say them one after the other',
  ],
  [
    'static and a move at once',
    doing({ kind: 'static' }, { kind: 'dolly', to: 'in' }),
    'cannot stay static while other moves go on',
  ],
  [
    'two ways to follow at once',
    {
      position: [0, 1.5, 5],
      lookAt: 'ann',
      moves: [[{ kind: 'track', from: 'side' }, { kind: 'pan-track' }]],
    },
    'cannot go on at once with `track`',
  ],
  [
    'no subject to follow',
    doing({ kind: 'track', from: 'side' }),
    'needs an actor: give the id of one as `subject`',
  ],
  [
    'a subject that is not there',
    doing({ kind: 'track', from: 'side', subject: 'anne' }),
    'did you mean `ann`?',
  ],
  ['a pan of no degrees', doing({ kind: 'pan', to: 'left', amount: 0 }), 'amount must be from'],
  ['a zoom of nothing', doing({ kind: 'zoom', to: 'in', amount: 1 }), 'amount must be from'],
  [
    'a direction of another move',
    doing({ kind: 'pan', to: 'up' }),
    'to must be one of `left`, `right`',
  ],
  ['an unknown move', doing({ kind: 'pam', to: 'left' }), 'did you mean `pan`?'],
  [
    'a shot of no length',
    { shots: [{ ...FROM, to: 0 }, FROM] },
    'shots[0].to must be at least 0.2: a shot lasts 0.2 seconds or longer',
  ],
  [
    'shots out of order',
    { shots: [{ ...FROM, to: 0.6 }, { ...FROM, to: 0.5 }, FROM] },
    'shots[1].to must be at least 0.8',
  ],
  ['a shot without an end before another', { shots: [FROM, FROM] }, 'when the next shot cuts in'],
  [
    'too short a focal length',
    { frame: { subject: 'ann', lens: 8 } },
    'lens must be from 14 to 200 (got 8)',
  ],
  [
    'too long a focal length',
    { frame: { subject: 'ann', lens: 800 } },
    'lens must be from 14 to 200',
  ],
  ['too wide a field of view', { ...FROM, fov: 179 }, 'fov must be from 1 to 150 (got 179)'],
  [
    'keys beside moves',
    { ...FROM, keys: [{ t: 1, fov: 20 }], moves: [{ kind: 'pan', to: 'left' }] },
    'is one too many beside `moves`',
  ],
])('%s is told with where, what and what to try', (_, camera, message) => {
  const parse = () => parseScene(sceneWith(field, camera, 49), 'field.json')
  expect(parse).toThrow(SceneError)
  expect(parse).toThrow(message)
  expect(parse).toThrow(/field\.json:\d+:\d+: cameras\[0\]/)
})

test('a camera by hand in a wall is found before anything is drawn', () => {
  const text = sceneWith(room, { position: [-4.05, 1, 0], lookAt: [0, 1, 0] }, 25)
  const scene = parseScene(text, 'room.json')
  expect(checkScene(scene, shoot(scene))).toContainEqual(
    expect.objectContaining({ severity: 'error', wanted: 'is inside `room`' }),
  )
})
