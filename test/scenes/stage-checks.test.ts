import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkScene, parseScene, placeFindings, problemText, Scene, shoot } from '#scenes'

const ground = { kind: 'ground', id: 'lawn' }
const ball = { kind: 'sphere', id: 'ball', radius: 0.5 }
const walls = {
  kind: 'group',
  id: 'room',
  children: [
    { kind: 'box', id: 'left', size: [0.2, 3, 6], position: [-3, 0, 0] },
    { kind: 'box', id: 'right', size: [0.2, 3, 6], position: [3, 0, 0] },
    { kind: 'box', id: 'back', size: [6, 3, 0.2], position: [0, 0, -3] },
    { kind: 'box', id: 'ceiling', size: [6, 0.2, 6], position: [0, 3, 0] },
  ],
}

test('a sound scene has no findings', () => {
  expect(findings({ actors: [ground, ball] })).toEqual([])
})

test('a camera in a room is not inside it, one in the wall is', () => {
  expect(findings({ actors: [ground, ball, walls], camera: { position: [2, 1.6, 2] } })).toEqual([])
  expect(findings({ actors: [ground, ball, walls], camera: { position: [3.05, 1.6, 2] } })).toEqual(
    ['error: cameras[0].position is inside `right` (got [3.05,1.6,2]); move it out of there'],
  )
})

test('the wall is tested as it stands, turned and moved with its group', () => {
  const turned = { ...walls, rotation: [0, 90, 0], position: [10, 0, 0] }
  // The left wall now stands at z = 3, from x = 7 to 13.
  const inside = findings({ actors: [ball, turned], camera: { position: [12, 1, 3.02] } })
  expect(inside).toEqual([expect.stringMatching(/^error: .* is inside `left`/)])
  expect(findings({ actors: [ball, turned], camera: { position: [12, 1, 3.2] } })).toEqual([])
})

test('a camera near the corner of the box around a ball is outside the ball', () => {
  const big = { ...ball, radius: 2 }
  expect(
    findings({ actors: [ground, big], camera: { position: [1.8, 0.2, 1.8], lookAt: [0, 2, 0] } }),
  ).toEqual([])
  expect(
    findings({ actors: [ground, big], camera: { position: [1, 2, 1], lookAt: [0, 2, 0] } }),
  ).toEqual([expect.stringContaining('is inside `ball`')])
})

test('who sits or jumps stays where it is, and no act begins after the clip', () => {
  const walks = {
    id: 'ann',
    kind: 'person',
    motion: [
      {
        kind: 'path',
        points: [
          [0, 0, 0],
          [2, 0, 0],
        ],
        to: 1,
      },
    ],
  }
  const acting = (...acts: object[]) => findings({ actors: [ground, { ...walks, acts }] })
  expect(acting({ kind: 'jump', from: 0.5 })).toEqual([
    expect.stringMatching(/^error: actors\[1\]\.acts\[0\]: jumps while its motion/),
  ])
  expect(acting({ kind: 'sit', from: 0.5 })).toEqual([expect.stringMatching(/sits while/)])
  expect(acting({ kind: 'wave', from: 0.5 }, { kind: 'jump', from: 1.2 })).toEqual([])
  expect(acting({ kind: 'wave', from: 500 })).toEqual([expect.stringMatching(/after the clip/)])
})

test('a see-through solid may hold the camera', () => {
  const bubble = {
    ...ball,
    id: 'bubble',
    radius: 8,
    position: [0, -6, 0],
    material: { surface: 'glass', opacity: 0.2 },
  }
  expect(findings({ actors: [ground, ball, bubble] })).toEqual([])
})

test('the moment is told when only a part of a flight is inside', () => {
  const camera = {
    position: [0, 1, 6],
    lookAt: [0, 1, -20],
    keys: [{ t: 2, position: [0, 1, -10], ease: 'linear' }],
  }
  const [first, ...more] = findings({
    actors: [ground, { kind: 'box', id: 'block', size: [2, 2, 2] }],
    camera,
  })
  expect(more).toEqual([])
  const seconds = Number(/is inside `block` at ([\d.]+) s/.exec(first ?? '')?.[1])
  // It enters the block, 5 m ahead at 8 m/s, after 0.625 s and leaves it after 0.875 s.
  expect(seconds).toBeGreaterThan(0.62)
  expect(seconds).toBeLessThan(0.88)
})

test('a camera under the ground is an error, one below y = 0 without ground a warning', () => {
  const camera = { position: [0, -1, 5] }
  expect(findings({ actors: [ground, ball], camera })).toEqual([
    'error: cameras[0].position is under the ground `lawn` (got [0,-1,5]); raise it: Y is up',
  ])
  expect(findings({ actors: [ball], camera })).toEqual([
    'warning: cameras[0].position is below y = 0, where the ground usually is (got [0,-1,5]); raise it: Y is up',
  ])
})

test('an actor that never rises above the ground is told, also in a group', () => {
  const sunk = {
    kind: 'group',
    id: 'pit',
    position: [0, -3, 0],
    children: [{ ...ball, id: 'stone' }],
  }
  expect(findings({ actors: [ground, ball, sunk] })).toEqual([
    'warning: actors[2].children[0].position is wholly below the ground: its top never rises above y = -2 m; `position` is where its base stands',
  ])
})

test('what lies on a ground below y = 0 is not under it, what lies beneath it is', () => {
  const low = { ...ground, position: [0, -3, 0] }
  const at = (y: number) => ({ ...ball, id: 'stone', position: [0, y, 0] })
  expect(findings({ actors: [low, ball, at(-3)] })).toEqual([])
  expect(findings({ actors: [low, ball, at(-6)] })).toEqual([
    expect.stringContaining('warning: actors[2].position is wholly below the ground'),
  ])
})

test('an actor that comes up during the clip is not told', () => {
  const rising = {
    ...ball,
    id: 'mole',
    position: [0, -2, 0],
    motion: [
      {
        kind: 'move',
        keys: [
          { t: 0, position: [0, -2, 0] },
          { t: 1.5, position: [0, 0, 0] },
        ],
      },
    ],
  }
  expect(findings({ actors: [ground, ball, rising] })).toEqual([])
})

test('a camera turned away from everything is an error, one that sees only ground a warning', () => {
  const away = { position: [0, 1, 5], lookAt: [0, 1, 20] }
  expect(findings({ actors: [ball], camera: away })).toEqual([
    'error: cameras[0] has no actor in view at any time; check `position` and `lookAt`',
  ])
  expect(findings({ actors: [ground, ball], camera: away })).toEqual([
    'warning: cameras[0] has nothing but the ground in view; check `position` and `lookAt`',
  ])
})

test('an actor that passes through the picture once is in view', () => {
  const passing = {
    ...ball,
    position: [-40, 0, 0],
    motion: [
      {
        kind: 'path',
        points: [
          [-40, 0, 0],
          [40, 0, 0],
        ],
        to: 2,
      },
    ],
  }
  expect(findings({ actors: [passing] })).toEqual([])
})

test('findings are placed in the text of the scene', () => {
  const text = readFileSync(new URL('../fixtures/ball.json', import.meta.url), 'utf8').replace(
    '[0, 1.5, 6]',
    '[0, -1, 6]',
  )
  const scene = parseScene(text, 'ball.json')
  expect(
    placeFindings(text, 'ball.json', checkScene(scene, shoot(scene))).map(problemText),
  ).toEqual([
    'ball.json:7:43: cameras[0].position is under the ground `lawn` (got [0,-1,6]); raise it: Y is up',
  ])
})

test('5000 actors are checked in seconds', () => {
  const many = Array.from({ length: 5000 }, (_, i) => ({
    ...ball,
    id: `b${i}`,
    position: [i % 70, 0, -Math.floor(i / 70)],
  }))
  const start = performance.now()
  expect(findings({ actors: many })).toEqual([])
  expect(performance.now() - start).toBeLessThan(10_000)
})

function findings({ actors, camera = {} }: { actors: object[]; camera?: object }): string[] {
  const scene = Scene.parse({
    version: 1,
    name: 'checked',
    clip: { frames: 49 },
    cameras: [{ position: [0, 1, 5], lookAt: [0, 0.5, 0], ...camera }],
    actors,
  })
  const text = JSON.stringify(scene)
  return placeFindings(text, 's', checkScene(scene, shoot(scene))).map(
    (finding) => `${finding.severity}: ${problemText(finding).replace(/^s:\d+:\d+: /, '')}`,
  )
}
