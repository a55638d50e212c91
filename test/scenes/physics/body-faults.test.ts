import { expect, test } from 'vitest'
import { parseScene, SceneError, Scene, shoot } from '#scenes'
import { physicsFor } from '#scenes/physics'

function messageOf(actors: unknown[], physics?: object): string {
  const scene = {
    version: 1,
    name: 'wrong',
    cameras: [{ position: [0, 1, 4], lookAt: [0, 0, 0] }],
    ...(physics && { physics }),
    actors,
  }
  try {
    parseScene(JSON.stringify(scene), 'wrong.json')
  } catch (error) {
    if (error instanceof SceneError) return error.message.replace(/^wrong.json:\d+:\d+: /gm, '')
    throw error
  }
  return 'good'
}

const box = (id: string, more: object) => ({ id, kind: 'box', size: [0.1, 0.1, 0.1], ...more })
const spin = [{ kind: 'spin', speed: 90 }]

test('a dynamic body has no motion of its own, a kinematic one has', () => {
  expect(messageOf([box('a', { body: {}, motion: spin })])).toBe(
    'actors[0].motion must be empty: a dynamic body is moved by the physics; leave it out, or make `body.type` `kinematic`; `body.from` tells when a body is let go',
  )
  expect(messageOf([box('a', { body: { type: 'kinematic' }, motion: spin })])).toBe('good')
})

test('the ground does not fall', () => {
  expect(messageOf([{ id: 'g', kind: 'ground', body: {} }])).toMatch(
    /must be `fixed`.*for a ground/,
  )
})

test('a part of a body is no body', () => {
  const group = (body: object) => ({
    id: 'g',
    kind: 'group',
    body: {},
    children: [box('a', { body })],
  })
  expect(messageOf([group({ velocity: [1, 0, 0] })])).toMatch(
    /children\[0\].body.velocity must be left out: this is a part of the body `g`/,
  )
  expect(messageOf([group({ type: 'fixed' })])).toMatch(/body.type must be left out/)
  expect(messageOf([group({ material: 'steel' })])).toBe('good')
  expect(messageOf([group({ type: 'none' })])).toBe('good')
})

test('joints hold bodies that there are', () => {
  const joint = { kind: 'hinge', at: [0, 0, 0] }
  const all = [box('door', { body: {} }), box('post', {})]
  const told = (more: object) => messageOf(all, { joints: [{ ...joint, ...more }] })
  expect(told({ body: 'dor' })).toBe(
    'physics.joints[0].body names no actor (got "dor"); did you mean `door`?',
  )
  expect(told({ body: 'post' })).toMatch(/must be a dynamic body/)
  expect(told({ body: 'door', base: 'door' })).toMatch(/must be another body/)
  expect(told({ body: 'door', base: 'post' })).toBe('good')
})

test('a stored scene, which writes the defaults of its parts out, is read again', () => {
  const whole = {
    id: 'g',
    kind: 'group',
    body: { from: 0.5 },
    children: [box('a', {}), box('b', { body: { type: 'none' } })],
  }
  const scene = { version: 1, name: 'stored', cameras: [{ position: [0, 1, 4], lookAt: 'g' }] }
  const { actors } = Scene.parse({ ...scene, actors: [whole] })
  expect(messageOf(actors)).toBe('good')
})

test('steps are fine and rules of numbers hold', () => {
  expect(messageOf([box('a', {})], { step: 1 / 60 })).toMatch(/physics.step must be/)
  expect(messageOf([box('a', { body: { material: 'ruber' } })])).toMatch(/did you mean `rubber`/)
})

test.each([
  [
    'too fast',
    { velocity: [0, -120, 0] },
    {},
    /a is too fast at 0.04 s: 12\d m\/s, and `physics.maxSpeed` is 100/,
  ],
  [
    'a blow too strong',
    { impulses: [{ t: 0.5, impulse: [5000, 0, 0] }] },
    {},
    /a is too fast at 0.5/,
  ],
  ['nothing to touch', {}, { kind: 'text', size: undefined, text: 'hi' }, /a cannot be a body/],
])('a set-up that cannot be names actor and time: %s', async (_, body, more, message) => {
  const scene = Scene.parse({
    version: 1,
    name: 'wrong',
    clip: { frames: 49 },
    cameras: [{ position: [0, 1, 4], lookAt: [0, 0, 0] }],
    actors: [JSON.parse(JSON.stringify(box('a', { body, ...more })))],
  })
  const physics = await physicsFor(scene)
  expect(() => shoot(scene, physics)).toThrow(message)
})
