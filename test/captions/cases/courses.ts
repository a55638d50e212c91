import { staged } from '../../helpers/filmed.ts'
import { ball, box, keys, roll } from '../fixtures/actors.ts'
import type { Cases } from './cases.ts'

const across = (from: number, to: number, time = { from: 0.4, to: 1.4 }) =>
  staged([
    ball(
      'a',
      0,
      roll(
        [
          [from, 0, 0],
          [to, 0, 0],
        ],
        time,
      ),
    ),
    box('post', [0, 0, -1], [0.3, 1, 0.3], { noun: { en: 'post' } }),
  ])

/** A ball rolls to the right, and back to the left as far as that. */
const thereAndBack = (to: number) =>
  staged([
    ball(
      'a',
      0,
      roll([
        [-2, 0, 0],
        [1, 0, 0],
        [to, 0, 0],
      ]),
    ),
  ])

const high = (height: number) =>
  staged([
    box('a', [-1, 0, 0], [0.4, height, 0.4], { noun: { en: 'vase' } }),
    box('b', [1, 0, 0], [0.4, 0.6, 0.4], { noun: { en: 'mug' } }),
  ])

/** One ball rolls up to another, which then goes on. */
const struck = (at: number) =>
  staged([
    ball(
      'a',
      0,
      roll(
        [
          [-2.5, 0, 0],
          [-0.82, 0, 0],
        ],
        { from: 0.2, to: at },
      ),
    ),
    ball(
      'b',
      0,
      roll(
        [
          [0, 0, 0],
          [1.7, 0, 0],
        ],
        { from: at, to: at + 0.6 },
      ),
    ),
  ])

/** A cube slides up onto a slab; a touch turns it a little as the clip ends. */
const onto = (turn: number) =>
  staged([
    box('slab', [0, 0, 0], [1.4, 0.3, 1], { noun: { en: 'slab' } }),
    box('a', [-1.8, 0, 0], [0.4, 0.4, 0.4], {
      noun: { en: 'cube' },
      material: { color: 'red' },
      motion: [
        {
          kind: 'move',
          ...keys(
            { t: 0.2, position: [-1.8, 0, 0] },
            { t: 1, position: [0, 0.3, 0] },
            { t: 1.9, position: [0, 0.3, 0], rotation: [0, 0, 0] },
            { t: 2, position: [0, 0.3, 0], rotation: [0, turn, 0] },
          ),
        },
      ],
    }),
  ])

/** A ball rolls off that lay on a thin lane, which lies on the floor. */
const laid = () =>
  staged([
    box('lane', [0, 0, 0], [5, 0.03, 2], { noun: { en: 'lane' } }),
    ball(
      'a',
      0,
      roll(
        [
          [-1, 0.03, 0],
          [1, 0.03, 0],
        ],
        { from: 0.4, to: 1.4 },
      ),
    ),
  ])

/** A ball rolls until so many seconds have gone by. */
const halting = (to: number) => across(-2, 0.5, { from: 0.2, to })

/** Two balls, one of which rolls off. */
const pair = (one: number, other: number) =>
  staged([
    ball(
      'a',
      one,
      roll([
        [one, 0, 1],
        [one + 1, 0, 1],
      ]),
    ),
    ball('b', other),
  ])

type Course =
  | 'shifts'
  | 'lasts'
  | 'returns'
  | 'ends'
  | 'begins'
  | 'begins_in'
  | 'ends_in'
  | 'begins_beside'
  | 'fates'
  | 'taller'
  | 'strikes_at'
  | 'timed'

/** Where and when things begin and end. */
export const COURSES: { [P in Course]: Cases<P> } = {
  shifts: [
    [{ actor: 'a', from: 'left', to: 'right' }, () => across(-2, 2), 'verified'],
    [{ actor: 'a', from: 'right', to: 'left' }, () => across(-2, 2), 'refuted'],
    [{ actor: 'a', from: 'left', to: 'right' }, () => across(-2, 0.7), 'untestable'],
  ],
  returns: [
    [{ actor: 'a', direction: 'left', verb: 'roll' }, () => thereAndBack(-1.5), 'verified'],
    [{ actor: 'a', direction: 'left', verb: 'move' }, () => thereAndBack(-1.5), 'verified'],
    [{ actor: 'a', direction: 'right', verb: 'move' }, () => thereAndBack(-1.5), 'refuted'],
    [{ actor: 'a', direction: 'left', verb: 'move' }, () => thereAndBack(0.4), 'untestable'],
    [{ actor: 'a', direction: 'left', verb: 'move' }, () => across(-2, 1), 'refuted'],
  ],
  lasts: [
    [{ actor: 'a', seconds: 'one' }, () => across(-2, 2), 'verified'],
    [{ actor: 'a', seconds: 'three' }, () => across(-2, 2), 'refuted'],
    [{ actor: 'a', seconds: 'two' }, () => across(-2, 2, { from: 0.2, to: 1.6 }), 'untestable'],
  ],
  ends: [
    [{ actor: 'a', relation: 'right of', other: 'post' }, () => across(-2, 2), 'verified'],
    [{ actor: 'a', relation: 'left of', other: 'post' }, () => across(-2, 2), 'refuted'],
    [{ actor: 'a', relation: 'right of', other: 'post' }, () => across(-2, 0.2), 'untestable'],
    [{ actor: 'a', relation: 'on', other: 'post' }, () => across(-2, 2), 'refuted'],
    [{ actor: 'a', relation: 'on', other: 'slab' }, () => onto(0), 'verified'],
    [{ actor: 'a', relation: 'on', other: 'slab' }, () => onto(2), 'untestable'],
  ],
  begins: [
    [{ actors: ['a'], noun: 'ball', other: 'floor' }, () => across(-2, 2), 'verified'],
    [{ actors: ['a'], noun: 'ball', other: 'post' }, () => across(-2, 2), 'refuted'],
    [{ actors: ['a'], noun: 'ball', other: 'lane' }, laid, 'verified'],
    [{ actors: ['a'], noun: 'ball', other: 'floor' }, laid, 'untestable'],
  ],
  begins_in: [
    [{ actors: ['a', 'b'], noun: 'ball', where: 'left' }, () => pair(-2.1, -1.6), 'verified'],
    [{ actors: ['a', 'b'], noun: 'ball', where: 'left' }, () => pair(-2.1, 0.4), 'refuted'],
    [{ actors: ['a', 'b'], noun: 'ball', where: 'left' }, () => pair(-2.1, -0.5), 'untestable'],
  ],
  begins_beside: [
    [{ actor: 'a', relation: 'left of', other: 'post' }, () => across(-2, 2), 'verified'],
    [{ actor: 'a', relation: 'right of', other: 'post' }, () => across(-2, 2), 'refuted'],
    [{ actor: 'a', relation: 'left of', other: 'post' }, () => across(-0.2, 2), 'untestable'],
  ],
  ends_in: [
    [
      { actors: ['a'], noun: 'ball', words: 'all', where: 'right' },
      () => across(-2, 2),
      'verified',
    ],
    [{ actors: ['a'], noun: 'ball', words: 'all', where: 'left' }, () => across(-2, 2), 'refuted'],
    [
      { actors: ['a'], noun: 'ball', words: 'all', where: 'right' },
      () => across(-2, 0.7),
      'untestable',
    ],
    [
      { actors: ['b'], noun: 'ball', words: 'one', where: 'right' },
      () => pair(-2.6, 2),
      'verified',
    ],
    [{ actors: ['b'], noun: 'ball', words: 'two', where: 'right' }, () => pair(-2.6, 2), 'refuted'],
    [
      { actors: ['b'], noun: 'ball', words: 'one', where: 'right' },
      () => pair(-0.4, 2),
      'untestable',
    ],
  ],
  fates: [
    [
      { actors: ['a'], noun: 'ball', words: 'all', end: 'ends on', at: 'floor' },
      () => across(-2, 2),
      'untestable',
    ],
    [
      { actors: ['a'], noun: 'ball', words: 'one', end: 'ends on', at: 'post' },
      () => across(-2, 2),
      'refuted',
    ],
    [
      { actors: ['a'], noun: 'ball', words: 'all', end: 'leaves', at: 'right' },
      () => across(-2, 6),
      'verified',
    ],
  ],
  taller: [
    [{ actor: 'a', other: 'b' }, () => high(1.2), 'verified'],
    [{ actor: 'b', other: 'a' }, () => high(1.2), 'refuted'],
    [{ actor: 'a', other: 'b' }, () => high(0.7), 'untestable'],
  ],
  strikes_at: [
    [{ actor: 'a', others: ['b'], seconds: 'one' }, () => struck(1), 'verified'],
    [{ actor: 'a', others: ['b'], seconds: 'three' }, () => struck(1), 'refuted'],
    [{ actor: 'a', others: ['b'], seconds: 'one' }, () => struck(1.35), 'untestable'],
  ],
  timed: [
    [{ actor: 'a', event: 'stops', seconds: 'one' }, () => halting(1), 'verified'],
    [{ actor: 'a', event: 'stops', seconds: 'three' }, () => halting(1), 'refuted'],
    [{ actor: 'a', event: 'stops', seconds: 'one' }, () => halting(1.4), 'untestable'],
    [{ actor: 'a', event: 'leaves', seconds: 'one' }, () => halting(1), 'refuted'],
  ],
}
