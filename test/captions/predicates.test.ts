import { describe, expect, test } from 'vitest'
import type { PredicateArgs, PredicateName, Status, Verdict } from '../../captions/claim.ts'
import { Scene } from '#scenes'
import { factsOf, type Facts } from '../../captions/facts/facts.ts'
import { PREDICATES } from '../../captions/predicates/index.ts'
import { BLOWS } from './fixtures/blows.ts'
import { shotOf } from '../../captions/window.ts'
import { film, staged } from '../helpers/filmed.ts'

const ball = (id: string, x: number, more: object = {}) => ({
  id,
  kind: 'sphere',
  radius: 0.4,
  position: [x, 0, 0],
  material: { color: 'red' },
  ...more,
})
const box = (id: string, at: number[], size: number[], more: object = {}) => ({
  id,
  kind: 'box',
  size,
  position: at,
  ...more,
})
const person = (from: number[], to: number[], seconds = 2) => ({
  id: 'man',
  kind: 'person',
  motion: [{ kind: 'path', points: [from, to], from: 0, to: seconds }],
})
const roll = (points: number[][], more: object = {}) => ({
  motion: [{ kind: 'path', points, from: 0, to: 2, roll: 0.4, face: 'keep', ...more }],
})
const keys = (...list: object[]) => ({ keys: list.map((key) => ({ ease: 'linear', ...key })) })

const bird = (more: object) =>
  box('a', [0, 1.6, 0], [0.6, 0.1, 0.5], { noun: { en: 'bird' }, ...more })
/** A bird on a round of 3.1 seconds, for so many seconds. */
const circling = (seconds: number) =>
  staged(
    [
      bird({
        motion: [
          {
            kind: 'path',
            closed: true,
            speed: 3,
            points: [
              [1.5, 1.6, 0],
              [0, 1.6, 1.5],
              [-1.5, 1.6, 0],
              [0, 1.6, -1.5],
            ],
          },
        ],
      }),
    ],
    { frames: 12 * seconds + 1 },
  )
const overDunes = (height: number) =>
  staged([
    {
      id: 'dunes',
      kind: 'ground',
      size: [50, 50],
      relief: 'dunes',
      height: 0.5,
      spacing: 10,
      clearing: 8,
    },
    ball(
      'a',
      0,
      roll([
        [-1, height, 0],
        [1, height, 0],
      ]),
    ),
  ])
/** A thin rod that swings by so many degrees; of less than 60 pixels. */
const pendulum = (amplitude: number) =>
  staged([
    box('a', [0, 1, 0], [0.07, 0.7, 0.05], {
      pivot: [0, 0.7, 0],
      motion: [{ kind: 'oscillate', of: 'rotation', axis: 'z', amplitude, period: 1 }],
    }),
  ])

/** A post that leans over its edge by so many degrees, and ends so. */
const leaning = (most: number, end = most) =>
  staged([
    box('a', [0, 0, 0], [0.3, 1.4, 0.3], {
      pivot: [0.15, 0, 0],
      motion: [
        {
          kind: 'move',
          keys: [
            { t: 0.5, rotation: [0, 0, 0] },
            { t: 1, rotation: [0, 0, -most], ease: 'in' },
            { t: 1.4, rotation: [0, 0, -end], ease: 'in' },
          ],
        },
      ],
    }),
  ])

/** A man of 1.75 m from so many metres before him, his face in the middle of the closer pictures. */
const manFrom = (metres: number) =>
  staged([{ id: 'man', kind: 'person' }], {
    camera: {
      position: [0, metres < 2 ? 1.4 : 0.9, metres],
      lookAt: [0, metres < 2 ? 1.4 : 0.9, 0],
    },
  })
/** A man walks two metres to the right, a camera goes with him. */
const tracking = (camera: object, from: string) =>
  staged([person([-2, 0, 0], [0, 0, 0])], {
    camera: { ...camera, moves: [{ kind: 'track', from }] },
  })
/** The second half of a clip that cuts at one second. */
const secondShot = (to: object): Facts => {
  const first = { position: [0, 1.4, 6], lookAt: [0, 1.4, 0], fov: 45 }
  const scene = Scene.parse({
    version: 1,
    name: 'cut',
    clip: { width: 640, height: 352, fps: 12, frames: 25 },
    cameras: [
      {
        shots: [
          { ...first, to: 1 },
          { ...first, ...to },
        ],
      },
    ],
    actors: [{ id: 'floor', kind: 'ground', size: [60, 60] }, ball('a', 0)],
  })
  return factsOf(shotOf(film(scene), 1))
}

/** Claims put to facts that make them true, false, or neither. Every predicate must stand here. */
const CASES: {
  [P in PredicateName]: [args: PredicateArgs[P], facts: () => Facts, expected: Status][]
} = {
  exists: [
    [{ actor: 'a' }, () => staged([ball('a', 0)]), 'verified'],
    [{ actor: 'a' }, () => staged([ball('a', 40)]), 'refuted'],
    // In the picture for 4 of its 17 samples (0.24): too short to be named, too long to be denied.
    [
      { actor: 'a' },
      () =>
        staged([
          ball('a', 0, {
            motion: [
              {
                kind: 'move',
                keys: [
                  { t: 0, position: [0, 0, 0] },
                  { t: 0.2, position: [0, 0, 0] },
                  { t: 0.35, position: [40, 0, 0], ease: 'linear' },
                ],
              },
            ],
          }),
        ]),
      'untestable',
    ],
  ],
  count: [
    [
      { actors: ['a', 'b'], noun: 'ball', words: 'two' },
      () => staged([ball('a', -1), ball('b', 1)]),
      'verified',
    ],
    [
      { actors: ['a', 'b'], noun: 'ball', words: 'three' },
      () => staged([ball('a', -1), ball('b', 1)]),
      'refuted',
    ],
    // The third is glimpsed for a moment.
    [
      { actors: ['a', 'b'], noun: 'ball', words: 'two' },
      () =>
        staged([
          ball('a', -1),
          ball('b', 1),
          ball('c', 0, {
            motion: [
              {
                kind: 'move',
                keys: [
                  { t: 0, position: [0, 0, 0] },
                  { t: 0.3, position: [40, 0, 0], ease: 'linear' },
                ],
              },
            ],
          }),
        ]),
      'untestable',
    ],
    // The third stands hidden behind a screen: nobody can say that it is not there.
    [
      { actors: ['a', 'b'], noun: 'ball', words: 'two' },
      () =>
        staged([
          ball('a', -1.5),
          ball('b', 1.5),
          box('screen', [0, 0, 0], [1.6, 2, 0.1], { noun: { en: 'screen' } }),
          ball('c', 0, { position: [0, 0, -1] }),
        ]),
      'untestable',
    ],
  ],
  color: [
    [{ actor: 'a', color: 'red' }, () => staged([ball('a', 0)]), 'verified'],
    [{ actor: 'a', color: 'green' }, () => staged([ball('a', 0)]), 'refuted'],
    // Between teal and green.
    [
      { actor: 'a', color: 'teal' },
      () => staged([ball('a', 0, { material: { color: '#27896a' } })]),
      'untestable',
    ],
  ],
  material: [
    [
      { actor: 'a', material: 'wooden' },
      () => staged([box('a', [0, 0, 0], [1, 1, 1], { material: { surface: 'wood' } })]),
      'verified',
    ],
    [
      { actor: 'a', material: 'metal' },
      () => staged([box('a', [0, 0, 0], [1, 1, 1], { material: { surface: 'wood' } })]),
      'refuted',
    ],
    // Too small to see a grain.
    [
      { actor: 'a', material: 'wooden' },
      () => staged([box('a', [0, 1, 0], [0.25, 0.2, 0.2], { material: { surface: 'wood' } })]),
      'untestable',
    ],
  ],
  wears: [
    [
      { actor: 'man', color: 'red', garment: 't-shirt' },
      () => staged([{ id: 'man', kind: 'person', shirt: 'red' }]),
      'verified',
    ],
    [
      { actor: 'man', color: 'green', garment: 't-shirt' },
      () => staged([{ id: 'man', kind: 'person', shirt: 'red' }]),
      'refuted',
    ],
    [{ actor: 'a', color: 'red', garment: 't-shirt' }, () => staged([ball('a', 0)]), 'untestable'],
  ],
  glows: [
    [
      { actor: 'a' },
      () =>
        staged([ball('a', 0, { material: { color: 'white', glow: 5 } })], {
          world: { sun: { elevation: -20 } },
        }),
      'verified',
    ],
    [{ actor: 'a' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { actor: 'a' },
      () =>
        staged([ball('a', 0, { material: { color: 'white', glow: 5 } })], {
          world: { sun: { elevation: 40 } },
        }),
      'untestable',
    ],
  ],
  moves: [
    [
      { actor: 'a', gait: 'travels', verb: 'roll' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [1, 0, 0],
            ]),
          ),
        ]),
      'verified',
    ],
    [{ actor: 'a', gait: 'travels', verb: 'roll' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { actor: 'a', gait: 'spins', verb: 'spin' },
      () => staged([box('a', [0, 0, 0], [1, 1, 1], { motion: [{ kind: 'spin', speed: 3 }] })]),
      'refuted',
    ],
    [
      { actor: 'a', gait: 'swings', verb: 'swing' },
      () =>
        staged([
          box('a', [0, 1, 0], [0.4, 1, 0.2], {
            pivot: [0, 1, 0],
            motion: [{ kind: 'oscillate', of: 'rotation', axis: 'z', amplitude: 20, period: 1 }],
          }),
        ]),
      'verified',
    ],
    [{ actor: 'a', gait: 'circles', verb: 'fly' }, () => circling(4), 'verified'],
    // Two thirds of a round, and then to and fro: no circle.
    [{ actor: 'a', gait: 'circles', verb: 'fly' }, () => circling(2), 'refuted'],
    [
      { actor: 'a', gait: 'circles', verb: 'fly' },
      () =>
        staged([
          bird({
            motion: [
              {
                kind: 'move',
                keys: [
                  { t: 0, position: [-1.5, 1.6, 0] },
                  { t: 1, position: [1.5, 1.6, 0] },
                  { t: 2, position: [-1.5, 1.6, 0] },
                ],
              },
            ],
          }),
        ]),
      'refuted',
    ],
    // Of few pixels, but its edge goes to and fro; and one that hardly does.
    [{ actor: 'a', gait: 'swings', verb: 'swing' }, () => pendulum(22), 'verified'],
    [{ actor: 'a', gait: 'swings', verb: 'swing' }, () => pendulum(3), 'untestable'],
    // A top that wanders by less than its size while it whirls.
    [
      { actor: 'a', gait: 'spins', verb: 'spin' },
      () =>
        staged([
          box('a', [0, 0, 0], [0.8, 1, 0.8], {
            motion: [
              { kind: 'spin', speed: 400 },
              { kind: 'oscillate', of: 'position', axis: 'x', amplitude: 0.08, period: 1 },
            ],
          }),
        ]),
      'verified',
    ],
    // Far away: it rolls by a hundredth of the picture.
    [
      { actor: 'a', gait: 'travels', verb: 'roll' },
      () =>
        staged([
          ball('a', 0, {
            radius: 0.8,
            ...roll(
              [
                [0, 0, -14],
                [0.15, 0, -14],
              ],
              { roll: 0.8 },
            ),
          }),
        ]),
      'untestable',
    ],
  ],
  pace: [
    [{ actor: 'man', pace: 'easy' }, () => staged([person([-1.2, 0, 0], [1.2, 0, 0])]), 'verified'],
    [{ actor: 'man', pace: 'brisk' }, () => staged([person([-1.2, 0, 0], [1.2, 0, 0])]), 'refuted'],
    [
      { actor: 'man', pace: 'easy' },
      () => staged([person([-1.7, 0, 0], [1.7, 0, 0])]),
      'untestable',
    ],
  ],
  still: [
    [{ actor: 'a' }, () => staged([ball('a', 0)]), 'verified'],
    [
      { actor: 'a' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [1, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
    [
      { actor: 'a' },
      () =>
        staged([
          ball('a', 0, {
            motion: [
              {
                kind: 'path',
                points: [
                  [0, 0, 0],
                  [0.03, 0, 0],
                ],
                from: 0,
                to: 2,
              },
            ],
          }),
        ]),
      'untestable',
    ],
  ],
  heads: [
    [
      { actor: 'a', direction: 'right' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [1, 0, 0],
            ]),
          ),
        ]),
      'verified',
    ],
    [
      { actor: 'a', direction: 'left' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [1, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
    [
      { actor: 'a', direction: 'toward' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [0, 0, -3],
              [0, 0, 1],
            ]),
          ),
        ]),
      'verified',
    ],
    [
      { actor: 'a', direction: 'right' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-0.6, 0, -1.5],
              [0.6, 0, 0.7],
            ]),
          ),
        ]),
      'untestable',
    ],
  ],
  over: [
    // It floats lower than the crests farther out, but in the clearing, where the ground is level.
    [{ actor: 'a', other: 'dunes', how: 'across' }, () => overDunes(0.3), 'refuted'],
    [{ actor: 'a', other: 'dunes', how: 'across' }, () => overDunes(0), 'verified'],
    [
      { actor: 'a', other: 'mat', how: 'across' },
      () =>
        staged([
          box('mat', [0, 0, 0], [4, 0.05, 2]),
          ball(
            'a',
            0,
            roll([
              [-1, 0.05, 0],
              [1, 0.05, 0],
            ]),
          ),
        ]),
      'verified',
    ],
    [
      { actor: 'a', other: 'mat', how: 'across' },
      () =>
        staged([
          box('mat', [0, 0, -2], [4, 0.05, 1]),
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [1, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
    [
      { actor: 'a', other: 'mat', how: 'across' },
      () =>
        staged([
          box('mat', [0, 0, 0], [0.8, 0.05, 2]),
          ball(
            'a',
            0,
            roll([
              [-1, 0.05, 0],
              [1, 0.05, 0],
            ]),
          ),
        ]),
      'untestable',
    ],
  ],
  passes: [
    [
      { actor: 'a', other: 'post', side: 'behind' },
      () =>
        staged([
          box('post', [0, 0, 1.5], [0.3, 1.5, 0.3]),
          ball(
            'a',
            0,
            roll([
              [-1.5, 0, 0],
              [1.5, 0, 0],
            ]),
          ),
        ]),
      'verified',
    ],
    [
      { actor: 'a', other: 'post', side: 'in front of' },
      () =>
        staged([
          box('post', [0, 0, 1.5], [0.3, 1.5, 0.3]),
          ball(
            'a',
            0,
            roll([
              [-1.5, 0, 0],
              [1.5, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
    // At the same depth to a few percent: which is nearer cannot be told.
    [
      { actor: 'a', other: 'post', side: 'in front of' },
      () =>
        staged([
          box('post', [0, 0.9, 0], [0.3, 0.9, 0.3]),
          ball(
            'a',
            0,
            roll([
              [-1.5, 0.4, 0.1],
              [1.5, 0.4, 0.1],
            ]),
          ),
        ]),
      'untestable',
    ],
  ],
  hits: [
    [{ actor: 'a', other: 'b' }, () => bump(0.82), 'verified'],
    [{ actor: 'b', other: 'a' }, () => bump(0.82), 'refuted'],
    [{ actor: 'a', other: 'b' }, () => bump(1.05), 'untestable'],
  ],
  topples: [
    [{ actor: 'a' }, () => leaning(90), 'verified'],
    // It rocks and stands again.
    [{ actor: 'a' }, () => leaning(70, 0), 'refuted'],
    [{ actor: 'a' }, () => leaning(35), 'untestable'],
    [{ actor: 'b' }, () => staged([box('b', [0, 0, 0], [0.3, 1.4, 0.3])]), 'refuted'],
    [
      { actor: 'a' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [1, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
  ],
  ...BLOWS,
  enters: [
    [
      { actor: 'a', side: 'left' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-7, 0, 0],
              [1, 0, 0],
            ]),
          ),
        ]),
      'verified',
    ],
    [{ actor: 'a', side: 'left' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { actor: 'a', side: 'left' },
      () =>
        staged([
          box('wall', [-4, 0, 1], [5, 3, 0.2]),
          ball(
            'a',
            0,
            roll([
              [-7, 0, 0],
              [1, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
  ],
  leaves: [
    [
      { actor: 'a', side: 'right' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [7, 0, 0],
            ]),
          ),
        ]),
      'verified',
    ],
    [
      { actor: 'a', side: 'left' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [7, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
  ],
  starts: [
    [
      { actor: 'a' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll(
              [
                [-1, 0, 0],
                [1, 0, 0],
              ],
              { from: 1 },
            ),
          ),
        ]),
      'verified',
    ],
    [{ actor: 'a' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { actor: 'a' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll(
              [
                [-1, 0, 0],
                [1, 0, 0],
              ],
              { from: 0.25 },
            ),
          ),
        ]),
      'untestable',
    ],
  ],
  stops: [
    [
      { actor: 'a' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll(
              [
                [-1, 0, 0],
                [1, 0, 0],
              ],
              { to: 1.2 },
            ),
          ),
        ]),
      'verified',
    ],
    [{ actor: 'a' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { actor: 'a' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll(
              [
                [-1, 0, 0],
                [1, 0, 0],
              ],
              { to: 1.75 },
            ),
          ),
        ]),
      'untestable',
    ],
  ],
  order: [
    [
      { first: 'a', second: 'b', relation: 'before', event: 'end' },
      () => pair(0, 0.8, 1.2, 2),
      'verified',
    ],
    [
      { first: 'b', second: 'a', relation: 'before', event: 'end' },
      () => pair(0, 0.8, 1.2, 2),
      'refuted',
    ],
    [
      { first: 'a', second: 'b', relation: 'while', event: 'end' },
      () => pair(0, 1.8, 0.2, 2),
      'verified',
    ],
    [
      { first: 'a', second: 'b', relation: 'before', event: 'end' },
      () => pair(0, 1, 1, 2),
      'untestable',
    ],
  ],
  hangs: [
    [
      { actor: 'a', other: 'wall' },
      () => staged([wall, box('a', [0, 1, -0.93], [0.8, 0.6, 0.04])]),
      'verified',
    ],
    [
      { actor: 'a', other: 'wall' },
      () => staged([wall, box('a', [0, 1, 1], [0.8, 0.6, 0.04])]),
      'refuted',
    ],
    [
      { actor: 'a', other: 'wall' },
      () => staged([wall, box('a', [0, 1, -0.75], [0.8, 0.6, 0.04])]),
      'untestable',
    ],
  ],
  place: [
    // Beside each other, and one high over the other.
    [
      { actor: 'a', relation: 'next to', other: 'b' },
      () => staged([box('b', [0, 0, 0], [1, 0.5, 1]), ball('a', 0, { position: [0.9, 0, 0] })]),
      'verified',
    ],
    [
      { actor: 'a', relation: 'next to', other: 'b' },
      () => staged([box('b', [0, 0, 0], [1, 0.3, 1]), ball('a', 0, { position: [0, 2.2, 0] })]),
      'refuted',
    ],
    [
      { actor: 'a', relation: 'left of', other: 'b' },
      () => staged([ball('a', -1), ball('b', 1)]),
      'verified',
    ],
    [
      { actor: 'b', relation: 'left of', other: 'a' },
      () => staged([ball('a', -1), ball('b', 1)]),
      'refuted',
    ],
    [
      { actor: 'a', relation: 'left of', other: 'b' },
      () => staged([ball('a', -0.3), ball('b', 0.3, { position: [0.2, 0, 1.2] })]),
      'untestable',
    ],
    [
      { actor: 'a', relation: 'on', other: 'b' },
      () => staged([box('b', [0, 0, 0], [2, 0.7, 1]), ball('a', 0, { position: [0, 0.7, 0] })]),
      'verified',
    ],
    [
      { actor: 'a', relation: 'on', other: 'b' },
      () => staged([box('b', [0, 0, 0], [2, 0.7, 1]), ball('a', 0, { position: [0, 1.2, 0] })]),
      'refuted',
    ],
    [
      { actor: 'a', relation: 'above', other: 'b' },
      () => staged([box('b', [0, 0, 0], [2, 0.7, 1]), ball('a', 0, { position: [0, 1.2, 0] })]),
      'verified',
    ],
    [
      { actor: 'a', relation: 'behind', other: 'b' },
      () => staged([ball('a', 0, { position: [0.2, 0, -2] }), ball('b', 0)]),
      'verified',
    ],
    [
      { actor: 'a', relation: 'in front of', other: 'b' },
      () => staged([ball('a', 0, { position: [0.2, 0, -2] }), ball('b', 0)]),
      'refuted',
    ],
    [
      { actor: 'a', relation: 'next to', other: 'b' },
      () => staged([ball('a', -0.5), ball('b', 0.5)]),
      'verified',
    ],
    [
      { actor: 'a', relation: 'next to', other: 'b' },
      () => staged([ball('a', -0.9), ball('b', 0.9)]),
      'untestable',
    ],
  ],
  framed: [
    [{ actor: 'a', where: 'left' }, () => staged([ball('a', -2)]), 'verified'],
    [{ actor: 'a', where: 'right' }, () => staged([ball('a', -2)]), 'refuted'],
    [{ actor: 'a', where: 'left' }, () => staged([ball('a', -0.7)]), 'untestable'],
    [
      { actor: 'b', where: 'background' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [1, 0, 0],
            ]),
          ),
          box('b', [0, 0, -6], [2, 2, 1]),
        ]),
      'verified',
    ],
  ],
  larger: [
    [
      { actor: 'a', other: 'b' },
      () => staged([ball('a', -1, { radius: 0.6 }), ball('b', 1)]),
      'verified',
    ],
    [
      { actor: 'b', other: 'a' },
      () => staged([ball('a', -1, { radius: 0.6 }), ball('b', 1)]),
      'refuted',
    ],
    [
      { actor: 'a', other: 'b' },
      () => staged([ball('a', -1, { radius: 0.48 }), ball('b', 1)]),
      'untestable',
    ],
  ],
  setting: [
    [
      { place: 'street' },
      () =>
        staged([
          box('house', [0, 0, -6], [6, 5, 3], { noun: { en: 'house' } }),
          { id: 'road', kind: 'plane', noun: { en: 'road' }, size: [20, 4] },
        ]),
      'verified',
    ],
    [{ place: 'desert' }, () => staged([ball('a', 0)]), 'refuted'],
    [{ place: 'street' }, () => staged([ball('a', 0)]), 'untestable'],
  ],
  daytime: [
    [
      { time: 'day' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: 40 } } }),
      'verified',
    ],
    [
      { time: 'night' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: 40 } } }),
      'refuted',
    ],
    [
      { time: 'day' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: 9 } } }),
      'untestable',
    ],
    [
      { time: 'dusk' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: -2 } } }),
      'verified',
    ],
  ],
  light: [
    [
      { from: 'left' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: 40, azimuth: -90 } } }),
      'verified',
    ],
    [
      { from: 'right' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: 40, azimuth: -90 } } }),
      'refuted',
    ],
    [
      { from: 'left' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: 40, azimuth: -20 } } }),
      'untestable',
    ],
    [
      { quality: 'soft' },
      () => staged([ball('a', 0)], { world: { sun: { softness: 0.7 } } }),
      'verified',
    ],
    [
      { quality: 'soft' },
      () => staged([ball('a', 0)], { world: { sun: { softness: 0.1 } } }),
      'refuted',
    ],
  ],
  weather: [
    [{ kind: 'fog' }, () => foggy(6), 'verified'],
    [{ kind: 'fog' }, () => staged([ball('a', 0)]), 'refuted'],
    [{ kind: 'fog' }, () => foggy(15), 'untestable'],
  ],
  camera: [
    [{ move: 'static' }, () => staged([ball('a', 0)]), 'verified'],
    [
      { move: 'pan', direction: 'right' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, lookAt: [1.5, 1.4, 0] }) }),
      'verified',
    ],
    [
      { move: 'pan', direction: 'left' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, lookAt: [1.5, 1.4, 0] }) }),
      'refuted',
    ],
    [
      { move: 'static' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, lookAt: [1.5, 1.4, 0] }) }),
      'refuted',
    ],
    [
      { move: 'pan', direction: 'right' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, lookAt: [0.36, 1.4, 0] }) }),
      'untestable',
    ],
    [
      { move: 'tilt', direction: 'up' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, lookAt: [0, 2.6, 0] }) }),
      'verified',
    ],
    [
      { move: 'truck', direction: 'right' },
      () =>
        staged([ball('a', 0)], {
          camera: keys({ t: 2, position: [1, 1.4, 6], lookAt: [1, 1.4, 0] }),
        }),
      'verified',
    ],
    [
      { move: 'pan', direction: 'right' },
      () =>
        staged([ball('a', 0)], {
          camera: keys({ t: 2, position: [1, 1.4, 6], lookAt: [1, 1.4, 0] }),
        }),
      'refuted',
    ],
    [
      { move: 'dolly', direction: 'in' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, position: [0, 1.4, 4.5] }) }),
      'verified',
    ],
    [
      { move: 'zoom', direction: 'in' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, position: [0, 1.4, 4.5] }) }),
      'refuted',
    ],
    [
      { move: 'zoom', direction: 'in' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, fov: 30 }) }),
      'verified',
    ],
    [
      { move: 'pedestal', direction: 'up' },
      () =>
        staged([ball('a', 0)], {
          camera: keys({ t: 2, position: [0, 2.2, 6], lookAt: [0, 2.2, 0] }),
        }),
      'verified',
    ],
    [
      { move: 'roll', direction: 'clockwise' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, roll: 15 }) }),
      'verified',
    ],
    [
      { move: 'roll', direction: 'counterclockwise' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, roll: 15 }) }),
      'refuted',
    ],
  ],
  follows: [
    [
      { actor: 'a', how: 'turning' },
      () =>
        staged(
          [
            ball(
              'a',
              0,
              roll([
                [-2, 0, 0],
                [2, 0, 0],
              ]),
            ),
          ],
          { camera: { lookAt: 'a' } },
        ),
      'verified',
    ],
    [
      { actor: 'a', how: 'turning' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-2, 0, 0],
              [2, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
    [
      { actor: 'a', how: 'turning' },
      () =>
        staged(
          [
            ball(
              'a',
              0,
              roll([
                [-0.4, 0, 0],
                [0.4, 0, 0],
              ]),
            ),
          ],
          { camera: keys({ t: 2, lookAt: [0.5, 1.4, 0] }) },
        ),
      'untestable',
    ],
  ],
  angle: [
    [{ angle: 'level' }, () => staged([ball('a', 0)]), 'verified'],
    [{ angle: 'high' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { angle: 'high' },
      () => staged([ball('a', 0)], { camera: { position: [0, 4, 6], lookAt: [0, 0.5, 0] } }),
      'verified',
    ],
    [
      { angle: 'high' },
      () => staged([ball('a', 0)], { camera: { position: [0, 2.6, 6], lookAt: [0, 0.5, 0] } }),
      'untestable',
    ],
    [
      { angle: 'low' },
      () => staged([ball('a', 0)], { camera: { position: [0, 0.3, 6], lookAt: [0, 2, 0] } }),
      'verified',
    ],
  ],
  shot: [
    [{ size: 'wide', actor: 'a' }, () => staged([ball('a', 0, { radius: 0.5 })]), 'verified'],
    [{ size: 'close', actor: 'a' }, () => staged([ball('a', 0, { radius: 0.2 })]), 'refuted'],
    [{ size: 'wide', actor: 'a' }, () => staged([ball('a', 0, { radius: 1.05 })]), 'untestable'],
    [{ size: 'wide', actor: 'a' }, () => staged([ball('a', 0, { radius: 1.4 })]), 'refuted'],
    [{ size: 'medium', actor: 'man' }, () => manFrom(1.25), 'verified'],
    [{ size: 'medium close-up', actor: 'man' }, () => manFrom(1.25), 'refuted'],
    [{ size: 'medium', actor: 'man' }, () => manFrom(1.55), 'untestable'],
    [{ size: 'full', actor: 'man' }, () => manFrom(2.9), 'verified'],
    [
      { size: 'close', actor: 'a' },
      () =>
        staged([ball('a', 0, { radius: 0.2 })], {
          camera: { position: [0, 0.5, 0.8], lookAt: [0, 0.2, 0] },
        }),
      'verified',
    ],
  ],
  tracks: [
    [
      { actor: 'man', from: 'side' },
      () => tracking({ position: [0, 1.4, 5], lookAt: 'man' }, 'side'),
      'verified',
    ],
    [
      { actor: 'man', from: 'tail' },
      () => tracking({ position: [0, 1.4, 5], lookAt: 'man' }, 'side'),
      'refuted',
    ],
    [
      { actor: 'man', from: 'tail' },
      () => tracking({ position: [-6, 1.4, 0], lookAt: 'man' }, 'tail'),
      'verified',
    ],
    [
      { actor: 'man', from: 'lead' },
      () => tracking({ position: [4, 1.4, 0], lookAt: 'man' }, 'lead'),
      'verified',
    ],
    [
      { actor: 'man', from: 'aerial' },
      () => tracking({ position: [0, 6, 3], lookAt: 'man' }, 'aerial'),
      'verified',
    ],
    // Between beside and ahead.
    [
      { actor: 'man', from: 'side' },
      () => tracking({ position: [0.24, 1.4, 4.4], lookAt: 'man' }, 'side'),
      'untestable',
    ],
    [{ actor: 'man', from: 'side' }, () => staged([person([-2, 0, 0], [0, 0, 0])]), 'refuted'],
  ],
  shakes: [
    [{ how: 'a little' }, () => staged([ball('a', 0)], { camera: { handheld: 0.3 } }), 'verified'],
    [
      { how: 'a lot' },
      () => staged([ball('a', 0)], { camera: { handheld: 1, fov: 20 } }),
      'verified',
    ],
    [{ how: 'a lot' }, () => staged([ball('a', 0)], { camera: { handheld: 0.3 } }), 'refuted'],
    [{ how: 'a little' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { how: 'a little' },
      () => staged([ball('a', 0)], { camera: { handheld: 0.22 } }),
      'untestable',
    ],
  ],
  cut: [
    [{ shot: 1 }, () => secondShot({ position: [4, 1.4, 4] }), 'verified'],
    [{ shot: 1 }, () => secondShot({ position: [0.01, 1.4, 6] }), 'refuted'],
    [
      { shot: 1 },
      () => secondShot({ position: [0.25, 1.4, 6], lookAt: [0.25, 1.4, 0] }),
      'untestable',
    ],
    [{ shot: 1 }, () => staged([ball('a', 0)]), 'refuted'],
  ],
  look: [[{ style: '3D animation' }, () => staged([ball('a', 0)]), 'verified']],
}

const wall = box('wall', [0, 0, -1], [6, 3, 0.1], { noun: { en: 'wall' } })

/** Ball a rolls up to ball b, their middles that far apart, and b rolls away at 1 s. */
function bump(apart: number): Facts {
  return staged([
    ball('a', 0, {
      motion: [
        {
          kind: 'path',
          points: [
            [-2, 0, 0],
            [-apart, 0, 0],
          ],
          from: 0,
          to: 1,
          roll: 0.4,
          face: 'keep',
        },
      ],
    }),
    ball('b', 0, {
      motion: [
        {
          kind: 'path',
          points: [
            [0, 0, 0],
            [1.5, 0, 0],
          ],
          from: 1,
          to: 2,
          roll: 0.4,
          face: 'keep',
        },
      ],
    }),
  ])
}

function pair(a0: number, a1: number, b0: number, b1: number): Facts {
  const path = (z: number, from: number, to: number) => ({
    motion: [
      {
        kind: 'path',
        points: [
          [-1, 0, z],
          [1, 0, z],
        ],
        from,
        to,
        roll: 0.4,
        face: 'keep',
      },
    ],
  })
  return staged([ball('a', 0, path(0, a0, a1)), ball('b', 0, path(-2, b0, b1))])
}

/** Fog of 20 m: near things at ring contrast 20, far ones at that. */
function foggy(far: number): Facts {
  const facts = staged(
    [ball('a', 0, { position: [-0.7, 0, 4] }), ball('b', 0, { position: [1, 0, -6], radius: 1 })],
    { world: { fog: { visibility: 20 } } },
  )
  for (const member of facts.observations.members)
    member.contrast = member.contrast.map((contrast) =>
      contrast === null ? null : member.id === 'b' ? far : member.id === 'a' ? 20 : null,
    )
  return facts
}

for (const [name, cases] of Object.entries(CASES))
  describe(name, () => {
    test.each(cases as [object, () => Facts, Status][])(`${name} %j`, (args, facts, expected) => {
      const told = facts()
      // The table pairs arguments with their predicate; indexing by a string loses that.
      const predicate = PREDICATES[name as PredicateName] as {
        verify(claim: { args: object; frames: [number, number] }, facts: Facts): Verdict
      }
      const frames: [number, number] = ['starts', 'stops', 'hits'].includes(name)
        ? turnOf(told, name)
        : [0, told.frames]
      const verdict = predicate.verify({ args, frames }, told)
      expect(verdict, JSON.stringify(verdict.evidence)).toMatchObject({ status: expected })
    })
  })

function turnOf(facts: Facts, name: string): [number, number] {
  const motion = facts.motions.get(name === 'hits' ? 'b' : 'a')?.[0]
  const at = name !== 'stops' ? motion?.from : motion?.to
  return at === undefined ? [0, 1] : [at - 1, at + 1]
}

test('nothing is proposed that its own check refutes', () => {
  const facts = staged([
    ball(
      'a',
      0,
      roll([
        [-1, 0, 0],
        [1, 0, 0],
      ]),
    ),
    ball('b', 1.5, { position: [1.5, 0, -2] }),
  ])
  const refuted = Object.values(PREDICATES).flatMap((predicate) =>
    predicate.propose(facts).filter((draft) => {
      const { verify } = predicate as { verify(claim: object, facts: Facts): Verdict }
      return verify(draft, facts).status !== 'verified'
    }),
  )
  expect(refuted).toEqual([])
})
